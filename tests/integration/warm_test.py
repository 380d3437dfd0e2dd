"""A daemon that starts again opens no file that has not changed, and not one byte, ETag or Last-Modified of what it serves
changes for any reason but a change of what the articles say."""

import ctypes
import os
import re
import shutil
import struct
import time
import unittest

import tagwire
from tagwire import article, wait_until

BASE_URL = "https://news.example.org/"
ARTICLES = 60
IN_OPEN, IN_ISDIR = 0x20, 0x40000000  # linux/inotify.h


class Opened:
    """Which files below a folder are opened, by anyone, from now on."""

    def __init__(self, root):
        self.libc = ctypes.CDLL(None, use_errno=True)
        self.descriptor = self.libc.inotify_init1(os.O_NONBLOCK | os.O_CLOEXEC)
        self.folders = {}
        for folder, _, _ in os.walk(root):
            watch = self.libc.inotify_add_watch(self.descriptor, os.fsencode(folder), IN_OPEN)
            if watch < 0:
                raise OSError(ctypes.get_errno(), "inotify_add_watch")
            self.folders[watch] = os.path.relpath(folder, root)

    def __enter__(self):
        return self

    def __exit__(self, *_):
        os.close(self.descriptor)

    def files(self):
        """Those opened since this was last asked."""
        found = set()
        while True:
            try:
                data = os.read(self.descriptor, 1 << 16)
            except BlockingIOError:
                return found
            while data:
                watch, mask, _, length = struct.unpack_from("iIII", data)
                name = data[16:16 + length].rstrip(b"\0").decode()
                if not mask & IN_ISDIR:
                    found.add(os.path.normpath(os.path.join(self.folders[watch], name)))
                data = data[16 + length:]


class Warm(tagwire.TestCase):
    """A folder with all sorts of articles, none of them new."""

    def setUp(self):
        super().setUp()
        self.state = self.folder / "state"
        for i in range(ARTICLES):
            # Some have no date of their own, some have it in the name of their file.
            date = None if i % 10 == 0 else f"2025-0{1 + i % 9}-{1 + i % 28:02} 08:{i:02}:00"
            name = f"{['', '新闻', 'a/b'][i % 3]}/2024-05-{1 + i % 28:02}-第 {i}.md" if i % 20 == 0 else f"a{i % 4}/{i}.md"
            self.content.write(name.lstrip("/"), article(
                f"第 {i} 篇 <&>", date=date, tags=["t", f"t{i % 5}", "湿地"], categories=["要闻"], lang="zh-CN" if i % 3 else "en",
                draft="true" if i % 15 == 1 else "false", body=f"**【{i}】**正文 [链接](../x)。\n\n- {i}\n" * 5))
        self.content.write("later.md", article("later", date="2199-01-01"))
        self.content.write("expired.md", article("expired", expirydate="2025-03-01"))
        self.content.write("README.md", "No front matter, no article.\n")
        self.content.write("a0/empty.md", "")
        self.content.write("a1/notes.html", "<p>none</p>\n")
        self.content.write("a1/data.json", "{}\n")
        self.grow_old()

    def files(self):
        return [path for path in sorted(self.content.root.rglob("*")) if path.is_file()]

    def grow_old(self):
        """What was written a moment ago may be written again within the same tick of the clock, and is therefore read again."""
        for number, path in enumerate(self.files()):
            os.utime(path, (1_740_000_000 + number, 1_740_000_000 + number))

    def serve(self, *arguments, content=None, **process):
        return tagwire.Daemon(content or self.content.root, "--title", "试验 & test", "--base-url", BASE_URL, "--state",
                              self.state, *arguments, **process)


class Opening(Warm):
    def opened_by_a_start(self, *arguments):
        with Opened(self.content.root) as opened:
            with self.serve(*arguments):
                pass
            return opened.files()

    def test_the_first_start_opens_all_and_the_next_ones_none(self):
        first = self.opened_by_a_start()
        self.assertLessEqual({str(path.relative_to(self.content.root)) for path in self.files()
                              if path.suffix == ".md"}, first)
        self.assertEqual([set(), set()], [self.opened_by_a_start(), self.opened_by_a_start()])

    def test_a_file_that_has_changed_is_opened_and_no_other(self):
        self.opened_by_a_start()
        changed = self.content.root / "a1/5.md"
        os.utime(changed)
        with (self.content.root / "a2/2.md").open("a") as file:
            file.write("更多。\n")
        self.content.write("new.md", article("new"))
        self.assertEqual({"a1/5.md", "a2/2.md", "new.md"}, self.opened_by_a_start())

    def test_a_renamed_file_is_the_only_one_opened(self):
        self.opened_by_a_start()
        (self.content.root / "a1/5.md").rename(self.content.root / "a1/renamed.md")
        self.assertEqual({"a1/renamed.md"}, self.opened_by_a_start())
        self.assertEqual(set(), self.opened_by_a_start())

    def test_a_broken_file_is_the_only_one_opened(self):
        self.opened_by_a_start()
        self.content.write("a1/5.md", "---\ntitle: [\n---\n")
        self.assertLessEqual(self.opened_by_a_start(), {"a1/5.md"})

    def test_none_is_opened_after_a_crash(self):
        self.opened_by_a_start()
        self.serve().crash()
        self.assertEqual(set(), self.opened_by_a_start())


