// What Hugo 0.111.3 makes of languages: each expectation is what it printed.
#include "describing.hpp"

using namespace tagwire;
using namespace tagwire::site;

namespace {

const std::string base = "baseURL = 'https://example.org/b/'\n";
const std::string three = base +
                          "[languages.en]\nweight = 1\n[languages.fr]\nweight = 2\nlanguageCode = 'fr-CA'\n"
                          "[languages.zh-cn]\nweight = 3\n";

Description hugo(const std::string& configuration) {
    return description_of(Generator::hugo, {{"config.toml", configuration}});
}

struct Case {
    std::string path;
    std::string language;
    std::string link;
};

void check(const Description& site, const std::vector<Case>& cases) {
    for (const auto& [path, language, link] : cases) {
        CAPTURE(path);
        CHECK(site.conventions->place("content/" + path).language == language);
        CHECK(path_in(site, "content/" + path) == link);
    }
}

}  // namespace

TEST_CASE("the suffix of a file's name is its language where that is configured, in lower case") {
    check(hugo(three), {{"post/a.md", "en", "post/a/"},
                        {"post/a.en.md", "en", "post/a/"},
                        {"post/a.fr.md", "fr-CA", "fr/post/a/"},
                        {"post/a.fr.html", "fr-CA", "fr/post/a/"},
                        {"post/a.zh-cn.md", "zh-cn", "zh-cn/post/a/"},
                        {"post/a.zh-CN.md", "en", "post/a.zh-cn/"},
                        {"post/a.de.md", "en", "post/a.de/"},
                        {"post/v1.2.fr.md", "fr-CA", "fr/post/v1.2/"},
                        {"post/a.fr.en.md", "en", "post/a.fr/"},
                        {"post/b/index.fr.md", "fr-CA", "fr/post/b/"},
                        {"fr/q.md", "en", "fr/q/"}});
}

TEST_CASE("a url with a slash stands, and one without goes into the folder of its language") {
    const Description site = hugo(three);
    CHECK(path_in(site, "content/a.fr.md", "url: /abs/") == "abs/");
    CHECK(path_in(site, "content/a.fr.md", "url: rel/") == "fr/rel/");
    CHECK(path_in(site, "content/a.fr.md", "url: fr/rel/") == "fr/fr/rel/");
    CHECK(path_in(site, "content/a.fr.md", "url: /fr/abs/") == "fr/abs/");
    CHECK(path_in(site, "content/a.fr.md", "slug: SL") == "fr/sl/");
}

TEST_CASE("the default language has a folder of its own if it is told to, and is not alone") {
    check(hugo("defaultContentLanguageInSubdir = true\n" + three),
          {{"post/a.md", "en", "en/post/a/"}, {"post/a.fr.md", "fr-CA", "fr/post/a/"}});
    check(hugo("defaultContentLanguage = 'fr'\n" + three), {{"a.md", "fr-CA", "a/"}, {"a.en.md", "en", "en/a/"}});
    check(hugo("defaultContentLanguageInSubdir = true\n" + base + "[languages.en]\ntitle = 'x'\n"),
          {{"a.md", "", "a/"}, {"a.fr.md", "", "a.fr/"}});
    check(hugo("defaultContentLanguageInSubdir = true\n" + base + "[languages.en]\n[languages.fr]\ndisabled = true\n"),
          {{"a.md", "en", "a/"}});
}

TEST_CASE("a site in one language knows that one's suffix") {
    check(hugo("defaultContentLanguage = 'zh-cn'\nlanguageCode = 'zh-Hans'\n" + base),
          {{"a.md", "", "a/"}, {"b.zh-cn.md", "", "b/"}, {"c.en.md", "", "c.en/"}});
}

TEST_CASE("the names of languages are compared without case, as later versions do") {
    check(hugo("defaultContentLanguage = 'zh-CN'\n" + base + "[languages.zh-CN]\n[languages.en]\n"),
          {{"a.md", "zh-cn", "a/"}, {"b.zh-cn.md", "zh-cn", "b/"}, {"c.en.md", "en", "en/c/"}});
}

TEST_CASE("what is in a language that is disabled is no entry") {
    for (const std::string& configuration :
         {base + "[languages.en]\n[languages.fr]\ndisabled = true\n",
          "disableLanguages = ['fr']\n" + base + "[languages.en]\n[languages.fr]\n"}) {
        const Description site = hugo(configuration);
        CHECK(site.conventions->place("content/a.fr.md").not_an_entry == "its language, fr, is disabled");
        CHECK(site.conventions->place("content/a.md").not_an_entry.empty());
    }
}

TEST_CASE("a folder of its own makes the language of its files") {
    const Description site = hugo(base +
                                  "[languages.en]\nweight = 1\ncontentDir = 'content/english'\n"
                                  "[languages.fr]\ncontentDir = 'content/french/'\nweight = 2\n");
    CHECK(site.content == "content");
    check(site, {{"english/post/a.md", "en", "post/a/"},
                 {"french/post/a.md", "fr", "fr/post/a/"},
                 {"french/c/index.md", "fr", "fr/c/"}});
    const Description apart =
        hugo(base + "[languages.en]\ncontentDir = 'english'\n[languages.fr]\ncontentDir = 'french'\n");
    CHECK(apart.content.empty());
    CHECK(path_in(apart, "french/c.md") == "fr/c/");
}

TEST_CASE("each language may have a host and permalinks of its own") {
    const Description hosts = hugo(base +
                                   "[languages.en]\nbaseURL = 'https://en.example.org/e'\n"
                                   "[languages.fr]\nbaseURL = 'https://fr.example.org/'\n");
    CHECK(hosts.base_url == "https://en.example.org/e/");
    check(hosts, {{"a.md", "en", "a/"}, {"a.fr.md", "fr", "https://fr.example.org/a/"}});
    const Description patterns =
        hugo(base +
             "[permalinks]\npost = '/g/:slug'\nnews = '/n/:slug'\n[languages.en]\n[languages.fr]\n"
             "[languages.fr.permalinks]\npost = '/f/:slug'\n");
    check(patterns, {{"post/a.md", "en", "g/a-day-at-sea/"},
                     {"post/a.fr.md", "fr", "fr/f/a-day-at-sea/"},
                     {"news/a.fr.md", "fr", "fr/news/a/"}});
}
