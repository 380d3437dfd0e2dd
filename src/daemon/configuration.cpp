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

void read_author(MapReader& map, std::string_view file, Problems& problems, content::Person& author) {
    const yaml::Value* const value = map.map("author");
    if (value == nullptr) return;
    MapReader person(*value, file, problems);
    take(person.text("name"), author.name);
    take(person.text("email"), author.email);
    take(person.text("uri"), author.uri);
    person.finish();
}

void read_watch(MapReader& map, std::string_view file, Problems& problems, Configuration& configuration) {
    const yaml::Value* const value = map.value("watch");
    if (value == nullptr || value->kind == yaml::Kind::null) return;
    watch::WatchOptions& options = configuration.watch;
    const std::initializer_list<std::pair<std::string_view, watch::Method>> methods = {
        {"inotify", watch::Method::inotify}, {"poll", watch::Method::poll}};
    if (value->kind == yaml::Kind::scalar) return take_choice(map, "watch", methods, options.method);
    MapReader watch(*value, file, problems);
    take_choice(watch, "method", methods, options.method);
    take(watch.seconds("poll-interval"), options.poll_interval);
    take(watch.seconds("quiet-time"), options.quiet_time);
    take(watch.seconds("maximum-wait"), options.maximum_wait);
    take(watch.seconds("hold"), configuration.hold);
    take_choice(watch, "follow-links",
                {{"everywhere", watch::FollowLinks::everywhere}, {"inside", watch::FollowLinks::inside}},
                options.scan.follow_links);
    watch.finish();
}

void read_http(MapReader& map, std::string_view file, Problems& problems, http::ServerOptions& options) {
    const yaml::Value* const value = map.map("http");
    if (value == nullptr) return;
    MapReader http(*value, file, problems);
    take(http.size("threads"), options.threads);
    take(http.size("connections"), options.connections_max);
    take(http.seconds("max-age"), options.max_age);
    take(http.seconds("header-timeout"), options.header_timeout);
    take(http.seconds("idle-timeout"), options.idle_timeout);
    take(http.seconds("write-timeout"), options.write_timeout);
    take(http.seconds("drain-timeout"), options.drain_timeout);
    http.finish();
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
    take(map.text("listen"), configuration.listen);
    take(map.text("base-url"), configuration.base_url);
    take(map.text("site-url"), configuration.site_url);
    take(map.text("title"), configuration.title);
    take(map.text("description"), configuration.description);
    take(map.text("language"), configuration.language);
    take(map.text("time-zone"), configuration.time_zone);
    take(map.text("id-domain"), configuration.id_domain);
    take(map.text("state"), configuration.state);
    take(map.text("feeds"), configuration.feeds);
    take(map.text("log-level"), configuration.log_level);
    take_choice(map, "entries", {{"full", feed::ContentMode::full}, {"summary", feed::ContentMode::summary}},
                configuration.entries);
    read_author(map, file, loaded.problems, configuration.author);
    read_watch(map, file, loaded.problems, configuration);
    read_http(map, file, loaded.problems, configuration.http);
    map.finish();
    for (std::string* folder : {&configuration.content, &configuration.feeds, &configuration.state}) {
        anchor(*folder, std::filesystem::path(file));
    }
    return loaded;
}

}  // namespace tagwire::daemon
