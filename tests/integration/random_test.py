"""Whatever happens to the files, in whatever order and haste, the running daemon ends with the entries and the histories that a
fresh `tagwire build` of the final folder gives. TAGWIRE_SEED runs other sequences than the usual ones."""

import concurrent.futures
import os
import random
import shutil
import time
import unittest
import xml.etree.ElementTree as xml

import tagwire

SEED = os.environ.get("TAGWIRE_SEED", "1")
DAEMONS = 4
SEQUENCES = max(20, int(80 / tagwire.PATIENCE))  # for each of them
TAGS = ["湿地", "Wetland", "wetland", "C++", "CI/CD", "中文 标签", "😀", "tide data", "灯塔", "a&b"]
FOLDERS = ["新闻", "a", "a/b", "notes/2025", "more"]
BROKEN = ['---\ntitle: "unterminated\n---\n', "---\ntitle: no end\n", "", "---\n\ttitle: tab\n---\n", "---\n- a list\n---\n"]


class Scribe:
    """Does random things to a folder, and remembers which articles it holds."""

    def __init__(self, content, seed):
        self.content = content
        self.random = random.Random(seed)
        self.articles = {}  # path below the folder: the keys of tagwire.article
        self.broken = set()
        self.count = 0
        self.done = []

    def operations(self, count):
        choices = (["create"] * 5 + ["edit"] * 5 + ["move", "delete", "damage"] * 3 + ["mend", "touch", "swap"] * 2 +
                   ["move_folder", "delete_folder", "copy_folder"])
        for _ in range(count):
            name = self.random.choice(choices)
            self.done.append(name)
            getattr(self, name)()
            time.sleep(self.random.choice([0, 0, 0, 0.001, 0.005, 0.05]))

    def mend_all(self):
        for path in sorted(self.broken):
            if self.random.random() < 0.3:
                self.delete(path)
            else:
                self.save(path)

    # ---- what can be done ----

    def create(self):
        self.articles[path := self.new_path()] = self.new_article()
        self.save(path)

    def edit(self):
        if path := self.pick():
            keys = self.articles[path]
            fresh = self.new_article()
            for key in self.random.sample(sorted(fresh), 2):
                keys[key] = fresh[key]
            self.save(path)

    def touch(self):
        if path := self.pick():
            os.utime(self.content.root / path)

    def move(self):
        if path := self.pick():
            target = self.new_path()
            (self.content.root / path).rename(self.content.path(target))
            self.moved(path, target)

    def swap(self):
        a, b = self.pick(), self.pick()
        if a and a != b:
            between = self.content.root / ".swap"
            root = self.content.root
            (root / a).rename(between)
            (root / b).rename(root / a)
            between.rename(root / b)
            self.articles[a], self.articles[b] = self.articles[b], self.articles[a]
            if (a in self.broken) != (b in self.broken):
                self.broken ^= {a, b}

    def delete(self, path=None):
        if path := path or self.pick():
            (self.content.root / path).unlink()
            self.forget(path)

    def damage(self):
        if path := self.pick():
            self.write(path, self.random.choice(BROKEN))
            self.broken.add(path)

    def mend(self):
        if self.broken:
            self.save(self.random.choice(sorted(self.broken)))

    def move_folder(self):
        if folder := self.pick_folder():
            target = self.new_folder(outside=folder)
            (self.content.root / folder).rename(self.content.path(target))
            for path in self.below(folder):
                self.moved(path, target + path.removeprefix(folder))

    def delete_folder(self):
        if folder := self.pick_folder():
            shutil.rmtree(self.content.root / folder)
            for path in self.below(folder):
                self.forget(path)

    def copy_folder(self):
        if folder := self.pick_folder():
            target = self.new_folder(outside=folder)
            staging = tagwire.Content(self.content.root.parent / "staging")
            for path in self.below(folder):
                copy = target + path.removeprefix(folder)
                self.articles[copy] = self.articles[path] | {"date": self.new_date()}
                staging.path(copy).write_text(tagwire.article(**self.articles[copy]))
            (staging.root / target).rename(self.content.path(target))

    # ---- helpers ----

    def new_date(self):
        """Never the same twice: equal dates are ordered by ids, which a rename keeps and a fresh build mints anew."""
        self.count += 1
        year = 2099 if self.random.random() < 0.05 else 2025
        seconds = self.random.randrange(9) * 1000 + self.count
        return f"{year}-01-{self.random.randrange(1, 28):02} {seconds // 3600:02}:{seconds // 60 % 60:02}:{seconds % 60:02}"

    def new_article(self):
        return {"title": f"第 {self.random.randrange(10**6)} 篇 <&>", "date": self.new_date(),
                "tags": self.random.sample(TAGS, self.random.randrange(4)),
                "categories": self.random.sample(["要闻", "notes"], self.random.randrange(2)),
                "body": f"**【{self.random.randrange(10**6)}】**正文 [链接](../x) <b>b</b>\n\n- {self.random.random()}\n",
                "draft": "true" if self.random.random() < 0.1 else "false"}

    def new_folder(self, outside):
        self.count += 1
        parents = [parent for parent in FOLDERS if not f"{parent}/".startswith(outside + "/")]
        return self.random.choice(parents) + f"/{self.count}"

    def new_path(self):
        self.count += 1
        folder = self.random.choice([*FOLDERS, ""])
        return os.path.join(folder, f"{self.count} 篇.md")

    def pick(self):
        return self.random.choice(sorted(self.articles)) if self.articles else None

    def pick_folder(self):
        return self.random.choice(sorted({path.rpartition("/")[0] for path in self.articles if "/" in path} or {""}))

    def below(self, folder):
        return [path for path in sorted(self.articles) if path.startswith(folder + "/")]

    def forget(self, path):
        del self.articles[path]
        self.broken.discard(path)

    def moved(self, path, target):
        if path in self.broken:
            self.broken.add(target)
        self.articles[target] = self.articles[path]
        self.forget(path)

    def save(self, path):
        self.write(path, tagwire.article(**self.articles[path]))
        self.broken.discard(path)

    def write(self, path, text):
        if self.random.random() < 0.5:
            self.content.write(path, text)
        else:
            self.content.path(path).write_text(text)


