"""Sites that were written for a generator are read as that generator, the real one, reads them: its pages and items against what
tagwire tells of the same folder, which it is only pointed at."""

import json
import unittest

import hugo_pages
import jekyll_site
import tagwire

SITES = tagwire.ROOT / "tests/data/sites"
NOW = "2026-11-21T00:00:00Z"


def articles(site):
    """What tagwire tells, by path."""
    listed = json.loads(tagwire.run("articles", site, "--json", "--now", NOW).stdout)
    return {file["path"]: file for file in listed if file["state"] not in ("skipped", "unlisted")}


def folded(terms):
    return sorted({term.casefold() for term in terms})


class Sites(tagwire.TestCase):
    def test_pages_are_those_that_hugo_makes(self):
        expected = {page["path"].removeprefix("content/"): page for page in hugo_pages.pages(SITES / "hugo")}
        found = articles(SITES / "hugo")
        self.assertEqual(sorted(expected), sorted(found))
        for path, page in expected.items():
            with self.subTest(path):
                article = found[path]
                self.assertEqual([page[key] for key in ("title", "link", "language")],
                                 [article[key] for key in ("title", "link", "language")])
                self.assertEqual(page["draft"], article["state"] == "draft")
                if page["published"]:  # hugo leaves some articles in year 1, which tagwire dates
                    self.assertEqual(page["published"], article["published"])
                self.assertEqual({name: folded(terms) for name, terms in page["taxonomies"].items()},
                                 {name: folded(terms) for name, terms in article["taxonomies"].items() if name != "lang"})

    def test_items_are_those_that_jekyll_makes(self):
        expected = jekyll_site.items(SITES / "jekyll")
        self.assertEqual(expected, json.loads((SITES / "jekyll/expected.json").read_text()))
        found = sorted((article for article in articles(SITES / "jekyll").values() if article["state"] == "published"),
                       key=lambda article: article["link"])
        self.assertEqual([item["link"] for item in expected], [article["link"] for article in found])
        for item, article in zip(expected, found):
            with self.subTest(item["link"]):
                self.assertEqual((item["title"], item["published"]), (article["title"], article["published"]))
                terms = article["taxonomies"].get("categories", []) + article["taxonomies"].get("tags", [])
                self.assertEqual(folded(item["terms"]), folded(terms))


if __name__ == "__main__":
    unittest.main()
