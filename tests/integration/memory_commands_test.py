"""The commands that look at what is remembered: import-ids, explain, state backup."""

import json
import pathlib
import re
import sqlite3
import unittest

import tagwire
from tagwire import article

BASE = ("--base-url", "https://example.org/")
ZONE = ("--time-zone", "Asia/Shanghai")
NOW = ("--now", "2025-06-01T00:00:00Z")


def rss(*items):
    return "<rss version='2.0'><channel>" + "".join(
        f"<item><title>{title}</title><link>{link}</link><guid>{guid}</guid><pubDate>{date}</pubDate></item>"
        for guid, link, title, date in items) + "</channel></rss>"


TIDES = ("https://old.example/?p=1", "https://old.example/news/tides/", "Tides", "Mon, 10 Feb 2025 22:04:13 +0800")
MOONS = ("https://old.example/?p=2", "https://old.example/2025/moons.html", "Moons", "Mon, 10 Feb 2025 10:00:00 +0800")
STARS = ("https://old.example/?p=3", "https://old.example/stars/", "Stars", "Mon, 10 Feb 2025 10:00:00 +0800")


class MemoryCommands(tagwire.TestCase):
    def setUp(self):
        super().setUp()
        self.state = self.folder / "state"
        self.place = ("--content", self.content.root, "--state", self.state)
        self.content.write("news/tides.md", article("Tides", tags=["sea"]))
        self.content.write("moons.md", article("Moons"))

    def serve(self, *arguments, content=None):
        return super().serve("--state", str(self.state), *BASE, *arguments, content=content)


class ImportIds(MemoryCommands):
    def old_feed(self, *items):
        path = self.folder / "old.xml"
        path.write_text(rss(*items))
        return path

    def run_import(self, *arguments, **options):
        return tagwire.run("import-ids", *arguments, *self.place, *BASE, *ZONE, **options)

    def ids(self):
        with self.serve() as daemon:
            return {entry["title"]: entry["id"] for entry in tagwire.entries(daemon.request("/atom.xml").body)}

    def test_articles_have_the_ids_of_the_old_feed_from_then_on(self):
        result = self.run_import(self.old_feed(TIDES, MOONS, STARS))
        self.assertEqual("news/tides.md  https://old.example/?p=1\n"
                         "moons.md  https://old.example/?p=2\n"
                         "-  https://old.example/?p=3  Stars: no article has its link, nor its title and date\n", result.stdout)
        self.assertIn("2 of 3 entries", result.stderr)
        for _ in range(2):
            self.assertEqual({"Tides": TIDES[0], "Moons": MOONS[0]}, self.ids())

    def test_a_folder_that_was_served_before_gets_the_old_ids_too(self):
        before = self.ids()
        self.assertTrue(all(value.startswith("urn:uuid:") for value in before.values()))
        self.run_import(self.old_feed(TIDES))
        self.assertEqual({"Tides": TIDES[0], "Moons": before["Moons"]}, self.ids())

    def test_importing_again_changes_nothing(self):
        feed = self.old_feed(TIDES, MOONS)
        first = self.run_import(feed).stdout
        self.assertEqual(first, self.run_import(feed).stdout)
        self.assertEqual({"Tides": TIDES[0], "Moons": MOONS[0]}, self.ids())

    def test_a_dry_run_says_the_same_and_saves_nothing(self):
        feed = self.old_feed(TIDES)
        dry = self.run_import(feed, "--dry-run")
        self.assertFalse(self.state.exists())
        self.assertEqual(dry.stdout, self.run_import(feed).stdout)

    def test_a_running_daemon_has_to_be_stopped_first(self):
        feed = self.old_feed(TIDES)
        with self.serve():
            result = self.run_import(feed, check=False)
            self.assertEqual(1, result.returncode)
            self.assertIn("stop it first", result.stderr)
            self.assertIn("news/tides.md", self.run_import(feed, "--dry-run").stdout)

    def test_several_feeds_are_read_and_standard_input_is_one(self):
        result = self.run_import(self.old_feed(TIDES), "-", input=json.dumps(
            {"items": [{"id": "tag:old.example,2025:moons", "url": "https://old.example/moons/"}, {"id": 7, "url": "/news/tides/"}]}))
        self.assertEqual("news/tides.md  https://old.example/?p=1\nmoons.md  tag:old.example,2025:moons\n"
                         "-  7  : its id is no URI, which Atom demands of ids\n", result.stdout)

    def test_what_is_no_feed_is_named_and_the_others_are_read(self):
        page = self.folder / "page.html"
        page.write_text("<!DOCTYPE html><html></html>")
        result = self.run_import(page, self.folder / "nowhere.xml", self.old_feed(TIDES))
        self.assertRegex(result.stderr, r"page\.html: it is no feed")
        self.assertRegex(result.stderr, r"nowhere\.xml: ")
        result = self.run_import(page, check=False)
        self.assertEqual(1, result.returncode)
        self.assertFalse("moons.md" in result.stdout)

    def test_an_id_in_the_front_matter_stays(self):
        self.content.write("news/tides.md", article("Tides", id='"urn:example:own"'))
        result = self.run_import(self.old_feed(TIDES))
        self.assertIn("news/tides.md has an id of its own", result.stdout)
        self.assertEqual("urn:example:own", self.ids()["Tides"])


