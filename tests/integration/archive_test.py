"""Every feed offers its whole history: following prev-archive from any feed gives every article of its term, and pages that
nothing happened to keep their bytes (RFC 5005)."""

import json
import random
import shutil
import unittest
import urllib.parse
import xml.etree.ElementTree as xml

import tagwire
from tagwire import ATOM, article, entries, wait_until

BASE = "https://example.org/"
HISTORY = "{http://purl.org/syndication/history/1.0}"
TAGS = ["湿地", "tide", "C++", "rare"]
COUNT = 1000


class Archives(tagwire.TestCase):
    def setUp(self):
        super().setUp()
        self.random = random.Random(5)
        self.state = self.folder / "state"
        self.articles = {}  # name → keys of tagwire.article
        self.numbers = iter(range(10**6))

    def start(self):
        return self.serve("--state", self.state, "--base-url", BASE)

    def add(self, **keys):
        number = next(self.numbers)
        tags = [tag for tag in TAGS[:3] if self.random.random() < 0.4]
        day = self.random.randrange(1, 700)
        self.articles[f"{number % 10}/{number}.md"] = {
            "title": f"第 {number} 篇", "date": f"{2023 + day // 360}-{day % 360 // 30 + 1:02}-{day % 28 + 1:02} 08:00:00",
            "tags": tags, "body": f"正文 {number}。", **keys}
        return f"{number % 10}/{number}.md"

    def save(self, name):
        keys = dict(self.articles[name])
        self.content.write(name, article(keys.pop("title"), **keys))

    def titles_of(self, tag):
        return {keys["title"] for keys in self.articles.values() if tag is None or tag in keys["tags"]}

    # ---- walking ----

    def document(self, daemon, path):
        response = daemon.request(path)
        self.assertEqual(200, response.status, path)
        return response.body

    def walk_atom(self, daemon, path):
        """path → bytes of the feed and of all its pages, newest first."""
        found = {}
        while path:
            self.assertNotIn(path, found)
            body = found[path] = self.document(daemon, path)
            root = xml.fromstring(body)
            links = {link.get("rel"): link.get("href") for link in root.findall(ATOM + "link")}
            self.assertEqual(BASE.rstrip("/") + path, links["self"])
            self.assertEqual(len(found) > 1, root.find(HISTORY + "archive") is not None)
            self.assertEqual("prev-archive" not in links and len(found) == 1, root.find(HISTORY + "complete") is not None)
            if len(found) > 1:
                self.assertEqual(BASE.rstrip("/") + next(iter(found)), links["current"])
            path = links["prev-archive"].removeprefix(BASE.rstrip("/")) if "prev-archive" in links else None
        return found

    def walk_json(self, daemon, path):
        titles = []
        while path:
            page = json.loads(self.document(daemon, path))
            titles += [item["title"] for item in page["items"]]
            path = page.get("next_url", "").removeprefix(BASE.rstrip("/"))
        return titles

    def walk_rss(self, daemon, path):
        titles = []
        while path:
            channel = xml.fromstring(self.document(daemon, path)).find("channel")
            titles += [item.findtext("title") for item in channel.findall("item")]
            path = next((link.get("href").removeprefix(BASE.rstrip("/")) for link in channel.findall(ATOM + "link")
                         if link.get("rel") == "prev-archive"), None)
        return titles

    @staticmethod
    def folder_of(tag):
        return "/" if tag is None else f"/tags/{urllib.parse.quote(tag.lower(), safe='')}/"

    def require_whole_history(self, daemon):
        """All pages of all feeds, by path."""
        pages = {}
        for tag in [None, *TAGS]:
            walked = self.walk_atom(daemon, self.folder_of(tag) + "atom.xml")
            by_id = {one["id"]: one["title"] for body in walked.values() for one in entries(body)}
            self.assertEqual(self.titles_of(tag), set(by_id.values()), tag)
            self.assertEqual(len(by_id), len(set(by_id.values())), tag)
            self.assertEqual(self.titles_of(tag), set(self.walk_json(daemon, self.folder_of(tag) + "feed.json")), tag)
            self.assertEqual(self.titles_of(tag), set(self.walk_rss(daemon, self.folder_of(tag) + "rss.xml")), tag)
            pages.update({path: body for path, body in walked.items() if "/archive/" in path})
        return pages

    def wait_for_last(self, daemon):
        """What was saved before is seen when this one is."""
        name = self.add(date="2025-12-31 00:00:00", tags=["rare"])
        self.save(name)
        wait_until(lambda: self.articles[name]["title"] in daemon.titles("/tags/rare/atom.xml"), 20)

    def test_the_history_is_whole_and_pages_keep_their_bytes_through_everything(self):
        for _ in range(COUNT):
            self.save(self.add())
        self.save(self.add(tags=["rare"]))
        with self.start() as daemon:
            before = self.require_whole_history(daemon)
            self.assertGreater(len(before), 150)
            changed = set()
            for step in range(120):
                self.change(step, changed)
            self.wait_for_last(daemon)
            after = self.require_whole_history(daemon)
            self.require_untouched(before, after, changed)
        with self.start() as daemon:
            self.assertEqual(after, self.require_whole_history(daemon))
            self.require_same_build(daemon, after)

    def change(self, step, changed):
        kind = self.random.choice(["add", "add", "add", "edit", "delete", "retag"])
        if kind == "add":  # mostly backdated
            self.save(self.add())
            return
        name = self.random.choice(sorted(self.articles))
        changed.add(self.articles[name]["title"])
        if kind == "delete":
            (self.content.root / name).unlink()
            del self.articles[name]
        elif kind == "edit":
            self.articles[name]["body"] = f"改过的正文 {step}。"
            self.save(name)
        else:
            self.articles[name]["tags"] = [self.random.choice(TAGS[:3])]
            self.save(name)

    def require_untouched(self, before, after, changed):
        untouched = 0
        for path, body in before.items():
            self.assertIn(path, after)  # a page keeps its URL
            if changed.isdisjoint(one["title"] for one in entries(body)):
                self.assertEqual(body, after[path], path)
                untouched += 1
        self.assertGreater(untouched, len(before) / 3)

    def require_same_build(self, daemon, pages):
        """With a copy of the state, a build gives the very documents that the daemon serves."""
        copy = self.folder / "copy"
        tagwire.run("state", "backup", self.folder / "backup.db", "--content", self.content.root, "--state", self.state)
        copy.mkdir()
        shutil.copy(self.folder / "backup.db", copy / "tagwire.db")
        out = self.folder / "out"
        tagwire.run("build", self.content.root, out, "--base-url", BASE, "--title", "试验 & test", "--time-zone",
                    "Asia/Shanghai", "--state", copy)
        for path in [*pages, *(self.folder_of(tag) + name for tag in [None, *TAGS]
                               for name in ("atom.xml", "rss.xml", "feed.json", "")), "/feeds.opml"]:
            self.assertEqual(self.document(daemon, path), (out / tagwire.file_of(path)).read_bytes(), path)

    def test_a_page_may_be_kept_long_and_the_one_after_the_last_leads_to_the_feed(self):
        for _ in range(25):
            self.save(self.add(tags=["tide"]))
        with self.start() as daemon:
            page = daemon.request("/tags/tide/archive/1/atom.xml")
            self.assertEqual(200, page.status)
            self.assertIn("max-age=86400", page["Cache-Control"])
            links = {link.get("rel"): link.get("href") for link in xml.fromstring(page.body).findall(ATOM + "link")}
            self.assertEqual(BASE + "tags/tide/archive/2/atom.xml", links["next-archive"])
            beyond = daemon.request("/tags/tide/archive/2/atom.xml")
            self.assertEqual(302, beyond.status)
            self.assertEqual(BASE + "tags/tide/atom.xml", beyond["Location"])
            for path in ("/tags/tide/archive/3/atom.xml", "/tags/tide/archive/0/atom.xml", "/tags/tide/archive/01/atom.xml",
                         "/tags/none/archive/1/atom.xml", "/tags/tide/archive/99999999999999999999/atom.xml"):
                self.assertEqual(404, daemon.request(path).status, path)

    def test_a_feed_shows_every_entry_that_is_in_no_page_however_old(self):
        for _ in range(30):
            self.save(self.add(tags=["tide"]))
        with self.start() as daemon:
            daemon.request("/atom.xml")
            name = self.add(tags=["tide"], date="1999-01-01 00:00:00")
            self.save(name)
            wait_until(lambda: self.articles[name]["title"] in daemon.titles("/tags/tide/atom.xml"))


if __name__ == "__main__":
    unittest.main()
