#include "cli/commands.hpp"
#include "cli/options.hpp"
#include "cli/output.hpp"
#include "state/open_store.hpp"

#include <spdlog/fmt/fmt.h>
#include <CLI/CLI.hpp>

#include <filesystem>
#include <memory>

namespace tagwire::cli {

namespace {

struct BackupOptions {
    Options common;
    std::string file;
};

int back_up(const BackupOptions& options) {
    const daemon::MadeSettings made = load_settings(options.common);
    if (has_error(made.problems)) return fail({Fault::invalid, to_text(made.problems)});
    const auto done = state::back_up(made.settings.state_folder, options.file);
    if (!done) return fail(done.error());
    std::error_code error;
    const auto bytes = std::filesystem::file_size(options.file, error);
    print(fmt::format("{}: {} bytes\n", options.file, error ? 0 : bytes));
    return success;
}

}  // namespace

void add_state_command(CLI::App& program, Action& action) {
    auto* const state = program.add_subcommand("state", "Look after what tagwire remembers");
    state->require_subcommand(1);
    auto* const command = state->add_subcommand("backup", "Copy what is remembered to a new file");
    const auto options = std::make_shared<BackupOptions>();
    command->add_option("FILE", options->file, "The file to make; it must not be there")->required();
    add_place_options(*command, options->common, ContentArgument::option);
    command->footer(
        "A daemon may be running. To restore, stop it, and put the file in the place of tagwire.db in the folder of "
        "the state.");
    command->callback([&action, options] { action = [options] { return back_up(*options); }; });
}

}  // namespace tagwire::cli
