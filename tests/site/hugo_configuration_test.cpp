// What is read of Hugo's configuration, and from where.
#include "describing.hpp"

using namespace tagwire;
using namespace tagwire::site;

namespace {

std::vector<std::string> place_defaults(const Description& site, std::string_view path) {
    std::vector<std::string> authors;
    for (const yaml::Value* map : site.conventions->place(path).defaults) {
        if (const yaml::Value* author = map->find("author")) authors.push_back(author->scalar);
    }
    return authors;
}

}  // namespace

TEST_CASE("a site is Hugo's by its file's name or by Hugo's keys") {
    CHECK(recognise({{"hugo.yaml", ""}}) == Generator::hugo);
    CHECK(recognise({{"config.toml", "title = 'x'\nbaseurl = 'https://example.org'\n"}}) == Generator::hugo);
    CHECK(recognise({{"config.json", "{\n  \"baseURL\": \"https://example.org\"\n}\n"}}) == Generator::hugo);
    CHECK(recognise({{"config/_default/params.toml", ""}}) == Generator::hugo);
    CHECK(recognise({{"config.toml", "baseURL = 'broken\n"}}) == Generator::hugo);
    CHECK(recognise({{"config.yaml", "listen: 80\n"}, {"config/_default/hugo.toml", ""}}) == Generator::hugo);
    CHECK(recognise({{"config.yaml", "listen: 80\n"}}) == std::nullopt);
    CHECK(recognise({}) == std::nullopt);
    CHECK(description_of(Generator::hugo, {}).content == "content");
}

TEST_CASE("what a site says of itself is read without regard to case, in each format") {
    const std::vector<std::pair<std::string, std::string>> files = {
        {"hugo.toml",
         "BASEURL = 'https://example.org/b'\nTitle = 'Log'\nLANGUAGECODE = 'en-GB'\nTIMEZONE = 'Asia/Tokyo'\n"
         "[Params]\nDescription = 'A log'\n[params.Author]\nName = 'Ada'\nemail = 'ada@example.org'\n"},
        {"hugo.yaml",
         "baseurl: https://example.org/b\ntitle: Log\nlanguagecode: en-GB\ntimezone: Asia/Tokyo\n"
         "params:\n  description: A log\n  author: {name: Ada, email: ada@example.org}\n"},
        {"config.json", R"({"baseURL": "https://example.org/b", "title": "Log", "languageCode": "en-GB", "timeZone":
            "Asia/Tokyo", "params": {"description": "A log", "author": {"name": "Ada", "email": "ada@example.org"}}})"}};
    for (const auto& [name, text] : files) {
        CAPTURE(name);
        const Description site = description_of(Generator::hugo, {{name, text}});
        CHECK(site.files == std::vector<std::string>{name});
        CHECK(site.title == "Log");
        CHECK(site.description == "A log");
        CHECK(site.base_url == "https://example.org/b/");
        CHECK(site.language == "en-GB");
        CHECK(site.time_zone == "Asia/Tokyo");
        CHECK(site.author == content::Person{"Ada", "ada@example.org", ""});
        CHECK(site.content == "content");
        CHECK(site.taxonomies.empty());
    }
}

TEST_CASE("an author is a text or a map, of the site or of its parameters") {
    for (const std::string text : {"author = 'Ada'\n", "[author]\nname = 'Ada'\n", "[params]\nauthor = 'Ada'\n"}) {
        CHECK(description_of(Generator::hugo, {{"hugo.toml", text}}).author.name == "Ada");
    }
}

TEST_CASE("of several files one is taken: hugo before config, TOML before YAML before JSON") {
    const std::string toml = "title = 'toml'\n";
    const std::string yaml = "title: yaml\n";
    const std::string json = "{\"title\": \"json\"}";
    CHECK(description_of(Generator::hugo, {{"config.toml", toml}, {"hugo.yaml", yaml}}).title == "yaml");
    CHECK(description_of(Generator::hugo, {{"config.toml", toml}, {"config.yaml", yaml}}).title == "toml");
    CHECK(description_of(Generator::hugo, {{"config.json", json}, {"config.yaml", yaml}}).title == "yaml");
}

TEST_CASE("files in config/_default each stand for a part, and count more than the main file") {
    const Description site =
        description_of(Generator::hugo, {{"hugo.toml", "title = 'main'\nbaseURL = 'https://example.org'\n"},
                                         {"config/_default/config.toml", "title = 'default'\n"},
                                         {"config/_default/languages.yaml", "zh-cn: {weight: 1}\nen: {weight: 2}\n"},
                                         {"config/_default/languages.en.toml", "languageCode = 'en-GB'\n"},
                                         {"config/_default/params.en.toml", "description = 'In English'\n"},
                                         {"config/_default/menus.en.toml", "[[main]]\nname = 'x'\n"},
                                         {"config/_default/permalinks.json", "{\"post\": \"/:year/:slug/\"}"},
                                         {"config/_default/taxonomies.toml", "series = 'series'\ntag = 'Tags'\n"},
                                         {"config/_default/notes.txt", "no configuration"}});
    CHECK(site.title == "default");
    CHECK(site.description == "In English");
    CHECK(site.language == "en-GB");
    CHECK(site.notes == std::vector<std::string>{"languages: zh-cn, en", "permalinks: post → /:year/:slug/"});
    REQUIRE(site.taxonomies.size() == 2);
    CHECK(site.taxonomies[0].name == "series");
    CHECK(site.taxonomies[0].keys == std::vector<std::string>{"series"});
    CHECK(site.taxonomies[1].name == "tags");
    CHECK(site.taxonomies[1].keys == std::vector<std::string>{"tags", "tag"});
    CHECK(site.files.size() == 8);
}