def documents(daemon):
    """{path: (status, body, validators)} of all documents that lead on from the list of feeds: feeds in each format, pages of
    archives, pages of articles."""
    found, waiting = {}, ["feeds.opml", ""]
    while waiting:
        path = waiting.pop()
        if path in found:
            continue
        response = daemon.request("/" + path)
        found[path] = (response.status, response.body, response["ETag"], response["Last-Modified"], response["Location"])
        if response.status == 200:
            waiting += re.findall(re.escape(BASE_URL) + r"([^\"'<>&\s\\]*)", response.body.decode())
    return found


class Same(Warm):
    """Each of these things is done to a folder that has been served, and nothing of what is served differs."""

    def setUp(self):
        super().setUp()
        with self.serve() as daemon:
            self.before = documents(daemon)
            began = time.time()
        self.assertTrue(any("archive/1/" in path for path in self.before))
        self.assertTrue(any(path.endswith("rss.xml") for path in self.before))
        self.assertGreater(sum(document[0] == 200 for document in self.before.values()), 100)
        # What were said to be modified now would show.
        wait_until(lambda: time.time() > began + 1.1)

    def check_same(self, *arguments, **options):
        with self.serve(*arguments, **options) as daemon:
            self.check_served(daemon)

    def check_served(self, daemon):
        now = documents(daemon)
        self.assertEqual(self.before.keys(), now.keys())
        for path, document in self.before.items():
            self.assertEqual(document, now[path], f"/{path}")

    def copy_of_content(self, paths):
        copy = self.folder / "copy" / "content"
        for path in paths:
            target = copy / path.relative_to(self.content.root)
            target.parent.mkdir(parents=True, exist_ok=True)
            shutil.copy2(path, target)
        return copy

    def test_restarts(self):
        self.check_same()
        self.check_same()

    def test_a_crash(self):
        daemon = self.serve()
        self.check_served(daemon)
        daemon.crash()
        self.check_same()

    def test_a_crash_before_anything_was_asked_for(self):
        self.serve().crash()
        self.check_same()

    def test_touch(self):
        for path in self.files():
            os.utime(path)
        self.check_same()

    def test_touch_and_other_saves_that_change_nothing_while_it_serves(self):
        with self.serve() as daemon:
            for path in self.files():
                os.utime(path)
                path.chmod(0o640)
                self.content.write(path.relative_to(self.content.root), path.read_text())
            self.content.write("zz-last.md", "---\ntitle: [\n---\n")
            wait_until(lambda: "zz-last.md:" in daemon.log(), what="the last file to have been seen")
            self.check_served(daemon)

    def test_chmod(self):
        for path in self.files():
            path.chmod(0o600)
        self.check_same()

    def test_the_same_bytes_in_a_new_file(self):
        for path in self.files():
            self.content.write(path.relative_to(self.content.root), path.read_text())
        self.check_same()

    def test_keys_of_the_front_matter_in_another_order(self):
        for path in self.files():
            parts = path.read_text().split("---\n", 2)
            if len(parts) == 3:
                keys = re.findall(r"^\S.*\n(?:[ ].*\n)*", parts[1], re.MULTILINE)
                path.write_text("---\n" + "".join(reversed(keys)) + "---\n" + parts[2])
        self.check_same()

    def test_another_zone_and_locale_of_the_process(self):
        for variables in ({"TZ": "America/New_York", "LC_ALL": "C"}, {"TZ": "Asia/Tokyo", "LC_ALL": "zh_CN.UTF-8"},
                          {"LANG": "tr_TR.UTF-8", "LC_ALL": ""}):
            with self.subTest(variables):
                self.check_same(env=os.environ | variables)

    def test_another_order_of_files_in_their_folders(self):
        copy = self.copy_of_content(reversed(self.files()))
        shutil.rmtree(self.content.root)
        copy.rename(self.content.root)
        self.check_same()

    def test_a_copy_of_folder_and_state_elsewhere(self):
        copy = self.copy_of_content(self.files())
        self.state = shutil.copytree(self.state, self.folder / "other-state")
        self.check_same(content=copy)

    def test_a_new_program_that_does_the_same(self):
        program = self.folder / "tagwire"
        shutil.copy(tagwire.PROGRAM, program)
        self.check_same(program=str(program))

    def test_a_restored_backup(self):
        backup = self.folder / "backup.db"
        with self.serve() as daemon:
            tagwire.run("state", "backup", backup, "--content", self.content.root, "--state", self.state)
            self.content.write("after.md", article("after the backup", date="2025-12-01"))
            daemon.wait_for_titles("/atom.xml", ["after the backup"] + [
                entry["title"] for entry in tagwire.entries(self.before["atom.xml"][1])][:19])
        (self.content.root / "after.md").unlink()
        copy = self.copy_of_content(self.files())
        shutil.rmtree(self.state)
        self.state.mkdir()
        shutil.copy(backup, self.state / "tagwire.db")
        self.check_same(content=copy)

    def test_a_build_with_a_copy_of_the_state(self):
        """What static export writes are the same documents."""
        out = self.folder / "out"
        state = shutil.copytree(self.state, self.folder / "other-state")
        tagwire.run("build", self.content.root, out, "--base-url", BASE_URL, "--time-zone", "Asia/Shanghai", "--title",
                    "试验 & test", "--state", state)
        for path, document in self.before.items():
            if document[0] == 200:
                self.assertEqual(document[1], (out / tagwire.file_of(path)).read_bytes(), path)


if __name__ == "__main__":
    unittest.main()
