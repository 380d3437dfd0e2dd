"""What tagwire has promised once, it keeps: ids, dates, bytes and validators through everything that happens to articles, with
the program ended and started again in between."""

import datetime
import os
import shutil
import time
import unittest
import xml.etree.ElementTree as xml

import tagwire
from tagwire import ATOM, article, entries, wait_until

BASE = "https://example.org/"
TOMBSTONE = "{http://purl.org/atompub/tombstones/1.0}deleted-entry"


def in_seconds(count):
    """A front matter's date, so many seconds from now."""
    return (datetime.datetime.now(datetime.timezone.utc) + datetime.timedelta(seconds=count)).strftime("%Y-%m-%dT%H:%M:%SZ")


def instant(http_date):
    return datetime.datetime.strptime(http_date, "%a, %d %b %Y %H:%M:%S GMT")


def updated_of(document):
    return xml.fromstring(document).findtext(ATOM + "updated")


class Lifecycle(tagwire.TestCase):
    def setUp(self):
        super().setUp()
        self.daemon = None
        self.arguments = ["--state", self.folder / "state", "--base-url", BASE]

    def tearDown(self):
        if self.daemon:
            self.daemon.stop()

    def start(self, *arguments):
        """Begins, or begins again on what is remembered."""
        if self.daemon:
            self.assertEqual(0, self.daemon.stop(), self.daemon.log())
        self.daemon = self.serve(*self.arguments, *arguments)
        return self.daemon

    def configure(self, text):
        path = self.folder / "tagwire.yaml"
        path.write_text(text)
        return ("--config", path)

    def documents(self):
        """All documents that are listed, as a reader gets them: path → (bytes, ETag, Last-Modified)."""
        paths = ["/feeds.opml"]
        for outline in xml.fromstring(self.daemon.request("/feeds.opml").body).iter("outline"):
            if url := outline.get("xmlUrl"):
                folder = url.removeprefix(BASE.rstrip("/")).removesuffix("atom.xml")
                paths += [folder, folder + "atom.xml", folder + "rss.xml", folder + "feed.json"]
        found = {}
        for path in paths:
            response = self.daemon.request(path)
            self.assertEqual(200, response.status, path)
            found[path] = (response.body, response["ETag"], response["Last-Modified"])
        return found

    def entry(self, title, path="/atom.xml"):
        found = [one for one in entries(self.daemon.request(path).body) if one["title"] == title]
        self.assertEqual(1, len(found), f"{title} in {path}")
        return found[0]

    def wait_for_entry(self, title, path="/atom.xml"):
        wait_until(lambda: title in self.daemon.titles(path), what=f"{title} in {path}")
        return self.entry(title, path)

    def wait_for_status(self, path, status, seconds=8):
        wait_until(lambda: self.daemon.request(path).status == status, seconds, f"{status} for {path}")

    def save_marker(self):
        """What was saved before it has been seen when this one is."""
        self.content.write("marker.md", article(f"标记 {time.time_ns()}", date="2001-01-01 00:00:00", tags=["marker"]))
        return wait_until(lambda: time.time_ns() and self.daemon.titles("/tags/marker/atom.xml"))


