// HTML as a stream of events, read by libxml2 as leniently as it can.
#pragma once

#include <span>
#include <string_view>

namespace tagwire::content {

struct HtmlAttribute {
    std::string_view name;   // in lower case
    std::string_view value;  // references decoded
};

// Each start has its end, and they are nested. Names are in lower case. Views live for the call only.
class HtmlListener {
  public:
    virtual ~HtmlListener() = default;
    virtual void start_element(std::string_view name, std::span<const HtmlAttribute> attributes) = 0;
    virtual void end_element(std::string_view name) = 0;
    virtual void text(std::string_view text) = 0;
};

// Reads a fragment or a whole document; the elements html and body are not reported. Comments, declarations and
// processing instructions are passed over. What lies nested thousands deep is left out, with all that follows. `html`
// is valid UTF-8.
void read_html(std::string_view html, HtmlListener& listener);

}  // namespace tagwire::content
