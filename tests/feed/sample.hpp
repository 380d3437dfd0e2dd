// Feeds and entries for the tests of the writers.
#pragma once

#include "feed/writers.hpp"

#include <string>
#include <vector>

namespace tagwire::feed::sample {

// The feed of the tag 中文 标签, in Chinese, with all formats.
[[nodiscard]] Feed tag_feed();
// The same feed, where its document stands there in its history.
[[nodiscard]] Feed feed_at(Archive archive);
[[nodiscard]] std::vector<DeletedEntry> deleted_entries();
[[nodiscard]] Site site();

// A Chinese article with everything in it, an English one with a body but no summary, one with nothing but a file name,
// and one full of characters that no document may hold.
[[nodiscard]] std::vector<Entry> entries();

[[nodiscard]] Entry entry(content::Article article, std::string html);
[[nodiscard]] Instant instant(std::string_view rfc3339);

// The site's own feed and the terms of two taxonomies.
[[nodiscard]] std::vector<FeedGroup> groups();

}  // namespace tagwire::feed::sample
