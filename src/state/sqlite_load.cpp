#include "state/record_codec.hpp"
#include "state/sqlite_row.hpp"
#include "state/sqlite_tables.hpp"

#include <algorithm>
#include <array>
#include <memory>
#include <utility>

namespace tagwire::state {

namespace {

// Articles that were damaged.
struct Losses {
    std::size_t count = 0;
    std::string first;  // its path
};

ArticleRecord read_article(const SQLite::Statement& statement, Losses& losses) {
    Columns columns(statement);
    const auto article = std::make_shared<content::Article>();
    ArticleRecord record;
    article->id = columns.text();
    record.id_from = static_cast<IdOrigin>(columns.number());
    article->path = columns.text();
    article->published = columns.instant();
    article->updated = columns.instant();
    article->held_until = columns.instant();
    record.first_seen = columns.instant();
    record.deleted = columns.optional_instant();
    record.entered.number = columns.number();
    record.zoneless_date = columns.number() != 0;
    record.published_frozen = columns.number() != 0;
    record.file = columns.file();
    const std::string_view bytes = columns.blob();
    std::optional<Details> details;
    if (columns.number() == hash64(bytes)) details = decode_details(bytes);
    if (details) {
        article->metadata = std::move(details->metadata);
        record.problems = std::move(details->problems);
        record.entered.others = std::move(details->others);
    } else {
        record.file = {};
        if (losses.count++ == 0) losses.first = article->path;
    }
    record.article = article;
    return record;
}

Losses load_articles(SQLite::Database& database, ArticleTable& articles) {
    const std::int64_t count = database.execAndGet("SELECT count(*) FROM articles").getInt64();
    articles.reserve(static_cast<std::size_t>(count));
    SQLite::Statement statement(
        database,
        "SELECT id, id_from, path, published, updated, held_until, first_seen, deleted, entered,"
        " zoneless_date, published_frozen, file_size, file_modified, file_device, file_inode,"
        " details, details_hash FROM articles");
    Losses losses;
    while (statement.executeStep()) articles.load(read_article(statement, losses));
    return losses;
}

void load_skipped(SQLite::Database& database, NameTable<SkippedRecord>& skipped) {
    SQLite::Statement statement(database,
                                "SELECT path, file_size, file_modified, file_device, file_inode, reason FROM skipped");
    while (statement.executeStep()) {
        Columns columns(statement);
        std::string path = columns.text();
        const FileVersion file = columns.file();
        skipped.load(std::move(path), {file, columns.text()});
    }
}

FeedName read_name(Columns& columns) {
    std::string definition = columns.text();
    return {std::move(definition), columns.text()};
}

std::vector<feed::DeletedEntry> load_tombstones(SQLite::Statement& statement, const FeedName& name) {
    std::vector<feed::DeletedEntry> deleted;
    statement.reset();
    statement.bindNoCopy(1, name.definition);
    statement.bindNoCopy(2, name.term);
    while (statement.executeStep()) {
        Columns columns(statement);
        std::string id = columns.text();
        deleted.push_back({std::move(id), columns.instant()});
    }
    return deleted;
}

std::vector<FormerUrl> read_former_urls(std::string_view lines) {
    std::vector<FormerUrl> urls;
    while (lines.size() > 1) {
        const std::size_t end = std::min(lines.find('\n'), lines.size());
        const auto format = static_cast<std::size_t>(lines.front() - '0');
        if (format < feed::all_formats.size())
            urls.push_back({feed::all_formats.at(format), std::string(lines.substr(1, end - 1))});
        lines.remove_prefix(std::min(end + 1, lines.size()));
    }
    return urls;
}

void load_feeds(SQLite::Database& database, FeedTable& feeds) {
    SQLite::Statement tombstones(database,
                                 "SELECT id, deleted FROM tombstones WHERE definition = ? AND term = ? ORDER BY place");
    SQLite::Statement statement(database,
                                "SELECT definition, term, taxonomy, title, slug, id, updated, emptied,"
                                " rss_url, atom_url, json_url, page_url, former_urls FROM feeds");
    while (statement.executeStep()) {
        Columns columns(statement);
        FeedRecord record;
        record.name = read_name(columns);
        record.taxonomy = columns.text();
        record.title = columns.text();
        record.slug = columns.text();
        record.id = columns.text();
        record.updated = columns.instant();
        record.emptied = columns.optional_instant();
        for (std::string& url : record.urls) url = columns.text();
        record.former_urls = read_former_urls(columns.text());
        record.deleted = load_tombstones(tombstones, record.name);
        feeds.remember(std::move(record));
    }
    SQLite::Statement pages(
        database, "SELECT definition, term, number, last_number, updated FROM pages ORDER BY definition, term, number");
    while (pages.executeStep()) {
        Columns columns(pages);
        const FeedName name = read_name(columns);
        const std::uint64_t number = columns.number();
        const std::uint64_t last_number = columns.number();
        if (number != feeds.pages(name).size() + 1) continue;  // a gap can only be damage
        feeds.remember_page(name, number, {last_number, columns.instant()});
    }
    feeds.note_saved();
}

void load_marks(SQLite::Database& database, Marks& marks) {
    SQLite::Statement statement(database, "SELECT as_of, next_number, reading, id_domain FROM marks");
    if (!statement.executeStep()) return;
    Columns columns(statement);
    marks.as_of = columns.instant();
    marks.next_number = columns.number();
    marks.reading = columns.fingerprint();
    marks.id_domain = columns.text();
}

void load_bodies(SQLite::Database& database, BodyTable& bodies) {
    SQLite::Statement statement(database, "SELECT file FROM bodies");
    while (statement.executeStep()) bodies.load(Columns(statement).fingerprint());
}

}  // namespace

std::vector<std::string> load(SQLite::Database& database, Tables& tables, BodyTable& bodies) {
    SQLite::Transaction snapshot(database);
    const Losses losses = load_articles(database, tables.articles);
    load_skipped(database, tables.skipped);
    load_feeds(database, tables.feeds);
    load_marks(database, tables.marks);
    load_bodies(database, bodies);
    if (losses.count == 0) return {};
    return {"what was remembered of " + std::to_string(losses.count) +
            " articles is damaged, but for ids and dates: their files are read again; the first is " + losses.first};
}

}  // namespace tagwire::state
