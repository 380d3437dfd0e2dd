// The URLs of a feed's archive: RFC 5005 §4.
//
// A page's URL is that of the feed's document with "archive/<number>/" before its last name, for ever:
// /tags/tide/atom.xml has /tags/tide/archive/1/atom.xml, and the page / has /archive/1/.
//
// A page that is linked from elsewhere must not change when the next one closes, yet should say where that is. So
// every page names the next number as its `next-archive`; as long as that page is not closed, its URL leads on
// (302) to the feed's current document, which is what follows.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace tagwire::feed {

// `url` may be a path; page numbers count from 1.
[[nodiscard]] std::string archive_url(std::string_view url, std::size_t page);

struct ArchivePlace {
    std::string current;  // the path of the feed's current document
    std::size_t page = 0;
};
// The reverse, for a path; nothing if it is no page's: not of that form, or a number not as archive_url() writes it.
[[nodiscard]] std::optional<ArchivePlace> read_archive_path(std::string_view path);

}  // namespace tagwire::feed