class Changes(Lifecycle):
    """standards Z5."""

    BEFORE = '---\ntitle: "潮汐"\ndate: "2025-02-10 08:00:00"\ntags: [tide]\n---\n\n水位 was low.\n'

    def setUp(self):
        super().setUp()
        self.content.write("tide.md", self.BEFORE)
        self.start()

    def after(self, text, condition):
        """(entry, Last-Modified of its feed) once the new text is served."""
        self.content.write("tide.md", text)
        wait_until(lambda: condition in self.daemon.request("/tags/tide/atom.xml").body.decode(), what=condition)
        response = self.daemon.request("/tags/tide/atom.xml")
        return entries(response.body)[0], response["Last-Modified"]

    def test_what_is_no_change_for_readers_changes_no_byte_no_etag_and_no_last_modified(self):
        path = self.content.root / "tide.md"
        before = self.documents()
        after_that = time.time() + 2  # a second later, Last-Modified would show it
        os.utime(path)
        path.chmod(0o600)
        self.content.write("tide.md", self.BEFORE)
        self.content.write("tide.md", self.BEFORE.replace('title: "潮汐"\n', "").replace("tags:", 'title: "潮汐"\ntags:'))
        self.content.write("tide.md", self.BEFORE.replace("low.\n", "low.  \n\n\n"))
        wait_until(lambda: time.time() > after_that)
        self.assertEqual(before, self.documents())
        self.start()
        self.assertEqual(before, self.documents())

    def test_a_new_title_or_body_is_an_update_of_the_same_entry(self):
        first = self.entry("潮汐")
        self.assertEqual("2025-02-10T00:00:00Z", first["updated"])
        for text, condition in ((self.BEFORE.replace("潮汐", "大潮"), "大潮"), (self.BEFORE.replace("low", "high"), "high")):
            begun = datetime.datetime.now(datetime.timezone.utc).replace(microsecond=0)
            entry, last_modified = self.after(text, condition)
            self.assertEqual((first["id"], first["published"]), (entry["id"], entry["published"]))
            self.assertGreaterEqual(datetime.datetime.fromisoformat(entry["updated"].replace("Z", "+00:00")), begun)
            self.assertGreaterEqual(instant(last_modified), begun.replace(tzinfo=None))
        before = self.documents()
        self.start()
        self.assertEqual(before, self.documents())

    def test_a_minor_change_is_shown_and_is_no_update(self):
        entry, _ = self.after(self.BEFORE.replace("low", "high").replace("tags:", "minor: true\ntags:"), "high")
        self.assertEqual("2025-02-10T00:00:00Z", entry["updated"])
        entry, _ = self.after(self.BEFORE.replace("low", "high").replace("[tide]", "[tide, moon]"), "moon")
        self.assertEqual("2025-02-10T00:00:00Z", entry["updated"])  # the change was told as minor already

    def test_the_front_matter_says_when_it_was_updated(self):
        entry, _ = self.after(self.BEFORE.replace("tags:", 'updated: "2025-03-01 08:00:00"\ntags:'), "2025-03-01")
        self.assertEqual("2025-03-01T00:00:00Z", entry["updated"])

    def test_dates_of_a_feed_never_go_back(self):
        self.content.write("later.md", article("后来", date="2025-06-01 00:00:00", tags=["tide"]))
        self.wait_for_entry("后来")
        feed = self.daemon.request("/tags/tide/atom.xml")
        (self.content.root / "later.md").unlink()
        self.daemon.wait_for_titles("/tags/tide/atom.xml", ["潮汐"])
        after = self.daemon.request("/tags/tide/atom.xml")
        self.assertGreater(updated_of(after.body), updated_of(feed.body))
        self.assertGreaterEqual(instant(after["Last-Modified"]), instant(feed["Last-Modified"]))
        before = self.documents()
        self.start()
        self.assertEqual(before, self.documents())

    def test_a_date_that_was_guessed_stays_and_one_that_is_given_decides(self):
        path = self.content.root / "undated.md"
        self.content.write("undated.md", "---\ntitle: 无日期\n---\n\n正文\n")
        os.utime(path, (1_700_000_000, 1_700_000_000))
        self.start()
        guessed = self.wait_for_entry("无日期")["published"]
        self.content.write("undated.md", "---\ntitle: 无日期\n---\n\n改过的正文\n")
        os.utime(path, (1_600_000_000, 1_600_000_000))
        self.start()
        wait_until(lambda: "改过的" in self.entry("无日期")["content"])
        self.assertEqual(guessed, self.entry("无日期")["published"])
        self.content.write("undated.md", '---\ntitle: 无日期\ndate: "2024-05-05 08:00:00"\n---\n\n改过的正文\n')
        wait_until(lambda: self.entry("无日期")["published"] == "2024-05-05T00:00:00Z")

    def test_another_zone_moves_dates_and_keeps_ids(self):
        before = self.entry("潮汐")
        self.start("--time-zone", "Europe/Berlin")
        after = self.entry("潮汐")
        self.assertEqual("2025-02-10T07:00:00Z", after["published"])
        self.assertEqual(before["id"], after["id"])


