// The sites in tests/data/sites, whose expected.json is what the generator itself makes of them: for Hugo,
// tests/integration/hugo_pages.py has written it; for Zola it is by its documentation.
#include "base/text.hpp"
#include "base/time.hpp"
#include "reading_site.hpp"

#include <algorithm>
#include <filesystem>
#include <map>
#include <set>

using namespace tagwire;
using namespace tagwire::site;
namespace fs = std::filesystem;

namespace {

Files read_configuration(const fs::path& folder) {
    Files files;
    for (const std::string& path : configuration_paths()) {
        if (!path.ends_with('/')) {
            if (fs::exists(folder / path)) files[path] = read_text(folder / path);
            continue;
        }
        if (!fs::exists(folder / path)) continue;
        for (const auto& entry : fs::directory_iterator(folder / path)) {
            files[path + entry.path().filename().string()] = read_text(entry.path());
        }
    }
    return files;
}

using Terms = std::map<std::string, std::set<std::string>>;

// What is compared of a page.
struct Expected {
    std::string title, link, language, published, expires;
    bool draft = false;
    Terms terms;  // in lower case, as the generator writes one spelling for all
    friend bool operator==(const Expected&, const Expected&) = default;
};
using Pages = std::map<std::string, Expected>;

std::ostream& operator<<(std::ostream& out, const Expected& page) {
    out << page.title << ' ' << page.link << ' ' << page.language << ' ' << page.published << ' ' << page.expires << ' '
        << page.draft;
    for (const auto& [taxonomy, terms] : page.terms) {
        out << ' ' << taxonomy << ':';
        for (const std::string& term : terms) out << ' ' << term;
    }
    return out;
}

Pages expected_pages(const fs::path& folder) {
    const yaml::Document document = yaml::parse(read_text(folder / "expected.json"), "expected.json", 1, Limits());
    REQUIRE(document.problems.empty());
    Pages pages;
    for (const yaml::Value& page : document.root.items) {
        const auto text = [&](std::string_view key) { return page.find(key)->scalar; };
        Terms terms;
        for (const yaml::Member& taxonomy : page.find("taxonomies")->members) {
            for (const yaml::Value& term : taxonomy.value.items) terms[taxonomy.key].insert(lower_case(term.scalar));
        }
        pages[text("path")] = {
            text("title"),           text("link"), text("language"), text("published"), text("expires"),
            text("draft") == "true", terms};
    }
    return pages;
}

std::string to_text(const std::optional<Instant>& instant) { return instant ? rfc3339(*instant) : ""; }

Expected page_of(const content::ParsedArticle& article) {
    const content::Metadata& metadata = article.metadata;
    Terms terms;
    for (const content::TermList& list : metadata.taxonomies) {
        for (const std::string& term : list.terms) terms[list.taxonomy].insert(lower_case(term));
    }
    return {metadata.title, metadata.link, metadata.language, to_text(article.published), to_text(metadata.expires),
            metadata.draft, terms};
}

Pages pages_of(const fs::path& folder, const Description& description) {
    content::ReadingOptions options = options_of(description);
    options.path_prefix = description.content + '/';
    Pages pages;
    const fs::path root = folder / description.content;
    for (const auto& entry : fs::recursive_directory_iterator(root)) {
        const std::string path = entry.path().lexically_relative(root).string();
        if (!entry.is_regular_file() || !content::is_article_path(path)) continue;
        const content::Reading reading = content::read_article(path, read_text(entry.path()), options);
        const auto* article = std::get_if<content::ParsedArticle>(&reading.outcome);
        if (article != nullptr && !article->metadata.unlisted) pages[options.path_prefix + path] = page_of(*article);
    }
    return pages;
}

}  // namespace

TEST_CASE("each sample site has the pages that its generator makes of it") {
    for (const auto generator : {Generator::hugo, Generator::zola}) {
        const fs::path folder = fs::path(TAGWIRE_TEST_DATA) / "data/sites" / std::string(name(generator));
        const Files files = read_configuration(folder);
        CAPTURE(folder);
        CHECK(recognise(files) == generator);
        const Pages expected = expected_pages(folder);
        const Pages pages = pages_of(folder, description_of(generator, files));
        CHECK(pages.size() == expected.size());
        for (const auto& [path, page] : expected) {
            CAPTURE(path);
            REQUIRE(pages.find(path) != pages.end());
            CHECK(pages.at(path) == page);
        }
    }
}
