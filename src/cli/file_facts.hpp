// What there is to say of one file: what it is, whether readers see it and where, and what is remembered.
#pragma once

#include "cli/options.hpp"
#include "content/read_article.hpp"
#include "state/store.hpp"

#include <boost/json/fwd.hpp>

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace tagwire::cli {

enum class FileKind { article, skipped, broken, missing };

struct FeedPlace {
    const feed::Feed* feed = nullptr;  // lives as long as the snapshot
    bool in_current = false;           // whether the current document shows the article
    std::size_t page = 0;              // of the archive that holds it; 0: none

    // Of the document that shows it, the current one if that does; empty without the format.
    [[nodiscard]] std::string url(feed::Format format) const;
};

// What was remembered before anybody looked at the folder as it is now.
struct Remembered {
    std::optional<state::ArticleRecord> article;  // of that path
    std::vector<state::ArticleRecord> deleted;    // the articles that were at it before
};
struct FileFacts {
    std::string path;
    std::string state_folder;
    bool has_state = false;  // else nothing is remembered at all
    Remembered remembered;

    // What follows is so now.
    FileKind kind = FileKind::missing;
    std::string reason;                           // why it is no article, or has no entry; else empty
    Problems problems;                            // of the file as it is
    std::optional<state::ArticleRecord> article;  // its last good version, and what a daemon knows of it now
    std::string_view state;                       // see state_of(); of the article
    std::string original_at;                      // the path of the article that it is a duplicate of
    std::optional<Instant> appears, goes;         // when readers will see it, and will see it no more
    content::DateOrigin published_from = content::DateOrigin::none;
    bool updated_from_front_matter = false;
    std::vector<FeedPlace> feeds;
};
// The first step, before the folder is read: the path of the file, and what is remembered.
[[nodiscard]] Result<void> look_at_memory(FileFacts& facts, const std::string& typed, const daemon::Settings& settings,
                                          const state::Store& store);
// The second one.
void look_at_file(FileFacts& facts, const Taken& taken);

[[nodiscard]] std::string to_text(const FileFacts& facts);  // sentences for people
[[nodiscard]] boost::json::object to_json(const FileFacts& facts);

}  // namespace tagwire::cli