class Identities(Lifecycle):
    """standards Z6."""

    def setUp(self):
        super().setUp()
        self.content.write("news/a.md", article("甲", tags=["x"], body="甲文"))
        self.content.write("news/b.md", article("乙", tags=["x"], body="乙文"))
        self.content.write("own.md", article("自有", tags=["x"], id="urn:example:own"))
        self.start()
        self.ids = self.all_ids()

    def all_ids(self, path="/atom.xml"):
        return {one["title"]: one["id"] for one in entries(self.daemon.request(path).body)}

    def require_same_ids(self):
        self.assertEqual(self.ids, self.all_ids())

    def wait_for_link(self, title, link):
        wait_until(lambda: self.entry(title)["link"] == BASE + link, what=link)

    def test_ids_are_kept_over_renames_moves_retagging_slugs_and_restarts(self):
        (self.content.root / "news/a.md").rename(self.content.path("other/c.md"))
        self.wait_for_link("甲", "other/c/")
        self.require_same_ids()
        (self.content.root / "news").rename(self.content.root / "archive")
        self.wait_for_link("乙", "archive/b/")
        self.require_same_ids()
        self.content.write("other/c.md", article("甲", tags=["y"], slug="first", body="甲文"))
        self.wait_for_link("甲", "other/first/")
        self.assertEqual(["甲"], self.daemon.titles("/tags/y/atom.xml"))
        self.require_same_ids()
        self.start()
        self.require_same_ids()

    def test_ids_are_kept_over_renames_while_it_does_not_run(self):
        self.daemon.stop()
        (self.content.root / "news").rename(self.content.root / "moved")
        (self.content.root / "moved/a.md").rename(self.content.root / "a2.md")
        self.start()
        self.require_same_ids()
        self.assertEqual(BASE + "a2/", self.entry("甲")["link"])

    def test_one_id_stands_in_all_formats(self):
        for path in ("/rss.xml", "/feed.json", "/tags/x/rss.xml", "/tags/x/feed.json"):
            body = self.daemon.request(path).body.decode()
            for one in self.ids.values():
                self.assertIn(one, body)

    def test_ids_are_kept_when_the_site_moves(self):
        feed_id = xml.fromstring(self.daemon.request("/atom.xml").body).findtext(ATOM + "id")
        self.start("--base-url", "https://moved.example.net/blog/")
        self.require_same_ids()
        self.assertEqual(feed_id, xml.fromstring(self.daemon.request("/atom.xml").body).findtext(ATOM + "id"))

    def test_without_its_memory_unchanged_paths_get_the_same_ids(self):
        self.daemon.stop()
        shutil.rmtree(self.folder / "state")
        self.start()
        self.require_same_ids()

    def test_a_copy_is_an_article_of_its_own(self):
        shutil.copy(self.content.root / "news/a.md", self.content.root / "copy.md")
        wait_until(lambda: len(self.daemon.titles("/atom.xml")) == 4)
        self.assertEqual(4, len({one["id"] for one in entries(self.daemon.request("/atom.xml").body)}))

    def test_of_two_that_claim_one_id_the_remembered_one_keeps_it(self):
        self.content.write("a-first-by-path.md", article("抢", tags=["x"], id="urn:example:own"))
        wait_until(lambda: "duplicate-id" in self.daemon.log())
        self.require_same_ids()
        self.start()
        self.require_same_ids()
        (self.content.root / "own.md").unlink()
        self.wait_for_entry("抢")

    def test_a_deleted_article_that_comes_back_keeps_its_id_and_another_at_its_path_gets_a_new_one(self):
        path = self.content.root / "news/a.md"
        text = path.read_text()
        path.unlink()
        wait_until(lambda: "甲" not in self.daemon.titles("/atom.xml"))
        self.content.write("news/a.md", article("丙", tags=["x"], date="2025-03-03 08:00:00"))
        other = self.wait_for_entry("丙")["id"]
        self.assertNotIn(other, self.ids.values())
        path.unlink()
        wait_until(lambda: "丙" not in self.daemon.titles("/atom.xml"))
        self.start()
        self.content.write("news/a.md", text)
        self.assertEqual(self.ids["甲"], self.wait_for_entry("甲")["id"])

    def test_a_draft_that_is_published_again_keeps_its_id(self):
        text = (self.content.root / "news/a.md").read_text()
        self.content.write("news/a.md", text.replace("tags:", "draft: true\ntags:"))
        wait_until(lambda: "甲" not in self.daemon.titles("/atom.xml"))
        self.start()
        self.content.write("news/a.md", text)
        self.wait_for_entry("甲")
        self.require_same_ids()

    def test_permalinks_as_ids_stay_when_the_permalink_changes(self):
        self.daemon.stop()
        shutil.rmtree(self.folder / "state")
        self.start(*self.configure("ids: permalink\n"))
        self.assertEqual(BASE + "news/a/", self.entry("甲")["id"])
        self.content.write("news/a.md", article("甲", tags=["x"], slug="other", body="甲文"))
        self.wait_for_link("甲", "news/other/")
        self.assertEqual(BASE + "news/a/", self.entry("甲")["id"])


