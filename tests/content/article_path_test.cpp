#include "content/article_path.hpp"
#include "content/read_article.hpp"

#include <catch2/catch.hpp>

using namespace tagwire::content;

TEST_CASE("a path with an extension that is read is an article's") {
    const std::string path =
        GENERATE(as<std::string>{}, "a.md", "a b/c.markdown", "UPPER.MD", "x.mdown", "a.html", "a.htm", "a.Mdx",
                 "文/章.zh-CN.md", "_posts/2024-01-01-a.md", "a.tmp.md", "a/index.md");
    CAPTURE(path);
    CHECK(is_article_path(path));
}

TEST_CASE("hidden names, backups and other files are no articles") {
    const std::string path = GENERATE(as<std::string>{}, "", "a", "a.txt", "md", ".md", "a/.md", ".hidden.md",
                                      "a/.b/c.md", ".git/a.md", "a.md~", "#a.md#", ".#a.md", "a.md.swp", ".a.md.swp",
                                      "a.tmp", "4913", "a.md.tmp", "a/", "a.md/", ".a.md.Xf3k2Z");
    CAPTURE(path);
    CHECK_FALSE(is_article_path(path));
}

TEST_CASE("a path is split into folder, stem and extension") {
    const auto split = [](std::string_view path) {
        const ArticlePath parts = split_path(path);
        return std::string(parts.folder) + '|' + std::string(parts.stem) + '|' + std::string(parts.extension);
    };
    CHECK(split("zh-CN/news/a b.zh-CN.md") == "zh-CN/news/|a b.zh-CN|.md");
    CHECK(split("a.md") == "|a|.md");
    CHECK(split("a.b/c") == "a.b/|c|");
    CHECK(folder_name("a/b/") == "b");
    CHECK(folder_name("b/") == "b");
    CHECK(folder_name("").empty());
}

TEST_CASE("pages of folders and of sections are told by their names") {
    CHECK(is_folder_page(split_path("a/index.md")));
    CHECK_FALSE(is_folder_page(split_path("a/index.en.md")));
    CHECK(is_section_page(split_path("a/_index.md")));
    CHECK(is_section_page(split_path("_INDEX.zh-CN.md")));
    CHECK_FALSE(is_section_page(split_path("a/_indexes.md")));
    CHECK(body_format(split_path("a.HTML")) == BodyFormat::html);
    CHECK(body_format(split_path("a.mdx")) == BodyFormat::markdown);
}
