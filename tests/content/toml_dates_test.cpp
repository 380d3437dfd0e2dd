#include "reading.hpp"

using namespace tagwire;
using namespace tagwire::content;

TEST_CASE("TOML's own dates, and dates in its strings, are read as those of YAML are") {
    struct Row {
        std::string date;
        std::string published;
    };
    const auto row = GENERATE(values<Row>({
        {"2025-02-10T22:04:13+08:00", "2025-02-10T14:04:13Z"},
        {"2025-02-10T22:04:13-05:00", "2025-02-11T03:04:13Z"},
        {"2025-02-10T22:04:13Z", "2025-02-10T22:04:13Z"},
        {"2025-02-10 22:04:13Z", "2025-02-10T22:04:13Z"},
        {"2025-02-10T22:04:13", "2025-02-10T14:04:13Z"},
        {"2025-02-10T22:04:13.25", "2025-02-10T14:04:13.25Z"},
        {"2025-02-10", "2025-02-09T16:00:00Z"},
        {"\"2025-02-10\"", "2025-02-09T16:00:00Z"},
        {"\"2025-02-10T22:04:13+08:00\"", "2025-02-10T14:04:13Z"},
        {"\"2025-02-10 22:04\"", "2025-02-10T14:04:00Z"},
        {"\"\"", "none"},
    }));
    CAPTURE(row.date);
    const Reading reading =
        read_article("a.md", "+++\ntitle = \"A\"\ndate = " + row.date + "\n+++\nBody\n", reading_options());
    REQUIRE(std::holds_alternative<ParsedArticle>(reading.outcome));
    CHECK(to_text(std::get<ParsedArticle>(reading.outcome).published) == row.published);
    CHECK(reading.problems.empty());
}
