"""Killed at any moment, again and again, while the files change: what a reader has been told stays so, and in the end the daemon
serves what one serves that was left alone. TAGWIRE_SEED runs other sequences than the usual ones."""

import contextlib
import http.client
import os
import pathlib
import random
import subprocess
import tempfile
import threading
import time
import unittest
import xml.etree.ElementTree as xml
from email.utils import parsedate_to_datetime

import newsroom
import tagwire

SEED = os.environ.get("TAGWIRE_SEED", "1")
KILLS = 220 if tagwire.PATIENCE == 1 else 25
BASE_URL = "https://news.example.org/"
POLLED = ["rss.xml", "feed.json", "feeds.opml", "", "tags/alpha/atom.xml", "tags/alpha/rss.xml", "tags/delta/atom.xml"]
# All articles stand in the site's feed, so that each can be asked for; the tags have archives.
SITE = "urls: {rss: /rss.xml, atom: /atom.xml, json: /feed.json, page: /}\nlimit: {entries: 1000, bodies: 64MiB}\n"
TAG_ENTRIES = 6
TAG = ("each: tags\nurls: {rss: '/tags/{slug}/rss.xml', atom: '/tags/{slug}/atom.xml'}\n"
       f"limit: {{entries: {TAG_ENTRIES}, recent: 0s}}\n")


def history(connection, path):
    """{id: entry} of an Atom feed and all pages of its archive (RFC 5005 §4). What was updated when is each daemon's own to say."""
    found = {}
    while path is not None:
        document = connection.request("/" + path).body
        found |= {entry["id"]: entry | {"updated": None} for entry in tagwire.entries(document)}
        path = next((link.get("href").removeprefix(BASE_URL) for link in xml.fromstring(document).iter(tagwire.ATOM + "link")
                     if link.get("rel") == "prev-archive"), None)
    return found


def all_that_is_served(connection):
    """{Atom feed's path: the order of its newest entries, its history}. Which older ones its current document shows, since they
    are in no page of the archive yet, depends on when they came."""
    feeds = {}
    for path in tagwire.listed(connection.request("/feeds.opml").body, BASE_URL):
        if path.endswith("atom.xml"):
            newest = [entry["id"] for entry in tagwire.entries(connection.request("/" + path).body)]
            feeds[path] = (newest[:TAG_ENTRIES] if path.startswith("tags/") else newest, history(connection, path))
    return feeds


def as_compared(feed):
    """A sanitizer slows the undisturbed daemon down so much that it may look at a file that was moved before it hears of the move,
    and take it for a new one; then its ids are no measure. That ids never change for the readers of the killed one is checked at
    each poll all the same."""
    if tagwire.PATIENCE == 1:
        return feed
    return sorted((entry["title"], entry["link"], entry["published"], entry["terms"]) for entry in feed[1].values())


def shown_in(entries):
    """{article's number: (revision, link)}"""
    shown = {}
    for entry in entries:
        number, revision = newsroom.read_title(entry["title"])
        shown[number] = (revision, entry["link"].removeprefix(BASE_URL))
    return shown


class Reader:
    """Polls what it can of a daemon that may end at any moment, and complains of every promise that is broken."""

    def __init__(self, test, room, seed):
        self.test = test
        self.room = room
        self.random = random.Random(seed)
        self.kills = 0
        self.undisturbed = None  # the other daemon
        self.articles = {}  # number: (id, published)
        self.revisions = {}  # number: the last one seen
        self.documents = {}  # path: (ETag, Last-Modified, Atom's updated)
        self.polls = 0

    def poll_until_it_ends(self, daemon):
        with contextlib.suppress(OSError, http.client.HTTPException):
            while daemon.process.poll() is None:
                self.poll(daemon)
        daemon.close()

    def poll(self, daemon):
        with self.room.lock:
            asked, owed = self.room.operations, self.room.owed()
        site = daemon.request("/atom.xml")
        self.polls += 1
        entries = tagwire.entries(self.check_document("atom.xml", site).body)
        self.check_entries(entries)
        shown = shown_in(entries)
        also = shown_in(tagwire.entries(self.undisturbed.request("/atom.xml").body))
        with self.room.lock:
            self.test.assertEqual(set(), (owed & self.room.owed()) - shown.keys(), f"articles have vanished {self.where()}")
            self.room.note_seen([shown, also], asked)
        path = self.random.choice(POLLED)
        other = daemon.request("/" + path)
        if other.status != 404 or path in self.documents:  # a tag's feed comes with its first article, for good
            self.check_document(path, other)

    def check_entries(self, entries):
        for entry in entries:
            number, revision = newsroom.read_title(entry["title"])
            told = (entry["id"], entry["published"])
            self.test.assertEqual(self.articles.setdefault(number, told), told, f"article {number} {self.where()}")
            self.test.assertLessEqual(self.revisions.get(number, 0), revision, f"article {number} is old again {self.where()}")
            self.revisions[number] = revision

    def check_document(self, path, response):
        self.test.assertEqual(200, response.status, f"/{path} {self.where()}")
        updated = 0
        if path.endswith("atom.xml"):
            updated = tagwire.seconds(xml.fromstring(response.body).findtext(tagwire.ATOM + "updated"))
        new = (response["ETag"], parsedate_to_datetime(response["Last-Modified"]), updated)
        old = self.documents.get(path, new)
        self.test.assertLessEqual(old[1], new[1], f"/{path}: Last-Modified has gone back {self.where()}")
        self.test.assertLessEqual(old[2], new[2], f"/{path}: updated has gone back {self.where()}")
        if old[0] == new[0]:
            self.test.assertEqual(old[1], new[1], f"/{path} was modified, and is the same {self.where()}")
        self.documents[path] = new
        return response

    def where(self):
        return f"after {self.kills} kills, TAGWIRE_SEED={SEED}"


