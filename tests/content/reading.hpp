// Reading articles in tests.
#pragma once

#include "content/body.hpp"
#include "content/read_article.hpp"

#include <catch2/catch.hpp>

#include <string>
#include <string_view>

namespace tagwire::content {

inline TimeZone zone(std::string_view name) { return TimeZone::find(name).value(); }

inline ReadingOptions reading_options() {
    prepare_content();
    ReadingOptions options;
    options.zone = zone("Asia/Shanghai");
    options.site_url = "https://example.org/";
    options.id_domain = "example.org";
    return options;
}

// An article of one paragraph with this front matter.
inline std::string with_body(std::string_view front_matter) {
    return "---\n" + std::string(front_matter) + "\n---\n\nThe ferry is late.\n";
}

struct Read {
    ParsedArticle article;
    Problems problems;
};

inline Read read_with_problems(std::string_view front_matter, std::string_view path = "post/a.md",
                               const ReadingOptions& options = reading_options()) {
    Reading reading = read_article(path, with_body(front_matter), options);
    for (const Problem& problem : reading.problems) UNSCOPED_INFO(to_string(problem));
    REQUIRE(std::holds_alternative<ParsedArticle>(reading.outcome));
    return {std::get<ParsedArticle>(std::move(reading.outcome)), std::move(reading.problems)};
}

inline ParsedArticle read(std::string_view front_matter, std::string_view path = "post/a.md") {
    Read result = read_with_problems(front_matter, path);
    CHECK(result.problems.empty());
    return std::move(result.article);
}

inline std::string to_text(std::optional<Instant> instant) { return instant ? rfc3339(*instant) : "none"; }

}  // namespace tagwire::content