def what_is_compared(document):
    return [(entry["link"], entry["title"], entry["content"], entry["terms"]) for entry in tagwire.entries(document)]


def history(path, base_url, read):
    """(the entries of a feed's document, in its order; those of its archive as well, each once, in any)"""
    current = what_is_compared(read(path))
    entries = {entry[0]: entry for entry in current}
    while path:
        document = read(path)
        entries.update({entry[0]: entry for entry in what_is_compared(document)})
        path = next((link.get("href").removeprefix(base_url) for link in xml.fromstring(document).findall(tagwire.ATOM + "link")
                     if link.get("rel") == "prev-archive"), None)
    return current, sorted(entries.values())


def histories(base_url, read):
    return {path: history(path, base_url, read) for path in tagwire.listed(read("feeds.opml"), base_url)}


def fresh(content, base_url, out):
    """{Atom feed's path: history} of a build from nothing."""
    tagwire.run("build", content.root, out, "--base-url", base_url, "--time-zone", "Asia/Shanghai", "--title", "t")
    feeds = histories(base_url, lambda path: (out / tagwire.file_of(path)).read_text())
    shutil.rmtree(out)
    return feeds


def running(daemon, expected):
    """The same of the daemon. Its documents may show more: what entered late stands on no page yet, however old it is."""
    feeds = histories(daemon.base_url, lambda path: daemon.request("/" + path).body)
    return {path: ([entry for entry in current if entry in expected.get(path, [[]])[0]], whole)
            for path, (current, whole) in feeds.items()}


class RandomOperations(tagwire.TestCase):
    def run_sequences(self, number):
        content = tagwire.Content(self.folder / str(number) / "content")
        scribe = Scribe(content, f"{SEED}/{number}")
        with tagwire.Daemon(content.root, "--title", "t") as daemon:
            for sequence in range(SEQUENCES):
                scribe.done.clear()
                scribe.operations(scribe.random.randrange(1, 15))
                scribe.mend_all()
                expected = fresh(content, daemon.base_url, self.folder / str(number) / "out")
                try:
                    tagwire.wait_until(lambda: running(daemon, expected) == expected, 5, "the same entries")
                except AssertionError:
                    self.assertEqual(expected, running(daemon, expected),
                                     f"TAGWIRE_SEED={SEED}: daemon {number}, sequence {sequence}: {scribe.done}")
        return sum(len(whole) for _, whole in expected.values())

    def test_end_where_a_fresh_build_ends(self):
        self.maxDiff = 20000
        with concurrent.futures.ThreadPoolExecutor(DAEMONS) as pool:
            # Some articles were there to compare.
            self.assertGreater(sum(pool.map(self.run_sequences, range(DAEMONS))), 20)


if __name__ == "__main__":
    unittest.main()