class Crashes(tagwire.TestCase):
    maxDiff = 20000

    def setUp(self):
        super().setUp()
        self.feeds = tagwire.Content(self.folder / "feeds")
        self.feeds.write("site.yaml", SITE)
        self.feeds.write("tags.yaml", TAG)
        self.random = random.Random(SEED)
        self.room = newsroom.Newsroom(self.content, f"{SEED}/files")
        self.reader = Reader(self, self.room, f"{SEED}/reader")

    def arguments(self, state):
        return (self.content.root, "--title", "t", "--base-url", BASE_URL, "--feeds", self.feeds.root,
                "--state", self.folder / state)

    def kill_while_it_serves(self):
        daemon = tagwire.Daemon(*self.arguments("killed"))
        killer = threading.Timer(self.random.uniform(0, 0.25 * tagwire.PATIENCE), daemon.process.kill)
        killer.start()
        try:
            self.reader.poll_until_it_ends(daemon)
        finally:
            killer.join()
            daemon.kill()
        return daemon.process.returncode, daemon.log()

    def kill_while_it_starts(self):
        with tempfile.NamedTemporaryFile() as log:
            with subprocess.Popen(tagwire.serve_command(*self.arguments("killed")), stdout=subprocess.DEVNULL,
                                  stderr=log) as process:
                time.sleep(self.random.uniform(0, 0.06 * tagwire.PATIENCE))
                process.kill()
            return process.returncode, pathlib.Path(log.name).read_text(errors="replace")

    def kill_again_and_again(self):
        while self.reader.kills < KILLS:
            kill = self.kill_while_it_starts if self.random.random() < 0.2 else self.kill_while_it_serves
            code, log = kill()
            self.reader.kills += 1
            self.assertEqual(-9, code, f"{self.reader.where()}, tagwire said:\n{log}")
            self.assertNotRegex(log, "damaged|cannot save|minted again", self.reader.where())
            self.assertIsNone(self.room.error)

    @contextlib.contextmanager
    def people_at_work(self):
        people = threading.Thread(target=self.room.work)
        people.start()
        try:
            yield
        finally:
            self.room.done.set()
            people.join()

    def test_a_daemon_that_is_killed_ends_where_an_undisturbed_one_does(self):
        for _ in range(60):
            self.room.create()
        with tagwire.Daemon(*self.arguments("undisturbed")) as undisturbed:
            self.reader.undisturbed = undisturbed
            with self.people_at_work():
                self.kill_again_and_again()
            self.room.mend_all()
            with tagwire.Daemon(*self.arguments("killed")) as killed:
                for daemon in (undisturbed, killed):
                    self.wait_for_all(daemon)
                expected, served = all_that_is_served(undisturbed), all_that_is_served(killed)
                self.reader.poll(killed)
            self.assertEqual(expected.keys(), served.keys())
            for path, feed in expected.items():
                self.assertEqual(as_compared(feed), as_compared(served[path]), f"/{path} {self.reader.where()}")
        self.check_that_something_was_tried(expected)

    def wait_for_all(self, daemon):
        def shown():
            return {(entry["title"], entry["link"].removeprefix(BASE_URL))
                    for entry in tagwire.entries(daemon.request("/atom.xml").body)}
        try:
            tagwire.wait_until(lambda: shown() == self.room.public(), 10, "all articles to be shown")
        except AssertionError:
            self.assertEqual(self.room.public(), shown(), self.reader.where())

    def check_that_something_was_tried(self, served):
        """A test that has done nothing proves nothing."""
        self.assertGreater(self.reader.polls, KILLS)
        self.assertGreater(self.room.operations, KILLS * 5)
        self.assertGreater(len(self.reader.articles), 50)
        self.assertGreater(len(served["tags/alpha/atom.xml"][1]), len(served["tags/alpha/atom.xml"][0]), "there is an archive")


if __name__ == "__main__":
    unittest.main()
