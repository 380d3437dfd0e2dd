// Every generator, with configurations, paths and front matter that nobody would write on purpose.
#include "promises.hpp"

#include <catch2/catch.hpp>

#include <array>
#include <random>
#include <vector>

using namespace tagwire;
using namespace tagwire::site;

namespace {

constexpr std::array all_generators = {Generator::plain, Generator::hugo, Generator::jekyll,
                                       Generator::hexo,  Generator::zola, Generator::pelican};

using Texts = std::vector<std::string>;

const Texts& texts() {
    static const Texts nasty = {"",
                                "a",
                                "post",
                                "..",
                                ".",
                                "/",
                                "//",
                                "../../x",
                                "/%2e%2e/",
                                "%",
                                "%zz",
                                "%41",
                                "?q=1",
                                "#f",
                                "a b",
                                "[x]",
                                "{y}",
                                "<z>",
                                "\"q\"",
                                "\\",
                                "|",
                                "^",
                                "`",
                                "\t",

                                "é",
                                "日本",
                                "🚢",
                                "e\xCC\x81",
                                "http://[::1",
                                "https://x.example/y z",
                                "https://x.example?q",
                                "javascript:alert(1)",
                                "mailto:a@b",
                                "//host/x",
                                ":title",
                                ":slug",
                                ":year",
                                ":sections[1:]",
                                ":sections[",
                                ":filename",
                                ":categories",
                                ":output_ext",
                                ":path",
                                ":id",
                                ":hash",
                                ":a_",
                                "{slug}",
                                "{date:%Y/%j}",
                                "{date:%",
                                "{lang}",
                                "{",
                                "}",
                                "*",
                                "**/",
                                "?",
                                "[a-",
                                "(a*)*b",
                                "(?P<slug>(.*)*)x",
                                "(?P<lang>",
                                "\\d{99}{99}",
                                "((((",
                                "true",
                                "false",
                                "null",
                                "-1",
                                "99999999999",
                                "2024-02-30",
                                "2024-05-06",
                                "0000-00-00",
                                "9999-12-31T23:59:60+99:99",
                                "Europe/Berlin",
                                "Mars",
                                "zh_CN",
                                "x-y-z",
                                "safe",
                                "off",
                                "index.html",
                                ".html",
                                "content",
                                "source",
                                "_posts",
                                "_drafts",
                                "docs/"};
    return nasty;
}

const Texts& keys() {
    static const Texts known = {"title",
                                "url",
                                "baseurl",
                                "baseURL",
                                "base_url",
                                "SITEURL",
                                "SITENAME",
                                "language",
                                "lang",
                                "languageCode",
                                "default_language",
                                "defaultContentLanguage",
                                "DEFAULT_LANG",
                                "timezone",
                                "timeZone",
                                "TIMEZONE",
                                "author",
                                "AUTHOR",
                                "authors",
                                "permalink",
                                "slug",
                                "path",
                                "category",
                                "categories",
                                "date",
                                "source",
                                "source_dir",
                                "collections_dir",
                                "contentDir",
                                "PATH",
                                "new_post_name",
                                "default_category",
                                "excerpt_separator",
                                "uglyURLs",
                                "ARTICLE_URL",
                                "ARTICLE_LANG_URL",
                                "FILENAME_METADATA",
                                "PATH_METADATA",
                                "DEFAULT_DATE",
                                "include",
                                "exclude",
                                "ignoreFiles",
                                "markdown_ext",
                                "filename_case",
                                "permalinks",
                                "taxonomies",
                                "languages",
                                "cascade",
                                "defaults",
                                "collections",
                                "feed",
                                "slugify",
                                "frontmatter",
                                "permalink_defaults",
                                "category_map",
                                "pretty_urls",
                                "DEFAULT_METADATA",
                                "SLUGIFY_SOURCE"};
    return known;
}

class Author {
  public:
    explicit Author(unsigned seed) : random_(seed) {}

    bool one_in(unsigned n) { return random_() % n == 0; }

    std::string text() {
        std::string text;
        do text += pick(texts());
        while (!one_in(2));
        return one_in(200) ? text + std::string(10'000, text.empty() ? 'x' : text.back()) : text;
    }

    std::string path() {
        std::string path = pick({"", "content/", "source/_posts/", "_posts/2024-05-06-", "post/"});
        do path += pick(texts()) + pick({"", "/", ".", "-", "\x01", "\x7F", "\xFF\xFE", "\xC3"});
        while (!one_in(3));
        if (one_in(100)) path += std::string(10'000, '-');
        return path + pick({".md", ".html", ".xx.md", "/index.md", "/_index.md", "", ".markdown"});
    }

    std::string yaml() {
        std::string lines;
        while (!one_in(8)) lines += pick(keys()) + ": " + value(": ") + '\n';
        return lines;
    }

    std::string toml_or_python() {
        std::string lines;
        while (!one_in(8)) lines += pick(keys()) + " = " + value(one_in(2) ? " = " : ": ") + '\n';
        return lines;
    }

  private:
    const std::string& pick(const Texts& texts) { return texts[random_() % texts.size()]; }
    std::string pick(std::initializer_list<const char*> texts) { return texts.begin()[random_() % texts.size()]; }

    std::string quoted() { return '\'' + text() + '\''; }

    std::string value(const std::string& between) {
        if (one_in(60)) return text();
        if (one_in(6)) return '[' + quoted() + ", " + quoted() + ']';
        if (one_in(6)) return '{' + pick(keys()) + between + quoted() + ", " + pick(keys()) + between + quoted() + '}';
        return quoted();
    }

    std::mt19937 random_;
};

std::string configuration(Generator generator, Author& author) {
    const bool is_yaml = configuration_file(generator).ends_with(".yml") || generator == Generator::hugo;
    return is_yaml ? author.yaml() : author.toml_or_python();
}

}  // namespace

TEST_CASE("whatever a site's owner writes, its description is sound and its links are absolute ASCII URIs") {
    for (const Generator generator : all_generators) {
        for (unsigned seed = 0; seed < 2'000; ++seed) {
            Author author(seed);
            const std::string text = configuration(generator, author);
            const std::string path = author.path();
            const std::string front_matter = author.yaml();
            const std::string broken = broken_promise(generator, text, path, front_matter);
            if (broken.empty()) continue;
            CAPTURE(name(generator), seed, text, path, front_matter);
            FAIL_CHECK(broken);
        }
    }
    SUCCEED();
}
