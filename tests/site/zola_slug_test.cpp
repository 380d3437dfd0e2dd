#include "site/zola_slug.hpp"

#include <catch2/catch.hpp>

#include <utility>
#include <vector>

using tagwire::site::zola_slug;
using tagwire::site::ZolaSlugs;

// What version 1.3.1 of deunicode gives in the slug crate.
TEST_CASE("a slug is small letters and digits with hyphens between them") {
    const std::vector<std::pair<std::string, std::string>> cases = {{"My Test String!!!1!1", "my-test-string-1-1"},
                                                                    {"test\nit   now!", "test-it-now"},
                                                                    {"  --test_-_cool", "test-cool"},
                                                                    {"Æúű--cool?", "aeuu-cool"},
                                                                    {"You & Me", "you-me"},
                                                                    {"user@example.com", "user-example-com"},
                                                                    {"10am?", "10am"},
                                                                    {"C++ & C#", "c-c"},
                                                                    {"v1.2", "v1-2"},
                                                                    {"Größe: 5 €", "grosse-5-eur"},
                                                                    {"Žluťoučký kůň", "zlutoucky-kun"},
                                                                    {"łódź, ŁÓDŹ", "lodz-lodz"},
                                                                    {"smørrebrød på øy", "smorrebrod-pa-oy"},
                                                                    {"Þór og Ðað", "thor-og-dad"},
                                                                    {"Đặng Thị", "dang-thi"},
                                                                    {"İstanbul ısı", "istanbul-isi"},
                                                                    {"L’été… déjà", "l-ete-deja"},
                                                                    {"e\u0301te\u0301", "ete"},
                                                                    {"soft\u00ADhyphen", "softhyphen"},
                                                                    {"½ × 3°", "1-2-x-3deg"},
                                                                    {"Москва — столица", "moskva-stolitsa"},
                                                                    {"Съешь ещё", "sesh-eshchio"},
                                                                    {"Київ", "kiyiv"},
                                                                    {"Ελληνικά", "ellenika"},
                                                                    {"", ""},
                                                                    {"!?", ""}};
    for (const auto& [text, slug] : cases) {
        CAPTURE(text);
        CHECK(zola_slug(text, ZolaSlugs::on) == slug);
    }
}

TEST_CASE("letters of other scripts are kept in slugs") {
    CHECK(zola_slug("日本 x", ZolaSlugs::on) == "日本-x");
    CHECK(zola_slug("灯塔，日志。", ZolaSlugs::on) == "灯塔-日志");
}

TEST_CASE("a safe slug lacks only what file systems forbid, and one that is off nothing") {
    CHECK(zola_slug("test (hey) ", ZolaSlugs::safe) == "test (hey)");
    CHECK(zola_slug("a<b>:\"/\\|?*c. .", ZolaSlugs::safe) == "abc");
    CHECK(zola_slug("日本", ZolaSlugs::safe) == "日本");
    CHECK(zola_slug(". ", ZolaSlugs::safe).empty());
    CHECK(zola_slug("dot. ", ZolaSlugs::off) == "dot. ");
}
