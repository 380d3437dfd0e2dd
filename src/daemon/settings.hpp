// A configuration thought through: checked, with the defaults that depend on other values filled in.
#pragma once

#include "base/digest.hpp"
#include "base/problem.hpp"
#include "content/read_article.hpp"
#include "daemon/configuration.hpp"
#include "feed/definition.hpp"
#include "feed/feed.hpp"
#include "shelf/renderer.hpp"

#include <chrono>
#include <string>
#include <vector>

namespace tagwire::daemon {

struct Settings {
    std::string root;  // the content folder, absolute
    feed::Site site;
    content::ReadingOptions reading;
    std::vector<feed::Definition> definitions;
    feed::ContentMode entries = feed::ContentMode::full;
    feed::OriginalInRss original_in_rss = feed::OriginalInRss::source;
    catalog::Duplicates duplicates = catalog::Duplicates::shown;
    watch::WatchOptions watch;
    std::chrono::milliseconds hold{200};
    IdSource ids = IdSource::path;
    std::chrono::seconds hold_back{0};
    std::chrono::seconds tombstones{0};
    std::chrono::seconds forget_after{std::chrono::days(365)};
    std::string state_folder;             // of what is remembered; empty: nowhere
    bool state_folder_named = false;      // somebody chose it
    Fingerprint reading_depends_on;       // of all that the reading of a file depends on, but the file
    bool zone_configured = false;         // reading.zone is what somebody chose
    bool serves_articles = false;         // there is no other site: each article has a page here
    std::vector<std::string> site_notes;  // what was found of the site, in words
};

[[nodiscard]] shelf::RendererOptions renderer_options(const Settings& settings);

struct MadeSettings {
    Settings settings;
    Problems problems;  // with an error among them the settings are not to be used
};

// `address` is what the server listens on ("127.0.0.1:8080"); a base URL that is not configured is made of it.
[[nodiscard]] MadeSettings make_settings(const Configuration& configuration, std::string_view address);

}  // namespace tagwire::daemon
