#include "cli/options.hpp"

#include "cli/output.hpp"
#include "daemon/clock.hpp"
#include "daemon/read_text.hpp"
#include "state/memory_store.hpp"

#include <CLI/CLI.hpp>

namespace tagwire::cli {

namespace {

void lay_over(const std::optional<std::string>& option, std::string& value) {
    if (option) value = *option;
}

}  // namespace

void add_place_options(CLI::App& command, Options& options, ContentArgument content) {
    const bool is_option = content == ContentArgument::option;
    auto* const folder = command.add_option(is_option ? "--content" : "CONTENT", options.content,
                                            "The folder of articles (default: the key `content`, then .)");
    if (is_option) folder->type_name("DIR");
    if (content == ContentArgument::required) folder->required()->description("The folder of articles");
    command.add_option("--config", options.config, "Read this configuration file (YAML); options win over it")
        ->type_name("FILE");
    command
        .add_option("--state", options.state,
                    is_option
                        ? "The folder of what tagwire remembers (default: that of serve)"
                        : "The folder of what tagwire remembers; commands other than serve only read it (default: "
                          "none for them, a folder in $XDG_STATE_HOME/tagwire for serve)")
        ->type_name("DIR");
}

void add_common_options(CLI::App& command, Options& options, ContentArgument content) {
    add_place_options(command, options, content);
    command.add_option("--base-url", options.base_url, "Where the feeds live: https://example.org/")->type_name("URL");
    command.add_option("--site-url", options.site_url, "Where the articles' pages live (default: the base URL)")
        ->type_name("URL");
    command.add_option("--title", options.title, "The site's title (default: the folder's name)")->type_name("TEXT");
    command.add_option("--time-zone", options.time_zone, "Of dates that name none: Asia/Shanghai (default: UTC)")
        ->type_name("ZONE");
    command.add_option("--language", options.language, "Of articles that name none: zh-CN")->type_name("TAG");
    command
        .add_option(
            "--site", options.site,
            "The generator that the folder was written for: auto (the default), hugo, jekyll, hexo, zola, pelican "
            "or plain")
        ->type_name("NAME");
    command
        .add_option("--feeds", options.feeds,
                    "A folder of feed definitions, beside the built-in ones or in their place")
        ->type_name("DIR");
}

void let_last_value_win(CLI::App& program) {
    for (CLI::App* const command : program.get_subcommands([](const CLI::App*) { return true; })) {
        for (CLI::Option* const option : command->get_options()) {
            if (option->get_expected_max() == 1) option->take_last();
        }
    }
}

void add_now_option(CLI::App& command, Options& options) {
    command
        .add_option("--now", options.now,
                    "Take this for the present time: 2026-11-21T20:00:00Z (for output that can be repeated)")
        ->type_name("TIME");
}

daemon::LoadedConfiguration load_configuration(const Options& options) {
    daemon::LoadedConfiguration loaded;
    if (!options.config.empty()) {
        const auto text = daemon::read_text(options.config);
        if (!text) {
            loaded.problems.push_back(
                {Severity::error, "configuration-file", options.config, 0, 0, text.error().message});
            return loaded;
        }
        loaded = daemon::read_configuration(options.config, *text);
    }
    daemon::Configuration& configuration = loaded.configuration;
    lay_over(options.content, configuration.content);
    lay_over(options.listen, configuration.listen);
    lay_over(options.base_url, configuration.base_url);
    lay_over(options.site_url, configuration.site_url);
    lay_over(options.title, configuration.title);
    lay_over(options.time_zone, configuration.time_zone);
    lay_over(options.language, configuration.language);
    lay_over(options.site, configuration.site);
    lay_over(options.state, configuration.state);
    lay_over(options.feeds, configuration.feeds);
    return loaded;
}

daemon::MadeSettings load_settings(const Options& options) {
    daemon::LoadedConfiguration loaded = load_configuration(options);
    daemon::MadeSettings made = daemon::make_settings(loaded.configuration, loaded.configuration.listen);
    made.problems.insert(made.problems.begin(), loaded.problems.begin(), loaded.problems.end());
    return made;
}

Result<Instant> now(const Options& options) {
    if (options.now) return parse_rfc3339(*options.now);
    return daemon::now();
}

Result<StorePtr> open_state(const daemon::Settings& settings, state::Access access, Instant now) {
    auto opened = state::open_store(settings.state_folder, access, now);
    if (!opened) return opened.error();
    for (const std::string& warning : opened->warnings) print_error(warning);
    return std::move(opened->store);
}

Result<StorePtr> copy_of_state(const daemon::Settings& settings, Instant now) {
    auto store = open_state(settings, state::Access::copy, now);
    const bool is_none = !store && store.error().fault == Fault::not_found;
    return is_none ? StorePtr(std::make_unique<state::MemoryStore>()) : std::move(store);
}

Result<StorePtr> copy_of_named_state(const daemon::Settings& settings, Instant now) {
    if (!settings.state_folder_named) return StorePtr(std::make_unique<state::MemoryStore>());
    return open_state(settings, state::Access::copy, now);
}

Result<Taken> take_snapshot(const Options& options, const OpenStore& open) {
    const auto time = now(options);
    if (!time) return time.error();
    daemon::MadeSettings made = load_settings(options);
    if (has_error(made.problems)) return Error{Fault::invalid, to_text(made.problems)};
    print_error(to_text(made.problems));
    auto store = open(made.settings, *time);
    if (!store) return store.error();
    auto snapshot = daemon::Snapshot::take(std::move(made.settings), **store, *time);
    if (!snapshot) return snapshot.error();
    return Taken{*time, std::move(*store), std::move(*snapshot)};
}

}  // namespace tagwire::cli