class Time(Lifecycle):
    """standards Z4."""

    def test_articles_appear_and_go_at_their_second_without_a_file_event(self):
        appears, goes = time.time() + 2, time.time() + 4
        self.content.write("a.md", article("限时", tags=["x"], date=in_seconds(2), expiryDate=in_seconds(4)))
        self.start()
        self.assertEqual([], self.daemon.titles("/atom.xml"))
        self.wait_for_entry("限时", "/tags/x/atom.xml")
        self.assertGreaterEqual(time.time(), int(appears))
        shown = self.daemon.request("/atom.xml")
        self.assertGreaterEqual(instant(shown["Last-Modified"]).timestamp(), 0)
        self.daemon.wait_for_titles("/tags/x/atom.xml", [])
        self.assertGreaterEqual(time.time(), int(goes))

    def test_what_became_due_while_it_did_not_run_is_done_at_the_start(self):
        self.content.write("a.md", article("预定", tags=["x"], date=in_seconds(1)))
        self.content.write("b.md", article("过期", tags=["x"], expiryDate=in_seconds(1)))
        self.start()
        self.assertEqual(["过期"], self.daemon.titles("/atom.xml"))
        self.daemon.stop()
        due = time.time() + 1
        wait_until(lambda: time.time() > due)
        self.start()
        self.assertEqual(["预定"], self.daemon.titles("/atom.xml"))

    def test_a_new_article_is_held_back_until_it_rests(self):
        self.start(*self.configure("hold-back: 2s\n"))
        begun = time.time()
        self.content.write("a.md", article("初稿", tags=["x"]))
        self.content.write("gone.md", article("失言", tags=["x"], date="2025-02-11 08:00:00"))
        self.content.write("draft.md", article("收回", tags=["x"], date="2025-02-12 08:00:00"))
        wait_until(lambda: time.time() > begun + 1)
        self.content.write("a.md", article("定稿", tags=["x"]))
        (self.content.root / "gone.md").unlink()
        self.content.write("draft.md", article("收回", tags=["x"], draft="true"))
        titles = set()
        wait_until(lambda: titles.update(self.daemon.titles("/atom.xml")) or "定稿" in titles, 8)
        self.assertGreaterEqual(time.time(), begun + 3)
        self.assertEqual({"定稿"}, titles)
        self.content.write("a.md", article("改后", tags=["x"]))  # what readers have seen is not held back again
        edited = time.time()
        self.daemon.wait_for_titles("/atom.xml", ["改后"])
        self.assertLess(time.time(), edited + 2)


