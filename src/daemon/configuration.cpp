#include "daemon/configuration.hpp"

#include "yaml/value.hpp"

#include <filesystem>
#include <optional>

namespace tagwire::daemon {

namespace {

using std::chrono::milliseconds;
using std::chrono::seconds;
using yaml::MapReader;

void take(std::optional<std::string> value, std::string& target) {
    if (value) target = std::move(*value);
}

void take(std::optional<std::size_t> value, std::size_t& target) {
    if (value) target = *value;
}

void take(std::optional<bool> value, bool& target) {
    if (value) target = *value;
}

template <class Duration>
void take(std::optional<double> value, Duration& target) {
    if (value) target = std::chrono::duration_cast<Duration>(std::chrono::duration<double>(*value));
}

// One of two words.
template <class Choice>
void take_choice(MapReader& map, std::string_view key,
                 std::initializer_list<std::pair<std::string_view, Choice>> choices, Choice& target) {
    const yaml::Value* const value = map.value(key);
    if (value == nullptr || value->kind == yaml::Kind::null) return;
    std::string known;
    for (const auto& [word, choice] : choices) {
        if (value->kind == yaml::Kind::scalar && value->scalar == word) {
            target = choice;
            return;
        }
        known += known.empty() ? "" : ", ";
        known += word;
    }
    map.report(*value, "configuration-value", "'" + std::string(key) + "' is one of: " + known);
}

void read_author(MapReader& person, content::Person& author) {
    take(person.text("name"), author.name);
    take(person.text("email"), author.email);
    take(person.text("uri"), author.uri);
}

void read_front_matter(MapReader& map, content::FrontMatterForms& forms) {
    const auto words = map.texts("front-matter");
    if (!words) return;
    forms = {};
    for (const std::string& word : *words) {
        if (word == "pelican") {
            forms.pelican = true;
        } else if (word == "hexo") {
            forms.hexo = true;
        } else if (word == "none") {
            forms.none = true;
        } else {
            map.report(*map.value("front-matter"), "configuration-value",
                       "'front-matter' is a list of: pelican, hexo, none");
        }
    }
}

// "tags: [tags, tag]": a taxonomy and the front matter's keys that feed it.
void read_taxonomies(MapReader& map, std::vector<content::Taxonomy>& taxonomies) {
    const yaml::Value* const value = map.map("taxonomies");
    if (value == nullptr) return;
    for (const yaml::Member& member : value->members) {
        content::Taxonomy taxonomy{member.key, {}};
        if (member.value.kind == yaml::Kind::scalar) taxonomy.keys.push_back(member.value.scalar);
        for (const yaml::Value& item : member.value.items) taxonomy.keys.push_back(item.scalar);
        if (taxonomy.keys.empty()) taxonomy.keys.push_back(member.key);
        taxonomies.push_back(std::move(taxonomy));
    }
}

void read_extensions(MapReader& map, std::vector<std::string>& extensions) {
    auto words = map.texts("extensions");
    if (!words) return;
    for (std::string& word : *words) {
        if (!word.starts_with('.')) word.insert(0, ".");
    }
    extensions = std::move(*words);
}

void read_link_blog(MapReader& link_blog, Configuration& configuration) {
    using LastLine = content::LinkBlog::LastLine;
    if (auto keys = link_blog.texts("keys")) configuration.link_blog.keys = std::move(*keys);
    take_choice(link_blog, "last-line", {{"article", LastLine::of_the_article}, {"original", LastLine::the_original}},
                configuration.link_blog.last_line);
    take_choice(link_blog, "rss", {{"source", feed::OriginalInRss::source}, {"link", feed::OriginalInRss::link}},
                configuration.original_in_rss);
    take_choice(link_blog, "duplicates",
                {{"shown", catalog::Duplicates::shown}, {"hidden", catalog::Duplicates::hidden}},
                configuration.duplicates);
}

// "watch: poll" names the method alone.
void read_method(MapReader& map, std::string_view key, watch::Method& method) {
    take_choice(map, key, {{"inotify", watch::Method::inotify}, {"poll", watch::Method::poll}}, method);
}

void read_watch(MapReader& watch, Configuration& configuration) {
    watch::WatchOptions& options = configuration.watch;
    read_method(watch, "method", options.method);
    take(watch.seconds("poll-interval"), options.poll_interval);
    take(watch.seconds("quiet-time"), options.quiet_time);
    take(watch.seconds("maximum-wait"), options.maximum_wait);
    take(watch.seconds("hold"), configuration.hold);
    take_choice(watch, "follow-links",
                {{"everywhere", watch::FollowLinks::everywhere}, {"inside", watch::FollowLinks::inside}},
                options.scan.follow_links);
}

void read_http(MapReader& http, http::ServerOptions& options) {
    take(http.size("threads"), options.threads);
    take(http.size("connections"), options.connections_max);
    take(http.seconds("max-age"), options.max_age);
    take(http.seconds("header-timeout"), options.header_timeout);
    take(http.seconds("idle-timeout"), options.idle_timeout);
    take(http.seconds("write-timeout"), options.write_timeout);
    take(http.seconds("drain-timeout"), options.drain_timeout);
}

// Folders in a configuration file are meant from where that file lies.
void anchor(std::string& folder, const std::filesystem::path& file) {
    if (!folder.empty() && file.has_parent_path()) folder = (file.parent_path() / folder).lexically_normal().string();
}

}  // namespace

LoadedConfiguration read_configuration(std::string_view file, std::string_view yaml) {
    LoadedConfiguration loaded;
    Configuration& configuration = loaded.configuration;
    yaml::Document document = yaml::parse(yaml, file, 1, Limits());
    loaded.problems = std::move(document.problems);
    if (has_error(loaded.problems)) return loaded;
    MapReader map(document.root, file, loaded.problems);
    take(map.text("content"), configuration.content);
    take(map.text("site"), configuration.site);
    take(map.text("listen"), configuration.listen);
    take(map.text("base-url"), configuration.base_url);
    take(map.text("site-url"), configuration.site_url);
    take(map.text("title"), configuration.title);
    take(map.text("description"), configuration.description);
    take(map.text("language"), configuration.language);
    take(map.text("time-zone"), configuration.time_zone);
    take(map.text("id-domain"), configuration.id_domain);
    take(map.text("state"), configuration.state);
    take_choice(map, "ids", {{"path", IdSource::path}, {"permalink", IdSource::permalink}}, configuration.ids);
    take(map.seconds("forget-after"), configuration.forget_after);
    take(map.seconds("hold-back"), configuration.hold_back);
    take(map.seconds("tombstones"), configuration.tombstones);
    take(map.text("feeds"), configuration.feeds);
    take(map.text("log-level"), configuration.log_level);
    take_choice(map, "entries", {{"full", feed::ContentMode::full}, {"summary", feed::ContentMode::summary}},
                configuration.entries);
    read_extensions(map, configuration.extensions);
    read_front_matter(map, configuration.front_matter);
    read_taxonomies(map, configuration.taxonomies);
    take(map.boolean("split-terms"), configuration.split_terms);
    take(map.boolean("cjk-emphasis"), configuration.cjk_emphasis);
    map.nested("link-blog", [&](MapReader& link_blog) { read_link_blog(link_blog, configuration); });
    map.nested("author", [&](MapReader& author) { read_author(author, configuration.author); });
    const yaml::Value* const watch = map.value("watch");
    if (watch != nullptr && watch->kind == yaml::Kind::scalar) {
        read_method(map, "watch", configuration.watch.method);
    } else {
        map.nested("watch", [&](MapReader& detail) { read_watch(detail, configuration); });
    }
    map.nested("http", [&](MapReader& http) { read_http(http, configuration.http); });
    map.finish();
    for (std::string* folder : {&configuration.content, &configuration.feeds, &configuration.state}) {
        anchor(*folder, std::filesystem::path(file));
    }
    return loaded;
}

}  // namespace tagwire::daemon
