#include "reading.hpp"

using namespace tagwire;
using namespace tagwire::content;

namespace {

Reading read_bytes(std::string_view bytes, std::string_view path = "post/a.md") {
    return read_article(path, bytes, reading_options());
}

std::string skipped(std::string_view bytes, std::string_view path = "post/a.md") {
    const Reading reading = read_bytes(bytes, path);
    REQUIRE(std::holds_alternative<Skipped>(reading.outcome));
    CHECK(reading.problems.empty());
    return std::get<Skipped>(reading.outcome).reason;
}

std::string broken(const Reading& reading) {
    CHECK(std::holds_alternative<Broken>(reading.outcome));
    REQUIRE(reading.problems.size() == 1);
    return to_string(reading.problems.front());
}

Metadata metadata_of(std::string_view bytes, const ReadingOptions& options = reading_options()) {
    return std::get<ParsedArticle>(read_article("post/a.md", bytes, options).outcome).metadata;
}

}  // namespace

TEST_CASE("what is no article is skipped with the reason") {
    CHECK(skipped("") == "it is empty");
    CHECK(skipped(" \n\r\n") == "it is empty");
    CHECK(skipped("\xEF\xBB\xBF") == "it is empty");
    CHECK(skipped("# A note\n\nCaf\xE9") == "it has no front matter");
    CHECK(skipped("---\ntitle: x\n---\n", "post/_index.md") == "it is a section page");
}

TEST_CASE("a file that is not UTF-8 is broken where it is not") {
    CHECK(broken(read_bytes("---\ntitle: Caf\xE9 du port\n---\n")) ==
          "post/a.md:2:11: error: this is not UTF-8; save the file in that encoding [encoding]");
    CHECK(broken(read_bytes("---\r\ntitle: 灯\r\n---\r\n\r\n灯 \xFF")) ==
          "post/a.md:5:3: error: this is not UTF-8; save the file in that encoding [encoding]");
    const std::string utf16 = "post/a.md:1:1: error: this is UTF-16; save the file as UTF-8 [encoding]";
    CHECK(broken(read_bytes(std::string_view("\xFF\xFE-\0-\0-\0", 8))) == utf16);
    CHECK(broken(read_bytes(std::string_view("\xFE\xFF\0-\0-\0-", 8))) == utf16);
    CHECK(broken(read_bytes(std::string_view("-\0-\0-\0\n\0", 8))) == utf16);
}

TEST_CASE("a file or front matter beyond its limit is broken") {
    ReadingOptions options = reading_options();
    options.limits.article_bytes_max = 40;
    CHECK(broken(read_article("a.md", "---\ntitle: x\n---\n" + std::string(40, 'x'), options)) ==
          "a.md: error: the file is larger than 40 octets; split it, or "
          "move what is embedded in it into files of its own "
          "[article-too-large]");
    options = reading_options();
    options.limits.front_matter_bytes_max = 10;
    CHECK(broken(read_article("a.md", "---\ntitle: xxxxxxxxx\n---\n", options)).find("[front-matter-unclosed]") !=
          std::string::npos);
}

TEST_CASE("warnings stand beside the article, errors in its place") {
    const Reading warned = read_bytes("---\ntitle: a\ntitle: b\n---\n");
    REQUIRE(std::holds_alternative<ParsedArticle>(warned.outcome));
    CHECK(warned.problems.size() == 1);
    CHECK(broken(read_bytes("\n---\ntitle: a: b\n---\n")) ==
          "post/a.md:3:9: error: a value with a colon and a blank in it must be quoted: title: \"a: b\" [yaml-syntax]");
}

TEST_CASE("the body is what stands behind the front matter") {
    const std::string file = "\xEF\xBB\xBF---\r\ntitle: 灯\r\n---\r\n\r\nbody\r\n";
    const Metadata metadata = metadata_of(file);
    CHECK(file.substr(metadata.body_offset) == "\r\nbody\r\n");
    CHECK(metadata.body_bytes == 8);
    CHECK(metadata.body_format == BodyFormat::markdown);
    CHECK(metadata_of("---\ntitle: x\n---").body_bytes == 0);
}

TEST_CASE("an empty block is front matter") {
    const Metadata metadata = metadata_of("---\n---\nThe ferry is late.");
    CHECK(metadata.title.empty());
    CHECK(metadata.summary == "The ferry is late.");
    CHECK(metadata.taxonomies.empty());
}

TEST_CASE("only title, link and text of the body are significant") {
    const std::string file = "---\ntitle: a\ntags: [x]\n---\n\none\n\ntwo\n";
    const Fingerprint significant = metadata_of(file).significant;
    const std::string same = GENERATE(as<std::string>{}, "---\r\ntitle: a\r\n---\r\none\r\n\r\ntwo",
                                      "---\ntags: y\ntitle: a\n---\none  \n\t\ntwo\n\n\n",
                                      "---\ntitle: \"a\"\ndate: 2024-01-01\n---\rone\r\rtwo\r");
    CHECK(metadata_of(same).significant == significant);
    CHECK(metadata_of(same).bytes != metadata_of(file).bytes);
    const std::string other = GENERATE(as<std::string>{}, "---\ntitle: b\n---\none\n\ntwo\n",
                                       "---\ntitle: a\n---\none\ntwo\n", "---\ntitle: a\n---\n  one\n\ntwo\n",
                                       "---\ntitle: a\nslug: b\n---\none\n\ntwo\n", "---\n---\na\none\n\ntwo\n");
    CHECK(metadata_of(other).significant != significant);
    ReadingOptions moved = reading_options();
    moved.site_url = "https://elsewhere.example/blog/";
    CHECK(metadata_of(file, moved).significant == significant);
}

TEST_CASE("a file without front matter is an article where that is asked for, with its first heading for a title") {
    ReadingOptions options = reading_options();
    const auto read_bytes = [&](std::string_view bytes) {
        return read_article("post/2024-05-06-a.md", bytes, options);
    };
    CHECK(std::holds_alternative<Skipped>(read_bytes("# The ferry\n\nIs late.\n").outcome));

    options.front_matter.none = true;
    const Reading headed = read_bytes("\xEF\xBB\xBF\n# The *ferry* &amp; crew ##\r\n\r\nIs late.\n");
    REQUIRE(std::holds_alternative<ParsedArticle>(headed.outcome));
    const auto& article = std::get<ParsedArticle>(headed.outcome);
    CHECK(article.metadata.title == "The *ferry* & crew");
    CHECK(article.metadata.summary == "Is late.");
    CHECK(to_text(article.published) == "2024-05-05T16:00:00Z");

    const std::string plain = "The ferry is late.\n\n# Later\n";
    const Reading unheaded = read_bytes(plain);
    REQUIRE(std::holds_alternative<ParsedArticle>(unheaded.outcome));
    CHECK(std::get<ParsedArticle>(unheaded.outcome).metadata.title.empty());
    CHECK(std::get<ParsedArticle>(unheaded.outcome).metadata.body_bytes == plain.size());
}
