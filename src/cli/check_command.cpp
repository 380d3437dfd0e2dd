#include "cli/commands.hpp"
#include "cli/options.hpp"
#include "cli/output.hpp"
#include "daemon/snapshot.hpp"

#include <spdlog/fmt/fmt.h>
#include <CLI/CLI.hpp>

#include <algorithm>
#include <filesystem>
#include <memory>

namespace tagwire::cli {

namespace {

// Paths as the person at the terminal can open them.
Problems as_seen_from_here(Problems problems, const std::string& content) {
    for (Problem& problem : problems) {
        const std::filesystem::path file(problem.file);
        if (file.is_relative()) problem.file = (std::filesystem::path(content) / file).lexically_normal().string();
    }
    return problems;
}

int check(const Options& options) {
    const auto time = now(options);
    if (!time) return fail(time.error());
    auto settings = load_settings(options);
    if (!settings) {
        print(settings.error().message + '\n');
        return failure;
    }
    const auto snapshot = daemon::Snapshot::take(std::move(*settings), *time);
    if (!snapshot) return fail(snapshot.error());
    const std::string content = load_configuration(options).configuration.content;
    Problems problems = (*snapshot)->publication().problems;
    std::stable_sort(problems.begin(), problems.end(),
                     [](const Problem& a, const Problem& b) { return a.file < b.file; });
    problems = as_seen_from_here(std::move(problems), content);
    if (!problems.empty()) print(to_text(problems) + '\n');
    const auto errors = std::count_if(problems.begin(), problems.end(),
                                      [](const Problem& problem) { return problem.severity == Severity::error; });
    print_error(fmt::format("{} files, {} articles, {} errors, {} warnings", (*snapshot)->paths().size(),
                            (*snapshot)->publisher().catalog().below("").size(), errors,
                            static_cast<std::ptrdiff_t>(problems.size()) - errors));
    return errors == 0 ? success : failure;
}

}  // namespace

void add_check_command(CLI::App& program, Action& action) {
    auto* const command =
        program.add_subcommand("check", "Print all problems of configuration and articles; exit 1 if one is an error");
    const auto options = std::make_shared<Options>();
    add_common_options(*command, *options, ContentArgument::optional);
    add_now_option(*command, *options);
    command->callback([&action, options] { action = [options] { return check(*options); }; });
}

}  // namespace tagwire::cli
