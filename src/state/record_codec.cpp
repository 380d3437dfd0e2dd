// The bytes are a version, and then the members in order: numbers as varints (7 bits an octet, the lowest first; signed
// ones in zigzag), text and lists behind their length. The reader trusts none of it.
#include "state/record_codec.hpp"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <utility>

namespace tagwire::state {

namespace {

constexpr char version = 1;

// What else than text and numbers there is, in one octet.
enum Flag : std::uint8_t { draft = 1, unlisted = 2, html = 4, expires = 8, all_flags = 15 };

class Writer {
  public:
    explicit Writer(std::size_t size) {
        bytes_.reserve(size);
        bytes_ += version;
    }

    void octet(std::uint8_t value) { bytes_ += static_cast<char>(value); }
    void number(std::uint64_t value) {
        for (; value >= 0x80; value >>= 7) octet(static_cast<std::uint8_t>(value | 0x80));
        octet(static_cast<std::uint8_t>(value));
    }
    void text(std::string_view value) {
        number(value.size());
        bytes_ += value;
    }
    void instant(Instant value) {
        const auto count = static_cast<std::int64_t>(value.time_since_epoch().count());
        number((static_cast<std::uint64_t>(count) << 1) ^ static_cast<std::uint64_t>(count >> 63));
    }
    void fixed(std::uint64_t value) {
        for (int shift = 0; shift < 64; shift += 8) octet(static_cast<std::uint8_t>(value >> shift));
    }
    void fingerprint(const Fingerprint& value) {
        fixed(value.high);
        fixed(value.low);
    }
    std::string take() { return std::move(bytes_); }

  private:
    std::string bytes_;
};

// Behind the end, and after anything that cannot be, it reads zeros, and is not sound any more.
class Reader {
  public:
    explicit Reader(std::string_view bytes) : rest_(bytes) {}

    std::uint8_t octet() {
        if (rest_.empty()) return fail();
        const char first = rest_.front();
        rest_.remove_prefix(1);
        return static_cast<std::uint8_t>(first);
    }
    std::uint64_t number() {
        std::uint64_t value = 0;
        for (unsigned shift = 0; shift < 64; shift += 7) {
            const std::uint8_t next = octet();
            value |= std::uint64_t{next & 0x7FU} << shift;
            if (next < 0x80) return value;
        }
        return fail();
    }
    std::string text() {
        const std::uint64_t size = number();
        if (size > rest_.size()) fail();
        std::string value(rest_.substr(0, size));
        rest_.remove_prefix(value.size());
        return value;
    }
    Instant instant() {
        const std::uint64_t value = number();
        return Instant(Instant::duration(static_cast<std::int64_t>((value >> 1) ^ (0 - (value & 1)))));
    }
    std::uint64_t fixed() {
        std::uint64_t value = 0;
        for (int shift = 0; shift < 64; shift += 8) value |= std::uint64_t{octet()} << shift;
        return value;
    }
    Fingerprint fingerprint() {
        const std::uint64_t high = fixed();
        return {high, fixed()};
    }
    // A list whose length a damaged octet may have made up: no room is made that its bytes could not fill.
    template <class Read>
    auto list(Read read) -> std::vector<decltype(read(*this))> {
        std::vector<decltype(read(*this))> values;
        const std::uint64_t count = number();
        values.reserve(std::min<std::uint64_t>(count, 8));
        for (std::uint64_t i = 0; i < count && sound_; ++i) values.push_back(read(*this));
        return values;
    }
    std::uint8_t fail() {
        sound_ = false;
        rest_ = {};
        return 0;
    }
    [[nodiscard]] bool is_done() const { return sound_ && rest_.empty(); }

