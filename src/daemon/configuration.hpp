// What can be configured, with its defaults; config/tagwire.yaml documents it and is compared with this by a test.
#pragma once

#include "base/problem.hpp"
#include "catalog/catalog.hpp"
#include "content/read_article.hpp"
#include "feed/feed.hpp"
#include "http/server.hpp"
#include "watch/watcher.hpp"

#include <chrono>
#include <string>
#include <string_view>
#include <vector>

namespace tagwire::daemon {

// What the id of an article is made of that names none: its path (a URN), or the URL of its page, for sites whose
// readers know those as ids.
enum class IdSource { path, permalink };

struct Configuration {
    std::string content = ".";              // the folder of articles
    std::string site = "auto";              // the generator it was written for; auto: found by its configuration
    std::string listen = "127.0.0.1:8080";  // host:port; port 0 takes any free one
    std::string base_url;                   // where the feeds live; empty: http:// and the address listened on
    std::string site_url;                   // where the articles live; empty: base_url, and tagwire serves their pages
    std::string title;                      // empty: the content folder's name
    std::string description;
    std::string language;    // BCP 47, of what names no language itself
    std::string time_zone;   // IANA name, of dates without one; empty: UTC, with a warning
    content::Person author;  // of articles that name none; empty: the title
    std::string id_domain;   // the domain in minted ids; empty: the host of site_url
    IdSource ids = IdSource::path;
    std::string state;  // the folder of what is remembered; empty: state::default_folder()
    std::chrono::seconds forget_after{std::chrono::days(365)};  // deleted articles and feeds that have become empty
    std::string feeds;  // a folder of feed definitions, beside the built-in ones or in their place
    feed::ContentMode entries = feed::ContentMode::full;
    std::vector<std::string> extensions = content::article_extensions();  // of files that are articles
    content::FrontMatterForms front_matter;                               // beside those with delimiters
    std::vector<content::Taxonomy> taxonomies;  // empty: the site's own, or categories, tags and languages
    bool split_terms = true;                    // a text of terms at its commas
    bool cjk_emphasis = true;                   // **【…】**后 is bold
    std::chrono::seconds hold_back{0};          // a new article is shown after so long without an edit
    std::chrono::seconds tombstones{0};         // so long Atom feeds tell of entries that left them
    content::LinkBlog link_blog;
    feed::OriginalInRss original_in_rss = feed::OriginalInRss::source;
    catalog::Duplicates duplicates = catalog::Duplicates::shown;  // articles of one original
    watch::WatchOptions watch;
    std::chrono::milliseconds hold{200};  // how long a disappearance is doubted
    http::ServerOptions http;             // limits and times; host and port come from `listen`
    std::string log_level = "info";
};

struct LoadedConfiguration {
    Configuration configuration;
    Problems problems;  // with an error among them the configuration is not to be used
};

// Reads a configuration; keys that are not there keep their defaults. Relative folders are relative to `file`'s folder.
[[nodiscard]] LoadedConfiguration read_configuration(std::string_view file, std::string_view yaml);

}  // namespace tagwire::daemon
