"""Real clients read the feeds of the sample articles, and of other articles where they lie beside the project."""

import html
import http.server
import json
import os
import subprocess
import threading
import unittest
import urllib.error
import urllib.request
import xml.etree.ElementTree as xml

import feedparser

import tagwire

ATOM_SCHEMA = tagwire.ROOT / "tests/data/atom.rng"
SEEDS = tagwire.ROOT.parent / "shared/articles/seeds/content"


def atom_urls(daemon):
    """The Atom feeds that the daemon lists, as paths."""
    opml = xml.fromstring(daemon.request("/feeds.opml").body)
    urls = [outline.get("xmlUrl") for outline in opml.iter("outline") if outline.get("xmlUrl")]
    return [url.removeprefix(daemon.base_url.rstrip("/")) for url in urls]


class LoggingProxy(http.server.ThreadingHTTPServer):
    """Stands between a client and the daemon and notes (path, request headers, status)."""

    class Handler(http.server.BaseHTTPRequestHandler):
        def do_GET(self):
            names = ("If-None-Match", "If-Modified-Since", "Accept-Encoding")
            headers = {name: self.headers[name] for name in names if name in self.headers}
            request = urllib.request.Request(self.server.base_url.rstrip("/") + self.path, headers=headers)
            try:
                with urllib.request.urlopen(request, timeout=30) as response:
                    self.answer(response.status, response.headers, response.read())
            except urllib.error.HTTPError as error:
                self.answer(error.code, error.headers, b"")
            self.server.seen.append((self.path, headers, self.status))

        def answer(self, status, headers, body):
            self.status = status
            self.send_response_only(status)
            for name, value in headers.items():
                if name not in ("Connection", "Content-Length"):
                    self.send_header(name, value)
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *arguments):
            pass

    def __init__(self, base_url):
        super().__init__(("127.0.0.1", 0), self.Handler)
        self.base_url = base_url
        self.seen = []
        threading.Thread(target=self.serve_forever, daemon=True).start()


class Clients:
    """What every client must be able to do, with the articles of `folder`."""

    def setUp(self):
        super().setUp()
        self.daemon = tagwire.Daemon(self.folder_served, "--title", "试验 & test")
        self.addCleanup(lambda: self.assertEqual(0, self.daemon.stop()))

    def test_feedparser_finds_nothing_wrong_and_the_same_entries_in_every_format(self):
        paths = atom_urls(self.daemon)
        self.assertGreaterEqual(len(paths), 3)
        for path in paths:
            atom, rss = (feedparser.parse(self.daemon.request(url).body, response_headers={"content-type": kind})
                         for url, kind in ((path, "application/atom+xml; charset=utf-8"),
                                           (path.replace("atom.xml", "rss.xml"), "application/rss+xml; charset=utf-8")))
            items = json.loads(self.daemon.request(path.replace("atom.xml", "feed.json")).body)["items"]
            self.assertEqual((0, 0), (atom.bozo, rss.bozo), path)
            self.assertEqual(("atom10", "rss20"), (atom.version, rss.version))
            self.assertTrue(atom.entries, path)
            for a, r, j in zip(atom.entries, rss.entries, items, strict=True):
                self.assertEqual((a.id, a.id), (r.id, j["id"]))
                self.assertEqual((a.link, a.link), (r.link, j["url"]))
                self.assertEqual((html.unescape(a.title),) * 2, (html.unescape(r.title), j["title"]))
                self.assertEqual(a.published_parsed, r.published_parsed)
                self.assertEqual(a.published, j["date_published"])
                self.assertEqual(a.content[0].value, r.content[0].value)

    def test_atom_documents_are_valid(self):
        for path in atom_urls(self.daemon):
            document = self.folder / "atom.xml"
            document.write_bytes(self.daemon.request(path).body)
            subprocess.run(["xmllint", "--noout", "--relaxng", ATOM_SCHEMA, document], check=True, capture_output=True)

    def curl(self, *arguments):
        return subprocess.run(["curl", "--silent", "--show-error", "--write-out", "%{http_code}", *map(str, arguments)],
                              check=True, capture_output=True, text=True).stdout

    def test_curl_gets_304_on_its_second_poll(self):
        document, tag, url = self.folder / "a.xml", self.folder / "etag", self.daemon.base_url + "atom.xml"
        for coding in ((), ("--compressed",)):
            self.assertEqual("200", self.curl(*coding, "--remote-time", "--etag-save", tag, "--output", document, url))
            self.assertEqual("304", self.curl(*coding, "--etag-compare", tag, "--output", self.folder / "b.xml", url))
            self.assertEqual("304", self.curl(*coding, "--time-cond", document, "--output", self.folder / "b.xml", url))
            self.assertEqual("200", self.curl(*coding, "--time-cond", "10 Feb 2020", "--output", document, url))

    def newsboat(self, *commands):
        return subprocess.run(["newsboat", "-q", "-u", self.folder / "urls", "-C", self.folder / "config", "-c",
                               self.folder / "cache.db", "-x", *commands], check=True, capture_output=True, text=True,
                              env=os.environ | {"HOME": str(self.folder), "LC_ALL": "C.UTF-8", "TERM": "dumb"})

    def test_newsboat_polls_conditionally_from_its_third_reload_on(self):
        with LoggingProxy(self.daemon.base_url) as proxy:
            paths = ["/atom.xml", "/rss.xml"]
            (self.folder / "config").touch()
            (self.folder / "urls").write_text("".join(f"http://127.0.0.1:{proxy.server_port}{path}\n" for path in paths))
            for _ in range(3):
                self.newsboat("reload")
            proxy.shutdown()
            for path in paths:
                seen = [(headers, status) for url, headers, status in proxy.seen if url == path]
                self.assertEqual(3, len(seen), path)
                self.assertIn("If-None-Match", seen[2][0])
                self.assertEqual((200, 304), (seen[0][1], seen[2][1]))
        articles = len(tagwire.entries(self.daemon.request("/atom.xml").body))
        self.assertIn(f"{articles} ", self.newsboat("print-unread").stdout)


