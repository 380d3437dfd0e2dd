// Reading the files of a whole site in tests, as the daemon does.
#pragma once

#include "describing.hpp"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <string_view>
#include <vector>

namespace tagwire::site {

inline std::string read_text(const std::filesystem::path& path) {
    std::ifstream file(path, std::ios::binary);
    REQUIRE(file);
    return {std::istreambuf_iterator<char>(file), {}};
}

// The link of a file with that front matter; "" for what is no entry.
inline std::string link_of(const Description& site, std::string_view path, std::string_view front_matter = "") {
    const std::string text = "---\n" + std::string(front_matter) + "\n---\n\nThe ferry is late.\n";
    const content::Reading reading = content::read_article(path, text, options_of(site));
    const auto* article = std::get_if<content::ParsedArticle>(&reading.outcome);
    return article == nullptr ? std::string() : article->metadata.link;
}

// What is an entry, with its path.
struct Entry {
    std::string path;
    content::ParsedArticle article;
};
inline std::vector<Entry> read_entries(const std::filesystem::path& folder, const Description& site) {
    const content::ReadingOptions options = options_of(site);
    std::vector<Entry> entries;
    for (const auto& file : std::filesystem::recursive_directory_iterator(folder)) {
        const std::string path = std::filesystem::relative(file.path(), folder).generic_string();
        if (!file.is_regular_file() || !content::is_article_path(path)) continue;
        content::Reading reading = content::read_article(path, read_text(file.path()), options);
        for (const Problem& problem : reading.problems) FAIL_CHECK(to_string(problem));
        auto* article = std::get_if<content::ParsedArticle>(&reading.outcome);
        if (article != nullptr) entries.push_back({path, std::move(*article)});
    }
    std::sort(entries.begin(), entries.end(),
              [](const Entry& a, const Entry& b) { return a.article.metadata.link < b.article.metadata.link; });
    return entries;
}

inline std::vector<std::string> terms_of(const content::Metadata& metadata) {
    std::vector<std::string> terms;
    for (const content::TermList& list : metadata.taxonomies) {
        if (list.taxonomy != "lang") terms.insert(terms.end(), list.terms.begin(), list.terms.end());
    }
    return terms;
}

}  // namespace tagwire::site
