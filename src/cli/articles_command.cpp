#include "cli/article_state.hpp"
#include "cli/commands.hpp"
#include "cli/options.hpp"
#include "cli/output.hpp"

#include <spdlog/fmt/fmt.h>
#include <CLI/CLI.hpp>
#include <boost/json.hpp>

#include <memory>

namespace tagwire::cli {

namespace {

namespace json = boost::json;
using content::Article;

struct ArticlesOptions {
    Options common;
    bool json = false;
};

json::value text_or_null(const std::string& text) { return text.empty() ? json::value() : json::value(text); }

json::array to_json(const Problems& problems) {
    json::array list;
    for (const Problem& problem : problems) list.push_back(cli::to_json(problem));
    return list;
}

json::object to_json(const Article& article, const catalog::Catalog& catalog, Instant time) {
    json::object taxonomies;
    for (const content::TermList& list : article.metadata.taxonomies) {
        taxonomies[list.taxonomy] = json::array(list.terms.begin(), list.terms.end());
    }
    json::array authors;
    for (const content::Person& author : article.metadata.authors) authors.emplace_back(author.name);
    return {{"path", article.path},
            {"id", article.id},
            {"title", article.metadata.title},
            {"link", article.metadata.link},
            {"published", rfc3339(article.published)},
            {"updated", rfc3339(article.updated)},
            {"language", text_or_null(article.metadata.language)},
            {"taxonomies", std::move(taxonomies)},
            {"authors", std::move(authors)},
            {"image", text_or_null(article.metadata.image)},
            {"external_url", text_or_null(article.metadata.external_url)},
            {"summary", article.metadata.summary},
            {"state", state_of(article, catalog, time)}};
}

// A file without an article has the same members, so that scripts need not ask for them.
json::object to_json(const std::string& path, std::string_view state) {
    json::object object = {{"path", path}};
    for (const char* const member : {"id", "title", "link", "published", "updated", "language"})
        object[member] = nullptr;
    object["taxonomies"] = json::object();
    object["authors"] = json::array();
    for (const char* const member : {"image", "external_url", "summary"}) object[member] = nullptr;
    object["state"] = state;
    return object;
}

json::array to_json(const daemon::Snapshot& snapshot, Instant time) {
    const catalog::Catalog& catalog = snapshot.publisher().catalog();
    json::array files;
    for (const std::string& path : snapshot.paths()) {
        const Problems problems = snapshot.problems_of(path);
        const auto article = catalog.find(path);
        json::object file =
            article ? to_json(*article, catalog, time) : to_json(path, has_error(problems) ? "broken" : "skipped");
        file["problems"] = to_json(problems);
        files.push_back(std::move(file));
    }
    return files;
}

std::string to_line(const json::object& file) {
    const auto text = [&](const char* member) {
        const json::value& value = file.at(member);
        return value.is_string() ? std::string(value.as_string()) : std::string("-");
    };
    return fmt::format("{:<9}  {:<20}  {}  {}\n", text("state"), text("published"), text("path"), text("title"));
}

int articles(const ArticlesOptions& options) {
    const auto taken = take_snapshot(options.common);
    if (!taken) return fail(taken.error());
    const daemon::Snapshot& snapshot = *taken->snapshot;
    const json::array files = to_json(snapshot, taken->time);
    if (options.json) {
        print_json(files);
        return success;
    }
    for (const json::value& file : files) print(to_line(file.as_object()));
    print_error(to_text(snapshot.publisher().problems()));
    return success;
}

}  // namespace

void add_articles_command(CLI::App& program, Action& action) {
    auto* const command = program.add_subcommand("articles", "Show how each file was read");
    const auto options = std::make_shared<ArticlesOptions>();
    add_common_options(*command, options->common, ContentArgument::optional);
    add_now_option(*command, options->common);
    command->add_flag("--json", options->json, "Print one JSON array of objects, with all that was understood");
    command->callback([&action, options] { action = [options] { return articles(*options); }; });
}

}  // namespace tagwire::cli
