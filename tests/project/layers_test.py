"""The layers of src/ keep to the table in CMakeLists.txt: includes point down only, a foreign library has one home (or few),
and the pure layers read no clock and no environment."""

import pathlib
import re
import tempfile
import unittest

ROOT = pathlib.Path(__file__).resolve().parents[2]

# Which headers belong to which library of the table's WITH column.
LIBRARY_OF = {
    "boost/json": "Boost::json",
    "boost/url": "Boost::url",
    "cmark-gfm": "PkgConfig::libcmark-gfm",
    "CLI/": "CLI11::CLI11",
    "date/": "date::date-tz",
    "idn2.h": "PkgConfig::libidn2",
    "libdeflate.h": "PkgConfig::libdeflate",
    "libxml/": "LibXml2::LibXml2",
    "spdlog/": "spdlog::spdlog",
    "systemd/": "PkgConfig::libsystemd",
    "toml++/": "tomlplusplus::tomlplusplus",
    "utf8proc.h": "PkgConfig::libutf8proc",
    "xxhash.h": "PkgConfig::libxxhash",
    "yaml-cpp/": "yaml-cpp",
    "zstd.h": "zstd::libzstd_shared",
}
# Headers of libraries that are not linked by name.
HOMES_OF = {
    "boost/asio": {"http", "daemon"},
    "boost/beast": {"http"},
    "sqlite3.h": {"state"},
    "SQLiteCpp/": {"state"},
}
PURE = {"base", "yaml", "content", "feed", "catalog"}
IMPURE = re.compile(r"\b(?:system_clock|steady_clock|high_resolution_clock)::now\b|\btime\((?:nullptr|NULL|0)\)"
                    r"|\b(?:clock_gettime|gettimeofday|getenv|secure_getenv|random_device)\b")


def read_table(cmake):
    """{layer: (layers it stands on, libraries it is the home of)}, in the table's order."""
    table = {}
    for name, arguments in re.findall(r"^tagwire_layer\((\w+)([^)]*)\)", cmake, re.MULTILINE):
        below, _, libraries = arguments.partition("WITH")
        table[name] = (set(below.replace("ON", "", 1).split()), set(libraries.split()))
    return table


def problems_of_table(table):
    """A layer stands only on layers above it in the table, so that there is no circle."""
    known = set()
    for name, (below, _) in table.items():
        for other in sorted(below - known):
            yield f"CMakeLists.txt: {name} stands on {other}, which is not above it in the table"
        known.add(name)


def problem_of_include(layer, header, table):
    below, libraries = table[layer]
    first = header.partition("/")[0]
    if first in table and first != layer and first not in below:
        return f"{layer} does not stand on {first}"
    for prefix, library in LIBRARY_OF.items():
        if header.startswith(prefix) and library not in libraries:
            return f"{layer} is not the home of {library}"
    for prefix, homes in HOMES_OF.items():
        if header.startswith(prefix) and layer not in homes:
            return f"{header} belongs only into {', '.join(sorted(homes))}"
    return None


def find_problems(root):
    table = read_table((root / "CMakeLists.txt").read_text())
    yield from problems_of_table(table)
    for file in sorted(root.glob("src/**/*.[ch]pp")):
        place = file.relative_to(root)
        layer = place.parts[1]
        if layer not in table:
            yield f"{place}: {layer} is not in CMakeLists.txt's table of layers"
            continue
        for number, line in enumerate(file.read_text().splitlines(), 1):
            include = re.match(r'\s*#\s*include\s*[<"]([^>"]+)[>"]', line)
            problem = problem_of_include(layer, include.group(1), table) if include else None
            if problem:
                yield f"{place}:{number}: {problem}"
            if layer in PURE and IMPURE.search(line.partition("//")[0]):
                yield f"{place}:{number}: {layer} is pure: no clock, no environment"


class Layers(unittest.TestCase):
    def test_the_sources_keep_to_the_table(self):
        self.assertEqual([], list(find_problems(ROOT)))

    def test_the_table_is_found(self):
        table = read_table((ROOT / "CMakeLists.txt").read_text())
        self.assertEqual({folder.name for folder in (ROOT / "src").iterdir()}, set(table))
        self.assertEqual((set(), True), (table["base"][0], "Boost::url" in table["base"][1]))


class PlantedViolations(unittest.TestCase):
    TABLE = "tagwire_layer(base)\ntagwire_layer(feed ON base WITH LibXml2::LibXml2)\ntagwire_layer(http ON base)\n"

    def problems(self, file, text, table=TABLE):
        with tempfile.TemporaryDirectory() as folder:
            root = pathlib.Path(folder)
            (root / "src" / file).parent.mkdir(parents=True)
            (root / "src" / file).write_text(text)
            (root / "CMakeLists.txt").write_text(table)
            return list(find_problems(root))

    def test_what_is_allowed_passes(self):
        self.assertEqual([], self.problems("feed/a.cpp", '#include "base/x.hpp"\n#include <libxml/tree.h>\n// getenv\n'))

    def test_an_include_that_points_up_is_found(self):
        self.assertEqual(["src/base/a.hpp:2: base does not stand on feed"],
                         self.problems("base/a.hpp", '\n#include "feed/x.hpp"\n'))

    def test_an_include_across_is_found(self):
        self.assertEqual(["src/http/a.cpp:1: http does not stand on feed"],
                         self.problems("http/a.cpp", '#include "feed/x.hpp"\n'))

    def test_a_foreign_header_away_from_home_is_found(self):
        self.assertEqual(["src/http/a.cpp:1: http is not the home of LibXml2::LibXml2"],
                         self.problems("http/a.cpp", "#include <libxml/tree.h>\n"))
        self.assertEqual(["src/feed/a.cpp:1: boost/beast/core.hpp belongs only into http"],
                         self.problems("feed/a.cpp", "#include <boost/beast/core.hpp>\n"))

    def test_a_clock_in_a_pure_layer_is_found(self):
        for code in ("auto now = std::chrono::system_clock::now();", "std::time(nullptr);", 'getenv("TZ");'):
            self.assertEqual(["src/feed/a.cpp:1: feed is pure: no clock, no environment"],
                             self.problems("feed/a.cpp", code))
        self.assertEqual([], self.problems("http/a.cpp", "std::chrono::steady_clock::now();"))

    def test_a_folder_that_is_no_layer_is_found(self):
        self.assertEqual(["src/misc/a.cpp: misc is not in CMakeLists.txt's table of layers"],
                         self.problems("misc/a.cpp", ""))

    def test_a_circle_in_the_table_is_found(self):
        self.assertEqual(["CMakeLists.txt: base stands on feed, which is not above it in the table"],
                         self.problems("base/a.cpp", "", "tagwire_layer(base ON feed)\ntagwire_layer(feed ON base)\n"))


if __name__ == "__main__":
    unittest.main()
