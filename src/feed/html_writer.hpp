// HTML documents, written front to back, with all text escaped for where it stands.
#pragma once

#include "feed/markup.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace tagwire::feed {

// Names are the caller's literals. The interface is XmlWriter's, with void elements and with markup taken as it is.
class HtmlWriter {
  public:
    HtmlWriter();  // begins with the doctype

    void open(const char* name, Attributes attributes = {});
    void close();  // the element opened last
    void element(const char* name, std::string_view text, Attributes attributes = {});
    void leaf(const char* name, Attributes attributes);  // a void element: meta, link, input, img
    void text(std::string_view text);
    void markup(std::string_view clean_html);  // HTML that is safe already

    // Closes what is open and returns the document; nothing may be written afterwards.
    [[nodiscard]] std::string finish();

  private:
    void start_tag(const char* name, Attributes attributes);

    std::string document_;
    std::vector<const char*> open_;
};

}  // namespace tagwire::feed