class Explain(MemoryCommands):
    def explain(self, file, *arguments, **options):
        return tagwire.run("explain", file, *self.place, *BASE, *ZONE, *NOW, *arguments, **options).stdout

    def told(self, file, *arguments):
        return json.loads(self.explain(file, "--json", *arguments))

    def test_an_article_is_explained_in_sentences(self):
        with self.serve():
            pass
        text = self.explain("news/tides.md")
        self.assertRegex(text, r"(?m)^news/tides\.md is an article\.$")
        self.assertRegex(text, r"(?m)^Readers see it\.$")
        self.assertRegex(text, r"(?m)^Its id is urn:uuid:[0-9a-f-]{36}, minted from the path")
        self.assertRegex(text, r"(?m)^Published 2025-02-10T14:04:13Z, as its front matter says\.$")
        self.assertRegex(text, r"(?m)^Its page is https://example\.org/news/tides/\.$")
        self.assertRegex(text, r"(?m)^  sea – \S+, in the current document\n    https://example\.org/tags/sea/rss\.xml$")
        self.assertRegex(text, r"(?m)^It is remembered since 20")

    def test_a_file_is_found_however_it_is_named(self):
        for file, folder in ((self.content.root / "news/tides.md", "/"), ("tides.md", self.content.root / "news"),
                             ("content/news/tides.md", self.folder), ("news/tides.md", "/"),
                             ("../content/news/tides.md", self.content.root)):
            self.assertEqual("news/tides.md", json.loads(self.explain(file, "--json", cwd=folder))["path"], file)
        result = tagwire.run("explain", "/etc/passwd", *self.place, check=False)
        self.assertEqual(1, result.returncode)
        self.assertIn("is not below the folder of articles", result.stderr)

    def test_each_reason_why_readers_do_not_see_it_is_named(self):
        for name, keys, reason in (("draft", {"draft": "true"}, "it is a draft"),
                                   ("late", {"date": "2025-06-01 08:00:01"}, "will see it from 2025-06-01T00:00:01Z on"),
                                   ("old", {"expiryDate": "2025-05-01"}, "it expired at 2025-04-30T16:00:00Z"),
                                   ("hidden", {"unlisted": "true"}, "it is unlisted")):
            self.content.write(f"{name}.md", article(name, **keys))
            self.assertIn(reason, self.explain(f"{name}.md"))
            self.assertEqual([], self.told(f"{name}.md")["article"]["feeds"])

    def test_what_will_go_is_told(self):
        self.content.write("soon.md", article("soon", date="2025-06-02", expiryDate="2025-06-03"))
        told = self.told("soon.md")["article"]
        self.assertEqual(("2025-06-01T16:00:00Z", "2025-06-02T16:00:00Z"), (told["appears"], told["goes"]))

    def test_what_is_no_article_is_told_with_the_reason(self):
        self.content.write("plain.md", "No front matter.\n")
        self.content.write("picture.png", "PNG")
        self.content.write("node_modules/a.md", article("a"))
        for file, reason in (("plain.md", "front matter"), ("picture.png", "its name"),
                             ("node_modules/a.md", "passed over")):
            told = self.told(file)
            self.assertEqual("skipped", told["kind"])
            self.assertIn(reason, told["reason"])
        self.assertEqual("missing", self.told("nowhere.md")["kind"])

    def test_a_broken_file_is_told_with_its_problems_and_the_version_that_stays(self):
        with self.serve():
            pass
        self.content.write("moons.md", '---\ntitle: "x\n---\n')
        text = self.explain("moons.md")
        self.assertIn("its last good version stays", text)
        self.assertRegex(text, r"(?m)^moons\.md:2:\d+: error: ")
        self.assertIn("Its title is Moons.", text)
        self.content.write("new.md", '---\ntitle: "x\n---\n')
        self.assertIn("there is no good version of it", self.explain("new.md"))

    def test_the_article_whose_id_it_claims_is_named(self):
        self.content.write("a.md", article("a", id='"urn:example:1"'))
        self.content.write("b.md", article("b", id='"urn:example:1"'))
        told = self.told("b.md")
        self.assertIn("a.md", told["reason"])
        self.assertIsNone(told["article"])
        self.assertIn("Readers do not see it: its id", self.explain("b.md"))

    def test_without_state_it_says_that_nothing_is_remembered(self):
        self.assertIn(f"there is no state in {self.state}", self.explain("moons.md"))
        self.assertIsNone(self.told("moons.md")["remembered"])
        self.assertFalse(self.state.exists())

    def test_deleted_articles_that_were_at_the_path_are_told(self):
        with self.serve() as daemon:
            (self.content.root / "moons.md").unlink()
            daemon.wait_for_titles("/atom.xml", ["Tides"])
        told = self.told("moons.md")
        self.assertEqual(["Moons"], [one["title"] for one in told["deleted"]])

    def test_the_page_of_an_archive_that_holds_it_is_named(self):
        for number in range(40):
            self.content.write(f"many/{number:02}.md", article(f"n{number}", date=f"2025-03-{number % 28 + 1:02} 10:00:{number:02}"))
        with self.serve():
            pass
        site = self.told("news/tides.md")["article"]["feeds"][0]
        self.assertEqual((False, 1), (site["current"], site["archive_page"]))
        self.assertEqual("https://example.org/archive/1/atom.xml", site["urls"]["atom"])
        self.assertIn("on page 1 of the archive", self.explain("news/tides.md"))


