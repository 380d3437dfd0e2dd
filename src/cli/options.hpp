// The options that every command takes; each is a key of the configuration file as well, and wins over it.
#pragma once

#include "base/result.hpp"
#include "base/time.hpp"
#include "daemon/configuration.hpp"
#include "daemon/settings.hpp"
#include "daemon/snapshot.hpp"
#include "state/open_store.hpp"

#include <functional>
#include <memory>
#include <optional>
#include <string>

namespace CLI {
class App;
}

namespace tagwire::cli {

struct Options {
    std::string config;
    std::optional<std::string> content;
    std::optional<std::string> listen;
    std::optional<std::string> base_url;
    std::optional<std::string> site_url;
    std::optional<std::string> title;
    std::optional<std::string> time_zone;
    std::optional<std::string> language;
    std::optional<std::string> site;
    std::optional<std::string> state;
    std::optional<std::string> feeds;
    std::optional<std::string> now;
};

// How a command is told of the folder of articles: by an argument, or by --content where its arguments are other files.
enum class ContentArgument { optional, required, option };

// Adds the options that say where everything lies: content, configuration, state.
void add_place_options(CLI::App& command, Options& options, ContentArgument content);
// The same, and the options for reading and URLs.
void add_common_options(CLI::App& command, Options& options, ContentArgument content);
// Whoever calls a script that calls tagwire can so change what the script says. For a program that has its commands.
void let_last_value_win(CLI::App& program);
// --now, for commands that end.
void add_now_option(CLI::App& command, Options& options);

// The configuration file, if one is named, with the options laid over it.
[[nodiscard]] daemon::LoadedConfiguration load_configuration(const Options& options);

// The same, checked and thought through.
[[nodiscard]] daemon::MadeSettings load_settings(const Options& options);

// What --now says, else the clock.
[[nodiscard]] Result<Instant> now(const Options& options);

using StorePtr = std::unique_ptr<state::Store>;
struct Taken {
    Instant time;
    StorePtr store;
    std::unique_ptr<daemon::Snapshot> snapshot;
};
// Opens what is to be remembered, given the settings. These print what has to be warned of.
using OpenStore = std::function<Result<StorePtr>(const daemon::Settings& settings, Instant now)>;
[[nodiscard]] Result<StorePtr> open_state(const daemon::Settings& settings, state::Access access, Instant now);
// A copy of the state, else an empty memory where there is none.
[[nodiscard]] Result<StorePtr> copy_of_state(const daemon::Settings& settings, Instant now);
// A copy of the state that was named, which must be there, else an empty memory.
[[nodiscard]] Result<StorePtr> copy_of_named_state(const daemon::Settings& settings, Instant now);

// The folder as it is now, read with these settings. Prints the configuration's warnings; fails with all its errors in
// one text, or if the folder or what is remembered cannot be read.
[[nodiscard]] Result<Taken> take_snapshot(const Options& options, const OpenStore& open = copy_of_named_state);

}  // namespace tagwire::cli
