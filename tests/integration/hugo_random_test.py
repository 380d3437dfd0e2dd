"""Pages of random names, slugs, titles and urls have the links that the real hugo gives them."""

import json
import os
import random
import unittest

import hugo_pages
import tagwire

SEED = int(os.environ.get("TAGWIRE_SEED", "1"))
PAGES_OF_EACH_KIND = 40
# No "#" and "?": Hugo leaves them in links as they are, so that its pages cannot be reached.
PIECES = list("abcXYZ0189 .-_+~@%&',;=!()[]$^") + list("éÉüßøİıΣςЖёÅ中文，。！「」、：（）·—…“”’ａ１①½Ⅷ〇々カガ한글") + [
    "क्ष", "ไท", "e\u0301", "\u0308", "\u200b", "\u00a0", "\u3000", "\u00ad", "😀", "🏳️‍🌈", "\U00020000", "%20", "%E4", "--", "  "]
CONFIGURATIONS = ("", "removePathAccents = true\n", "disablePathToLower = true\n", "uglyURLs = true\n",
                  "defaultContentLanguageInSubdir = true\n[languages.en]\n[languages.fr]\n")


def text(chance, pieces_max, without=""):
    pieces = [piece for piece in PIECES if not any(character in piece for character in without)]
    return "".join(chance.choice(pieces) for _ in range(chance.randint(1, pieces_max)))


def pages(chance):
    """Front matter by path in the content folder. Numbers keep links apart."""
    found = {}
    for number in range(PAGES_OF_EACH_KIND):
        language = chance.choice(("", "", ".fr"))
        name = f"{number}{text(chance, 12)}".strip(". ")
        found[f"post/{name}{language}.md"] = {"title": "x"}
        found[f"bundles/{name}/index{language}.md"] = {"title": "x"}
        found[f"slugs/{number}{language}.md"] = {"slug": f"{number}{text(chance, 12)}"}
        found[f"titles/{number}{language}.md"] = {"title": f"{number}{text(chance, 20)}"}
        found[f"urls/{number}{language}.md"] = {"url": f"{chance.choice(('', '/'))}{number}u{text(chance, 12, '%')}"}
    return found


class RandomPages(tagwire.TestCase):
    def write(self, site, configuration, found):
        site.mkdir()
        (site / "hugo.toml").write_text("baseURL = 'https://example.org/b/'\n" + configuration +
                                        "[permalinks]\ntitles = '/:year/:title'\n")
        for path, fields in found.items():
            file = site / "content" / path
            file.parent.mkdir(parents=True, exist_ok=True)
            lines = [f"{key}: {json.dumps(value, ensure_ascii=False)}" for key, value in fields.items()]
            file.write_text("\n".join(["---", "date: 2024-01-02", *lines, "---", ""]))

    def test_their_links_are_those_of_hugo(self):
        chance = random.Random(SEED)
        for number, configuration in enumerate(CONFIGURATIONS):
            site = self.folder / f"site-{number}"
            self.write(site, configuration, pages(chance))
            listed = json.loads(tagwire.run("articles", site, "--json").stdout)
            links = {"content/" + file["path"]: file["link"] for file in listed}
            for page in hugo_pages.pages(site):
                with self.subTest(configuration=configuration, path=page["path"], seed=SEED):
                    # RFC 3986 §3.3 has no brackets in paths, which Hugo lets stand.
                    link = page["link"].replace("[", "%5B").replace("]", "%5D")
                    self.assertEqual(link, links[page["path"]])


if __name__ == "__main__":
    unittest.main()
