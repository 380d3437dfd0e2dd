#include "cli/commands.hpp"
#include "cli/options.hpp"
#include "cli/output.hpp"
#include "content/body.hpp"

#include <spdlog/sinks/stdout_color_sinks.h>
#include <spdlog/spdlog.h>
#include <CLI/CLI.hpp>

#include <exception>

namespace {

constexpr auto footer =
    "Start with:\n"
    "  tagwire serve my-articles            # then open http://127.0.0.1:8080/\n"
    "  tagwire check my-articles            # what could not be read, and what to do\n"
    "  tagwire build my-articles public --base-url https://example.org/\n";

int run(int argc, char** argv) {
    using namespace tagwire::cli;
    CLI::App program(
        "tagwire serves live RSS, Atom and JSON feeds of a folder of articles,\n"
        "for the site and for each of its categories, tags and languages.",
        "tagwire");
    program.footer(footer);
    program.set_version_flag("--version", "tagwire " TAGWIRE_VERSION);
    program.require_subcommand(0, 1);
    Action action;
    add_serve_command(program, action);
    add_build_command(program, action);
    add_articles_command(program, action);
    add_feeds_command(program, action);
    add_check_command(program, action);
    add_explain_command(program, action);
    add_import_ids_command(program, action);
    add_state_command(program, action);
    let_last_value_win(program);
    try {
        program.parse(argc, argv);
    } catch (const CLI::ParseError& error) {
        return program.exit(error) == 0 ? success : usage_error;
    }
    if (action) return action();
    print_error(program.help());
    return usage_error;
}

}  // namespace

int main(int argc, char** argv) {
    try {
        spdlog::set_default_logger(spdlog::stderr_color_mt("tagwire"));
        tagwire::content::prepare_content();
        return run(argc, argv);
    } catch (const std::exception& error) {
        tagwire::cli::print_error(std::string("tagwire: ") + error.what());
        return tagwire::cli::failure;
    }
}
