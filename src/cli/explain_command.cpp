#include "cli/commands.hpp"
#include "cli/file_facts.hpp"
#include "cli/output.hpp"

#include <CLI/CLI.hpp>
#include <boost/json.hpp>

#include <memory>

namespace tagwire::cli {

namespace {

struct ExplainOptions {
    Options common;
    std::string file;
    bool json = false;
};

int explain(const ExplainOptions& options) {
    FileFacts facts;
    const auto taken =
        take_snapshot(options.common, [&](const daemon::Settings& settings, Instant now) -> Result<StorePtr> {
            auto store = copy_of_state(settings, now);
            if (!store) return store;
            const auto found = look_at_memory(facts, options.file, settings, **store);
            return found ? std::move(store) : found.error();
        });
    if (!taken) return fail(taken.error());
    look_at_file(facts, *taken);
    if (options.json) {
        print_json(to_json(facts));
    } else {
        print(to_text(facts));
    }
    return success;
}

}  // namespace

void add_explain_command(CLI::App& program, Action& action) {
    auto* const command = program.add_subcommand("explain", "Say why a file's article is, or is not, in which feeds");
    const auto options = std::make_shared<ExplainOptions>();
    command->add_option("FILE", options->file, "In full, from where you stand, or from the folder of articles")
        ->required();
    add_common_options(*command, options->common, ContentArgument::option);
    add_now_option(*command, options->common);
    command->add_flag("--json", options->json, "Print one JSON object");
    command->footer("What a running daemon remembers is read, and not changed.");
    command->callback([&action, options] { action = [options] { return explain(*options); }; });
}

}  // namespace tagwire::cli
