#include "content/code_finder.hpp"

#include "base/text.hpp"

#include <algorithm>
#include <array>
#include <utility>

namespace tagwire::content {

namespace {

constexpr auto npos = std::string_view::npos;
constexpr std::string_view blanks = " \t";

constexpr std::array<std::pair<std::string_view, std::string_view>, 4> elements = {
    {{"<pre", "</pre>"}, {"<code", "</code>"}, {"<script", "</script>"}, {"<style", "</style>"}}};

// With its end.
std::string_view line_at(std::string_view source, std::size_t at) {
    const auto end = source.find('\n', at);
    return source.substr(at, end == npos ? npos : end + 1 - at);
}

bool is_blank_line(std::string_view line) { return line.find_first_not_of(" \t\n") == npos; }

// The marker of a list's item, with the blank behind it.
std::size_t list_marker_length(std::string_view line) {
    const std::size_t digits = std::min(line.find_first_not_of("0123456789"), line.size());
    const std::string_view after = line.substr(digits);
    const std::string_view marks = digits == 0 ? "-+*" : ".)";
    const bool marks_item =
        after.size() > 1 && digits < 10 && marks.find(after[0]) != npos && is_blank_line(after.substr(1, 1));
    return marks_item ? digits + 2 : 0;
}

std::string_view without_indentation(std::string_view line, std::string_view characters) {
    line.remove_prefix(std::min(line.find_first_not_of(characters), line.size()));
    return line;
}

std::string_view run_at(std::string_view text) {
    return text.empty() ? text : text.substr(0, text.find_first_not_of(text.front()));
}

// The fence that a line opens a code block with, also within lists and quotations: CommonMark §4.5.
std::string_view opening_fence(std::string_view line) {
    std::string_view content = without_indentation(line, " \t>");
    while (const std::size_t marker = list_marker_length(content)) {
        content = without_indentation(content.substr(marker), " \t>");
    }
    if (content.empty() || (content.front() != '`' && content.front() != '~')) return {};
    const std::string_view run = run_at(content);
    const bool is_span = run.front() == '`' && content.find('`', run.size()) != npos;
    return run.size() < 3 || is_span ? std::string_view() : run;
}

bool closes(std::string_view fence, std::string_view line) {
    const std::string_view content = without_indentation(line, " \t>");
    if (content.empty() || content.front() != fence.front()) return false;
    const std::string_view run = run_at(content);
    return run.size() >= fence.size() && is_blank_line(content.substr(run.size()));
}

bool follows_blank_line(std::string_view source, std::size_t at) {
    const auto last = source.substr(0, at == 0 ? 0 : at - 1).find_last_not_of(blanks);
    return last == npos || source[last] == '\n';
}

}  // namespace

std::size_t CodeFinder::length_at(std::size_t at) {
    const bool markdown = format_ == BodyFormat::markdown;
    if (markdown && (at == 0 || source_[at - 1] == '\n')) {
        if (const std::size_t length = block_length(at)) return length;
    }
    if (markdown && source_[at] == '`') return span_length(at);
    return source_[at] == '<' ? element_length(at) : 0;
}

std::size_t CodeFinder::block_length(std::size_t at) {
    const std::string_view line = line_at(source_, at);
    const std::string_view fence = opening_fence(line);
    if (!fence.empty()) return fenced_length(at, fence);
    if (!is_indented_code(at, line)) return 0;
    indented_until_ = at + line.size();
    return line.size();
}

std::size_t CodeFinder::fenced_length(std::size_t at, std::string_view fence) const {
    std::size_t end = at + line_at(source_, at).size();
    while (end < source_.size()) {
        const std::string_view line = line_at(source_, end);
        end += line.size();
        if (closes(fence, line)) break;
    }
    return end - at;
}

// CommonMark §4.4: it cannot interrupt a paragraph. In a list, indented lines are the item's text.
bool CodeFinder::is_indented_code(std::size_t at, std::string_view line) {
    if (is_blank_line(line)) return false;
    const bool starts_block = follows_blank_line(source_, at);
    const std::string_view content = without_indentation(line, blanks);
    const std::size_t indentation = line.size() - content.size();
    if (list_marker_length(content) > 0 && (in_list_ || indentation < 4)) {
        in_list_ = true;
    } else if (indentation == 0 && starts_block) {
        in_list_ = false;
    }
    const bool indented = line.starts_with("    ") || line.starts_with('\t');
    return indented && !in_list_ && (starts_block || indented_until_ == at);
}

// CommonMark §6.1: a run of backticks is closed by the next one of the same length. One that is not is text.
std::size_t CodeFinder::span_length(std::size_t at) {
    if (at >= paragraph_end_) see_paragraph(at);
    const std::size_t length = run_at(source_.substr(at)).size();
    const auto last = last_runs_.find(length);
    if (last == last_runs_.end() || last->second <= at) return length;
    std::size_t next = at + length;
    while (true) {
        next = source_.find('`', next);
        const std::size_t next_length = run_at(source_.substr(next)).size();
        next += next_length;
        if (next_length == length) return next - at;
    }
}

void CodeFinder::see_paragraph(std::size_t at) {
    paragraph_end_ = std::min(source_.find("\n\n", at), source_.size());
    last_runs_.clear();
    for (auto run = source_.find('`', at); run < paragraph_end_; run = source_.find('`', run)) {
        const std::size_t length = run_at(source_.substr(run)).size();
        last_runs_[length] = run;
        run += length;
    }
}

std::size_t CodeFinder::element_length(std::size_t at) {
    const std::string_view rest = source_.substr(at);
    if (rest.starts_with("<!--")) return length_through(at, "-->");
    for (const auto& [opener, closer] : elements) {
        const bool opens = equals_ignoring_ascii_case(rest.substr(0, opener.size()), opener) &&
                           rest.size() > opener.size() && std::string_view(" \t\n>").find(rest[opener.size()]) != npos;
        if (opens) return length_through(at, closer);
    }
    return 0;
}

// 0 where the closer is missing, which is remembered.
std::size_t CodeFinder::length_through(std::size_t at, std::string_view closer) {
    if (std::find(missing_closers_.begin(), missing_closers_.end(), closer) != missing_closers_.end()) return 0;
    for (auto found = source_.find(closer.substr(0, 2), at); found != npos;
         found = source_.find(closer.substr(0, 2), found + 1)) {
        if (equals_ignoring_ascii_case(source_.substr(found, closer.size()), closer)) return found + closer.size() - at;
    }
    missing_closers_.push_back(closer);
    return 0;
}

}  // namespace tagwire::content
