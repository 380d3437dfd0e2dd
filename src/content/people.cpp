#include "content/people.hpp"

#include "base/text.hpp"
#include "base/uri.hpp"
#include "content/comma_list.hpp"

#include <algorithm>
#include <initializer_list>
#include <utility>

namespace tagwire::content {

namespace {

constexpr std::size_t npos = std::string_view::npos;

// RFC 5321 §4.1.2 as far as it matters: two parts of printable ASCII without blanks or brackets.
bool is_mail_address(std::string_view text) {
    const std::size_t at = text.find('@');
    const bool printable = std::all_of(text.begin(), text.end(), [](char c) { return c > 0x20 && c < 0x7F; });
    return at != npos && at > 0 && at + 1 < text.size() && printable && text.find_first_of("<>(),;:\"", 0) == npos;
}

std::string_view without_quotes(std::string_view name) {
    if (name.size() >= 2 && name.front() == '"' && name.back() == '"') return name.substr(1, name.size() - 2);
    return name;
}

std::string http_url(std::string_view text) {
    std::string uri = to_uri(text).value_or("");
    return is_http_url(uri) ? uri : std::string();
}

// From a plain line: "Ada <ada@example.org>", "Ada (ada@example.org)", "ada@example.org (Ada)", "ada@example.org",
// "Ada <https://ada.example.org/>", "Ada (Harbour Press)".
Person read_person(std::string_view line) {
    Person person;
    std::string_view name = trim(line);
    const std::size_t open = name.find_first_of("<(");
    const std::size_t close = open == npos ? npos : name.find(name[open] == '<' ? '>' : ')', open);
    if (close != npos) {
        const bool in_angles = name[open] == '<';
        const std::string_view before = trim(name.substr(0, open));
        const std::string_view inside = trim(name.substr(open + 1, close - open - 1));
        if (is_mail_address(inside)) person.email = inside;
        if (in_angles) person.uri = http_url(inside);
        if (!person.email.empty() || in_angles) {
            name = before;
        } else if (is_mail_address(before)) {
            person.email = before;
            name = inside;
        }
    }
    name = without_quotes(name);
    if (is_mail_address(name)) {
        person.email = name;
        name = name.substr(0, name.find('@'));
    }
    // RFC 4287 §3.2.1: a person has a name.
    person.name = name.empty() ? person.email.substr(0, person.email.find('@')) : std::string(name);
    return person;
}

std::string member_text(const yaml::Value& map, std::initializer_list<std::string_view> keys) {
    for (const std::string_view key : keys) {
        const yaml::Value* value = map.find_any_case(key);
        if (value == nullptr) continue;
        std::string text = plain_line(value->scalar);
        if (!text.empty()) return text;
    }
    return {};
}

Person read_person(const yaml::Value& map) {
    Person person = read_person(member_text(map, {"name"}));
    const std::string mail = member_text(map, {"email", "mail"});
    if (is_mail_address(mail)) person.email = mail;
    const std::string uri = http_url(member_text(map, {"url", "uri", "link", "homepage"}));
    if (!uri.empty()) person.uri = uri;
    return person;
}

class PeopleCollector {
  public:
    explicit PeopleCollector(std::size_t people_max) : people_max_(people_max) {}

    void add_all(const yaml::Value& value) {
        if (value.kind == yaml::Kind::map) return add(read_person(value));
        const std::string line = plain_line(value.scalar);
        for (const std::string_view name : split_names(line)) add(read_person(name));
        for (const yaml::Value& item : value.items) {
            add(item.kind == yaml::Kind::map ? read_person(item) : read_person(plain_line(item.scalar)));
        }
    }

    std::vector<Person> take() { return std::move(people_); }

  private:
    void add(Person person) {
        if (person.name.empty() || people_.size() >= people_max_) return;
        const bool known =
            std::any_of(people_.begin(), people_.end(), [&](const Person& other) { return other.name == person.name; });
        if (!known) people_.push_back(std::move(person));
    }

    std::size_t people_max_;
    std::vector<Person> people_;
};

}  // namespace

std::vector<Person> read_people(const Fields& fields, const Limits& limits) {
    PeopleCollector people(limits.terms_per_article_max);
    for (const std::string_view key : {"authors", "author"}) {
        if (const yaml::Value* value = fields.find(key)) people.add_all(*value);
    }
    return people.take();
}

}  // namespace tagwire::content
