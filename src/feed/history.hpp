// How a document says where the rest of its feed's history is: RFC 5005, whose sections are cited.
#pragma once

#include "feed/feed.hpp"
#include "feed/xml_writer.hpp"

#include <string>
#include <string_view>

namespace tagwire::feed {

// Whether the document is a page of the archive, rather than the current one.
[[nodiscard]] bool is_archive_page(const Feed& feed);

// The page before this document, in its format; empty where there is none.
[[nodiscard]] std::string older_url(const Feed& feed, Format format);
// The page after it, or what its URL leads on to; empty for the current document.
[[nodiscard]] std::string newer_url(const Feed& feed, Format format);

// The namespace of what write_history() writes; empty where it needs none.
[[nodiscard]] std::string_view history_namespace(const Feed& feed);
// The links and marks in the head of an XML document, which declares the namespace as "fh". `link` is the name of
// Atom's link element.
void write_history(XmlWriter& xml, const Feed& feed, Format format, const char* link);

}  // namespace tagwire::feed
