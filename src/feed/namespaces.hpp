// The names of the XML vocabularies in our documents.
#pragma once

namespace tagwire::feed::namespaces {

inline constexpr const char* atom = "http://www.w3.org/2005/Atom";
inline constexpr const char* content = "http://purl.org/rss/1.0/modules/content/";
inline constexpr const char* dublin_core = "http://purl.org/dc/elements/1.1/";
inline constexpr const char* history = "http://purl.org/syndication/history/1.0";
inline constexpr const char* media = "http://search.yahoo.com/mrss/";
inline constexpr const char* tombstones = "http://purl.org/atompub/tombstones/1.0";

}  // namespace tagwire::feed::namespaces
