// Which article each entry of an old feed is, so that it can keep the id that readers know.
#pragma once

#include "base/time_zone.hpp"
#include "content/article.hpp"
#include "feed/old_feed.hpp"

#include <functional>
#include <set>
#include <string>
#include <vector>

namespace tagwire::daemon {

struct ImportTargets {
    std::vector<content::ArticlePtr> articles;
    std::set<std::string, std::less<>> with_own_id;  // paths of those whose front matter gives their id: they keep it
    TimeZone zone = TimeZone::utc();                 // in which two dates are of one day
};

enum class MatchedBy { id, link, title_and_date };

struct MatchedEntry {
    feed::OldEntry entry;
    std::string path;  // of the article
    MatchedBy how = MatchedBy::link;
};

struct UnmatchedEntry {
    feed::OldEntry entry;
    std::string reason;  // a clause for people: "it has neither …"
};

// Both in the order of the entries.
struct ImportedIds {
    std::vector<MatchedEntry> matched;
    std::vector<UnmatchedEntry> unmatched;
};

// An entry is the article that has its id already; else the one at its link (its id, if it has no link), of which path
// and query count, since sites move to other hosts; else the one with its title and date: the same instant, or the same
// day. Where it could be several articles, or an article several entries, it is none, but the first of entries with one
// id or one link counts. Ids that are no URIs are not kept: RFC 4287 §4.2.6.
[[nodiscard]] ImportedIds match_ids(const std::vector<feed::OldEntry>& entries, const ImportTargets& targets);

}  // namespace tagwire::daemon
