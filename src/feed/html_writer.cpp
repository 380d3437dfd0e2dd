#include "feed/html_writer.hpp"

#include <utility>

namespace tagwire::feed {

HtmlWriter::HtmlWriter() : document_("<!DOCTYPE html>\n") {}

void HtmlWriter::open(const char* name, Attributes attributes) {
    start_tag(name, attributes);
    open_.push_back(name);
}

void HtmlWriter::close() {
    document_.append("</").append(open_.back()).append(">\n");
    open_.pop_back();
}

void HtmlWriter::element(const char* name, std::string_view text_of_element, Attributes attributes) {
    open(name, attributes);
    text(text_of_element);
    close();
}

void HtmlWriter::leaf(const char* name, Attributes attributes) {
    start_tag(name, attributes);
    document_ += '\n';
}

void HtmlWriter::text(std::string_view text) { append_escaped(document_, text, Escaping::text); }

void HtmlWriter::markup(std::string_view clean_html) { document_ += clean_html; }

std::string HtmlWriter::finish() {
    while (!open_.empty()) close();
    return std::move(document_);
}

void HtmlWriter::start_tag(const char* name, Attributes attributes) {
    document_.append("<").append(name);
    for (const Attribute& attribute : attributes) {
        if (attribute.value.empty()) continue;
        document_.append(" ").append(attribute.name).append("=\"");
        append_escaped(document_, attribute.value, Escaping::attribute);
        document_ += '"';
    }
    document_ += '>';
}

}  // namespace tagwire::feed
