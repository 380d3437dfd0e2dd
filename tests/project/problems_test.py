"""Each problem's code is explained by `tagwire check --explain`, and nothing else is."""

import pathlib
import re
import unittest

SOURCE = pathlib.Path(__file__).resolve().parents[2] / "src"
CODE = r'"([a-z]+(?:-[a-z]+)*)"'
# Where a problem is made: behind its severity, or as an argument of a function that makes one.
MADE = re.compile(r"(?:Severity::\w+,|\b(?:Refusal|Explanation)\{|"
                  r"\b(?:warn|report|refuse|broken|add_error|advice|add_warning)\()[^;]{0,120}?" + CODE + r"\s*,")


def made():
    files = [path for path in SOURCE.glob("*/*.cpp") if path.name != "explanations.cpp"]
    return {code for path in files for code in MADE.findall(path.read_text())}


def explained():
    return re.findall(r"\{" + CODE + r",", (SOURCE / "cli/explanations.cpp").read_text())


class Problems(unittest.TestCase):
    def test_each_code_is_explained_once_and_none_else(self):
        self.assertEqual(sorted(made()), explained())


if __name__ == "__main__":
    unittest.main()
