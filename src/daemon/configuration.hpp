// What can be configured, with its defaults; config/tagwire.yaml documents it and is compared with this by a test.
#pragma once

#include "base/problem.hpp"
#include "feed/feed.hpp"
#include "http/server.hpp"
#include "watch/watcher.hpp"

#include <chrono>
#include <string>
#include <string_view>

namespace tagwire::daemon {

struct Configuration {
    std::string content = ".";              // the folder of articles
    std::string listen = "127.0.0.1:8080";  // host:port; port 0 takes any free one
    std::string base_url;                   // where the feeds live; empty: http:// and the address listened on
    std::string site_url;                   // where the articles live; empty: base_url, and tagwire serves their pages
    std::string title;                      // empty: the content folder's name
    std::string description;
    std::string language;    // BCP 47, of what names no language itself
    std::string time_zone;   // IANA name, of dates without one; empty: UTC, with a warning
    content::Person author;  // of articles that name none; empty: the title
    std::string id_domain;   // the domain in minted ids; empty: the host of site_url
    std::string state;       // the folder of what is remembered
    std::string feeds;       // a folder of feed definitions, beside the built-in ones or in their place
    feed::ContentMode entries = feed::ContentMode::full;
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
