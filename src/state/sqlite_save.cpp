#include "state/record_codec.hpp"
#include "state/sqlite_row.hpp"
#include "state/sqlite_tables.hpp"

#include <cstddef>

namespace tagwire::state {

namespace {

void delete_all(SQLite::Database& database) {
    for (const char* table : {"articles", "skipped", "feeds", "documents", "bodies", "marks"}) {
        database.exec(std::string("DELETE FROM ") + table);
    }
}

void save_article(SQLite::Statement& statement, const ArticleRecord& record) {
    const content::Article& article = *record.article;
    const std::string details = encode_details(article.metadata, record.problems, record.entered.others);
    Parameters(statement)
        .text(article.id)
        .number(static_cast<std::uint64_t>(record.id_from))
        .text(article.path)
        .instant(article.published)
        .instant(article.updated)
        .instant(article.held_until)
        .instant(record.first_seen)
        .instant(record.deleted)
        .number(record.entered.number)
        .number(record.zoneless_date ? 1 : 0)
        .number(record.published_frozen ? 1 : 0)
        .file(record.file)
        .blob(details)
        .number(hash64(details))
        .run();
}

void save_articles(SQLite::Database& database, const ArticleTable& articles) {
    if (articles.unsaved().empty()) return;
    SQLite::Statement forget(database, "DELETE FROM articles WHERE id = ?");
    SQLite::Statement remember(
        database, "INSERT OR REPLACE INTO articles VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)");
    for (const std::string& id : articles.unsaved()) {
        if (const ArticleRecord* record = articles.holder(id)) {
            save_article(remember, *record);
        } else {
            Parameters(forget).text(id).run();
        }
    }
}

void save_skipped(SQLite::Database& database, const NameTable<SkippedRecord>& skipped) {
    if (skipped.unsaved().empty()) return;
    SQLite::Statement forget(database, "DELETE FROM skipped WHERE path = ?");
    SQLite::Statement remember(database, "INSERT OR REPLACE INTO skipped VALUES (?, ?, ?, ?, ?, ?)");
    for (const std::string& path : skipped.unsaved()) {
        if (const SkippedRecord* record = skipped.find(path)) {
            Parameters(remember).text(path).file(record->file).text(record->reason).run();
        } else {
            Parameters(forget).text(path).run();
        }
    }
}

std::string to_lines(const std::vector<FormerUrl>& urls) {
    std::string lines;
    for (const FormerUrl& former : urls) {
        lines.append(std::to_string(static_cast<int>(former.format))).append(former.url).append(1, '\n');
    }
    return lines;
}

class FeedWriter {
  public:
    explicit FeedWriter(SQLite::Database& database)
        // No REPLACE here, which would take the feed's pages with it.
        : feed_(database,
                "INSERT INTO feeds VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO UPDATE SET"
                " taxonomy = excluded.taxonomy, title = excluded.title, slug = excluded.slug, id = excluded.id,"
                " updated = excluded.updated, emptied = excluded.emptied, rss_url = excluded.rss_url,"
                " atom_url = excluded.atom_url, json_url = excluded.json_url, page_url = excluded.page_url,"
                " former_urls = excluded.former_urls"),
          no_tombstones_(database, "DELETE FROM tombstones WHERE definition = ? AND term = ?"),
          tombstone_(database, "INSERT INTO tombstones VALUES (?, ?, ?, ?, ?)") {}

    void write(const FeedRecord& record) {
        const FeedName& name = record.name;
        Parameters feed(feed_);
        feed.text(name.definition).text(name.term).text(record.taxonomy).text(record.title).text(record.slug);
        feed.text(record.id).instant(record.updated).instant(record.emptied);
        for (const std::string& url : record.urls) feed.text(url);
        const std::string former = to_lines(record.former_urls);
        feed.text(former).run();
        Parameters(no_tombstones_).text(name.definition).text(name.term).run();
        for (std::size_t place = 0; place < record.deleted.size(); ++place) {
            const feed::DeletedEntry& entry = record.deleted[place];
            Parameters row(tombstone_);
            row.text(name.definition).text(name.term).number(place).text(entry.id).instant(entry.deleted).run();
        }
    }

  private:
    SQLite::Statement feed_;
    SQLite::Statement no_tombstones_;
    SQLite::Statement tombstone_;
};

void save_pages(SQLite::Database& database, const FeedTable& feeds) {
    if (feeds.unsaved().pages.empty()) return;
    SQLite::Statement statement(database, "INSERT OR REPLACE INTO pages VALUES (?, ?, ?, ?, ?)");
    for (const auto& [name, number] : feeds.unsaved().pages) {
        if (feeds.feed(name) == nullptr) continue;  // noted again when the feed is known
        const PageRecord& page = feeds.pages(name)[number - 1];
        Parameters row(statement);
        row.text(name.definition).text(name.term).number(number).number(page.last_number).instant(page.updated).run();
    }
}

void save_feeds(SQLite::Database& database, const FeedTable& feeds) {
    if (!feeds.unsaved().forgotten.empty()) {
        SQLite::Statement forget(database, "DELETE FROM feeds WHERE definition = ? AND term = ?");
        for (const FeedName& name : feeds.unsaved().forgotten) {
            Parameters(forget).text(name.definition).text(name.term).run();
        }
    }
    if (!feeds.unsaved().feeds.empty()) {
        FeedWriter writer(database);
        for (const FeedName& name : feeds.unsaved().feeds) writer.write(*feeds.feed(name));
    }
    save_pages(database, feeds);
}

void save_documents(SQLite::Database& database, const NameTable<DocumentRecord>& documents) {
    if (documents.unsaved().empty()) return;
    SQLite::Statement statement(database, "INSERT OR REPLACE INTO documents VALUES (?, ?, ?)");
    for (const std::string& path : documents.unsaved()) {
        const DocumentRecord* record = documents.find(path);
        Parameters(statement).text(path).number(record->hash).instant(record->last_modified).run();
    }
}

void save_bodies(SQLite::Database& database, const std::vector<BodyTable::Change>& bodies) {
    if (bodies.empty()) return;
    SQLite::Statement forget(database, "DELETE FROM bodies WHERE file = ?");
    SQLite::Statement remember(database, "INSERT OR REPLACE INTO bodies VALUES (?, ?)");
    for (const auto& [file, packed] : bodies) {
        if (packed) {
            Parameters(remember).fingerprint(file).blob(*packed).run();
        } else {
            Parameters(forget).fingerprint(file).run();
        }
    }
}

void save_marks(SQLite::Database& database, const Marks& marks) {
    SQLite::Statement statement(database, "INSERT OR REPLACE INTO marks VALUES (1, ?, ?, ?, ?)");
    Parameters row(statement);
    row.instant(marks.as_of).number(marks.next_number).fingerprint(marks.reading).text(marks.id_domain).run();
}

}  // namespace

void save(SQLite::Database& database, const Tables& tables, const std::vector<BodyTable::Change>& bodies) {
    SQLite::Transaction transaction(database, SQLite::TransactionBehavior::IMMEDIATE);
    if (tables.cleared) delete_all(database);
    save_articles(database, tables.articles);
    save_skipped(database, tables.skipped);
    save_feeds(database, tables.feeds);
    save_documents(database, tables.documents);
    save_bodies(database, bodies);
    if (tables.marks_unsaved) save_marks(database, tables.marks);
    transaction.commit();
}

}  // namespace tagwire::state