TEST_CASE("what is published is configured in config/production as well") {
    const Description site =
        description_of(Generator::hugo, {{"config/_default/hugo.toml", "baseURL = 'http://localhost/'\n"},
                                         {"config/production/hugo.toml", "baseURL = 'https://example.org'\n"}});
    CHECK(site.base_url == "https://example.org/");
}

TEST_CASE("the title of the default language is that of the site") {
    const Description site = description_of(
        Generator::hugo, {{"hugo.toml",
                           "title = 'All'\ndefaultContentLanguage = 'zh-cn'\n[languages.zh-cn]\ntitle = '日志'\n"
                           "[languages.zh-cn.params]\ndescription = '描述'\n[languages.en]\n"}});
    CHECK(site.title == "日志");
    CHECK(site.description == "描述");
    CHECK(site.language == "zh-cn");
}

TEST_CASE("a language code that is none gives way to the language's name") {
    const auto language = [](const std::string& text) {
        return description_of(Generator::hugo, {{"hugo.toml", text}}).language;
    };
    CHECK(language("languageCode = 'zh_CN'\n") == "zh-CN");
    CHECK(language("languageCode = '简体中文'\ndefaultContentLanguage = 'zh'\n") == "zh");
    CHECK(language("languageCode = 'much-too-longsubtag'\n") == "en");
    CHECK(language("languageCode = 'a--b'\ndefaultContentLanguage = '-'\n").empty());
    CHECK(language("").empty());
}

TEST_CASE("files that Hugo passes over are no entries") {
    const Description site =
        description_of(Generator::hugo, {{"hugo.toml", "ignoreFiles = ['\\.tmp\\.md$', '/skip/', '^x.*']\n"}});
    for (const std::string path : {"_index.md", "post/_index.zh-cn.md", "post/a.MD", "post/a.mdx", "post/a.HTML",
                                   "post/a.tmp.md", "post/skip/a.md"}) {
        CAPTURE(path);
        CHECK(!site.conventions->place("content/" + path).not_an_entry.empty());
    }
    CHECK(site.conventions->place("content/post/a.tmp.mdown").not_an_entry.empty());
    CHECK(site.notes == std::vector<std::string>{"ignoreFiles: ^x.* is not followed"});
}

TEST_CASE("a cascade is front matter of the pages that it names, and the first one counts most") {
    const Description site = description_of(
        Generator::hugo,
        {{"hugo.yaml",
          "languages: {en: {weight: 1}, fr: {weight: 2}}\ncascade:\n- {author: news, _target: {path: \"/news/**\"}}\n"
          "- {author: page, _target: {kind: page}}\n- {author: section, _target: {kind: section}}\n"
          "- {author: french, _target: {lang: fr}}\n- {author: test, _target: {environment: test}}\n"}});
    CHECK(place_defaults(site, "content/news/a/b.md") == std::vector<std::string>{"page", "news"});
    CHECK(place_defaults(site, "content/a.fr.md") == std::vector<std::string>{"french", "page"});
    const Description whole = description_of(Generator::hugo, {{"hugo.toml", "[cascade]\nauthor = 'all'\n"}});
    CHECK(place_defaults(whole, "content/a.md") == std::vector<std::string>{"all"});
}

TEST_CASE("what is seen and not followed is noted") {
    const Description site = description_of(
        Generator::hugo,
        {{"hugo.toml",
          "buildDrafts = true\nbuildFuture = false\n[[module.mounts]]\nsource = 'a'\ntarget = 'content'\n"}});
    CHECK(site.notes == std::vector<std::string>{"buildDrafts is not followed", "module.mounts is not followed"});
}

TEST_CASE("what is wrong in a configuration is a warning with its place, and the rest counts") {
    const Description site = describe(Generator::hugo, {{"hugo.toml",
                                                         "title = 'Log'\nbaseURL = '/sub/'\n[permalinks]\n"
                                                         "post = '/:yeer/:slug/'\nnews = '/:year/:slug/'\n"},
                                                        {"config/_default/params.toml", "description = \n"}});
    REQUIRE(site.problems.size() == 3);
    for (const Problem& problem : site.problems) {
        CHECK(problem.severity == Severity::warning);
        CHECK(problem.code == "site-configuration");
    }
    CHECK(site.problems[0].file == "config/_default/params.toml");
    CHECK(site.problems[1] == Problem{Severity::warning, "site-configuration", "hugo.toml", 4, 8,
                                      "the permalink \"/:yeer/:slug/\" is ignored, as :yeer is not known; use one like "
                                      "/:year/:month/:slug/"});
    CHECK(site.problems[2].line == 2);
    CHECK(site.title == "Log");
    CHECK(site.notes == std::vector<std::string>{"permalinks: news → /:year/:slug/"});
}
