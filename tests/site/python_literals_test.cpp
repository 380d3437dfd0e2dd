#include "site/python_literals.hpp"
#include "site/python_pattern.hpp"

#include <catch2/catch.hpp>

using namespace tagwire;
using namespace tagwire::site;

namespace {

// As JSON writes it, with strings in quotation marks and everything else as it stands.
std::string to_text(const yaml::Value& value) {
    switch (value.kind) {
        case yaml::Kind::null: return "null";
        case yaml::Kind::scalar: return value.quoted ? '"' + value.scalar + '"' : value.scalar;
        case yaml::Kind::list: break;
        case yaml::Kind::map: break;
    }
    std::string text;
    for (const yaml::Value& item : value.items) text += (text.empty() ? "" : ",") + to_text(item);
    for (const yaml::Member& member : value.members) {
        text += (text.empty() ? "" : ",") + member.key + ":" + to_text(member.value);
    }
    return value.kind == yaml::Kind::list ? "[" + text + "]" : "{" + text + "}";
}

std::string read(std::string_view program) { return to_text(read_python_settings(program).root); }

}  // namespace

TEST_CASE("Python's literals are read without running it") {
    const std::vector<std::pair<std::string, std::string>> rows = {
        {"A = 'b'", R"({A:"b"})"},
        {"A='it\\'s' # so\r\n", R"({A:"it's"})"},
        {"A = \"\"\"two\nlines\"\"\"", "{A:\"two\nlines\"}"},
        {"A = r'\\d' 'e'", R"({A:"\de"})"},
        {"A = u'\\u706f\\x41\\n'", "{A:\"灯A\n\"}"},
        {"A = 12; B = 3", "{A:12}"},
        {"A = -1.5\nB = True\nC = None", "{A:-1.5,B:True,C:null}"},
        {"A = [1, 'b', # c\n  (2,), (3), ()]", R"({A:[1,"b",[2],3,[]]})"},
        {"A = {'a': 1, 'b': {'c': [True]},}", "{A:{a:1,b:{c:[True]}}}"},
        {"A = {'a', 'b'}", R"({A:["a","b"]})"},
        {"A = 1, 2,", "{A:[1,2]}"},
        {"A = ('a'\n     'b')", R"({A:"ab"})"},
        {"A = 'a' \\\n 'b'", R"({A:"ab"})"},
        {"A = 1\nA = 2", "{A:1,A:2}"},
        {"import os\nif A == 1:\n    B = 2\nlower = 3\ndef f():\n    C = 1\nD = 4", "{D:4}"},
        {"", "{}"},
        {"A = ", "{}"},
        {"A = '", "{}"},
        {"A = 'x\nB = 1", "{B:1}"},
        {"A = [1, [2", "{}"},
        {"A = '\\", "{}"}};
    for (const auto& [program, expected] : rows) {
        INFO(program);
        CHECK(read(program) == expected);
    }
    CHECK(read("A = " + std::string(10'000, '[')) == "{}");
}

TEST_CASE("what only Python can compute is named with its place") {
    const PythonSettings settings =
        read_python_settings("\nA = os.environ['A']\nB = 'b' + A\nC = f'{A}'\nD = [\n  A,\n]\nE = 1\n");
    REQUIRE(settings.computed.size() == 4);
    CHECK(settings.computed[0].first == "A");
    CHECK(settings.computed[0].second.line == 2);
    CHECK(settings.computed[3].second.line == 5);
    CHECK(to_text(settings.root) == "{E:1}");
}

TEST_CASE("Python's named groups are found") {
    const auto pattern = PythonPattern::read(R"((?P<date>\d{4}-\d{2})_([(]x)?(?:y)?(?P<slug>.*))");
    REQUIRE(pattern);
    CHECK(pattern->match("2024-01_(xyz") == decltype(pattern->match(""))({{"date", "2024-01"}, {"slug", "z"}}));
    CHECK(pattern->match("x2024-01_z").empty());
    CHECK_FALSE(PythonPattern::read("(?P<a>x"));
    CHECK_FALSE(PythonPattern::read("(?<=a)b"));
}
