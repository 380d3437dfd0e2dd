// The site in tests/data/sites/jekyll, beside what Jekyll 4.3.1 with jekyll-feed makes of it.
#include "reading_site.hpp"

#include "yaml/value.hpp"

#include <catch2/catch.hpp>

#include <map>

using namespace tagwire;
using namespace tagwire::site;

namespace {

const std::filesystem::path site_folder = std::filesystem::path(TAGWIRE_TEST_DATA) / "data/sites/jekyll";

Description jekyll_site() {
    return describe(Generator::jekyll, {{"_config.yml", read_text(site_folder / "_config.yml")}});
}

struct Item {
    std::string title;
    std::string published;
    std::string updated;
    std::string author;
    std::vector<std::string> terms;
    bool operator==(const Item&) const = default;
};

std::ostream& operator<<(std::ostream& out, const Item& item) {
    out << item.title << " | " << item.published << " | " << item.updated << " | " << item.author;
    for (const std::string& term : item.terms) out << " | " << term;
    return out;
}

std::map<std::string, Item> expected_items() {
    const std::string text = read_text(site_folder / "expected.json");
    const yaml::Document document = yaml::parse(text, "expected.json", 1, Limits{});  // JSON is YAML
    REQUIRE(document.problems.empty());
    std::map<std::string, Item> items;
    for (const yaml::Value& value : document.root.items) {
        Item item = {value.find("title")->scalar,
                     value.find("published")->scalar,
                     value.find("updated")->scalar,
                     value.find("author")->scalar,
                     {}};
        for (const yaml::Value& term : value.find("terms")->items) item.terms.push_back(term.scalar);
        items[value.find("link")->scalar] = item;
    }
    return items;
}

std::map<std::string, Item> read_items(const Description& site) {
    const Instant today = parse_rfc3339("2026-01-01T00:00:00Z").value();
    std::map<std::string, Item> items;
    for (const auto& [path, article] : read_entries(site_folder, site)) {
        const content::Metadata& metadata = article.metadata;
        if (metadata.draft || article.published > today) continue;
        REQUIRE(article.published);
        const std::string author = metadata.authors.empty() ? site.author.name : metadata.authors.front().name;
        items[metadata.link] = {metadata.title, rfc3339(*article.published),
                                rfc3339(article.updated.value_or(*article.published)), author, terms_of(metadata)};
    }
    return items;
}

}  // namespace

TEST_CASE("Jekyll's own site gives Jekyll's own items") {
    const std::map<std::string, Item> expected = expected_items();
    const std::map<std::string, Item> items = read_items(jekyll_site());
    CHECK(items.size() == expected.size());
    for (const auto& [link, item] : expected) {
        INFO(link);
        const auto found = items.find(link);
        REQUIRE(found != items.end());
        CHECK(found->second == item);
    }
}

TEST_CASE("Jekyll's configuration describes its site") {
    const Description site = jekyll_site();
    CHECK(site.problems.empty());
    CHECK(site.files == std::vector<std::string>{"_config.yml"});
    CHECK(site.content.empty());
    CHECK(site.title == "The Harbour Log");
    CHECK(site.description == "Boats, tides and the people of a small harbour");
    CHECK(site.base_url == "https://harbour.example/log/");
    CHECK(site.language == "en");
    CHECK(site.time_zone == "Asia/Shanghai");
    CHECK(site.author == content::Person{"Ada Reed", "ada@harbour.example", ""});
    CHECK(site.excerpt_separator == "<!--end-->");
    CHECK(site.notes == std::vector<std::string>{"permalink: /:categories/:year/:i_month/:day/:title:output_ext",
                                                 "recipes: permalink: /kitchen/:name/", "defaults: 3"});
}
