// From the bytes of a file to what they say: pure, so that any number can be read at once.
#pragma once

#include "base/limits.hpp"
#include "base/problem.hpp"
#include "base/time_zone.hpp"
#include "content/article.hpp"
#include "content/conventions.hpp"
#include "content/original.hpp"

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace tagwire::content {

// A taxonomy and the front matter keys that feed it: {"tags", {"tags", "tag"}}.
struct Taxonomy {
    std::string name;
    std::vector<std::string> keys;
};

// What opens an article beside a delimiter (---, +++, {).
struct FrontMatterForms {
    bool pelican = false;  // lines "Key: value", then a blank one
    bool hexo = false;     // YAML that has a closing --- only
    bool none = false;     // nothing: the title is the first heading
};

struct ReadingOptions {
    TimeZone zone = TimeZone::utc();  // of dates that name none
    std::string language;             // of articles that name none
    std::string site_url;             // absolute, ends with "/": where the articles' pages live
    std::string id_domain;            // keeps ids that are no URIs apart from those of other sites
    std::shared_ptr<const Conventions> conventions = plain_conventions();  // of the site that the folder belongs to
    std::string path_prefix;        // of paths in the site's folder: "content/"; empty: the same folder
    std::string excerpt_separator;  // in a body ends its summary, as <!-- more --> does; empty: none
    std::vector<Taxonomy> taxonomies = {
        {"categories", {"categories", "category"}}, {"tags", {"tags", "tag"}}, {"lang", {"lang", "language"}}};
    FrontMatterForms front_matter;
    bool split_terms = true;   // a text of several terms at its commas
    bool cjk_emphasis = true;  // see BodyOptions
    LinkBlog link_blog;
    bool lint_bodies = false;  // warn of what in a body does not come out as meant
    Limits limits;
};

// Where `published` comes from. A date in the front matter always decides; one that is guessed is frozen when first
// seen.
enum class DateOrigin { front_matter, last_modified_key, file_name, permalink, none };

struct ParsedArticle {
    Metadata metadata;
    std::string id;  // the front matter's `id` or `guid`, an ASCII URI; else empty
    std::optional<Instant>
        published;  // nothing if neither front matter nor names give a date: the caller takes the file's time
    DateOrigin published_from = DateOrigin::none;
    std::optional<Instant> updated;  // `lastmod` and its kin
    bool minor = false;              // `minor: true`: what changed is not worth telling readers
    bool zoneless_date = false;      // a date was read in ReadingOptions::zone
};

struct Skipped {
    std::string reason;  // "it has no front matter"
};
struct Broken {};  // the problems say why

struct Reading {
    std::variant<ParsedArticle, Skipped, Broken> outcome;
    Problems problems;  // `file` is the path given
};

// What the path of a file in the content folder says, which is known before the file is opened.
[[nodiscard]] Place place_of(std::string_view path, const ReadingOptions& options);

// `path` is relative to the content folder. Never fails: what cannot be read is Broken, with at least one error among
// the problems. Call prepare_content() before the first thread starts.
[[nodiscard]] Reading read_article(std::string_view path, std::string_view bytes, const ReadingOptions& options);
// The same, for a caller who has asked for the place already.
[[nodiscard]] Reading read_article(std::string_view path, std::string_view bytes, Place place,
                                   const ReadingOptions& options);

// ".md", ".markdown", ".html", …
[[nodiscard]] const std::vector<std::string>& article_extensions();

// Whether a path's name is that of an article at all: one of these extensions in any case, not hidden, no editor's
// backup.
[[nodiscard]] bool is_article_path(std::string_view path,
                                   const std::vector<std::string>& extensions = article_extensions());

}  // namespace tagwire::content
