#include "base/text.hpp"

#include <catch2/catch.hpp>

#include <utility>

using namespace tagwire;

TEST_CASE("Every code point is written and read back") {
    for (char32_t c = 0; c <= 0x10FFFF; ++c) {
        if (c >= 0xD800 && c <= 0xDFFF) continue;
        std::string text;
        append_utf8(text, c);
        std::string_view rest = text;
        if (take_code_point(rest) != c || !rest.empty() || !is_utf8(text))
            FAIL("U+" << std::hex << static_cast<unsigned>(c));
    }
}

TEST_CASE("Ill-formed sequences are found, and replaced one for each maximal subpart") {
    const std::pair<std::string, std::string> cases[] = {
        {"\xC0\xAF", "��"}, {"\xED\xA0\x80", "���"}, {"\xF0\x9F\x98", "�"},
        {"a\xFFz", "a�z"},  {"\xE4\xB8", "�"},       {"\xF4\x90\x80\x80", "����"},
    };
    for (const auto& [bytes, clean] : cases) {
        CHECK_FALSE(is_utf8(bytes));
        CHECK(clean_text(bytes).text == clean);
    }
}

TEST_CASE("Whatever stands around it, a sequence is well-formed if nothing in it must be replaced") {
    const std::string padding = "padding.";
    for (int first = 0x80; first <= 0xFF; ++first) {
        for (int second = 0; second <= 0xFF; ++second) {
            for (const char third : {'\x00', '\x7F', '\x80', '\xBF', '\xC0', '\xFF'}) {
                const std::string bytes{static_cast<char>(first), static_cast<char>(second), third};
                const bool expected = clean_text(bytes).replaced == 0;
                if (is_utf8(bytes) != expected || is_utf8(padding + bytes + padding) != expected) {
                    FAIL(first << ' ' << second << ' ' << int{third});
                }
            }
        }
    }
}

TEST_CASE("What XML forbids is dropped and counted, line ends become LF") {
    const auto clean =
        clean_text(std::string("a\0b\x0B"
                               "c\r\nd\re\xEF\xBF\xBE\xEF\xB7\x90",
                               16));
    CHECK(clean.text == "abc\nd\ne");
    CHECK(clean.dropped == 4);
    CHECK(clean.replaced == 0);
}

TEST_CASE("Blanks of all scripts are trimmed and collapsed") {
    CHECK(trim("\u3000\u00A0 渡 口 \t\n") == "渡 口");
    CHECK(trim(" \n").empty());
    CHECK(collapse_blanks(" a\u3000\n b\tc ") == "a b c");
    CHECK(collapse_blanks("").empty());
}

TEST_CASE("Folding makes spellings equal that differ by case or composition only") {
    CHECK(fold_case("CAFE\u0301") == fold_case("café"));
    CHECK(fold_case("Straße") == fold_case("STRASSE"));
    CHECK(fold_case("Ｑｑ") != fold_case("qq"));
    CHECK(lower_case("ÜNTER/Zh-CN") == "ünter/zh-cn");
    CHECK(nfc("e\u0301") == "é");
    CHECK(nfc("ﬁＡ") == "ﬁＡ");
    CHECK(nfkc("ﬁＡe\u0301") == "fiAé");
}

TEST_CASE("A letter has a capital, and a letter below its marks") {
    CHECK(title_case(U'é') == U'É');
    CHECK(title_case(U'ǆ') == U'ǅ');
    CHECK(title_case(U'渡') == U'渡');
    CHECK(without_marks(U'é') == U'e');
    CHECK(without_marks(U'ế') == U'e');
    CHECK(without_marks(U'ø') == U'ø');
    CHECK(without_marks(U'a') == U'a');
}

TEST_CASE("accents are dropped from the letters that have them, composed or not") {
    CHECK(without_accents("Été à l'Øresund") == "Ete a l'Øresund");
    CHECK(without_accents("e\u0301") == "e");
    CHECK(without_accents("й が 한글 ß") == "и か 한글 ß");
    CHECK(without_accents("a\xFF") == "a\uFFFD");
}

TEST_CASE("Text is shortened between grapheme clusters") {
    CHECK(shorten("渡口的灯", 4) == "渡口的灯");
    CHECK(shorten("渡口的灯亮了", 4) == "渡口的灯…");
    CHECK(shorten("a👨‍👩‍👧b", 2) == "a👨‍👩‍👧…");
    CHECK(shorten("e\u0301e\u0301e\u0301", 2) == "e\u0301e\u0301…");
    CHECK(shorten("one two", 4) == "one…");
    CHECK(shorten("", 0).empty());
}

TEST_CASE("Wide characters are those of East Asia") {
    for (const char32_t c : U"中々〇あ한𠮷＊") {
        if (c != 0) CHECK(is_wide(c));
    }
    CHECK_FALSE(is_wide(U'a'));
    CHECK_FALSE(is_wide(U'é'));
}
