"""The site in tests/data/sites/jekyll and the real Jekyll."""

import json
import shutil
import unittest

import jekyll_site


@unittest.skipUnless(shutil.which("jekyll"), "jekyll is not installed")
class JekyllSite(unittest.TestCase):
    def test_expected_items_are_what_jekyll_makes_of_the_site(self):
        expected = json.loads((jekyll_site.SITE / "expected.json").read_text())
        self.assertEqual(jekyll_site.items(), expected)


if __name__ == "__main__":
    unittest.main()
