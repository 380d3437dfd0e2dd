#include "cli/commands.hpp"
#include "cli/file_facts.hpp"
#include "cli/output.hpp"
#include "state/memory_store.hpp"
#include "state/open_store.hpp"

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

// A copy of what is remembered, from which is noted what was so before the folder is looked at.
Result<std::unique_ptr<state::Store>> open_copy(const std::string& file, const daemon::Settings& settings, Instant now,
                                                FileFacts& facts) {
    facts.state_folder = settings.state_folder;
    auto opened = state::open_store(settings.state_folder, state::Access::copy, now);
    facts.has_state = opened.has_value();
    if (!opened && opened.error().fault != Fault::not_found) return opened.error();
    std::unique_ptr<state::Store> store = std::make_unique<state::MemoryStore>();
    if (opened) {
        for (const std::string& warning : opened->warnings) print_error(warning);
        store = std::move(opened->store);
    }
    const auto found = look_at_memory(facts, file, settings.root, *store);
    if (!found) return found.error();
    return store;
}

int explain(const ExplainOptions& options) {
    FileFacts facts;
    const auto taken = take_snapshot(options.common, [&](const daemon::Settings& settings, Instant now) {
        return open_copy(options.file, settings, now, facts);
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
