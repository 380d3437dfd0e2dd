#include "feed/feed.hpp"

#include "base/text.hpp"
#include "feed/archive.hpp"

namespace tagwire::feed {

namespace {

constexpr std::size_t title_graphemes_max = 60;

// "news/a.zh-CN.md" → "a.zh-CN"
std::string_view file_name_without_extension(std::string_view path) {
    const std::string_view file_name = path.substr(path.rfind('/') + 1);
    const std::size_t dot = file_name.rfind('.');
    return dot == 0 ? file_name : file_name.substr(0, dot);
}

bool says_something(std::string_view text) { return !trim(text).empty(); }

}  // namespace

std::string_view name(Format format) {
    switch (format) {
        case Format::rss: return "rss";
        case Format::atom: return "atom";
        case Format::json: return "json";
        case Format::page: return "page";
    }
    return {};
}

std::string_view media_type(Format format) {
    switch (format) {
        case Format::rss: return "application/rss+xml; charset=utf-8";
        case Format::atom: return "application/atom+xml; charset=utf-8";
        case Format::json: return "application/feed+json";  // JSON has no charset parameter (RFC 8259 §11)
        case Format::page: return "text/html; charset=utf-8";
    }
    return {};
}

std::string_view link_type(Format format) {
    const std::string_view type = media_type(format);
    return type.substr(0, type.find(';'));
}

std::string Feed::self(Format format) const {
    const std::string& current = url(format);
    return current.empty() || archive.page == 0 ? current : archive_url(current, archive.page);
}

std::string display_title(const content::Article& article) {
    if (std::string title = clean_text(article.metadata.title).text; says_something(title)) return title;
    const std::string summary = clean_text(article.metadata.summary).text;
    if (says_something(summary)) return shorten(trim(summary), title_graphemes_max);
    std::string file_name = clean_text(file_name_without_extension(article.path)).text;
    return says_something(file_name) ? file_name : article.id;
}

}  // namespace tagwire::feed
