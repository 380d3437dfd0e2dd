#include "content/lint.hpp"

#include "base/text.hpp"
#include "content/code_finder.hpp"
#include "yaml/position.hpp"

#include <string>
#include <utility>

namespace tagwire::content {

namespace {

constexpr std::size_t npos = std::string_view::npos;
constexpr std::size_t address_octets_max = 2048;  // beyond which nobody means an address

class Lint {
  public:
    Lint(std::string_view path, std::string_view bytes, std::size_t body_offset)
        : path_(path),
          bytes_(bytes),
          body_(bytes.substr(body_offset)),
          body_offset_(body_offset),
          positions_(bytes, 1) {}

    Problems run(BodyFormat format) {
        if (format == BodyFormat::markdown) check_links();
        positions_ = yaml::PositionFinder(bytes_, 1);
        check_characters();
        return std::move(problems_);
    }

  private:
    void warn(std::size_t offset, std::string code, std::string message) {
        const yaml::Mark mark = positions_.at(body_offset_ + offset);
        problems_.push_back(
            {Severity::warning, std::move(code), std::string(path_), mark.line, mark.column, std::move(message)});
    }

    void check_links() {
        CodeFinder code(body_, BodyFormat::markdown);
        for (std::size_t at = 0; at < body_.size();) {
            const std::size_t code_octets = code.length_at(at);
            if (code_octets > 0) {
                at += code_octets;
                continue;
            }
            if (body_.substr(at).starts_with("](")) check_destination(at + 2);
            ++at;
        }
    }

    // CommonMark 0.31.2 §6.3: outside "<>" a blank ends the destination, and only a title may follow it.
    void check_destination(std::size_t at) {
        const std::string_view text = body_.substr(at, address_octets_max);
        const std::string_view line = text.substr(0, text.find('\n'));
        const std::string_view inside = trim(line.substr(0, line.find(')')));
        const std::size_t blank = inside.find_first_of(" \t");
        const bool closed = line.find(')') != npos;
        if (!closed || blank == npos || inside.starts_with('<') || inside.find("{{") != npos) return;
        const std::string_view rest = trim(inside.substr(blank));
        if (rest.starts_with('"') || rest.starts_with('\'') || rest.starts_with('(')) return;
        warn(at, "link-with-blank",
             "the address \"" + shorten(inside, 40) + "\" holds a blank, so that this is no link; write <" +
                 shorten(inside, 40) + ">");
    }

    void check_characters() {
        std::size_t count = 0;
        std::size_t first = 0;
        for (std::string_view rest = body_; !rest.empty();) {
            const std::size_t offset = body_.size() - rest.size();
            if (!is_xml_char(take_code_point(rest)) && count++ == 0) first = offset;
        }
        if (count == 0) return;
        warn(
            first, "forbidden-character",
            std::to_string(count) + (count == 1 ? " character" : " characters") +
                " that no feed can hold (control characters, mostly) will be left out, the first of them here; delete " +
                (count == 1 ? "it" : "them"));
    }

    std::string_view path_;
    std::string_view bytes_;
    std::string_view body_;
    std::size_t body_offset_;
    yaml::PositionFinder positions_;  // asked in ascending order
    Problems problems_;
};

}  // namespace

Problems lint_body(std::string_view path, std::string_view bytes, std::size_t body_offset, BodyFormat format) {
    return Lint(path, bytes, body_offset).run(format);
}

}  // namespace tagwire::content
