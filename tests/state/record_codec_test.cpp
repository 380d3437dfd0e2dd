#include "state/record_codec.hpp"

#include "state/sample.hpp"

#include <random>

using namespace tagwire;
using namespace tagwire::state;

namespace {

class Random {
  public:
    std::uint64_t below(std::uint64_t end) { return engine_() % end; }
    std::uint64_t number() { return engine_() >> below(64); }
    std::string text() {
        std::string text(below(3) == 0 ? 0 : below(200), '\0');
        for (char& c : text) c = static_cast<char>(below(256));
        return text;
    }
    Instant instant() { return Instant(Instant::duration(static_cast<std::int64_t>(engine_()))); }
    template <class Make>
    auto list(Make make) {
        std::vector<decltype(make())> values;
        for (std::uint64_t left = below(5); left > 0; --left) values.push_back(make());
        return values;
    }

  private:
    std::mt19937_64 engine_{20250210};
};

Details any_details(Random& random) {
    Details details;
    content::Metadata& metadata = details.metadata;
    for (std::string* text : {&metadata.title, &metadata.summary, &metadata.link, &metadata.language,
                              &metadata.external_url, &metadata.image}) {
        *text = random.text();
    }
    metadata.authors = random.list([&] { return content::Person{random.text(), random.text(), random.text()}; });
    metadata.taxonomies = random.list([&] {
        return content::TermList{random.text(), random.list([&] { return random.text(); })};
    });
    if (random.below(2) == 0) metadata.expires = random.instant();
    metadata.draft = random.below(2) == 0;
    metadata.unlisted = random.below(2) == 0;
    metadata.body_format = random.below(2) == 0 ? content::BodyFormat::html : content::BodyFormat::markdown;
    metadata.body_offset = random.number();
    metadata.body_bytes = random.number();
    metadata.bytes = {random.number(), random.number()};
    metadata.significant = {random.number(), random.number()};
    details.problems = random.list([&] {
        const Severity severity = random.below(2) == 0 ? Severity::warning : Severity::error;
        return Problem{severity, random.text(), random.text(), random.number(), random.number(), random.text()};
    });
    details.others = random.list([&] { return catalog::TermNumber{random.text(), random.text(), random.number()}; });
    return details;
}

std::string encode(const Details& details) {
    return encode_details(details.metadata, details.problems, details.others);
}

void check_equal(const Details& a, const Details& b) {
    const content::Metadata& left = a.metadata;
    const content::Metadata& right = b.metadata;
    CHECK(left.title == right.title);
    CHECK(left.summary == right.summary);
    CHECK(left.link == right.link);
    CHECK(left.language == right.language);
    CHECK(left.external_url == right.external_url);
    CHECK(left.image == right.image);
    CHECK(left.authors == right.authors);
    CHECK(left.taxonomies == right.taxonomies);
    CHECK(left.expires == right.expires);
    CHECK(left.draft == right.draft);
    CHECK(left.unlisted == right.unlisted);
    CHECK(left.body_format == right.body_format);
    CHECK(left.body_offset == right.body_offset);
    CHECK(left.body_bytes == right.body_bytes);
    CHECK(left.bytes == right.bytes);
    CHECK(left.significant == right.significant);
    CHECK(a.problems == b.problems);
    CHECK(a.others == b.others);
}

}  // namespace

TEST_CASE("any details come back from their bytes") {
    Random random;
    for (int i = 0; i < 300; ++i) {
        const Details details = any_details(random);
        const auto decoded = decode_details(encode(details));
        REQUIRE(decoded);
        check_equal(*decoded, details);
    }
    check_equal(*decode_details(encode(Details{})), Details{});
}

TEST_CASE("bytes that are cut short, or go on, are nothing") {
    Random random;
    const std::string bytes = encode(any_details(random));
    for (std::size_t size = 0; size < bytes.size(); ++size) CHECK_FALSE(decode_details(bytes.substr(0, size)));
    CHECK_FALSE(decode_details(bytes + '\0'));
}

TEST_CASE("bytes of another version are nothing") {
    std::string bytes = encode(Details{});
    bytes.front() = 2;
    CHECK_FALSE(decode_details(bytes));
}

TEST_CASE("bytes with flipped bits are nothing, or other details") {
    Random random;
    const std::string bytes = encode(any_details(random));
    for (std::size_t bit = 0; bit < bytes.size() * 8; ++bit) {
        std::string flipped = bytes;
        flipped[bit / 8] = static_cast<char>(flipped[bit / 8] ^ (1 << (bit % 8)));
        const auto decoded = decode_details(flipped);
        CHECK((!decoded || encode(*decoded) != bytes));
    }
}
