#include "state/record_codec.hpp"
#include "state/sqlite_row.hpp"
#include "state/sqlite_tables.hpp"

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <deque>
#include <future>
#include <memory>
#include <utility>

namespace tagwire::state {

namespace {

// Articles that were damaged.
struct Losses {
    std::size_t count = 0;
    std::string first;  // its path
};

// An article whose details are still to be decoded.
struct ArticleRow {
    std::shared_ptr<content::Article> article = std::make_shared<content::Article>();
    ArticleRecord record;
    std::string details;
    std::uint64_t details_hash = 0;
};
using ArticleRows = std::vector<ArticleRow>;
constexpr std::size_t rows_at_once = 2048;
constexpr std::size_t decoding_at_once = 4;

ArticleRow read_row(const SQLite::Statement& statement) {
    Columns columns(statement);
    ArticleRow row;
    content::Article& article = *row.article;
    ArticleRecord& record = row.record;
    article.id = columns.text();
    record.id_from = static_cast<IdOrigin>(columns.number());
    article.path = columns.text();
    article.published = columns.instant();
    article.updated = columns.instant();
    article.held_until = columns.instant();
    record.first_seen = columns.instant();
    record.deleted = columns.optional_instant();
    record.entered.number = columns.number();
    record.zoneless_date = columns.number() != 0;
    record.published_frozen = columns.number() != 0;
    record.file = columns.file();
    row.details = columns.blob();
    row.details_hash = columns.number();
    return row;
}

// The next ones; none at the end.
ArticleRows read_rows(SQLite::Statement& statement) {
    ArticleRows rows;
    if (statement.isDone()) return rows;
    rows.reserve(rows_at_once);
    while (rows.size() < rows_at_once && statement.executeStep()) rows.push_back(read_row(statement));
    return rows;
}

bool decode(ArticleRow& row) {
    std::optional<Details> details;
    if (row.details_hash == hash64(row.details)) details = decode_details(row.details);
    if (details) {
        row.article->metadata = std::move(details->metadata);
        row.record.problems = std::move(details->problems);
        row.record.entered.others = std::move(details->others);
    } else {
        row.record.file = {};
    }
    row.record.article = std::move(row.article);
    row.details = {};
    return details.has_value();
}

struct Decoded {
    ArticleRows rows;
    Losses losses;
};

Decoded decode_all(ArticleRows rows) {
    Decoded decoded{std::move(rows), {}};
    for (ArticleRow& row : decoded.rows) {
        if (decode(row)) continue;
        if (decoded.losses.count++ == 0) decoded.losses.first = row.record.article->path;
    }
    return decoded;
}

// Decoding takes as long as reading, and is done beside it.
Losses load_articles(SQLite::Database& database, ArticleTable& articles) {
    const std::int64_t count = database.execAndGet("SELECT count(*) FROM articles").getInt64();
    articles.reserve(static_cast<std::size_t>(count));
    SQLite::Statement statement(
        database,
        "SELECT id, id_from, path, published, updated, held_until, first_seen, deleted, entered,"
        " zoneless_date, published_frozen, file_size, file_modified, file_device, file_inode,"
        " details, details_hash FROM articles");
    Losses losses;
    std::deque<std::future<Decoded>> decoding;
    const auto load_first = [&] {
        Decoded decoded = decoding.front().get();
        decoding.pop_front();
        for (ArticleRow& row : decoded.rows) articles.load(std::move(row.record));
        if (losses.count == 0) losses.first = std::move(decoded.losses.first);
        losses.count += decoded.losses.count;
    };
    for (ArticleRows rows = read_rows(statement); !rows.empty(); rows = read_rows(statement)) {
        decoding.push_back(std::async(std::launch::async, decode_all, std::move(rows)));
        if (decoding.size() > decoding_at_once) load_first();
    }
    while (!decoding.empty()) load_first();
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
