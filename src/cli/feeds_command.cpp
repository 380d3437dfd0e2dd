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

struct FeedsOptions {
    Options common;
    bool json = false;
};

json::object to_json(const catalog::FeedState& state, const feed::Feed& feed, const feed::Definition& definition) {
    json::object urls;
    for (const feed::Format format : feed::all_formats) {
        if (!feed.url(format).empty()) urls[feed::name(format)] = feed.url(format);
    }
    return {{"title", feed.title},           {"id", feed.id},
            {"definition", definition.name}, {"term", state.term},
            {"articles", state.articles},    {"urls", std::move(urls)}};
}

std::string to_text(const catalog::FeedState& state, const feed::Feed& feed) {
    std::string text =
        fmt::format("{} ({} {})\n", feed.title, state.articles, state.articles == 1 ? "article" : "articles");
    for (const feed::Format format : feed::all_formats) {
        if (!feed.url(format).empty()) text += "  " + feed.url(format) + '\n';
    }
    return text;
}

int feeds(const FeedsOptions& options) {
    const auto taken = take_snapshot(options.common);
    if (!taken) return fail(taken.error());
    const daemon::Snapshot& snapshot = *taken->snapshot;
    const daemon::Publisher& publisher = snapshot.publisher();
    json::array list;
    for (const catalog::FeedState& state : publisher.catalog().feeds()) {
        const feed::Feed& feed = publisher.feeds().feed(state.key);
        if (options.json) {
            list.push_back(to_json(state, feed, publisher.settings().definitions[state.key.definition]));
        } else {
            print(to_text(state, feed));
        }
    }
    if (options.json) print_json(list);
    return success;
}

}  // namespace

void add_feeds_command(CLI::App& program, Action& action) {
    auto* const command = program.add_subcommand("feeds", "List every feed, with its URLs");
    const auto options = std::make_shared<FeedsOptions>();
    add_common_options(*command, options->common, ContentArgument::optional);
    add_now_option(*command, options->common);
    command->add_flag("--json", options->json, "Print one JSON array of objects");
    command->callback([&action, options] { action = [options] { return feeds(*options); }; });
}

}  // namespace tagwire::cli
