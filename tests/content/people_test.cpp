#include "reading.hpp"

using namespace tagwire;
using namespace tagwire::content;

namespace {

std::string people(std::string_view front_matter) {
    std::string text;
    for (const Person& person : read(front_matter).metadata.authors) {
        text += (text.empty() ? "" : " | ") + person.name;
        if (!person.email.empty()) text += " <" + person.email + '>';
        if (!person.uri.empty()) text += " [" + person.uri + ']';
    }
    return text;
}

}  // namespace

TEST_CASE("authors come in every shape") {
    const auto [front_matter, expected] = GENERATE(table<std::string, std::string>({
        {"author: Ada", "Ada"},
        {"Author: 林 海", "林 海"},
        {"authors: [Ada, Lin]", "Ada | Lin"},
        {"author: Ada and Lin & Bo", "Ada | Lin | Bo"},
        {"author: Ada, Lin；Bo、Yu", "Ada | Lin | Bo | Yu"},
        {"author: Anders Andersen", "Anders Andersen"},
        {"author: Ada <ada@example.org>", "Ada <ada@example.org>"},
        {"author: Ada (ada@example.org)", "Ada <ada@example.org>"},
        {"author: '\"Ada, Countess\" <ada@example.org>'", "\"Ada | Countess\" <ada@example.org>"},
        {"authors: ['\"Ada, Countess\" <ada@example.org>']", "Ada, Countess <ada@example.org>"},
        {"author: Ada <a@example.org>, Lin (l@example.org) and Bo", "Ada <a@example.org> | Lin <l@example.org> | Bo"},
        {"author: Ada, Lin, and Bo", "Ada | Lin | Bo"},
        {"author: Ada AND Lin", "Ada | Lin"},
        {"author: Sandy Andrews & Co", "Sandy Andrews | Co"},
        {"author: 林海、陈潮，与 Bo", "林海 | 陈潮 | 与 Bo"},
        {"author: Smith, John", "Smith | John"},
        {"authors: [\"Smith, John\", Ada and Lin]", "Smith, John | Ada and Lin"},
        {"author: \"Ada <ada@example.org>; Lin <lin@example.org>\"", "Ada <ada@example.org> | Lin <lin@example.org>"},
        {"author: \"ada@example.org (Ada)\"", "Ada <ada@example.org>"},
        {"author: \"Ada <ada@example.org> (Harbour Press)\"", "Ada <ada@example.org>"},
        {"author: \"Ada <https://ada.example.org/>\"", "Ada [https://ada.example.org/]"},
        {"authors: [Ada <ada@example.org>, ada]", "Ada <ada@example.org> | ada"},
        {"authors:\n- name: Ada\n  url: /about/\n- name: Ada and Lin\n  uri: https://example.org/",
         "Ada | Ada and Lin [https://example.org/]"},
        {"authors: {name: Ada}\nauthor: [Lin]", "Ada | Lin"},
        {"author: 2024", "2024"},
        {"author: \" , and ; \"", ""},
        {"author: Ada (Harbour Press, North)", "Ada (Harbour Press, North)"},
        {"author: Ada <nobody>", "Ada"},
        {"author: ada@example.org", "ada <ada@example.org>"},
        {"author: <ada@example.org>", "ada <ada@example.org>"},
        {"author: {name: Ada, email: ada@example.org, url: \"https://example.org/~ada\"}",
         "Ada <ada@example.org> [https://example.org/~ada]"},
        {"authors:\n- name: Ada\n  mail: no mail\n  homepage: javascript:x\n- Lin", "Ada | Lin"},
        {"author: {email: ada@example.org}", ""},
        {"authors: [Ada]\nauthor: Ada, Lin", "Ada | Lin"},
        {"author:\nauthors: [~, \"\", [x]]", ""},
        {"author: Tom &amp; Jerry", "Tom | Jerry"},
        {"authors: [Tom &amp; Jerry]", "Tom & Jerry"},
        {"author: \"<\"", "<"},
    }));
    CAPTURE(front_matter);
    CHECK(people(front_matter) == expected);
}
