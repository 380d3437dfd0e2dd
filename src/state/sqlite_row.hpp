// The parameters of a statement, and the columns of a row, one after another.
#pragma once

#include "base/digest.hpp"
#include "base/file_version.hpp"
#include "base/time.hpp"

#include <SQLiteCpp/SQLiteCpp.h>

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace tagwire::state {

// Text and blobs must live until the statement has been run.
class Parameters {
  public:
    explicit Parameters(SQLite::Statement& statement) : statement_(statement) {}

    Parameters& text(const std::string& value);
    Parameters& blob(std::string_view value);
    Parameters& fingerprint(const Fingerprint& value);
    Parameters& number(std::uint64_t value);
    Parameters& instant(Instant value);
    Parameters& instant(const std::optional<Instant>& value);
    Parameters& file(const FileVersion& value);
    void run();  // and makes the statement ready for the next

  private:
    SQLite::Statement& statement_;
    int index_ = 0;
};

class Columns {
  public:
    explicit Columns(const SQLite::Statement& statement) : statement_(statement) {}

    [[nodiscard]] std::string text();
    [[nodiscard]] std::string_view blob();  // good until the next step of the statement
    [[nodiscard]] Fingerprint fingerprint();
    [[nodiscard]] std::uint64_t number();
    [[nodiscard]] Instant instant();
    [[nodiscard]] std::optional<Instant> optional_instant();
    [[nodiscard]] FileVersion file();

  private:
    const SQLite::Statement& statement_;
    int index_ = 0;
};

}  // namespace tagwire::state
