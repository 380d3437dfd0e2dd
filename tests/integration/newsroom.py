"""People at work on a folder of articles, whether a daemon watches or not, and what its readers are owed meanwhile.

What the daemon under test is asked to show in the end must not depend on when it was killed, so some things are not done before
its readers have seen what was done before: a file is not renamed twice between two looks, for example, since nobody could tell
what it once was. Each article has a number for good, and each version of it a revision; both stand in its title."""

import dataclasses
import os
import random
import re
import threading

import tagwire

TAGS = ["alpha", "beta", "湿地", "delta", "C++", "zeta"]
BROKEN = ['---\ntitle: "unterminated\n---\n', "---\n\ttitle: tab\n---\n", "---\ntitle: [\n---\n"]
ARTICLES_MAX = 100
FOLDERS = 12


@dataclasses.dataclass
class Story:
    number: int
    path: str
    date: str | None
    keys: dict
    tags: list
    revision: int = 1
    draft: bool = False
    broken: bool = False
    binned: bool = False  # out of the folder, and may come back
    awaited: bool = True  # to be left alone until readers have seen what was done
    changed: int = 0  # by which operation
    seen: tuple = ()  # its revision and link, as readers last saw them
    shown: bool = False  # readers have seen it, and nobody has taken it from them since

    @property
    def title(self):
        return f"第 {self.number} 篇 r{self.revision}"

    @property
    def folder(self):
        return self.path.partition("/")[0]

    @property
    def link(self):
        return self.path.removesuffix(".md") + "/"

    @property
    def is_public(self):
        return not (self.draft or self.binned)

    @property
    def is_seen_as_it_is(self):
        return self.is_public and not self.broken and not self.awaited and self.seen == (self.revision, self.link)

    def text(self):
        return tagwire.article(self.title, date=self.date, tags=self.tags, draft=str(self.draft).lower(), **self.keys,
                               body=f"**【{self.number}】**正文 {self.revision}。" * (1 + self.revision % 4))


def read_title(title):
    """(number, revision)"""
    return tuple(map(int, re.fullmatch(r"第 (\d+) 篇 r(\d+)", title).groups()))


class Newsroom:
    def __init__(self, content, seed):
        self.content = content
        self.bin = tagwire.Content(content.root.parent / "bin")
        self.random = random.Random(seed)
        self.lock = threading.Lock()  # of all that follows
        self.stories = {}  # by number
        self.files = 0
        self.done = threading.Event()
        self.operations = 0
        self.error = None

    def work(self):
        """Until told that it is done."""
        try:
            while not self.done.is_set():
                self.operate()
                self.done.wait(self.random.choice([0, 0.001, 0.003, 0.01, 0.03]))
        except Exception as error:  # pylint: disable=broad-except
            self.error = error

    def operate(self):
        names = ["edit"] * 6 + ["rename", "draft", "undraft"] * 3 + ["damage", "mend", "delete", "put_back", "touch"] * 2
        names += ["create"] * (4 if len(self.stories) < ARTICLES_MAX else 1) + ["rename_folder"]
        with self.lock:
            self.operations += 1
            getattr(self, self.random.choice(names))()

    # ---- what readers see ----

    def owed(self):
        """Numbers of the articles that readers must see now."""
        return {story.number for story in self.stories.values() if story.shown}

    def note_seen(self, looks, asked):
        """What each daemon has shown, {number: (revision, link)}, to a reader who asked after so many operations: what they do
        not agree on has not been seen by all."""
        for story in self.stories.values():
            shown = looks[0].get(story.number)
            if story.changed > asked or any(look.get(story.number) != shown for look in looks):
                continue
            if story.is_public and shown == (story.revision, story.link):
                story.seen, story.shown, story.awaited = shown, True, False
            if story.binned and shown is None:
                story.awaited = False

    def public(self):
        """{(title, link)} of what the folder holds; nothing may be broken."""
        return {(story.title, story.link) for story in self.stories.values() if story.is_public}

    # ---- what can be done ----

    def create(self):
        number = len(self.stories) + 1
        dated = self.random.random() < 0.7
        date = f"2025-0{1 + number % 9}-{1 + number % 28:02} 08:{number // 60 % 60:02}:{number % 60:02}" if dated else None
        keys = {"id": f"https://ids.example.org/{number}"} if self.random.random() < 0.2 else {}
        # Readers of feeds see nothing of a draft: whether its file's time is remembered would be chance.
        story = Story(number, self.new_path(), date, keys, self.some_tags(), draft=dated and self.random.random() < 0.1)
        story.awaited = not dated
        self.stories[number] = story
        self.save(story)

    def edit(self):
        if story := self.pick(lambda story: not story.broken):
            self.revise(story)

    def touch(self):
        if story := self.pick():
            os.utime(self.content.root / story.path)

    def rename(self):
        if story := self.pick(lambda story: story.is_seen_as_it_is):
            source, story.path, story.awaited, story.changed = story.path, self.new_path(), True, self.operations
            (self.content.root / source).rename(self.content.path(story.path))

    def rename_folder(self):
        folder = self.random.choice(sorted({story.folder for story in self.stories.values()}))
        inside = [story for story in self.stories.values() if story.folder == folder and not story.binned]
        if not inside or not all(story.is_seen_as_it_is for story in inside):
            return
        self.files += 1
        target = f"moved{self.files}"
        (self.content.root / folder).rename(self.content.root / target)
        for story in inside:
            story.path = f"{target}/{story.path.partition('/')[2]}"
            story.awaited, story.changed = True, self.operations

    def draft(self):
        if story := self.pick(lambda story: not story.broken and not story.draft):
            story.shown = False
            self.revise(story, draft=True)

    def undraft(self):
        if story := self.pick(lambda story: not story.broken and story.draft):
            self.revise(story, draft=False)

    def damage(self):
        if story := self.pick(lambda story: not story.broken):
            story.broken = True
            self.write(story.path, self.random.choice(BROKEN))

    def mend(self):
        if story := self.pick(lambda story: story.broken):
            self.revise(story, broken=False)

    def delete(self):
        if story := self.pick(lambda story: story.is_seen_as_it_is):
            story.shown, story.binned, story.awaited, story.changed = False, True, True, self.operations
            (self.content.root / story.path).rename(self.bin.path(story.path))

    def put_back(self):
        binned = [story for story in self.stories.values() if story.binned and not story.awaited]
        if binned:
            story = self.random.choice(binned)
            story.binned, story.awaited, story.changed = False, True, self.operations
            (self.bin.root / story.path).rename(self.content.path(story.path))

    def mend_all(self):
        for story in self.stories.values():
            if story.broken and not story.binned:
                self.revise(story, broken=False)

    # ---- helpers ----

    def some_tags(self):
        return self.random.sample(TAGS, self.random.randrange(1, 3))

    def new_path(self):
        self.files += 1
        return f"f{self.random.randrange(FOLDERS)}/story{self.files}.md"

    def pick(self, wanted=lambda story: True):
        found = [story for story in self.stories.values() if not story.awaited and not story.binned and wanted(story)]
        return self.random.choice(found) if found else None

    def revise(self, story, **changes):
        for name, value in changes.items():
            setattr(story, name, value)
        story.revision += 1
        story.tags = self.some_tags()
        story.changed = self.operations
        self.save(story)

    def save(self, story):
        self.write(story.path, story.text())

    def write(self, path, text):
        if self.random.random() < 0.5:
            self.content.write(path, text)
        else:
            self.content.path(path).write_text(text)
