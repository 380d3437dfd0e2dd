// XML 1.0 documents, written front to back. All text goes through one escaping (markup.hpp): no CDATA, and nothing that
// XML forbids gets out. The home of libxml2's writer.
#pragma once

#include "feed/markup.hpp"

#include <memory>
#include <string>
#include <string_view>

namespace tagwire::feed {

// Names are the caller's literals, with their prefix ("dc:creator"); the root element declares each prefix that is
// used.
class XmlWriter {
  public:
    XmlWriter();
    ~XmlWriter();
    XmlWriter(const XmlWriter&) = delete;
    XmlWriter& operator=(const XmlWriter&) = delete;

    void open(const char* name, Attributes attributes = {});
    void close();  // the element opened last

    void element(const char* name, std::string_view text, Attributes attributes = {});
    void rss_plain(const char* name, std::string_view text, Attributes attributes = {});  // see Escaping::rss_plain
    void leaf(const char* name, Attributes attributes);                                   // an element without content

    // Closes what is open and returns the document; nothing may be written afterwards. Throws std::bad_alloc if memory
    // ran out here or earlier.
    [[nodiscard]] std::string finish();

  private:
    void content(std::string_view text, Escaping escaping);
    void check(int result) { failed_ = failed_ || result < 0; }

    struct Handles;
    std::unique_ptr<Handles> handles_;
    bool failed_ = false;
};

}  // namespace tagwire::feed
