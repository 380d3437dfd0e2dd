// Reads what the writers wrote as a feed reader would, so that it can be compared with what they were given.
#pragma once

#include "feed/writers.hpp"

#include <iosfwd>
#include <string>
#include <vector>

namespace tagwire::feed {

struct EntryRead {
    std::string id, link, title, published, updated, summary, html, language, image;
    std::vector<std::string> authors, tags;
    friend bool operator==(const EntryRead&, const EntryRead&) = default;
};

struct FeedRead {
    std::string title, home, self, language;
    std::vector<EntryRead> entries;
    friend bool operator==(const FeedRead&, const FeedRead&) = default;
};

std::ostream& operator<<(std::ostream& out, const EntryRead& entry);
std::ostream& operator<<(std::ostream& out, const FeedRead& feed);

[[nodiscard]] FeedRead read_rss(const std::string& document);
[[nodiscard]] FeedRead read_atom(const std::string& document);
[[nodiscard]] FeedRead read_json(const std::string& document);
[[nodiscard]] FeedRead read_back(Format format, const std::string& document);

// What a reader of that format must find.
[[nodiscard]] FeedRead expected(Format format, const Feed& feed, const std::vector<Entry>& entries);

}  // namespace tagwire::feed
