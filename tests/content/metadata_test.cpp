#include "reading.hpp"

using namespace tagwire;
using namespace tagwire::content;

TEST_CASE("a title is one line of plain text") {
    const auto [front_matter, expected] = GENERATE(table<std::string, std::string>({
        {"title: Tides", "Tides"},
        {"Title: Tides", "Tides"},
        {"title: 2024", "2024"},
        {"title: yes", "yes"},
        {"title: 2024-01-02", "2024-01-02"},
        {"title: \"Ferry &#39;late&#39; &amp;amp; again\"", "Ferry 'late' &amp; again"},
        {"title: \"*Tides* <b>and</b>  `moon` 😀\"", "*Tides* and  `moon` 😀"},
        {"title: |\n  one\n\n  two  \n", "one two"},
        {"title: \"a\\r\\n b\\x08c\"", "a bc"},
        {"title: \"\"", ""},
        {"title: ~", ""},
        {"tags: a", ""},
    }));
    CAPTURE(front_matter);
    CHECK(read(front_matter).metadata.title == expected);
}

TEST_CASE("a title that is a list is ignored with a warning") {
    const Read read = read_with_problems("title: [Draft]");
    CHECK(read.article.metadata.title.empty());
    REQUIRE(read.problems.size() == 1);
    CHECK(to_string(read.problems.front()) ==
          "post/a.md:2:8: warning: \"title\" must be one text and is ignored; quote it [front-matter-value]");
}

TEST_CASE("the summary is the first that is not blank, else the body's") {
    CHECK(read("summary: \"\"\ndescription: A &amp; B").metadata.summary == "A & B");
    CHECK(read("summary: s\ndescription: d").metadata.summary == "s");
    CHECK(read("excerpt: >\n  one\n  two").metadata.summary == "one two");
    CHECK(read("lead: x").metadata.summary == "The ferry is late.");
}

TEST_CASE("a summary is cut at its limit, between characters") {
    ReadingOptions options = reading_options();
    options.limits.summary_bytes_max = 7;
    CHECK(read_with_problems("summary: 灯塔灯塔", "a.md", options).article.metadata.summary == "灯塔…");
    CHECK(read_with_problems("summary: 1234567", "a.md", options).article.metadata.summary == "1234567");
}

TEST_CASE("the language is the first that the file names, else the site's") {
    ReadingOptions options = reading_options();
    options.language = "de";
    const auto language = [&](std::string_view front_matter) {
        const Read read = read_with_problems(front_matter, "a.md", options);
        return read.article.metadata.language + (read.problems.empty() ? "" : " " + read.problems.front().code);
    };
    CHECK(language("lang: [zh-CN, en]") == "zh-CN");
    CHECK(language("language: en") == "en");
    CHECK(language("lang: zh_Hant_TW") == "zh-Hant-TW");
    CHECK(language("lang: es-419") == "es-419");
    CHECK(language("lang: []\nlanguage: \"\"") == "de");
    CHECK(language("lang: [~]") == "de");
    CHECK(language("title: x") == "de");
    CHECK(language("lang: Simplified Chinese") == "de language-unreadable");
    CHECK(language("lang: [zh-HK]") == "zh-HK");
    CHECK(language("Lang: en-US") == "en-US");
    CHECK(language("language: zh-cn") == "zh-cn");
    CHECK(language("lang: \"\"\nlanguage: fr") == "fr");
    CHECK(language("lang: {code: en}") == "de");
    CHECK(language("lang: english") == "de language-unreadable");
    CHECK(language("lang: e") == "de language-unreadable");
    CHECK(language("lang: zh_CN.UTF-8") == "de language-unreadable");
    CHECK(language("lang: en-") == "de language-unreadable");
    CHECK(language("lang: 1en\nlanguage: fr") == "fr language-unreadable");
    CHECK(language("lang: en-abcdefghi") == "de language-unreadable");
}

TEST_CASE("drafts say so in many ways") {
    const auto [front_matter, draft] = GENERATE(table<std::string, bool>({
        {"draft: true", true},
        {"Draft: \"True\"", true},
        {"draft: yes", true},
        {"draft: false", false},
        {"draft:", false},
        {"draft: \"\"", false},
        {"draft: 0", false},
        {"draft: ~", false},
        {"draft: 1", true},
        {"draft: on", true},
        {"published: \"False\"", true},
        {"published: no", true},
        {"Status: draft", true},
        {"status: skip", true},
        {"status: hidden", false},
        {"status: Feedback Appreciated", false},
        {"status: Deprecated", false},
        {"status: [draft]", false},
        {"published: true\ndraft: true", true},
        {"published: false", true},
        {"published: true", false},
        {"published: 2024-01-01", false},
        {"publish: false", true},
        {"status: Draft", true},
        {"status: Completed", false},
        {"title: x", false},
    }));
    CAPTURE(front_matter);
    CHECK(read(front_matter).metadata.draft == draft);
}

TEST_CASE("a draft that is neither true nor false is kept back with a warning") {
    for (const std::string_view value : {"[true]", "{a: 1}", "maybe"}) {
        const Read unclear = read_with_problems("draft: " + std::string(value));
        CHECK(unclear.article.metadata.draft);
        CHECK(unclear.problems.size() == 1);
    }
    const Read read = read_with_problems("draft: \"truet\"");
    CHECK(read.article.metadata.draft);
    REQUIRE(read.problems.size() == 1);
    CHECK(to_string(read.problems.front()) ==
          "post/a.md:2:8: warning: \"draft\" is neither true nor false; "
          "the article is not shown until it is [draft-unclear]");
}

TEST_CASE("Jekyll's drafts lie in a folder of theirs") {
    CHECK(read("title: x", "_drafts/a.md").metadata.draft);
    CHECK(read("title: x", "blog/_drafts/a.md").metadata.draft);
    CHECK_FALSE(read("title: x", "blog/my_drafts/a.md").metadata.draft);
}

TEST_CASE("a change is minor where the front matter says so, and in no other words than yes") {
    for (const std::string_view value : {"true", "Yes", "on", "1", "\"true\""}) {
        CHECK(read("minor: " + std::string(value)).minor);
    }
    for (const std::string_view value : {"false", "", "2", "a little", "[true]"}) {
        CHECK_FALSE(read("minor: " + std::string(value)).minor);
    }
    CHECK_FALSE(read("title: x").minor);
}

TEST_CASE("an article may stand in no list") {
    const std::string front_matter =
        GENERATE(as<std::string>{}, "unlisted: true", "hidden: yes", "headless: true", "status: hidden",
                 "build: {list: never}", "_build: {list: false}", "eleventyExcludeFromCollections: true");
    CAPTURE(front_matter);
    CHECK(read(front_matter).metadata.unlisted);
    CHECK_FALSE(read(front_matter).metadata.draft);
    CHECK_FALSE(read("build: {list: always}\nhidden: false\nstatus: live").metadata.unlisted);
}
