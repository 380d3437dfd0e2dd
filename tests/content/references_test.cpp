#include "rendering.hpp"

#include "base/text.hpp"

#include <catch2/catch.hpp>

namespace tagwire::content {
namespace {

TEST_CASE("character references are decoded once") {
    const auto [text, decoded] = GENERATE(table<std::string, std::string>({
        {"Tom &amp; Jerry", "Tom & Jerry"},
        {"&amp;lt;", "&lt;"},
        {"&lt;b&gt; &quot;x&quot; it&apos;s it&#39;s", "<b> \"x\" it's it's"},
        {"&nbsp;&hellip;&eacute;&rarr;&hearts;&check;", "\xC2\xA0…é→♥✓"},
        {"&#20013;&#x6587;&#X6587;&#x1F600;", "中文文😀"},
        {"&#150;&#x92;", "–’"},
        {"AT&T, R&D; &foo; &amp &; & &# &#; &#x; &#xZ;", "AT&T, R&D; &foo; &amp &; & &# &#; &#x; &#xZ;"},
        {"&#0;&#xD800;&#x110000;", "\xEF\xBF\xBD\xEF\xBF\xBD\xEF\xBF\xBD"},
        {"a&#1;b&#xFDD0;c", "abc"},
        {"中&amp;文&", "中&文&"},
        {"", ""},
    }));
    CAPTURE(text);
    CHECK(decode_references(text) == decoded);
}

TEST_CASE("text without references is only made valid") {
    CHECK(decode_references("a\xFF"
                            "b\x01") ==
          "a\xEF\xBF\xBD"
          "b");
    std::mt19937 random(23);
    for (int round = 0; round < 2000; ++round) {
        const std::string text = decode_references(random_bytes(random, 80) + "&#" + random_bytes(random, 8) + ";");
        REQUIRE(clean_text(text).text == text);
    }
}

}  // namespace
}  // namespace tagwire::content
