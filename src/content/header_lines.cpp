#include "content/header_lines.hpp"

#include "base/text.hpp"
#include "content/line_cursor.hpp"

#include <algorithm>
#include <string>
#include <unordered_map>
#include <utility>

namespace tagwire::content {

namespace {

constexpr std::size_t npos = std::string_view::npos;

bool is_key_char(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' || c == '-';
}

// Where the colon of a line "Key: value" is; npos for any other line. "https://…" is none.
std::size_t find_colon(std::string_view line) {
    const auto* const end = std::find_if_not(line.begin(), line.end(), is_key_char);
    const auto colon = static_cast<std::size_t>(end - line.begin());
    const std::string_view rest = line.substr(colon);
    return colon == 0 || !rest.starts_with(':') || rest.starts_with("://") ? npos : colon;
}

bool is_continuation(std::string_view line) { return line.starts_with("    ") || line.starts_with('\t'); }

yaml::Member read_member(std::string_view line, std::size_t colon, std::size_t line_number) {
    const std::string_view value = line.substr(colon + 1);
    const std::size_t blanks = std::min(value.find_first_not_of(" \t"), value.size());
    yaml::Member member;
    member.key = line.substr(0, colon);
    member.mark = {line_number, 1};
    member.value.mark = {line_number, colon + 1 + blanks + 1};
    member.value.scalar = trim(value);
    member.value.kind = yaml::Kind::scalar;
    member.value.quoted = true;
    return member;
}

// Drops all but the last member of each key.
void drop_duplicates(yaml::Document& document, std::string_view file) {
    std::vector<yaml::Member>& members = document.root.members;
    std::unordered_map<std::string_view, const yaml::Member*> last;
    for (const yaml::Member& member : members) {
        const yaml::Member* const earlier = std::exchange(last[member.key], &member);
        if (earlier == nullptr) continue;
        document.problems.push_back(
            {Severity::warning, "front-matter-duplicate-key", std::string(file), member.mark.line, member.mark.column,
             "the key \"" + member.key + "\" stands in line " + std::to_string(earlier->mark.line) +
                 " already; the last one counts, remove the others"});
    }
    if (document.problems.empty()) return;
    std::vector<yaml::Member> kept;
    kept.reserve(last.size());
    for (yaml::Member& member : members) {
        if (last.find(member.key)->second == &member) kept.push_back(std::move(member));
    }
    members = std::move(kept);
}

}  // namespace

std::optional<HeaderLines> find_header_lines(std::string_view text) {
    LineCursor line(text);
    if (!line.next() || find_colon(line.content()) == npos) return std::nullopt;
    while (line.next()) {
        if (is_blank_line(line.content())) return HeaderLines{line.offset(), line.next_offset()};
        if (find_colon(line.content()) == npos && !is_continuation(line.content())) return std::nullopt;
    }
    return HeaderLines{text.size(), text.size()};
}

yaml::Document parse_header_lines(std::string_view text, std::string_view file, std::size_t first_line) {
    yaml::Document document;
    document.root.kind = yaml::Kind::map;
    document.root.mark = {first_line, 1};
    std::vector<yaml::Member>& members = document.root.members;
    std::size_t line_number = first_line;
    for (LineCursor line(text); line.next(); ++line_number) {
        const std::size_t colon = find_colon(line.content());
        if (colon != npos) {
            members.push_back(read_member(line.content(), colon, line_number));
        } else if (!members.empty()) {
            members.back().value.scalar.append(1, '\n').append(trim(line.content()));
        }
    }
    drop_duplicates(document, file);
    return document;
}

}  // namespace tagwire::content