class Deletion(Lifecycle):
    def test_an_emptied_term_keeps_its_feed_unlisted_until_it_is_forgotten(self):
        self.content.write("a.md", article("甲", tags=["x"]))
        self.content.write("b.md", article("乙"))
        self.start()
        (self.content.root / "a.md").unlink()
        self.daemon.wait_for_titles("/tags/x/atom.xml", [])
        self.start()
        self.assertEqual(200, self.daemon.request("/tags/x/atom.xml").status)
        self.assertNotIn(b"/tags/x/", self.daemon.request("/feeds.opml").body)
        self.start(*self.configure("forget-after: 1s\n"))
        self.wait_for_status("/tags/x/atom.xml", 404)
        self.start()
        self.assertEqual(404, self.daemon.request("/tags/x/atom.xml").status)

    def test_a_term_that_was_never_seen_is_404_and_one_that_the_configuration_removed_410(self):
        self.content.write("a.md", article("甲", tags=["x"], categories=["c"]))
        self.content.write("b.md", article("乙", tags=["never"], draft="true"))
        self.start()
        self.assertEqual(404, self.daemon.request("/tags/never/atom.xml").status)
        self.start(*self.configure("taxonomies: {categories: [categories]}\n"))
        self.assertEqual(410, self.daemon.request("/tags/x/atom.xml").status)
        self.assertEqual(410, self.daemon.request("/tags/x/").status)
        self.assertEqual(404, self.daemon.request("/tags/never/atom.xml").status)
        self.assertEqual(200, self.daemon.request("/categories/c/atom.xml").status)
        self.start(*self.configure("title: again\n"))
        self.assertEqual(200, self.daemon.request("/tags/x/atom.xml").status)

    def test_a_tombstone_is_told_for_its_time_and_not_of_what_came_back(self):
        self.content.write("a.md", article("甲", tags=["x"]))
        self.content.write("b.md", article("乙", tags=["x"]))
        options = self.configure("tombstones: 3s\n")
        self.start(*options)
        ids = {one["title"]: one["id"] for one in entries(self.daemon.request("/atom.xml").body)}
        text = (self.content.root / "b.md").read_text()
        for name in ("a.md", "b.md"):
            (self.content.root / name).unlink()
        self.daemon.wait_for_titles("/tags/x/atom.xml", [])

        def told():
            return {one.get("ref") for one in xml.fromstring(self.daemon.request("/tags/x/atom.xml").body).iter(TOMBSTONE)}

        self.assertEqual(set(ids.values()), told())
        self.start(*options)
        self.assertEqual(set(ids.values()), told())
        self.content.write("b.md", text)
        self.wait_for_entry("乙")
        self.assertEqual({ids["甲"]}, told())
        wait_until(lambda: not told(), 8)

    def test_a_colliding_term_keeps_the_slug_it_was_given(self):
        self.content.write("a.md", article("甲", date="2025-02-02 00:00:00", tags=["ci/cd"]))
        self.start()
        self.content.write("b.md", article("乙", date="2024-01-01 00:00:00", tags=["ci-cd"]))
        self.wait_for_entry("乙")
        self.assertEqual(["甲"], self.daemon.titles("/tags/ci-cd/atom.xml"))
        self.start()
        self.assertEqual(["甲"], self.daemon.titles("/tags/ci-cd/atom.xml"))


class LastGoodVersion(Lifecycle):
    def test_a_broken_file_keeps_its_article_across_restarts_until_it_is_mended_or_deleted(self):
        self.content.write("a.md", article("甲", tags=["x"], body="好的正文"))
        self.content.write("b.md", article("乙", tags=["x"], body="另一篇"))
        self.start()
        before = self.documents()
        self.content.write("a.md", '---\ntitle: "甲\n---\n坏\n')
        self.content.write("b.md", '---\ntitle: "乙\n---\n坏\n')
        wait_until(lambda: self.daemon.log().count("yaml-") >= 2)
        self.assertEqual(before, self.documents())
        self.start()
        self.assertEqual(before, self.documents())
        self.assertIn("好的正文", self.entry("甲")["content"])
        (self.content.root / "b.md").unlink()
        self.daemon.wait_for_titles("/tags/x/atom.xml", ["甲"])
        self.content.write("a.md", article("甲", tags=["x"], body="修好了"))
        wait_until(lambda: "修好了" in self.entry("甲")["content"])

    def test_a_folder_that_is_gone_at_the_start_takes_nothing_away(self):
        self.content.write("a.md", article("甲", tags=["x"]))
        self.start()
        before = self.documents()
        self.daemon.stop()
        self.content.root.rename(self.folder / "unmounted")
        self.start()
        self.assertEqual(before, self.documents())
        (self.folder / "unmounted").rename(self.content.root)
        self.content.write("b.md", article("乙", tags=["x"]))
        self.wait_for_entry("乙")
        self.assertIn("甲", self.daemon.titles("/atom.xml"))


if __name__ == "__main__":
    unittest.main()
