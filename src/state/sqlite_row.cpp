#include "state/sqlite_row.hpp"

#include <array>
#include <cstddef>
#include <cstring>

namespace tagwire::state {

namespace {

// SQLite has no other integers; the bits are the same.
std::int64_t signed_bits(std::uint64_t value) { return static_cast<std::int64_t>(value); }

constexpr std::size_t fingerprint_size = 2 * sizeof(std::uint64_t);

}  // namespace

Parameters& Parameters::text(const std::string& value) {
    statement_.bindNoCopy(++index_, value);
    return *this;
}

Parameters& Parameters::blob(std::string_view value) {
    statement_.bindNoCopy(++index_, value.data(), static_cast<int>(value.size()));
    return *this;
}

Parameters& Parameters::fingerprint(const Fingerprint& value) {
    std::array<char, fingerprint_size> bytes{};
    std::memcpy(bytes.data(), &value.high, sizeof value.high);
    std::memcpy(bytes.data() + sizeof value.high, &value.low, sizeof value.low);
    statement_.bind(++index_, bytes.data(), static_cast<int>(bytes.size()));
    return *this;
}

Parameters& Parameters::number(std::uint64_t value) {
    statement_.bind(++index_, signed_bits(value));
    return *this;
}

Parameters& Parameters::instant(Instant value) {
    statement_.bind(++index_, static_cast<std::int64_t>(value.time_since_epoch().count()));
    return *this;
}

Parameters& Parameters::instant(const std::optional<Instant>& value) {
    if (value) return instant(*value);
    statement_.bind(++index_);
    return *this;
}

Parameters& Parameters::file(const FileVersion& value) {
    return number(value.size).instant(value.modified).number(value.device).number(value.inode);
}

void Parameters::run() {
    statement_.exec();
    statement_.reset();
}

std::string Columns::text() { return statement_.getColumn(index_++).getString(); }

std::string_view Columns::blob() {
    const SQLite::Column column = statement_.getColumn(index_++);
    const auto* bytes = static_cast<const char*>(column.getBlob());
    return bytes == nullptr ? std::string_view() : std::string_view(bytes, static_cast<std::size_t>(column.getBytes()));
}

Fingerprint Columns::fingerprint() {
    const std::string_view bytes = blob();
    Fingerprint value;
    if (bytes.size() != fingerprint_size) return value;
    std::memcpy(&value.high, bytes.data(), sizeof value.high);
    std::memcpy(&value.low, bytes.data() + sizeof value.high, sizeof value.low);
    return value;
}

std::uint64_t Columns::number() { return static_cast<std::uint64_t>(statement_.getColumn(index_++).getInt64()); }

Instant Columns::instant() { return Instant(Instant::duration(statement_.getColumn(index_++).getInt64())); }

std::optional<Instant> Columns::optional_instant() {
    const SQLite::Column column = statement_.getColumn(index_++);
    if (column.isNull()) return std::nullopt;
    return Instant(Instant::duration(column.getInt64()));
}

FileVersion Columns::file() {
    FileVersion version;
    version.size = number();
    version.modified = instant();
    version.device = number();
    version.inode = number();
    return version;
}

}  // namespace tagwire::state
