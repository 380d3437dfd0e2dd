#include "cli/commands.hpp"
#include "cli/options.hpp"
#include "cli/output.hpp"
#include "daemon/static_export.hpp"

#include <CLI/CLI.hpp>

#include <memory>

namespace tagwire::cli {

namespace {

struct BuildOptions {
    Options common;
    daemon::ExportOptions exporting;
};

int build(const BuildOptions& options) {
    if (load_configuration(options.common).configuration.base_url.empty()) {
        return fail(
            {Fault::invalid,
             "the files need to know their public URL: give --base-url https://example.org/ (or the key `base-url`)"});
    }
    const auto taken = take_snapshot(options.common);
    if (!taken) return fail(taken.error());
    const daemon::Snapshot& snapshot = *taken->snapshot;
    print_error(to_text(snapshot.publisher().problems()));
    const auto done = daemon::export_site(snapshot, options.exporting);
    if (!done) return fail(done.error());
    print_error(std::to_string(done->files) + " files, " + std::to_string(done->written) + " of them written, " +
                std::to_string(done->removed) + " removed");
    return success;
}

}  // namespace

void add_build_command(CLI::App& program, Action& action) {
    auto* const command = program.add_subcommand("build", "Write all feeds as files, for a web host");
    const auto options = std::make_shared<BuildOptions>();
    add_common_options(*command, options->common, ContentArgument::required);
    command->add_option("OUT", options->exporting.folder, "The folder to write to; made if it is not there")
        ->required();
    add_now_option(*command, options->common);
    command->add_flag("--gzip", options->exporting.gzip, "Write a compressed copy (.gz) beside each file");
    command->add_flag("--force", options->exporting.force, "Overwrite files that tagwire did not write");
    command->add_flag("--no-pages", options->exporting.no_pages, "Leave the HTML pages out");
    command->footer("Only files whose bytes change are touched; what tagwire wrote before and is no more is removed.");
    command->callback([&action, options] { action = [options] { return build(*options); }; });
}

}  // namespace tagwire::cli
