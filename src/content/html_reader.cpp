#include "content/html_reader.hpp"

#include "content/references.hpp"

#include <libxml/HTMLparser.h>

#include <algorithm>
#include <limits>
#include <memory>
#include <string>
#include <vector>

namespace tagwire::content {

namespace {

// libxml2 takes time by depth × end tags, and by the square of the attributes of one tag.
constexpr std::size_t depth_max = 4096;
constexpr std::size_t attribute_delimiters_max = 512;

constexpr int parser_options = HTML_PARSE_RECOVER | HTML_PARSE_NOERROR | HTML_PARSE_NOWARNING | HTML_PARSE_NONET |
                               HTML_PARSE_NODEFDTD | HTML_PARSE_IGNORE_ENC;

std::string_view view(const xmlChar* text) {
    return text == nullptr ? std::string_view() : std::string_view(reinterpret_cast<const char*>(text));
}

bool is_root(std::string_view name) { return name == "html" || name == "body"; }

class Reader {
  public:
    explicit Reader(HtmlListener& listener) : parser_(htmlNewParserCtxt(), &htmlFreeParserCtxt), listener_(listener) {
        htmlSAXHandler& events = *parser_->sax;
        events = {};
        events.initialized = 1;
        events.startElement = [](void* self, const xmlChar* name, const xmlChar** attributes) {
            static_cast<Reader*>(self)->start(view(name), attributes);
        };
        events.endElement = [](void* self, const xmlChar* name) { static_cast<Reader*>(self)->end(view(name)); };
        events.characters = [](void* self, const xmlChar* text, int bytes) {
            static_cast<Reader*>(self)->listener_.text(
                {reinterpret_cast<const char*>(text), static_cast<std::size_t>(bytes)});
        };
        events.ignorableWhitespace = events.characters;
        parser_->userData = this;
    }

    void read(const std::string& html) {
        htmlCtxtReadMemory(parser_.get(), html.data(), static_cast<int>(html.size()), nullptr, "UTF-8", parser_options);
    }

  private:
    void start(std::string_view name, const xmlChar** attributes) {
        if (++depth_ > depth_max) return xmlStopParser(parser_.get());
        if (is_root(name)) return;
        attributes_.clear();
        for (; attributes != nullptr && *attributes != nullptr; attributes += 2) {
            attributes_.push_back({view(attributes[0]), view(attributes[1])});
        }
        listener_.start_element(name, attributes_);
    }

    void end(std::string_view name) {
        --depth_;
        if (!is_root(name)) listener_.end_element(name);
    }

    std::unique_ptr<htmlParserCtxt, decltype(&htmlFreeParserCtxt)> parser_;
    HtmlListener& listener_;
    std::vector<HtmlAttribute> attributes_;
    std::size_t depth_ = 0;
};

bool starts_tag(std::string_view html) {
    if (html.size() < 2 || html[0] != '<') return false;
    const char letter = static_cast<char>(html[1] | 0x20);
    return letter >= 'a' && letter <= 'z';
}

bool delimits_attributes(char c) { return c == ' ' || c == '=' || c == '\n' || c == '\t' || c == '\f'; }

// `part` goes up to a ">" or to the end. A "<" in it with too many attributes behind it becomes text.
void append_without_endless_tags(std::string& html, std::string_view part) {
    auto delimiters = static_cast<std::size_t>(std::ranges::count_if(part, delimits_attributes));
    for (; delimiters > attribute_delimiters_max && !part.empty(); part.remove_prefix(1)) {
        html += starts_tag(part) ? std::string_view("&lt;") : part.substr(0, 1);
        if (delimits_attributes(part.front())) --delimiters;
    }
    html += part;
}

// A document whose text needs no implied elements around it.
std::string as_document(std::string_view fragment) {
    std::string html = "<html><body>";
    html.reserve(fragment.size() + 64);
    while (!fragment.empty()) {
        const auto close = fragment.find('>');
        const auto length = close == std::string_view::npos ? fragment.size() : close + 1;
        append_without_endless_tags(html, fragment.substr(0, length));
        fragment.remove_prefix(length);
    }
    return html;
}

}  // namespace

void read_html(std::string_view html, HtmlListener& listener) {
    const std::string document = as_document(with_numeric_references(html));
    if (document.size() > std::numeric_limits<int>::max()) return;
    Reader(listener).read(document);
}

}  // namespace tagwire::content
