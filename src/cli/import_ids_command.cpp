#include "base/limits.hpp"
#include "cli/commands.hpp"
#include "cli/options.hpp"
#include "cli/output.hpp"
#include "daemon/import_ids.hpp"
#include "daemon/read_text.hpp"

#include <spdlog/fmt/fmt.h>
#include <CLI/CLI.hpp>

#include <iostream>
#include <iterator>
#include <memory>

namespace tagwire::cli {

namespace {

struct ImportOptions {
    Options common;
    std::vector<std::string> feeds;
    bool dry_run = false;
};

Result<std::string> read_bytes(const std::string& file) {
    const std::size_t bytes_max = Limits{}.old_feed_bytes_max;
    if (file != "-") return daemon::read_text(file, bytes_max);
    std::string bytes(bytes_max + 1, '\0');  // one more, so that too much is known as such
    std::cin.read(bytes.data(), static_cast<std::streamsize>(bytes.size()));
    bytes.resize(static_cast<std::size_t>(std::cin.gcount()));
    return bytes;
}

Result<std::vector<feed::OldEntry>> read_feed(const std::string& file) {
    const auto bytes = read_bytes(file);
    if (!bytes) return bytes.error();
    return feed::read_old_feed(*bytes);
}

// Those of all feeds that can be read; fails if none can.
Result<std::vector<feed::OldEntry>> read_feeds(const std::vector<std::string>& files) {
    std::vector<feed::OldEntry> entries;
    bool is_any_read = false;
    for (const std::string& file : files) {
        auto read = read_feed(file);
        if (!read) {
            print_error(file + ": " + read.error().message);
            continue;
        }
        is_any_read = true;
        std::move(read->begin(), read->end(), std::back_inserter(entries));
    }
    if (!is_any_read) return Error{Fault::invalid, "there is no feed to take ids from"};
    return entries;
}

Result<StorePtr> open_own_state(const daemon::Settings& settings, Instant now) {
    auto store = open_state(settings, state::Access::own, now);
    if (store || store.error().fault != Fault::unavailable) return store;
    return Error{Fault::unavailable, store.error().message +
                                         "; stop it first, since it would not learn of the ids (--dry-run shows "
                                         "meanwhile what would match)"};
}

daemon::ImportTargets targets_in(const Taken& taken) {
    daemon::ImportTargets targets;
    targets.zone = taken.snapshot->publisher().settings().reading.zone;
    taken.store->for_each_article([&](const state::ArticleRecord& record) {
        targets.articles.push_back(record.article);
        if (record.id_from == state::IdOrigin::front_matter) targets.with_own_id.insert(record.article->path);
    });
    return targets;
}

void keep_ids(const std::vector<daemon::MatchedEntry>& matched, state::Store& store) {
    for (const daemon::MatchedEntry& match : matched) {
        if (match.how == daemon::MatchedBy::id) continue;
        state::ArticleRecord record = *store.article(match.path);
        content::Article article = *record.article;
        article.id = match.entry.id;
        record.article = std::make_shared<const content::Article>(std::move(article));
        record.id_from = state::IdOrigin::imported;
        store.remember(std::move(record));
    }
}

void print_ids(const daemon::ImportedIds& ids) {
    for (const daemon::MatchedEntry& one : ids.matched) print(one.path + "  " + one.entry.id + '\n');
    for (const daemon::UnmatchedEntry& one : ids.unmatched)
        print(fmt::format("-  {}  {}: {}\n", one.entry.id, one.entry.title, one.reason));
}

int import_ids(const ImportOptions& options) {
    const auto entries = read_feeds(options.feeds);
    if (!entries) return fail(entries.error());
    const auto taken =
        take_snapshot(options.common, options.dry_run ? OpenStore(copy_of_state) : OpenStore(open_own_state));
    if (!taken) return fail(taken.error());
    const daemon::ImportedIds ids = daemon::match_ids(*entries, targets_in(*taken));
    if (!options.dry_run) {
        keep_ids(ids.matched, *taken->store);
        const auto saved = taken->store->commit();
        if (!saved) return fail(saved.error());
    }
    print_ids(ids);
    print_error(fmt::format("{} of {} entries are articles, {}", ids.matched.size(), entries->size(),
                            options.dry_run ? "which would have their ids (--dry-run: nothing was saved)"
                                            : "which have their ids from now on"));
    return success;
}

}  // namespace

void add_import_ids_command(CLI::App& program, Action& action) {
    auto* const command =
        program.add_subcommand("import-ids", "Take over the ids that readers know from the feeds of another system");
    const auto options = std::make_shared<ImportOptions>();
    command
        ->add_option("OLD-FEED", options->feeds,
                     "Files of RSS, Atom or JSON Feed as that system served them; - is standard input")
        ->required();
    add_common_options(*command, options->common, ContentArgument::option);
    command->add_flag("--dry-run", options->dry_run, "Print what matches, and save nothing");
    command->footer(
        "An entry is the article at its link (on whichever host), else the one with its title and date. Printed are the "
        "paths of articles with their ids, then, after -, the entries that are no article, and why.");
    command->callback([&action, options] { action = [options] { return import_ids(*options); }; });
}

}  // namespace tagwire::cli
