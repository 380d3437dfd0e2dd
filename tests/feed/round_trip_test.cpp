#include "base/text.hpp"
#include "feed/read_back.hpp"
#include "feed/sample.hpp"
#include "feed/xml.hpp"

#include <catch2/catch.hpp>

#include <random>

namespace tagwire::feed {

namespace {

constexpr std::array feed_formats = {Format::rss, Format::atom, Format::json};
const std::string atom_schema = TAGWIRE_TEST_DATA "/data/atom.rng";

// Short strings of what breaks documents: markup, references, controls, line ends, noncharacters, broken UTF-8, any
// character.
class HostileText {
  public:
    explicit HostileText(unsigned seed) : random_(seed) {}

    std::string text() {
        static const std::vector<std::string> pieces = {"&",
                                                        "<",
                                                        ">",
                                                        "\"",
                                                        "'",
                                                        "]]>",
                                                        "&amp;",
                                                        "&#x1;",
                                                        "<b>",
                                                        "</title>",
                                                        "\r\n",
                                                        "\r",
                                                        "\n",
                                                        "\t",
                                                        " ",
                                                        std::string(1, '\0'),
                                                        "\x01",
                                                        "\x0B",
                                                        "\x7F",
                                                        "\xC2\x85",
                                                        "\xEF\xBF\xBE",
                                                        "\xFF",
                                                        "\xED\xA0\x80",
                                                        "\xF0\x9F",
                                                        "\xEF\xB7\x90",
                                                        "\xEF\xBB\xBF",
                                                        "\\",
                                                        "\\u0000",
                                                        "中文",
                                                        "𠮷",
                                                        "👨‍👩‍👧",
                                                        "plain"};
        std::string text;
        for (unsigned i = below(12); i > 0; --i) {
            if (below(4) == 0) {
                append_utf8(text, scalar());
            } else {
                text += pieces[below(static_cast<unsigned>(pieces.size()))];
            }
        }
        return text;
    }
    unsigned below(unsigned limit) { return static_cast<unsigned>(random_() % limit); }

  private:
    char32_t scalar() {
        const char32_t any = below(0x110000);
        return any >= 0xD800 && any < 0xE000 ? U'x' : any;
    }
    std::mt19937 random_;
};

Entry random_entry(HostileText& random) {
    content::Article article = *sample::entries()[random.below(4)].article;
    content::Metadata& metadata = article.metadata;
    metadata.title = random.text();
    metadata.summary = random.text();
    metadata.authors.clear();
    for (unsigned i = random.below(3); i > 0; --i) metadata.authors.push_back({random.text(), random.text(), ""});
    metadata.taxonomies = {{"tags", {"t" + random.text(), "u" + random.text()}}, {"系列", {"s" + random.text()}}};
    return sample::entry(std::move(article), random.text());
}

}  // namespace

TEST_CASE("what a feed says comes back from every format, character by character") {
    Feed feed = sample::tag_feed();
    for (const Format format : feed_formats) {
        for (const ContentMode content : {ContentMode::full, ContentMode::summary}) {
            feed.content = content;
            const FeedRead read = read_back(format, write(format, feed, sample::entries()));
            CHECK(read == expected(format, feed, sample::entries()));
        }
    }
}

TEST_CASE("no text whatever can break a document, or come back other than cleaned") {
    for (unsigned seed = 0; seed < 300; ++seed) {
        HostileText random(seed);
        Feed feed = sample::tag_feed();
        feed.title = random.text();
        std::vector<Entry> entries;
        for (unsigned i = random.below(4); i > 0; --i) entries.push_back(random_entry(random));
        for (const Format format : feed_formats) {
            INFO("seed " << seed << ", " << name(format));
            const std::string document = write(format, feed, entries);
            REQUIRE(read_back(format, document) == expected(format, feed, entries));
            if (format == Format::atom) REQUIRE(Xml(document).is_valid_by(atom_schema));
        }
    }
}

TEST_CASE("Atom documents are valid by RFC 4287's schema") {
    Feed feed = sample::tag_feed();
    CHECK(Xml(write_atom(feed, sample::entries())).is_valid_by(atom_schema));
    CHECK(Xml(write_atom(feed, {})).is_valid_by(atom_schema));
    feed.author.email = "not an address";
    feed.content = ContentMode::summary;
    CHECK(Xml(write_atom(feed, sample::entries())).is_valid_by(atom_schema));
    // The check can fail:
    feed.id.clear();
    std::string broken = write_atom(feed, {});
    broken.replace(broken.find("<id>"), 4, "<di>").replace(broken.find("</id>"), 5, "</di>");
    CHECK_FALSE(Xml(broken).is_valid_by(atom_schema));
}

TEST_CASE("the same values give the same bytes") {
    for (const Format format : all_formats) {
        CHECK(write(format, sample::tag_feed(), sample::entries()) ==
              write(format, sample::tag_feed(), sample::entries()));
    }
}

TEST_CASE("an article has one id in all formats") {
    const Feed feed = sample::tag_feed();
    const FeedRead rss = read_rss(write_rss(feed, sample::entries()));
    const FeedRead atom = read_atom(write_atom(feed, sample::entries()));
    const FeedRead json = read_json(write_json(feed, sample::entries()));
    const std::vector<Entry> entries = sample::entries();
    for (std::size_t i = 0; i < entries.size(); ++i) {
        const std::string& id = entries[i].article->id;
        CHECK(rss.entries[i].id == id);
        CHECK(atom.entries[i].id == id);
        CHECK(json.entries[i].id == id);
    }
}

}  // namespace tagwire::feed
