#include "daemon/settings.hpp"

#include "base/uri.hpp"
#include "daemon/read_text.hpp"

#include <algorithm>
#include <filesystem>

namespace tagwire::daemon {

namespace {

namespace fs = std::filesystem;

void add_error(Problems& problems, std::string code, std::string file, std::string message) {
    problems.push_back({Severity::error, std::move(code), std::move(file), 0, 0, std::move(message)});
}

std::string with_slash(std::string url) {
    if (!url.ends_with('/')) url += '/';
    return url;
}

// The canonical form of a configured URL.
std::string base_of(const std::string& key, const std::string& configured, Problems& problems) {
    const auto url = to_uri(configured);
    if (url && is_http_url(*url) && url->find_first_of("?#") == std::string::npos) return with_slash(*url);
    add_error(problems, "configuration-url", "--" + key,
              "'" + configured + "' is not a URL that feeds can stand below; write it like https://example.org/blog/");
    return {};
}

// Nobody can reach 0.0.0.0 or [::], which mean "every address": a reader on this machine uses the loopback one.
std::string reachable(std::string_view address) {
    const auto colon = address.rfind(':');
    const std::string_view host = address.substr(0, colon);
    const std::string port(colon == std::string_view::npos ? std::string_view() : address.substr(colon));
    if (host == "0.0.0.0" || host.empty()) return "127.0.0.1" + port;
    if (host == "[::]") return "[::1]" + port;
    return std::string(address);
}

std::string folder_name(const fs::path& folder) {
    const std::string name = folder.filename().string();
    return name.empty() ? "tagwire" : name;
}

feed::Site make_site(const Configuration& configuration, const fs::path& root, std::string_view address,
                     Problems& problems) {
    feed::Site site;
    site.title = configuration.title.empty() ? folder_name(root) : configuration.title;
    site.description = configuration.description;
    site.language = configuration.language;
    site.author = configuration.author;
    if (site.author.name.empty()) site.author.name = site.title;
    site.base_url = base_of(
        "base-url", configuration.base_url.empty() ? "http://" + reachable(address) : configuration.base_url, problems);
    site.site_url =
        configuration.site_url.empty() ? site.base_url : base_of("site-url", configuration.site_url, problems);
    site.id_domain = configuration.id_domain.empty() ? host_of(site.site_url) : configuration.id_domain;
    return site;
}

void read_zone(const Configuration& configuration, Settings& settings, Problems& problems) {
    settings.zone_configured = !configuration.time_zone.empty();
    if (!settings.zone_configured) return;
    const auto zone = TimeZone::find(configuration.time_zone);
    if (zone) {
        settings.reading.zone = *zone;
    } else {
        add_error(problems, "configuration-time-zone", "--time-zone", zone.error().message);
    }
}

// A definition takes the place of the one that has its name.
void add(feed::Definition definition, std::vector<feed::Definition>& all) {
    const auto same =
        std::find_if(all.begin(), all.end(), [&](const auto& one) { return one.name == definition.name; });
    if (same == all.end()) {
        all.push_back(std::move(definition));
    } else {
        *same = std::move(definition);
    }
}

// The built-in definitions, with those of the folder in their place or beside them.
feed::Definitions definitions_in(const std::string& folder) {
    feed::Definitions all = feed::built_in_definitions();
    std::error_code error;
    std::vector<fs::path> files;
    for (fs::directory_iterator entry(folder, error), end; !error && entry != end; entry.increment(error)) {
        if (entry->path().extension() == ".yaml") files.push_back(entry->path());
    }
    if (error)
        add_error(all.problems, "feeds-folder", folder,
                  "the folder of feed definitions cannot be read: " + error.message());
    std::sort(files.begin(), files.end());
    for (const fs::path& file : files) {
        const auto text = read_text(file.string());
        if (!text) {
            add_error(all.problems, "feed-definition", file.string(), text.error().message);
            continue;
        }
        feed::Definitions one = feed::read_definition(file.string(), *text);
        for (feed::Definition& definition : one.definitions) add(std::move(definition), all.definitions);
        std::move(one.problems.begin(), one.problems.end(), std::back_inserter(all.problems));
    }
    if (!error && files.empty())
        add_error(all.problems, "feeds-folder", folder, "there is no feed definition (*.yaml) in the folder");
    return all;
}

// A definition may give feeds for any key of the front matter: what no taxonomy reads yet becomes one.
void add_taxonomies(const std::vector<feed::Definition>& definitions, std::vector<content::Taxonomy>& taxonomies) {
    for (const feed::Definition& definition : definitions) {
        const bool known = std::any_of(taxonomies.begin(), taxonomies.end(), [&](const content::Taxonomy& taxonomy) {
            return taxonomy.name == definition.each;
        });
        if (!definition.each.empty() && !known) taxonomies.push_back({definition.each, {definition.each}});
    }
}

}  // namespace

MadeSettings make_settings(const Configuration& configuration, std::string_view address) {
    MadeSettings made;
    Settings& settings = made.settings;
    std::error_code error;
    const fs::path root = fs::absolute(configuration.content, error).lexically_normal();
    settings.root = root.has_filename() ? root.string() : root.parent_path().string();
    settings.site = make_site(configuration, settings.root, address, made.problems);
    settings.serves_articles = configuration.site_url.empty();
    read_zone(configuration, settings, made.problems);
    settings.reading.language = configuration.language;
    settings.reading.site_url = settings.site.site_url;
    settings.reading.id_domain = settings.site.id_domain;
    feed::Definitions feeds =
        configuration.feeds.empty() ? feed::built_in_definitions() : definitions_in(configuration.feeds);
    Problems conflicts = feed::find_conflicts(feeds.definitions);
    for (Problems* problems : {&feeds.problems, &conflicts}) {
        std::move(problems->begin(), problems->end(), std::back_inserter(made.problems));
    }
    settings.definitions = std::move(feeds.definitions);
    add_taxonomies(settings.definitions, settings.reading.taxonomies);
    settings.entries = configuration.entries;
    settings.watch = configuration.watch;
    settings.watch.scan.wanted = content::is_article_path;
    settings.hold = configuration.hold;
    return made;
}

}  // namespace tagwire::daemon