class Samples(Clients, tagwire.TestCase):
    folder_served = tagwire.SAMPLES

    def test_a_tag_of_two_languages_and_two_spellings_is_one_feed(self):
        self.assertEqual(["Marsh gates opened for the avocets", "候鸟提前两周抵达南湾湿地，志愿者连夜加固观鸟栈道",
                          "海风 <小记> & 一只不肯走的鸥 😀"], self.daemon.titles("/tags/wetland/atom.xml"))

    def test_every_term_has_a_feed_that_can_be_fetched(self):
        opml = xml.fromstring(self.daemon.request("/feeds.opml").body)
        urls = {outline.get("text").partition(" – ")[0]: outline.get("xmlUrl").removeprefix(self.daemon.base_url)
                for outline in opml.iter("outline") if outline.get("xmlUrl")}
        for term, articles in (("C++", 2), ("CI/CD", 1), ("😀", 1), ("潮汐 数据", 1), ("湿地", 1), ("en", 3), ("notes", 3)):
            self.assertEqual(articles, len(self.daemon.titles("/" + urls[term])), term)

    def test_a_draft_is_nowhere(self):
        self.assertEqual(404, self.daemon.request("/tags/draft-only/atom.xml").status)
        self.assertNotIn("Notes that are not ready", self.daemon.titles("/atom.xml"))

    def test_local_dates_are_in_the_configured_zone(self):
        entry = tagwire.entries(self.daemon.request("/categories/haibin/atom.xml").body)[0]
        self.assertEqual("2025-03-04T00:30:00Z", entry["published"])

    def test_the_emphasis_of_chinese_text_is_emphasis(self):
        entries = tagwire.entries(self.daemon.request("/categories/haibin/atom.xml").body)
        self.assertIn("<strong>【现场】</strong>观测站", entries[0]["content"])
        self.assertIn("<strong>“这束光不是为了船，是为了人。”</strong>话音刚落", entries[1]["content"])


@unittest.skipUnless(SEEDS.is_dir(), "no other articles lie beside the project")
class Seeds(Clients, tagwire.TestCase):
    folder_served = SEEDS

    def test_both_articles_are_in_the_feeds_of_their_terms(self):
        for path in ("/tags/qq/atom.xml", "/categories/qq/atom.xml", "/zh-cn/atom.xml"):
            entries = tagwire.entries(self.daemon.request(path).body)
            self.assertEqual([("2025-02-10T14:04:13Z", "000_c3f85086b532937f"), ("2025-02-10T03:43:17Z", "001_0fa15d7d0ebb6c95")],
                             [(entry["published"], entry["link"].split("/")[-2].removesuffix(".zh-cn")) for entry in entries])
            for entry in entries:
                self.assertTrue(entry["link"].startswith(self.daemon.base_url + "zh-cn/news/qq/"))
                self.assertEqual(200, self.daemon.request(entry["link"].removeprefix(self.daemon.base_url[:-1])).status)
                self.assertNotIn("**", entry["content"])


if __name__ == "__main__":
    unittest.main()