  private:
    std::string_view rest_;
    bool sound_ = true;
};

void write(Writer& writer, const content::Person& person) {
    writer.text(person.name);
    writer.text(person.email);
    writer.text(person.uri);
}

void write(Writer& writer, const content::TermList& list) {
    writer.text(list.taxonomy);
    writer.number(list.terms.size());
    for (const std::string& term : list.terms) writer.text(term);
}

void write(Writer& writer, const Problem& problem) {
    writer.octet(problem.severity == Severity::error ? 1 : 0);
    writer.text(problem.code);
    writer.text(problem.file);
    writer.number(problem.line);
    writer.number(problem.column);
    writer.text(problem.message);
}

void write(Writer& writer, const catalog::TermNumber& other) {
    writer.text(other.taxonomy);
    writer.text(other.term);
    writer.number(other.number);
}

template <class Value>
void write(Writer& writer, const std::vector<Value>& values) {
    writer.number(values.size());
    for (const Value& value : values) write(writer, value);
}

void write(Writer& writer, const content::Metadata& metadata) {
    writer.octet(static_cast<std::uint8_t>((metadata.draft ? draft : 0) | (metadata.unlisted ? unlisted : 0) |
                                           (metadata.body_format == content::BodyFormat::html ? html : 0) |
                                           (metadata.expires ? expires : 0)));
    if (metadata.expires) writer.instant(*metadata.expires);
    for (const std::string* text : {&metadata.title, &metadata.summary, &metadata.link, &metadata.language,
                                    &metadata.external_url, &metadata.image}) {
        writer.text(*text);
    }
    write(writer, metadata.authors);
    write(writer, metadata.taxonomies);
    writer.number(metadata.body_offset);
    writer.number(metadata.body_bytes);
    writer.fingerprint(metadata.bytes);
    writer.fingerprint(metadata.significant);
}

content::Person read_person(Reader& reader) {
    content::Person person;
    person.name = reader.text();
    person.email = reader.text();
    person.uri = reader.text();
    return person;
}

content::TermList read_term_list(Reader& reader) {
    content::TermList list;
    list.taxonomy = reader.text();
    list.terms = reader.list([](Reader& terms) { return terms.text(); });
    return list;
}

Problem read_problem(Reader& reader) {
    Problem problem;
    const std::uint8_t severity = reader.octet();
    if (severity > 1) reader.fail();
    problem.severity = severity == 1 ? Severity::error : Severity::warning;
    problem.code = reader.text();
    problem.file = reader.text();
    problem.line = reader.number();
    problem.column = reader.number();
    problem.message = reader.text();
    return problem;
}

catalog::TermNumber read_term_number(Reader& reader) {
    catalog::TermNumber other;
    other.taxonomy = reader.text();
    other.term = reader.text();
    other.number = reader.number();
    return other;
}

void read_metadata(Reader& reader, content::Metadata& metadata) {
    const std::uint8_t flags = reader.octet();
    if (flags > all_flags) reader.fail();
    metadata.draft = (flags & draft) != 0;
    metadata.unlisted = (flags & unlisted) != 0;
    metadata.body_format = (flags & html) != 0 ? content::BodyFormat::html : content::BodyFormat::markdown;
    if ((flags & expires) != 0) metadata.expires = reader.instant();
    for (std::string* text : {&metadata.title, &metadata.summary, &metadata.link, &metadata.language,
                              &metadata.external_url, &metadata.image}) {
        *text = reader.text();
    }
    metadata.authors = reader.list(read_person);
    metadata.taxonomies = reader.list(read_term_list);
    metadata.body_offset = reader.number();
    metadata.body_bytes = reader.number();
    metadata.bytes = reader.fingerprint();
    metadata.significant = reader.fingerprint();
}

}  // namespace

std::string encode_details(const content::Metadata& metadata, const Problems& problems,
                           const std::vector<catalog::TermNumber>& others) {
    constexpr std::size_t usual_rest = 200;  // of the octets besides title, summary and link
    Writer writer(metadata.title.size() + metadata.summary.size() + metadata.link.size() + usual_rest);
    write(writer, metadata);
    write(writer, problems);
    write(writer, others);
    return writer.take();
}

std::optional<Details> decode_details(std::string_view bytes) {
    Reader reader(bytes);
    if (reader.octet() != version) return std::nullopt;
    std::optional<Details> details(std::in_place);
    read_metadata(reader, details->metadata);
    details->problems = reader.list(read_problem);
    details->others = reader.list(read_term_number);
    if (!reader.is_done()) details.reset();
    return details;
}

}  // namespace tagwire::state
