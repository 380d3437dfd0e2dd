#include "daemon/settings.hpp"

#include "base/uri.hpp"
#include "daemon/read_text.hpp"
#include "daemon/reading_fingerprint.hpp"
#include "daemon/site_discovery.hpp"
#include "state/open_store.hpp"

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

// A shipped definition says nothing for a taxonomy that the site does not have.
void drop_strangers(std::vector<feed::Definition>& shipped, const std::vector<content::Taxonomy>& taxonomies) {
    std::erase_if(shipped, [&](const feed::Definition& definition) {
        return !definition.each.empty() &&
               std::none_of(taxonomies.begin(), taxonomies.end(),
                            [&](const content::Taxonomy& taxonomy) { return taxonomy.name == definition.each; });
    });
}

// A definition may give feeds for any key of the front matter, and each taxonomy has feeds.
void match(std::vector<feed::Definition>& definitions, std::vector<content::Taxonomy>& taxonomies) {
    const auto is_of = [](const std::string& name) {
        return [&name](const feed::Definition& definition) { return definition.each == name; };
    };
    for (const content::Taxonomy& taxonomy : taxonomies) {
        if (std::none_of(definitions.begin(), definitions.end(), is_of(taxonomy.name)))
            definitions.push_back(feed::definition_of_taxonomy(taxonomy.name));
    }
    for (const feed::Definition& definition : definitions) {
        const bool known = std::any_of(taxonomies.begin(), taxonomies.end(), [&](const content::Taxonomy& taxonomy) {
            return taxonomy.name == definition.each;
        });
        if (!definition.each.empty() && !known) taxonomies.push_back({definition.each, {definition.each}});
    }
}

void take_if_empty(std::string& value, const std::string& found) {
    if (value.empty()) value = found;
}

// What the configuration leaves empty is the site's.
Configuration complete(Configuration configuration, const site::Description& found) {
    take_if_empty(configuration.title, found.title);
    take_if_empty(configuration.description, found.description);
    take_if_empty(configuration.site_url, found.base_url);
    take_if_empty(configuration.language, found.language);
    if (configuration.author.name.empty()) configuration.author = found.author;
    if (configuration.taxonomies.empty()) configuration.taxonomies = found.taxonomies;
    take_if_empty(configuration.time_zone, found.time_zone);
    return configuration;
}

void read_reading(const Configuration& configuration, const FoundSite& found, content::ReadingOptions& reading) {
    reading.language = configuration.language;
    reading.conventions = found.description.conventions;
    reading.path_prefix = found.prefix;
    reading.excerpt_separator = found.description.excerpt_separator;
    reading.front_matter = configuration.front_matter;
    reading.front_matter.pelican |= found.description.front_matter_headers;
    reading.front_matter.hexo |= found.description.front_matter_without_opener;
    reading.split_terms = configuration.split_terms;
    reading.cjk_emphasis = configuration.cjk_emphasis;
    reading.link_blog = configuration.link_blog;
    if (configuration.taxonomies.empty()) return;
    const content::Taxonomy languages = {std::string(feed::language_taxonomy), {"lang", "language"}};
    reading.taxonomies = configuration.taxonomies;
    const bool has_languages =
        std::any_of(reading.taxonomies.begin(), reading.taxonomies.end(),
                    [&](const content::Taxonomy& taxonomy) { return taxonomy.name == languages.name; });
    if (!has_languages) reading.taxonomies.push_back(languages);
}

std::vector<std::string> notes_on(const FoundSite& found) {
    if (found.folder.empty()) return {};
    std::string files;
    for (const std::string& file : found.description.files)
        files += (files.empty() ? "" : ", ") + (fs::path(found.folder) / file).string();
    std::vector<std::string> notes = {std::string(site::name(found.description.generator)) + ", by " + files};
    const auto note = [&](std::string_view what, const std::string& value) {
        if (!value.empty()) notes.push_back(std::string(what) + ": " + value);
    };
    note("articles in", found.root);
    note("title", found.description.title);
    note("base URL", found.description.base_url);
    note("language", found.description.language);
    note("time zone", found.description.time_zone);
    note("author", found.description.author.name);
    for (const content::Taxonomy& taxonomy : found.description.taxonomies) note("taxonomy", taxonomy.name);
    notes.insert(notes.end(), found.description.notes.begin(), found.description.notes.end());
    return notes;
}

FoundSite find_configured_site(const Configuration& configuration, Problems& problems) {
    std::error_code error;
    fs::path root = fs::absolute(configuration.content, error).lexically_normal();
    if (!root.has_filename()) root = root.parent_path();
    const auto generator = site::find_generator(configuration.site);
    if (!generator && configuration.site != "auto") {
        add_error(problems, "configuration-site", "--site",
                  "'" + configuration.site + "' is no generator that is known; use auto, hugo, jekyll, hexo, zola, " +
                      "pelican or plain");
    }
    FoundSite found = find_site(root.string(), generator);
    for (Problem& problem : found.description.problems) {
        problem.file = (fs::path(found.folder) / problem.file).string();
        problems.push_back(std::move(problem));
    }
    return found;
}

}  // namespace

shelf::RendererOptions renderer_options(const Settings& settings) {
    return {settings.reading.limits, settings.reading.cjk_emphasis};
}

MadeSettings make_settings(const Configuration& configuration, std::string_view address) {
    MadeSettings made;
    Settings& settings = made.settings;
    const FoundSite found = find_configured_site(configuration, made.problems);
    const Configuration chosen = complete(configuration, found.description);
    settings.root = found.root;
    settings.site_notes = notes_on(found);
    settings.site = make_site(chosen, settings.root, address, made.problems);
    settings.serves_articles = chosen.site_url.empty();
    read_zone(chosen, settings, made.problems);
    read_reading(chosen, found, settings.reading);
    settings.reading.site_url = settings.site.site_url;
    settings.reading.id_domain = settings.site.id_domain;
    feed::Definitions feeds = chosen.feeds.empty() ? feed::built_in_definitions() : definitions_in(chosen.feeds);
    if (chosen.feeds.empty()) drop_strangers(feeds.definitions, settings.reading.taxonomies);
    match(feeds.definitions, settings.reading.taxonomies);
    Problems conflicts = feed::find_conflicts(feeds.definitions);
    for (Problems* problems : {&feeds.problems, &conflicts}) {
        std::move(problems->begin(), problems->end(), std::back_inserter(made.problems));
    }
    settings.definitions = std::move(feeds.definitions);
    settings.entries = chosen.entries;
    settings.original_in_rss = chosen.original_in_rss;
    settings.duplicates = chosen.duplicates;
    settings.watch = chosen.watch;
    settings.watch.scan.wanted = [extensions = chosen.extensions](std::string_view path) {
        return content::is_article_path(path, extensions);
    };
    std::vector<std::string>& passed_over = settings.watch.scan.passed_over;
    passed_over.insert(passed_over.end(), found.description.passed_over.begin(), found.description.passed_over.end());
    settings.hold = chosen.hold;
    settings.ids = chosen.ids;
    settings.hold_back = chosen.hold_back;
    settings.tombstones = chosen.tombstones;
    settings.forget_after = chosen.forget_after;
    settings.state_folder_named = !chosen.state.empty();
    settings.state_folder = chosen.state.empty() ? state::default_folder(settings.root) : chosen.state;
    settings.reading_depends_on = reading_fingerprint(settings.reading, found);
    return made;
}

}  // namespace tagwire::daemon
