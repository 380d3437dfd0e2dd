// Where the code in a body is: what must not be taken for anything but text.
#pragma once

#include "content/article.hpp"

#include <cstddef>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace tagwire::content {

// Finds Markdown's code spans, fenced and indented blocks, and in either format the elements pre, code, script and
// style and comments. `source` must outlive it. All questions together take time in proportion to its size.
class CodeFinder {
  public:
    CodeFinder(std::string_view source, BodyFormat format) : source_(source), format_(format) {}

    // The octets of the code that begins at `at`; 0 where none does. To be asked at ascending places, among them every
    // start of a line that is not within code.
    [[nodiscard]] std::size_t length_at(std::size_t at);

  private:
    [[nodiscard]] std::size_t block_length(std::size_t at);
    [[nodiscard]] std::size_t fenced_length(std::size_t at, std::string_view fence) const;
    [[nodiscard]] bool is_indented_code(std::size_t at, std::string_view line);
    [[nodiscard]] std::size_t span_length(std::size_t at);
    [[nodiscard]] std::size_t element_length(std::size_t at);
    [[nodiscard]] std::size_t length_through(std::size_t at, std::string_view closer);
    void see_paragraph(std::size_t at);

    std::string_view source_;
    BodyFormat format_;
    bool in_list_ = false;
    std::size_t indented_until_ = 0;  // where the indented lines seen last end
    std::size_t paragraph_end_ = 0;
    std::unordered_map<std::size_t, std::size_t> last_runs_;  // length → the last such run of "`" in the paragraph
    std::vector<std::string_view> missing_closers_;
};

}  // namespace tagwire::content