class Backup(MemoryCommands):
    def backup(self, file, **options):
        return tagwire.run("state", "backup", file, *self.place, **options)

    def test_a_copy_is_made_while_a_daemon_runs_and_is_good_for_another_one(self):
        copy = self.folder / "copy.db"
        with self.serve() as daemon:
            result = self.backup(copy)
            before = daemon.request("/atom.xml").body
        self.assertEqual(f"{copy}: {copy.stat().st_size} bytes\n", result.stdout)
        self.assertEqual([("ok",)], sqlite3.connect(copy).execute("pragma integrity_check").fetchall())
        self.state = self.folder / "restored"
        self.state.mkdir()
        copy.rename(self.state / "tagwire.db")
        with self.serve() as daemon:
            self.assertEqual(before, daemon.request("/atom.xml").body)

    def test_a_file_that_is_there_is_not_overwritten(self):
        with self.serve():
            pass
        copy = self.folder / "copy.db"
        copy.write_text("mine")
        self.assertEqual(1, self.backup(copy, check=False).returncode)
        self.assertEqual("mine", copy.read_text())

    def test_without_state_there_is_nothing_to_copy(self):
        result = self.backup(self.folder / "copy.db", check=False)
        self.assertEqual(1, result.returncode)
        self.assertFalse((self.folder / "copy.db").exists())


if __name__ == "__main__":
    unittest.main()
