"""What can be counted: how long files are, and what stands at the top of the project."""

import pathlib
import unittest

ROOT = pathlib.Path(__file__).resolve().parents[2]
LINES_MAX = {".cpp": 500, ".hpp": 150, ".py": 500}
TOP_LEVEL = {".ci", ".clang-format", ".clang-tidy", ".git", ".gitignore", "CMakeLists.txt", "CMakePresets.json", "LICENSE",
             "README.md", "build", "config", "dev", "feeds", "src", "systemd", "tests"}


def sources():
    for folder in ("src", "tests"):
        yield from (file for file in sorted((ROOT / folder).rglob("*")) if file.suffix in LINES_MAX)


class Figures(unittest.TestCase):
    def test_no_file_is_too_long(self):
        lengths = {file: len(file.read_text().splitlines()) for file in sources()}
        self.assertGreater(len(lengths), 50)
        self.assertEqual([], [f"{file.relative_to(ROOT)}: {length} lines" for file, length in lengths.items()
                              if length > LINES_MAX[file.suffix]])

    def test_nothing_strays_into_the_top_folder(self):
        self.assertEqual([], sorted({entry.name for entry in ROOT.iterdir()} - TOP_LEVEL))


if __name__ == "__main__":
    unittest.main()
