#include "feed/xml.hpp"

#include "feed/namespaces.hpp"

#include <libxml/parser.h>
#include <libxml/relaxng.h>
#include <libxml/xpath.h>
#include <libxml/xpathInternals.h>
#include <catch2/catch.hpp>

namespace tagwire::feed {

namespace {

const xmlChar* xml_string(const char* text) { return reinterpret_cast<const xmlChar*>(text); }

// Namespace errors do not make libxml2 refuse a document, but they do make it say something.
bool spoke_up = false;
void note(void*, xmlErrorPtr) { spoke_up = true; }

}  // namespace

Xml::Xml(const std::string& document) : document_(nullptr, &xmlFreeDoc) {
    spoke_up = false;
    xmlSetStructuredErrorFunc(nullptr, note);
    document_.reset(xmlReadMemory(document.data(), static_cast<int>(document.size()), nullptr, nullptr,
                                  XML_PARSE_NONET | XML_PARSE_HUGE | XML_PARSE_PEDANTIC));
    xmlSetStructuredErrorFunc(nullptr, nullptr);
    INFO(document);
    REQUIRE(document_);
    REQUIRE_FALSE(spoke_up);
}

std::vector<std::string> Xml::all(const std::string& path) const {
    const std::unique_ptr<xmlXPathContext, decltype(&xmlXPathFreeContext)> context(xmlXPathNewContext(document_.get()),
                                                                                   &xmlXPathFreeContext);
    const std::vector<std::pair<const char*, const char*>> prefixes = {
        {"a", namespaces::atom},    {"c", namespaces::content}, {"d", namespaces::dublin_core},
        {"f", namespaces::history}, {"m", namespaces::media},   {"t", namespaces::tombstones}};
    for (const auto& [prefix, uri] : prefixes) xmlXPathRegisterNs(context.get(), xml_string(prefix), xml_string(uri));
    const std::unique_ptr<xmlXPathObject, decltype(&xmlXPathFreeObject)> found(
        xmlXPathEvalExpression(xml_string(path.c_str()), context.get()), &xmlXPathFreeObject);
    INFO(path);
    REQUIRE(found);
    std::vector<std::string> texts;
    for (int i = 0; i < xmlXPathNodeSetGetLength(found->nodesetval); ++i) {
        const std::unique_ptr<xmlChar, decltype(xmlFree)> text(xmlNodeGetContent(found->nodesetval->nodeTab[i]),
                                                               xmlFree);
        texts.emplace_back(reinterpret_cast<const char*>(text.get()));
    }
    return texts;
}

std::string Xml::one(const std::string& path) const {
    const std::vector<std::string> found = all(path);
    INFO(path);
    REQUIRE(found.size() <= 1);
    return found.empty() ? std::string() : found.front();
}

bool Xml::is_valid_by(const std::string& relax_ng_file) const {
    const std::unique_ptr<xmlRelaxNGParserCtxt, decltype(&xmlRelaxNGFreeParserCtxt)> parser(
        xmlRelaxNGNewParserCtxt(relax_ng_file.c_str()), &xmlRelaxNGFreeParserCtxt);
    const std::unique_ptr<xmlRelaxNG, decltype(&xmlRelaxNGFree)> schema(xmlRelaxNGParse(parser.get()), &xmlRelaxNGFree);
    REQUIRE(schema);
    const std::unique_ptr<xmlRelaxNGValidCtxt, decltype(&xmlRelaxNGFreeValidCtxt)> validator(
        xmlRelaxNGNewValidCtxt(schema.get()), &xmlRelaxNGFreeValidCtxt);
    xmlRelaxNGSetValidStructuredErrors(validator.get(), note, nullptr);
    return xmlRelaxNGValidateDoc(validator.get(), document_.get()) == 0;
}

}  // namespace tagwire::feed
