#!/usr/bin/env python3
"""How long after a file was renamed into place (or removed) the first poll of its tag's feed shows it, and whether other feeds
stay as they are. Milliseconds. Beside it, the same for `hugo server --disableFastRender`, where Hugo is installed."""

import argparse
import random
import statistics
import subprocess
import sys
import tempfile
import time
import urllib.request
import xml.etree.ElementTree as xml

import bench
import corpus
import tagwire

OTHER_TAGS = 20
# Files come to the most frequent tags, whose feeds are full at every size: otherwise larger folders would be measured with longer
# documents, not with more articles.
FULL_FEEDS = 20
HOLDING_TIME = 0.2  # a file that disappears is doubted for so long
HUGO_SECONDS_MAX = 240


def tag_feeds(daemon):
    """{tag: path of its Atom feed}, as the daemon lists them."""
    feeds = {}
    for outline in xml.fromstring(daemon.request("/feeds.opml").body).iter("outline"):
        path = (outline.get("xmlUrl") or "").removeprefix(daemon.base_url.rstrip("/"))
        if path.startswith("/tags/"):
            feeds[outline.get("text").removesuffix(" – bench")] = path
    return feeds


def time_until(reader, path, shows, act):
    """Seconds from the end of act() to the end of the first poll whose document shows what it should."""
    etag = reader.request(path)["ETag"]
    act()
    start = time.perf_counter()
    while True:
        response = reader.request(path, headers={"If-None-Match": etag})
        if response.status == 200:
            if shows(response.body):
                return time.perf_counter() - start
            etag = response["ETag"]
        if time.perf_counter() - start > 30:
            sys.exit(f"{path} never showed the change")


class Changes:
    """New, changed and deleted files, one of each a repetition."""

    def __init__(self, folder, count, tags):
        self.posts = folder / "content/posts"
        self.draft = folder / "draft"
        self.count = count
        self.tags = tags
        self.random = random.Random(1)

    def put(self, name, title, tag):
        """Returns the action that renames the file, all written, into place."""
        date = f"2025-06-01 {int(name) // 3600:02}:{int(name) // 60 % 60:02}:{int(name) % 60:02}"
        self.draft.write_text(corpus.article(name, "latency", title=title, date=date, tags=[tag]))
        return lambda: self.draft.rename(self.posts / f"z{name}.md")

    def measure(self, reader, times):
        for number in range(self.count):
            tag = self.random.choice(corpus.TAGS[:FULL_FEEDS])
            others = self.random.sample(sorted(self.tags.keys() - {tag}), OTHER_TAGS)
            path = self.tags[tag]
            etags = [reader.request(self.tags[other])["ETag"] for other in others]
            new, changed = f"new {number:04}", f"changed {number:04}"
            times["new"].append(time_until(reader, path, lambda body: new.encode() in body, self.put(number, new, tag)))
            times["changed"].append(time_until(reader, path, lambda body: changed.encode() in body,
                                               self.put(number, changed, tag)))
            times["deleted"].append(time_until(reader, path, lambda body: changed.encode() not in body,
                                               (self.posts / f"z{number}.md").unlink) - HOLDING_TIME)
            if etags != [reader.request(self.tags[other])["ETag"] for other in others]:
                sys.exit("another tag's feed has changed with this one")


def measure_tagwire(articles, repetitions):
    folder = bench.copy_of_articles(articles)
    times = {"new": [], "changed": [], "deleted": []}
    with bench.serve(folder) as daemon:
        Changes(folder, repetitions, tag_feeds(daemon)).measure(daemon, times)
    for kind, values in times.items():
        what = f"{kind}, {articles:,} articles" + (", after the holding time" if kind == "deleted" else "")
        bench.row(what, *bench.milliseconds(values))
    return times


def poll_hugo(url, shows):
    start = time.perf_counter()
    while time.perf_counter() - start < 120:
        try:
            with urllib.request.urlopen(url, timeout=10) as response:
                if shows(response.read()):
                    return time.perf_counter() - start
        except OSError:
            pass
    sys.exit("hugo never showed the change")


def measure_hugo(articles, repetitions):
    folder = bench.copy_of_articles(articles)
    site = bench.hugo_site(folder)
    port = 13131
    with tempfile.TemporaryFile() as log, subprocess.Popen(
            [bench.HUGO, "server", "--disableFastRender", "--source", site, "--port", str(port), "--baseURL",
             f"http://127.0.0.1:{port}/"], stdout=log, stderr=log) as hugo:
        try:
            feed = f"http://127.0.0.1:{port}/tags/c++/index.xml"
            poll_hugo(feed, lambda body: b"<rss" in body)
            changes = Changes(folder, repetitions, {})
            times, end = [], time.perf_counter() + HUGO_SECONDS_MAX
            for number in range(repetitions):
                title = f"new {number:04}"
                changes.put(number, title, "C++")()
                times.append(poll_hugo(feed, lambda body: title.encode() in body))
                if time.perf_counter() > end:
                    break
        finally:
            hugo.terminate()
    bench.row(f"hugo server: new, {articles:,} articles ({len(times)} times)", *bench.milliseconds(times))


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--articles", type=int, nargs="+", default=[1000, 10000, 50000])
    parser.add_argument("--repetitions", type=int, default=100)
    parser.add_argument("--hugo-repetitions", type=int, default=5, help="0 leaves Hugo out")
    options = parser.parse_args()
    bench.row("milliseconds from the rename to the poll", "median", "95 %", "most")
    medians = {}
    for articles in options.articles:
        times = measure_tagwire(articles, options.repetitions)
        medians[articles] = statistics.median(times["new"] + times["changed"])
    least, most = min(medians), max(medians)
    if least != most:
        allowed = medians[least] * 1.5 + 0.001
        print(f"{most:,} articles: {1000 * medians[most]:.1f} ms; allowed by {least:,}: {1000 * allowed:.1f} ms")
    if bench.HUGO and options.hugo_repetitions:
        measure_hugo(sorted(options.articles)[len(options.articles) // 2], options.hugo_repetitions)


if __name__ == "__main__":
    main()
