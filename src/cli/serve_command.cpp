#include "cli/commands.hpp"
#include "cli/options.hpp"
#include "cli/output.hpp"
#include "daemon/daemon.hpp"

#include <spdlog/spdlog.h>
#include <CLI/CLI.hpp>

#include <memory>

namespace tagwire::cli {

namespace {

struct ServeOptions {
    Options common;
    bool print_address = false;
};

// Warns of what only a serving tagwire is asked for.
daemon::LoadedConfiguration load_for_serving(const Options& options) {
    daemon::LoadedConfiguration loaded = load_configuration(options);
    const daemon::Configuration& configuration = loaded.configuration;
    spdlog::set_level(spdlog::level::from_str(configuration.log_level));
    const bool is_loopback = configuration.listen.starts_with("127.") ||
                             configuration.listen.starts_with("localhost:") ||
                             configuration.listen.starts_with("[::1]");
    if (configuration.base_url.empty() && !is_loopback) {
        spdlog::warn(
            "listening on {} without a base URL: the URLs in the feeds will only work on this machine; set --base-url",
            configuration.listen);
    }
    return loaded;
}

int serve(const ServeOptions& options) {
    daemon::DaemonOptions daemon;
    daemon.configuration = [&] { return load_for_serving(options.common); };
    if (options.print_address) {
        daemon.on_ready = [](const std::string& address) { print("http://" + address + "/\n"); };
    }
    const auto ended = daemon::run(daemon);
    return ended ? success : fail(ended.error());
}

}  // namespace

void add_serve_command(CLI::App& program, Action& action) {
    auto* const command = program.add_subcommand("serve", "Serve the feeds of a folder, and keep them up to date");
    const auto options = std::make_shared<ServeOptions>();
    add_common_options(*command, options->common, ContentArgument::optional);
    command
        ->add_option("--listen", options->common.listen,
                     "Where to listen (default: 127.0.0.1:8080; port 0: any free one)")
        ->type_name("HOST:PORT");
    command->add_flag("--print-address", options->print_address,
                      "Print the address to standard output once readers are served");
    command->footer(
        "Logs go to standard error. SIGHUP reloads the configuration; SIGTERM finishes the answers under way and ends.");
    command->callback([&action, options] { action = [options] { return serve(*options); }; });
}

}  // namespace tagwire::cli
