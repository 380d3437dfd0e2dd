#include "content/read_article.hpp"

#include "base/text.hpp"
#include "content/article_link.hpp"
#include "content/article_path.hpp"
#include "content/body.hpp"
#include "content/dates.hpp"
#include "content/fields.hpp"
#include "content/front_matter.hpp"
#include "content/image.hpp"
#include "content/language.hpp"
#include "content/lint.hpp"
#include "content/original.hpp"
#include "content/people.hpp"
#include "content/significance.hpp"
#include "content/terms.hpp"
#include "content/title.hpp"
#include "content/visibility.hpp"
#include "yaml/position.hpp"

#include <algorithm>
#include <utility>

namespace tagwire::content {

namespace {

constexpr std::size_t npos = std::string_view::npos;

Reading skipped(std::string reason) { return {Skipped{std::move(reason)}, {}}; }

Reading broken(std::string_view path, std::string code, yaml::Mark mark, std::string message) {
    Problem problem{Severity::error, std::move(code), std::string(path), mark.line, mark.column, std::move(message)};
    return {Broken{}, {std::move(problem)}};
}

bool is_empty(std::string_view bytes) {
    if (bytes.starts_with("\xEF\xBB\xBF")) bytes.remove_prefix(3);
    return bytes.find_first_not_of(" \t\r\n") == npos;
}

// By its byte order mark, or by the NUL that is half of each ASCII character.
bool is_utf16(std::string_view bytes) {
    if (bytes.size() < 2) return false;
    return bytes.starts_with("\xFF\xFE") || bytes.starts_with("\xFE\xFF") || (bytes[0] == '\0') != (bytes[1] == '\0');
}

// At a code point's start; "…" says that there was more.
std::string cut(std::string text, std::size_t octets_max) {
    if (text.size() <= octets_max) return text;
    while (octets_max > 0 && (static_cast<unsigned char>(text[octets_max]) & 0xC0) == 0x80) --octets_max;
    return text.substr(0, octets_max) + "…";
}

std::string read_summary(const Fields& fields, std::string_view body, BodyFormat format,
                         const ReadingOptions& options) {
    std::string summary = fields.text({"summary", "description", "excerpt"});
    if (summary.empty()) {
        summary = summary_of(
            body, {format, options.limits.summary_graphemes_max, options.excerpt_separator, options.cjk_emphasis});
    }
    return cut(std::move(summary), options.limits.summary_bytes_max);
}

ParsedArticle read_fields(std::string_view path, std::string_view body, const Place& place, const Fields& fields,
                          const ReadingOptions& options) {
    ParsedArticle article;
    Metadata& metadata = article.metadata;
    metadata.body_format = body_format(split_path(path));
    metadata.title = read_title(fields);
    if (metadata.title.empty()) metadata.title = place.title;
    metadata.summary = read_summary(fields, body, metadata.body_format, options);
    metadata.language = read_language(fields, place.language.empty() ? options.language : place.language);
    metadata.authors = read_people(fields, options.limits);
    metadata.taxonomies = read_terms(fields, place, options);
    const Visibility visibility = read_visibility(fields, path);
    metadata.draft = visibility.draft;
    metadata.unlisted = visibility.unlisted;

    const TimeZone utc = TimeZone::utc();
    const TimeZone& unquoted = options.conventions->unquoted_times_are_utc() ? utc : options.zone;
    const Dates dates = read_dates(fields, path, place, {options.zone, unquoted});
    metadata.expires = dates.expires;
    article.published = dates.published;
    article.published_from = dates.published_from;
    article.updated = dates.updated;
    article.minor = fields.is_yes("minor");
    article.zoneless_date = dates.zoneless;
    article.id = read_id(fields, options.id_domain);

    const std::string page = options.path_prefix + std::string(path);
    metadata.link =
        options.conventions->link({page, place, fields, metadata, article.published, options.zone, options.site_url});
    metadata.external_url = read_original(fields, body, options.link_blog);
    metadata.image = read_image(fields, metadata.link, options.site_url);
    return article;
}

// Of a file without front matter: its first line with text, if that is a heading ("# A day at sea"), is the title.
FrontMatter take_heading(std::string_view bytes, std::string& title) {
    FrontMatter nothing;
    nothing.closed = true;
    const std::size_t start = bytes.find_first_not_of(" \t\r\n\xEF\xBB\xBF");
    if (start == npos || !bytes.substr(start).starts_with("# ")) return nothing;
    const std::size_t end = std::min(bytes.find_first_of("\r\n", start), bytes.size());
    std::string_view heading = trim(bytes.substr(start + 2, end - start - 2));
    while (heading.ends_with('#')) heading.remove_suffix(1);  // CommonMark 0.31.2 §4.2: a closing sequence
    title = plain_line(heading);
    nothing.body_offset = end;
    return nothing;
}

Reading read_file(std::string_view path, std::string_view bytes, Place place, const ReadingOptions& options) {
    FrontMatter front_matter = find_front_matter(
        bytes, {options.limits.front_matter_bytes_max, options.front_matter.pelican, options.front_matter.hexo});
    if (front_matter.format == FrontMatterFormat::none) {
        if (!options.front_matter.none) return skipped("it has no front matter");
        front_matter = take_heading(bytes, place.title);
    }
    if (const std::size_t offset = yaml::find_ill_formed(bytes); offset != npos) {
        return broken(path, "encoding", yaml::PositionFinder(bytes, 1).at(offset),
                      "this is not UTF-8; save the file in that encoding");
    }
    yaml::Document document = parse_front_matter(front_matter, path, options.limits);
    if (has_error(document.problems)) return {Broken{}, std::move(document.problems)};

    Problems problems = std::move(document.problems);
    const Fields fields(document.root, place.defaults, path, problems);
    const std::string_view body = bytes.substr(front_matter.body_offset);
    ParsedArticle article = read_fields(path, body, place, fields, options);
    if (options.lint_bodies) {
        Problems found = lint_body(path, bytes, front_matter.body_offset, article.metadata.body_format);
        std::move(found.begin(), found.end(), std::back_inserter(problems));
    }
    article.metadata.body_offset = front_matter.body_offset;
    article.metadata.body_bytes = body.size();
    article.metadata.bytes = fingerprint(bytes);
    article.metadata.significant = significance(article.metadata, body, options.site_url);
    return {std::move(article), std::move(problems)};
}

}  // namespace

Place place_of(std::string_view path, const ReadingOptions& options) {
    return options.conventions->place(options.path_prefix + std::string(path));
}

Reading read_article(std::string_view path, std::string_view bytes, const ReadingOptions& options) {
    return read_article(path, bytes, place_of(path, options), options);
}

Reading read_article(std::string_view path, std::string_view bytes, Place place, const ReadingOptions& options) {
    if (!place.not_an_entry.empty()) return skipped(std::move(place.not_an_entry));
    if (is_empty(bytes)) return skipped("it is empty");
    if (bytes.size() > options.limits.article_bytes_max) {
        return broken(path, "article-too-large", {},
                      "the file is larger than " + std::to_string(options.limits.article_bytes_max) +
                          " octets; split it, or move what is embedded in it into files of its own");
    }
    if (is_utf16(bytes)) return broken(path, "encoding", {1, 1}, "this is UTF-16; save the file as UTF-8");
    return read_file(path, bytes, std::move(place), options);
}

}  // namespace tagwire::content
