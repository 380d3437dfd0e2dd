#include "state/sqlite_database.hpp"

#include <sqlite3.h>

#include <array>
#include <cstdint>
#include <string_view>

namespace tagwire::state {

namespace {

constexpr std::int32_t application_id = 0x74616777;  // "tagw"
constexpr int busy_milliseconds = 1000;

// What brings a database from the version that is the script's index to the next one. Instants are microseconds since
// 1970 in UTC; what is unsigned in memory has the same bits here.
constexpr std::array migrations = {
    R"sql(
CREATE TABLE articles (
    id TEXT NOT NULL UNIQUE,
    id_from INTEGER NOT NULL,           -- an IdOrigin
    path TEXT NOT NULL,
    published INTEGER NOT NULL,
    updated INTEGER NOT NULL,
    held_until INTEGER NOT NULL,
    first_seen INTEGER NOT NULL,
    deleted INTEGER,
    entered INTEGER NOT NULL,           -- its number in the feeds
    zoneless_date INTEGER NOT NULL,
    published_frozen INTEGER NOT NULL,
    file_size INTEGER NOT NULL,
    file_modified INTEGER NOT NULL,
    file_device INTEGER NOT NULL,
    file_inode INTEGER NOT NULL,
    details BLOB NOT NULL,              -- see record_codec.cpp
    details_hash INTEGER NOT NULL       -- XXH3 of them
) STRICT;
CREATE TABLE skipped (
    path TEXT PRIMARY KEY,
    file_size INTEGER NOT NULL,
    file_modified INTEGER NOT NULL,
    file_device INTEGER NOT NULL,
    file_inode INTEGER NOT NULL,
    reason TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE TABLE feeds (
    definition TEXT NOT NULL,
    term TEXT NOT NULL,
    taxonomy TEXT NOT NULL,
    title TEXT NOT NULL,
    slug TEXT NOT NULL,
    id TEXT NOT NULL,
    updated INTEGER NOT NULL,
    emptied INTEGER,
    rss_url TEXT NOT NULL,
    atom_url TEXT NOT NULL,
    json_url TEXT NOT NULL,
    page_url TEXT NOT NULL,
    former_urls TEXT NOT NULL,          -- a line each: a digit, its Format, and the URL
    PRIMARY KEY (definition, term)
) STRICT, WITHOUT ROWID;
CREATE TABLE tombstones (
    definition TEXT NOT NULL,
    term TEXT NOT NULL,
    place INTEGER NOT NULL,
    id TEXT NOT NULL,
    deleted INTEGER NOT NULL,
    PRIMARY KEY (definition, term, place),
    FOREIGN KEY (definition, term) REFERENCES feeds ON DELETE CASCADE
) STRICT, WITHOUT ROWID;
CREATE TABLE pages (
    definition TEXT NOT NULL,
    term TEXT NOT NULL,
    number INTEGER NOT NULL,
    last_number INTEGER NOT NULL,
    updated INTEGER NOT NULL,
    PRIMARY KEY (definition, term, number),
    FOREIGN KEY (definition, term) REFERENCES feeds ON DELETE CASCADE
) STRICT, WITHOUT ROWID;
CREATE TABLE documents (
    path TEXT PRIMARY KEY,
    hash INTEGER NOT NULL,
    last_modified INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE TABLE bodies (
    file BLOB NOT NULL UNIQUE,          -- the fingerprint of its bytes
    packed BLOB NOT NULL
) STRICT;
CREATE TABLE marks (
    only INTEGER PRIMARY KEY CHECK (only = 1),
    as_of INTEGER NOT NULL,
    next_number INTEGER NOT NULL,
    reading BLOB NOT NULL,
    id_domain TEXT NOT NULL
) STRICT;
)sql",
};
constexpr auto present_version = static_cast<int>(migrations.size());

// A path in a URI: "?", "#" and "%" mean something there.
std::string uri_of(const std::string& path) {
    std::string uri = "file:";
    for (const char c : path) {
        switch (c) {
            case '?': uri += "%3f"; break;
            case '#': uri += "%23"; break;
            case '%': uri += "%25"; break;
            default: uri += c;
        }
    }
    return uri;
}

int pragma(SQLite::Database& database, const char* name) {
    return database.execAndGet(std::string("PRAGMA ") + name).getInt();
}

// While this holds, a WAL that is found stays as it is, and so does the database.
void keep_wal_at_close(SQLite::Database& database, int keep) {
    sqlite3_db_config(database.getHandle(), SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, keep, nullptr);
}

Result<void> check_version(int version, const DatabaseFile& file) {
    if (version > present_version) {
        return Error{Fault::invalid, "the state " + file.path + " is of version " + std::to_string(version) +
                                         ", and this tagwire knows none after " + std::to_string(present_version) +
                                         ": run the tagwire that wrote it, or a newer one"};
    }
    if (version < present_version && file.opening != Opening::write) {
        return Error{Fault::invalid, "the state " + file.path + " is of the older version " + std::to_string(version) +
                                         ": let `tagwire serve` bring it up to date first"};
    }
    return {boost::system::in_place_value};
}

void migrate(SQLite::Database& database, int version) {
    SQLite::Transaction transaction(database, SQLite::TransactionBehavior::IMMEDIATE);
    for (int next = version; next < present_version; ++next)
        database.exec(migrations.at(static_cast<std::size_t>(next)));
    database.exec("PRAGMA application_id = " + std::to_string(application_id));
    database.exec("PRAGMA user_version = " + std::to_string(present_version));
    transaction.commit();
}

}  // namespace

SQLite::Database connect(const DatabaseFile& file) {
    // Each connection belongs to one thread at a time, so that SQLite need not lock it.
    int flags = SQLite::OPEN_NOMUTEX;
    flags |= file.opening == Opening::write ? SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE : SQLite::OPEN_READONLY;
    if (file.opening == Opening::frozen) {
        return {uri_of(file.path) + "?immutable=1", flags | SQLite::OPEN_URI, busy_milliseconds};
    }
    return {file.path, flags, busy_milliseconds};
}

Result<void> prepare(SQLite::Database& database, const DatabaseFile& file) {
    keep_wal_at_close(database, 1);
    const int application = pragma(database, "application_id");
    const int version = pragma(database, "user_version");
    const bool empty = database.execAndGet("SELECT count(*) FROM sqlite_schema").getInt() == 0;
    if (application != application_id && (application != 0 || version != 0 || !empty)) {
        return Error{Fault::invalid, file.path + " is the database of another program; it is left alone"};
    }
    if (empty && file.opening != Opening::write)
        return Error{Fault::not_found, "nothing is remembered in " + file.path};
    if (Result<void> checked = check_version(version, file); !checked) return checked;
    if (file.opening != Opening::write) return {boost::system::in_place_value};

    if (sqlite3_db_readonly(database.getHandle(), "main") != 0) {
        throw SQLite::Exception("the file is write protected", SQLITE_READONLY);
    }
    keep_wal_at_close(database, 0);
    database.exec("PRAGMA page_size = 16384");  // of a new file: loading and large commits are faster than with 4096
    database.exec("PRAGMA journal_mode = WAL");
    database.exec("PRAGMA synchronous = NORMAL");
    database.exec("PRAGMA wal_autocheckpoint = 0");         // see Checkpointer
    database.exec("PRAGMA journal_size_limit = 16777216");  // of a WAL that begins again
    database.exec("PRAGMA foreign_keys = ON");
    if (version < present_version) migrate(database, version);
    return {boost::system::in_place_value};
}

bool is_damage(const SQLite::Exception& error) {
    const int code = error.getErrorCode() & 0xFF;
    return code == SQLITE_CORRUPT || code == SQLITE_NOTADB || code == SQLITE_ERROR;  // the last: a table is missing
}

}  // namespace tagwire::state
