#include "feed/xml_writer.hpp"

#include <libxml/xmlwriter.h>

#include <new>

namespace tagwire::feed {

namespace {

const xmlChar* xml_string(const char* text) { return reinterpret_cast<const xmlChar*>(text); }

}  // namespace

struct XmlWriter::Handles {
    std::unique_ptr<xmlBuffer, decltype(&xmlBufferFree)> buffer{xmlBufferCreate(), &xmlBufferFree};
    // Freed before the buffer, which it flushes into.
    std::unique_ptr<xmlTextWriter, decltype(&xmlFreeTextWriter)> writer{
        buffer ? xmlNewTextWriterMemory(buffer.get(), 0) : nullptr, &xmlFreeTextWriter};
};

XmlWriter::XmlWriter() : handles_(std::make_unique<Handles>()) {
    if (!handles_->writer) throw std::bad_alloc();
    xmlBufferSetAllocationScheme(handles_->buffer.get(), XML_BUFFER_ALLOC_DOUBLEIT);
    check(xmlTextWriterSetIndent(handles_->writer.get(), 1));
    check(xmlTextWriterWriteRaw(handles_->writer.get(), xml_string("<?xml version=\"1.0\" encoding=\"utf-8\"?>\n")));
}

XmlWriter::~XmlWriter() = default;

void XmlWriter::open(const char* name, Attributes attributes) {
    check(xmlTextWriterStartElement(handles_->writer.get(), xml_string(name)));
    for (const Attribute& attribute : attributes) {
        if (attribute.value.empty()) continue;
        check(xmlTextWriterStartAttribute(handles_->writer.get(), xml_string(attribute.name)));
        content(attribute.value, Escaping::attribute);
        check(xmlTextWriterEndAttribute(handles_->writer.get()));
    }
}

void XmlWriter::close() { check(xmlTextWriterEndElement(handles_->writer.get())); }

void XmlWriter::element(const char* name, std::string_view text, Attributes attributes) {
    open(name, attributes);
    content(text, Escaping::text);
    close();
}

void XmlWriter::rss_plain(const char* name, std::string_view text, Attributes attributes) {
    open(name, attributes);
    content(text, Escaping::rss_plain);
    close();
}

void XmlWriter::leaf(const char* name, Attributes attributes) {
    open(name, attributes);
    close();
}

std::string XmlWriter::finish() {
    check(xmlTextWriterEndDocument(handles_->writer.get()));
    check(xmlTextWriterFlush(handles_->writer.get()));
    if (failed_) throw std::bad_alloc();
    const auto* document = reinterpret_cast<const char*>(xmlBufferContent(handles_->buffer.get()));
    return {document, static_cast<std::size_t>(xmlBufferLength(handles_->buffer.get()))};
}

void XmlWriter::content(std::string_view text, Escaping escaping) {
    const std::string markup = escaped(text, escaping);
    check(xmlTextWriterWriteRaw(handles_->writer.get(), xml_string(markup.c_str())));
}

}  // namespace tagwire::feed
