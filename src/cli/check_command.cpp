#include "cli/commands.hpp"
#include "cli/explanations.hpp"
#include "cli/options.hpp"
#include "cli/output.hpp"
#include "state/memory_store.hpp"

#include <spdlog/fmt/fmt.h>
#include <CLI/CLI.hpp>
#include <boost/json.hpp>

#include <algorithm>
#include <filesystem>
#include <memory>

namespace tagwire::cli {

namespace {

namespace json = boost::json;

struct CheckOptions {
    Options common;
    std::string format = "text";
    std::string code;  // to be explained
};

struct Report {
    std::vector<std::string> site;  // what was found of it
    Problems problems;
    std::size_t files = 0;
    std::size_t articles = 0;

    [[nodiscard]] std::size_t count(Severity severity) const {
        return static_cast<std::size_t>(std::count_if(
            problems.begin(), problems.end(), [&](const Problem& problem) { return problem.severity == severity; }));
    }
};

// Paths as the person at the terminal can open them: from the folder where he stands, if the articles are below it.
Problems as_seen_from_here(Problems problems, const std::string& root) {
    namespace fs = std::filesystem;
    std::error_code error;
    const fs::path relative = fs::relative(root, error);
    const bool is_below = !error && !relative.empty() && *relative.begin() != "..";
    for (Problem& problem : problems) {
        const fs::path file(problem.file);
        if (file.is_relative())
            problem.file = ((is_below ? relative : fs::path(root)) / file).lexically_normal().string();
    }
    return problems;
}

Result<Report> examine(const Options& options) {
    const auto time = now(options);
    if (!time) return time.error();
    daemon::MadeSettings made = load_settings(options);
    made.settings.reading.lint_bodies = true;
    Report report{made.settings.site_notes, std::move(made.problems)};
    if (has_error(report.problems)) return report;
    state::MemoryStore nothing_remembered;  // so that every file is read
    const auto snapshot = daemon::Snapshot::take(std::move(made.settings), nothing_remembered, *time);
    if (!snapshot) return snapshot.error();
    const daemon::Publisher& publisher = (*snapshot)->publisher();
    Problems found = (*snapshot)->publication().problems;
    std::stable_sort(found.begin(), found.end(), [](const Problem& a, const Problem& b) { return a.file < b.file; });
    for (Problem& problem : as_seen_from_here(std::move(found), publisher.settings().root))
        report.problems.push_back(std::move(problem));
    report.files = (*snapshot)->paths().size();
    report.articles = publisher.catalog().below("").size();
    return report;
}

void print_as_text(const Report& report) {
    if (!report.problems.empty()) print(to_text(report.problems) + '\n');
    for (const std::string& note : report.site) print_error((&note == &report.site.front() ? "site: " : "  ") + note);
    print_error(fmt::format("{} files, {} articles, {} errors, {} warnings", report.files, report.articles,
                            report.count(Severity::error), report.count(Severity::warning)));
}

void print_as_json(const Report& report) {
    json::array problems;
    for (const Problem& problem : report.problems) problems.push_back(to_json(problem));
    print_json(json::object{{"site", json::array(report.site.begin(), report.site.end())},
                            {"files", report.files},
                            {"articles", report.articles},
                            {"errors", report.count(Severity::error)},
                            {"warnings", report.count(Severity::warning)},
                            {"problems", std::move(problems)}});
}

int explain(const std::string& code) {
    const Explanation* const explanation = find_explanation(code);
    if (explanation != nullptr) {
        print(
            fmt::format("{}\n\n{}\n\nWhat to do: {}\n", explanation->code, explanation->meaning, explanation->remedy));
        return success;
    }
    std::string codes;
    for (const Explanation& one : explanations()) codes += "\n  " + std::string(one.code);
    return fail({Fault::invalid, "there is no problem '" + code + "'; these are known:" + codes});
}

int check(const CheckOptions& options) {
    if (!options.code.empty()) return explain(options.code);
    const auto report = examine(options.common);
    if (!report) return fail(report.error());
    if (options.format == "json") {
        print_as_json(*report);
    } else {
        print_as_text(*report);
    }
    return has_error(report->problems) ? failure : success;
}

}  // namespace

void add_check_command(CLI::App& program, Action& action) {
    auto* const command =
        program.add_subcommand("check", "Print all problems of configuration and articles; exit 1 if one is an error");
    const auto options = std::make_shared<CheckOptions>();
    add_common_options(*command, options->common, ContentArgument::optional);
    add_now_option(*command, options->common);
    command->add_option("--format", options->format, "text (the default), or json for scripts")
        ->check(CLI::IsMember({"text", "json"}))
        ->type_name("FORMAT");
    command->add_option("--explain", options->code, "Say what the code of a problem means, and what to do")
        ->type_name("CODE");
    command->callback([&action, options] { action = [options] { return check(*options); }; });
}

}  // namespace tagwire::cli
