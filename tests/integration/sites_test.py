"""Sites that were written for a generator are read as that generator reads them: its pages and items against what tagwire tells of
the same folder, which it is only pointed at. Hugo and Jekyll are asked themselves; expected.json keeps what they said."""

import json
import unittest

import hugo_pages
import jekyll_site
import tagwire

SITES = tagwire.ROOT / "tests/data/sites"
NOW = "2026-11-21T00:00:00Z"


def expected(name):
    return json.loads((SITES / name / "expected.json").read_text())


def articles(name):
    """What tagwire tells, by path."""
    listed = json.loads(tagwire.run("articles", SITES / name, "--json", "--now", NOW).stdout)
    return {file["path"]: file for file in listed if file["state"] not in ("skipped", "unlisted")}


def folded(taxonomies):
    """A generator spells a term in one way on all pages, and tagwire has the languages for a taxonomy as well."""
    return {name: sorted({term.casefold() for term in terms}) for name, terms in taxonomies.items() if name != "lang"}


class Sites(tagwire.TestCase):
    def compare_pages(self, name):
        pages = {page["path"].removeprefix("content/"): page for page in expected(name)}
        found = articles(name)
        self.assertEqual(sorted(pages), sorted(found))
        for path, page in pages.items():
            with self.subTest(path):
                article = found[path]
                self.assertEqual([page[key] for key in ("title", "link", "language")],
                                 [article[key] for key in ("title", "link", "language")])
                self.assertEqual(page["draft"], article["state"] == "draft")
                if page["published"]:  # what has no date for the generator is dated by tagwire
                    self.assertEqual(page["published"], article["published"])
                self.assertEqual(folded(page["taxonomies"]), folded(article["taxonomies"]))
                self.assertEqual([], article["problems"])

    def test_the_language_of_a_page_that_only_its_path_tells_has_its_feed(self):
        feeds = json.loads(tagwire.run("feeds", SITES / "hugo", "--json", "--now", NOW).stdout)
        languages = {feed["term"]: feed["articles"] for feed in feeds if feed["definition"] == "languages"}
        found = [article["language"] for article in articles("hugo").values() if article["state"] == "published"]
        self.assertEqual({language: found.count(language) for language in set(found)}, languages)
        self.assertGreater(len(languages), 1)

    def test_pages_are_those_that_hugo_makes(self):
        self.assertEqual(hugo_pages.pages(SITES / "hugo"), expected("hugo"))
        self.compare_pages("hugo")

    def test_pages_are_those_that_zola_makes_by_its_documentation(self):
        self.compare_pages("zola")

    def test_items_are_those_that_jekyll_makes(self):
        items = jekyll_site.items(SITES / "jekyll")
        self.assertEqual(items, expected("jekyll"))
        found = sorted((article for article in articles("jekyll").values() if article["state"] == "published"),
                       key=lambda article: article["link"])
        self.assertEqual([item["link"] for item in items], [article["link"] for article in found])
        for item, article in zip(items, found):
            with self.subTest(item["link"]):
                self.assertEqual((item["title"], item["published"]), (article["title"], article["published"]))
                terms = article["taxonomies"].get("categories", []) + article["taxonomies"].get("tags", [])
                self.assertEqual(folded({"all": item["terms"]}), folded({"all": terms}))


if __name__ == "__main__":
    unittest.main()
