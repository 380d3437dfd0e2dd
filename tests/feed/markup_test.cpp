#include "feed/markup.hpp"

#include "base/text.hpp"
#include "feed/html_writer.hpp"
#include "feed/xml.hpp"
#include "feed/xml_writer.hpp"

#include <catch2/catch.hpp>

namespace tagwire::feed {

TEST_CASE("text is escaped for where it stands") {
    const std::string_view text = "&<>\"'\t\n]]>";
    CHECK(escaped(text, Escaping::text) == "&amp;&lt;&gt;&quot;&#39;\t\n]]&gt;");
    CHECK(escaped(text, Escaping::attribute) == "&amp;&lt;&gt;&quot;&#39;&#9;&#10;]]&gt;");
    CHECK(escaped(text, Escaping::rss_plain) == "&#x26;&#x3C;&#x3E;&quot;&#39;\t\n]]&#x3E;");
}

TEST_CASE("what XML forbids does not get through, and line ends become LF") {
    CHECK(escaped("a\x01\xEF\xBF\xBF\r\nb\rc\xFF", Escaping::text) == "a\nb\nc\xEF\xBF\xBD");
}

TEST_CASE("every Unicode scalar comes back from text and from attributes, or is left out because XML forbids it") {
    std::string all;
    for (char32_t scalar = 0; scalar < 0x110000; ++scalar) {
        if (scalar < 0xD800 || scalar >= 0xE000) append_utf8(all, scalar);
    }
    XmlWriter xml;
    xml.open("root");
    xml.element("text", all);
    xml.rss_plain("plain", all);
    xml.leaf("leaf", {{"attribute", all}});
    const Xml document(xml.finish());
    const std::string clean = clean_text(all).text;
    CHECK((document.one("/root/text") == clean));
    CHECK((document.one("/root/plain") == clean));
    CHECK((document.one("/root/leaf/@attribute") == clean));
}

TEST_CASE("an XML document begins with its declaration, and closes what is open") {
    XmlWriter xml;
    xml.open("a", {{"left-out", ""}, {"kept", "1"}});
    xml.open("b");
    xml.element("c", "");
    CHECK(xml.finish() == "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<a kept=\"1\">\n <b>\n  <c></c>\n </b>\n</a>\n");
}

TEST_CASE("an HTML document begins with the doctype, and has void elements without an end") {
    HtmlWriter html;
    html.open("p", {{"title", "\"a\" & <b>"}});
    html.text("1 < 2");
    html.leaf("br", {});
    html.markup("<b>bold</b>");
    CHECK(html.finish() ==
          "<!DOCTYPE html>\n<p title=\"&quot;a&quot; &amp; &lt;b&gt;\">1 &lt; 2<br>\n<b>bold</b></p>\n");
}

}  // namespace tagwire::feed
