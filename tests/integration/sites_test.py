"""The sample sites, item by item: what tagwire says of each article is what the site's generator makes of it."""

import json
import pathlib
import shutil
import unittest

import hugo_pages
import tagwire

SITES = pathlib.Path(__file__).resolve().parents[1] / "data/sites"
COMPARED = ("title", "link", "published", "language", "taxonomies")
# An article without a date is dated by its file, which is new wherever the tests run.
NOT_COMPARED_IF_ABSENT = "published"


def comparable(item, wanted):
    """What is compared: terms without order and case, as a generator spells a term in one way on all pages."""
    taxonomies = {name: sorted(term.lower() for term in terms) for name, terms in item["taxonomies"].items()}
    found = {key: item[key] for key in COMPARED} | {"taxonomies": taxonomies}
    if wanted[NOT_COMPARED_IF_ABSENT] is None:
        del found[NOT_COMPARED_IF_ABSENT]
    return found


class SampleSites(unittest.TestCase):
    def compare(self, name, expected):
        listed = json.loads(tagwire.run("articles", SITES / name, "--json", "--now", "2025-06-01T00:00:00Z").stdout)
        entries = {"content/" + file["path"]: file for file in listed
                   if file["state"] in ("published", "draft", "scheduled", "expired")}
        for page in expected:
            with self.subTest(site=name, path=page["path"]):
                entry = entries[page["path"]]
                self.assertEqual(comparable(page, page), comparable(entry, page))
                self.assertEqual(page["draft"], entry["state"] == "draft")
                self.assertEqual([], entry["problems"])
        self.assertEqual({page["path"] for page in expected}, set(entries))

    def test_they_have_the_pages_that_are_expected(self):
        for name in ("hugo", "zola"):
            self.compare(name, json.loads((SITES / name / "expected.json").read_text()))

    @unittest.skipUnless(shutil.which(hugo_pages.PROGRAM), "hugo is not installed")
    def test_hugo_has_the_pages_that_are_expected_of_it(self):
        self.assertEqual(json.loads((SITES / "hugo/expected.json").read_text()), hugo_pages.pages(SITES / "hugo"))


if __name__ == "__main__":
    unittest.main()
