"""What people and scripts do to a folder of articles, and what a reader of the feeds sees while they do it."""

import os
import shutil
import subprocess
import threading
import time
import unittest

import tagwire
from tagwire import article, wait_until

VIM = shutil.which("vim") or shutil.which("vim.tiny")


class Reader:
    """Polls a feed without a pause on a connection of its own and keeps each different list of titles that it saw."""

    def __init__(self, daemon, path):
        self.connection = tagwire.Connection(daemon.host, daemon.port)
        self.path = path
        self.seen = []
        self.done = threading.Event()
        self.thread = threading.Thread(target=self.poll)

    def poll(self):
        while not self.done.is_set():
            titles = self.connection.titles(self.path)
            if not self.seen or self.seen[-1] != titles:
                self.seen.append(titles)

    def __enter__(self):
        self.thread.start()
        wait_until(lambda: self.seen, what="the first poll")
        return self

    def __exit__(self, *_):
        self.done.set()
        self.thread.join()
        self.connection.close()


class Saves(tagwire.TestCase):
    """No way to save a file makes its article vanish for a moment."""

    def saves(self, save):
        """Runs save(path, text) for a few new texts; each must show, and nothing but the texts may ever be seen."""
        path = self.content.path("文章/a.md")
        path.write_text(article("0", tags=["t"], body="旧文。" * 3000))
        (path.parent / "other.md").write_text(article("other", date="2020-01-01", tags=["t"]))
        with self.serve() as daemon, Reader(daemon, "/tags/t/atom.xml") as reader:
            for i in map(str, range(1, 6)):
                save(path, article(i, tags=["t"], body="新文。" * 3000))
                daemon.wait_for_titles("/tags/t/atom.xml", [i, "other"])
            time.sleep(0.5)  # longer than a disappearance is doubted: what vanishes has vanished by now
        self.assertEqual([[str(i), "other"] for i in range(6)], reader.seen)

    def draft(self, text):
        draft = self.folder / "draft"
        draft.write_text(text)
        return draft

    def test_rename_into_place(self):
        self.saves(lambda path, text: self.content.write(path.relative_to(self.content.root), text))

    def test_move_from_another_folder(self):
        self.saves(lambda path, text: self.draft(text).rename(path))

    def test_redirection_of_a_shell(self):
        self.saves(lambda path, text: subprocess.run(["sh", "-c", 'cat "$0" > "$1"', self.draft(text), path], check=True))

    def test_a_slow_writer_that_truncates_first(self):
        def save(path, text):
            data = text.encode()
            with open(path, "wb", buffering=0) as file:
                for start in range(0, len(data), len(data) // 7):
                    file.write(data[start:start + len(data) // 7])
                    time.sleep(0.01)
        self.saves(save)

    def test_sed_in_place(self):
        def save(path, text):
            title = text.split("\n")[1]
            subprocess.run(["sed", "-i", f"s/^title: .*/{title}/", path], check=True)
        self.saves(save)

    def test_an_editor_that_removes_before_it_writes(self):
        def save(path, text):
            path.unlink()
            time.sleep(0.02)
            path.write_text(text)
        self.saves(save)

    def test_an_editor_that_renames_the_old_file_away(self):
        def save(path, text):
            backup = path.with_name("a.md~")
            path.rename(backup)
            path.write_text(text)
            backup.unlink()
        self.saves(save)

    @unittest.skipUnless(VIM, "vim is not installed")
    def test_vim(self):
        for options in ("set nobackup nowritebackup", "set backup writebackup backupcopy=no", "set backupcopy=yes"):
            with self.subTest(options):
                def save(path, text):
                    title = text.split("\n")[1].replace("/", r"\/")
                    subprocess.run([VIM, "-es", "-u", "NONE", "-c", options, "-c", f"%s/^title: .*/{title}/", "-c", "wq", path],
                                   check=True, stdin=subprocess.DEVNULL)
                self.saves(save)

    @unittest.skipUnless(shutil.which("rsync"), "rsync is not installed")
    def test_rsync(self):
        def save(path, text):
            source = self.folder / "source" / path.name
            source.parent.mkdir(exist_ok=True)
            source.write_text(text)
            subprocess.run(["rsync", "--ignore-times", source, path], check=True)
        self.saves(save)


class Trees(tagwire.TestCase):
    def test_a_file_that_comes_goes_and_comes_back(self):
        with self.serve() as daemon:
            for _ in range(3):
                self.content.write("a.md", article("甲", tags=["t"]))
                daemon.wait_for_titles("/tags/t/atom.xml", ["甲"])
                first = tagwire.entries(daemon.request("/tags/t/atom.xml").body)
                (self.content.root / "a.md").unlink()
                daemon.wait_for_titles("/tags/t/atom.xml", [])
                self.assertEqual(200, daemon.request("/tags/t/atom.xml").status)
                self.content.write("a.md", article("甲", tags=["t"]))
                daemon.wait_for_titles("/tags/t/atom.xml", ["甲"])
                self.assertEqual(first[0]["id"], tagwire.entries(daemon.request("/tags/t/atom.xml").body)[0]["id"])

    def test_a_renamed_file_keeps_its_id_and_gets_its_new_link(self):
        self.content.write("a.md", article("甲", tags=["t"]))
        with self.serve() as daemon:
            before = tagwire.entries(daemon.request("/tags/t/atom.xml").body)[0]
            (self.content.root / "a.md").rename(self.content.path("new/乙 b.md"))
            after = wait_until(lambda: [entry for entry in tagwire.entries(daemon.request("/tags/t/atom.xml").body)
                                        if entry["link"] != before["link"]])[0]
            self.assertEqual((before["id"], before["published"]), (after["id"], after["published"]))
            self.assertTrue(after["link"].endswith("/new/%E4%B9%99-b/"), after["link"])

    def test_a_tree_moved_in_with_files_already_in_it(self):
        outside = tagwire.Content(self.folder / "outside")
        for i in range(50):
            outside.write(f"deep/{i % 5}/{i:02}.md", article(f"{i:02}", tags=[f"t{i}"]))
        with self.serve() as daemon:
            (outside.root / "deep").rename(self.content.root / "deep")
            for i in range(50):
                daemon.wait_for_titles(f"/tags/t{i}/atom.xml", [f"{i:02}"])
            (self.content.root / "deep").rename(self.content.path("other/deep"))
            self.content.write("other/deep/0/new.md", article("new", tags=["t0"], date="2025-05-05"))
            daemon.wait_for_titles("/tags/t0/atom.xml", ["new", "00"])
            shutil.rmtree(self.content.root / "other")
            for i in range(50):
                daemon.wait_for_titles(f"/tags/t{i}/atom.xml", [])

    def test_linked_content_is_content(self):
        outside = tagwire.Content(self.folder / "outside")
        outside.write("a.md", article("甲", tags=["t"]))
        with self.serve() as daemon:
            (self.content.root / "linked").symlink_to(outside.root, target_is_directory=True)
            daemon.wait_for_titles("/tags/t/atom.xml", ["甲"])
            outside.write("b.md", article("乙", tags=["t"], date="2025-05-05"))
            daemon.wait_for_titles("/tags/t/atom.xml", ["乙", "甲"])

    def test_a_root_that_is_moved_away_and_back_changes_nothing(self):
        self.content.write("a.md", article("甲", tags=["t"]))
        with self.serve() as daemon, Reader(daemon, "/tags/t/atom.xml") as reader:
            self.content.root.rename(self.folder / "away")
            wait_until(lambda: "error" in daemon.log().lower() or "warn" in daemon.log().lower(), what="a word in the log")
            time.sleep(1)  # longer than a disappearance is doubted
            (self.folder / "away").rename(self.content.root)
            self.content.write("b.md", article("乙", tags=["t"], date="2025-05-05"))
            daemon.wait_for_titles("/tags/t/atom.xml", ["乙", "甲"], seconds=10)
        self.assertEqual([["甲"], ["乙", "甲"]], reader.seen)

    def test_a_broken_file_keeps_its_last_good_version_until_it_is_mended(self):
        self.content.write("a.md", article("甲", tags=["t"]))
        with self.serve() as daemon, Reader(daemon, "/tags/t/atom.xml") as reader:
            self.content.write("a.md", '---\ntitle: "unterminated\ntags: [t]\n---\n')
            wait_until(lambda: "a.md:" in daemon.log(), what="the problem in the log")
            self.content.write("a.md", article("乙", tags=["t"]))
            daemon.wait_for_titles("/tags/t/atom.xml", ["乙"])
        self.assertEqual([["甲"], ["乙"]], reader.seen)

    def test_polling_sees_what_inotify_would(self):
        configuration = self.folder / "tagwire.yaml"
        configuration.write_text("watch:\n  method: poll\n  poll-interval: 50ms\n")
        self.content.write("a.md", article("甲", tags=["t"]))
        with self.serve("--config", str(configuration)) as daemon:
            self.content.write("new/b.md", article("乙", tags=["t"], date="2025-05-05"))
            daemon.wait_for_titles("/tags/t/atom.xml", ["乙", "甲"])
            (self.content.root / "a.md").unlink()
            daemon.wait_for_titles("/tags/t/atom.xml", ["乙"])


class Storms(tagwire.TestCase):
    FILES = 5000

    def store(self, root):
        for i in range(self.FILES):
            tagwire.Content(root / f"{i % 40}").path(f"{i}.md").write_text(article(f"第 {i} 篇", tags=[f"t{i}"]))

    def check_all_show(self, daemon, seconds):
        deadline = time.monotonic() + seconds * tagwire.PATIENCE
        for i in range(self.FILES):
            while daemon.titles(f"/tags/t{i}/atom.xml") != [f"第 {i} 篇"]:
                self.assertLess(time.monotonic(), deadline, f"article {i} is not in its feed")

    def test_five_thousand_files_show_within_three_seconds(self):
        self.store(self.folder / "source")
        with self.serve() as daemon:
            subprocess.run(["cp", "-r", self.folder / "source/.", self.content.root], check=True)
            self.check_all_show(daemon, seconds=3)

    @unittest.skipUnless(os.geteuid() == 0 and os.access("/proc/sys/fs/inotify/max_queued_events", os.W_OK),
                         "the length of the kernel's queue cannot be set")
    def test_nothing_is_lost_when_the_kernels_queue_overflows(self):
        with open("/proc/sys/fs/inotify/max_queued_events", "r+") as setting:
            usual = setting.read()
            setting.write("16")
            setting.flush()
            try:
                daemon = self.serve()  # the length is the inotify instance's, from its beginning on
            finally:
                setting.seek(0)
                setting.write(usual)
        with daemon:
            self.store(self.content.root)
            self.check_all_show(daemon, seconds=10)


if __name__ == "__main__":
    unittest.main()
