#include "base/text.hpp"
#include "base/uri.hpp"
#include "reading.hpp"

#include <random>

using namespace tagwire;
using namespace tagwire::content;

namespace {

constexpr std::string_view seed =
    "---\ntitle: \"灯 &amp; 船\"\ndate: \"2025-02-10 22:04:13\"\nlastmod: 2025-02-11\nsummary: ''\n"
    "tags: [a, \"b, c\", {name: d}]\n"
    "categories:\n  - 海\nlang:\n  - \"zh-CN\"\nthumbnail: cover.png\n"
    "author: Ada <ada@example.org> and Lin\ndraft: false\n"
    "slug: x\nid: 7\nexpiryDate: 2099-01-01\n---\n\n正文 **一** two.\n\n<!--more-->\n\nrest\n";

std::string mutate(std::mt19937& random) {
    static constexpr std::string_view pieces[] = {
        "\"",  "'",  ":",   ": ",      "\n", "\n---\n", "- ",   "[",        "]",  "{", "}",
        "&a ", "*a", "|\n", "\t",      "\r", "#",       "\xFF", "\xE7\x81", "\\", "0", "<",
        ">",   "%",  "..",  "\\u0000", "//", "data:",   "{{",   "~",        "!!", "@", "\xEF\xBC\x8C"};
    std::string text(seed);
    for (std::size_t edits = random() % 4 + 1; edits > 0; --edits) {
        const std::size_t at = random() % text.size();
        if (random() % 2 == 0) text.erase(at, random() % 12);
        if (random() % 4 != 0) text.insert(std::min(at, text.size()), pieces[random() % std::size(pieces)]);
    }
    return text;
}

void check_text(std::string_view text) {
    REQUIRE(is_utf8(text));
    REQUIRE(clean_text(text).text == text);
    REQUIRE(text.find('\n') == std::string_view::npos);
}

void check_article(const ParsedArticle& article, std::size_t file_size) {
    const Metadata& metadata = article.metadata;
    check_text(metadata.title);
    check_text(metadata.summary);
    for (const Person& person : metadata.authors) {
        check_text(person.name);
        REQUIRE_FALSE(person.name.empty());
    }
    for (const TermList& list : metadata.taxonomies) {
        REQUIRE_FALSE(list.terms.empty());
        for (const std::string& term : list.terms) check_text(term);
    }
    REQUIRE(is_http_url(metadata.link));
    REQUIRE((metadata.image.empty() || is_http_url(metadata.image)));
    REQUIRE((article.id.empty() || !scheme_of(article.id).empty()));
    REQUIRE(article.published.has_value() == (article.published_from != DateOrigin::none));
    REQUIRE(metadata.body_offset + metadata.body_bytes == file_size);
}

}  // namespace

TEST_CASE("any file is an article with clean values, is skipped, or is broken with an error") {
    std::mt19937 random(10022025);
    const ReadingOptions options = reading_options();
    std::size_t articles = 0;
    for (int round = 0; round < 10'000; ++round) {
        const std::string file = mutate(random);
        const Reading reading = read_article("post/a.md", file, options);
        CAPTURE(file);
        REQUIRE(has_error(reading.problems) == std::holds_alternative<Broken>(reading.outcome));
        for (const Problem& problem : reading.problems) {
            REQUIRE(problem.file == "post/a.md");
            REQUIRE(is_utf8(problem.message));
            REQUIRE(problem.line > 0);
        }
        if (const auto* article = std::get_if<ParsedArticle>(&reading.outcome)) {
            ++articles;
            check_article(*article, file.size());
        }
    }
    CHECK(articles > 2000);  // else the mutations try nothing but errors
}

TEST_CASE("random bytes behind an opener are read or refused") {
    std::mt19937 random(7);
    for (int round = 0; round < 5'000; ++round) {
        std::string file = "---\n";
        for (std::size_t length = random() % 80; length > 0; --length) file += static_cast<char>(random() % 256);
        if (random() % 2 == 0) file += "\n---\n";
        const Reading reading = read_article("a.md", file, reading_options());
        REQUIRE(has_error(reading.problems) == std::holds_alternative<Broken>(reading.outcome));
    }
}
