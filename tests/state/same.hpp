// Whether two records are the same, member by member.
#pragma once

#include "state/record_codec.hpp"
#include "state/records.hpp"

#include <catch2/catch.hpp>

namespace tagwire::state {

inline void check_same(const ArticleRecord& a, const ArticleRecord& b) {
    const content::Article& left = *a.article;
    const content::Article& right = *b.article;
    CHECK(left.path == right.path);
    CHECK(left.id == right.id);
    CHECK(left.published == right.published);
    CHECK(left.updated == right.updated);
    CHECK(left.held_until == right.held_until);
    // The codec's own test says that equal bytes are equal members.
    CHECK(encode_details(left.metadata, a.problems, a.entered.others) ==
          encode_details(right.metadata, b.problems, b.entered.others));
    CHECK(a.file == b.file);
    CHECK(a.zoneless_date == b.zoneless_date);
    CHECK(a.published_frozen == b.published_frozen);
    CHECK(a.first_seen == b.first_seen);
    CHECK(a.entered.number == b.entered.number);
    CHECK(a.deleted == b.deleted);
}

inline std::vector<std::string> ids(const std::vector<const ArticleRecord*>& records) {
    std::vector<std::string> ids;
    for (const ArticleRecord* each : records) ids.push_back(each->article->id);
    return ids;
}

}  // namespace tagwire::state
