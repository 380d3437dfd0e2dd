"""What is remembered, while the disk, its rights or other hands spoil it: readers are served all the same, the daemon says what it
could not do, and nothing is lost that could be saved."""

import contextlib
import ctypes
import os
import pathlib
import random
import re
import shutil
import signal
import sqlite3
import subprocess
import unittest

import tagwire
from tagwire import article, wait_until

BASE_URL = "https://news.example.org/"
LONG_AGO = 1_700_000_000  # 2023-11-14T22:13:20Z, the date of the file that names none
IS_ROOT = os.geteuid() == 0
CLONE_NEWNS = 0x20000  # linux/sched.h


def mount_privately(folder, options):
    """A file system of its own on a folder, which this process and its children alone see. Skips the test where that is not
    allowed."""
    libc = ctypes.CDLL(None, use_errno=True)
    if libc.unshare(CLONE_NEWNS) != 0:
        raise unittest.SkipTest(f"no mount namespace of its own: {os.strerror(ctypes.get_errno())}")
    for command in (["mount", "--make-rprivate", "/"], ["mount", "-t", "tmpfs", "-o", options, "tmpfs", folder]):
        done = subprocess.run(command, capture_output=True, text=True, check=False)
        if done.returncode != 0:
            raise unittest.SkipTest(f"{' '.join(map(str, command))}: {done.stderr.strip()}")


class Faults(tagwire.TestCase):
    """A dated and an undated article that have been served already; what readers were told of them is `told`."""

    def setUp(self):
        super().setUp()
        self.state = self.folder / "state"
        self.database = self.state / "tagwire.db"
        self.content.write("dated.md", article("甲", tags=["t"]))
        self.write_undated("undated.md", "乙")

    def write_undated(self, name, title):
        self.content.write(name, article(title, date=None, tags=["t"], body=f"{title}。" * 20))
        os.utime(self.content.root / name, (LONG_AGO, LONG_AGO))

    def serve(self, *arguments, **process):
        return tagwire.Daemon(self.content.root, "--title", "t", "--base-url", BASE_URL, "--state", self.state, *arguments,
                              **process)

    def told(self, daemon):
        """{title: (id, published)}"""
        return {entry["title"]: (entry["id"], entry["published"])
                for entry in tagwire.entries(daemon.request("/tags/t/atom.xml").body)}

    def serve_once(self, **process):
        with self.serve(**process) as daemon:
            return self.told(daemon)

    def change_file_times(self):
        """From here on the dates of undated files are known only to those who remember them."""
        for path in self.content.root.glob("*.md"):
            os.utime(path, (LONG_AGO + 86400, LONG_AGO + 86400))

    def check_goes_on(self, daemon, name="new"):
        self.content.write(f"{name}.md", article(name, tags=["t"]))
        wait_until(lambda: name in self.told(daemon), what=f"{name} in the feed")

    def assert_logged(self, daemon, pattern):
        wait_until(lambda: re.search(pattern, daemon.log()), 15, f"/{pattern}/ in the log:\n{daemon.log()}")


class FullDisk(Faults):
    def setUp(self):
        super().setUp()
        self.state.mkdir()
        mount_privately(self.state, "size=1m")
        self.addCleanup(subprocess.run, ["umount", "--lazy", self.state], check=False)
        self.filler = self.state / "filler"

    def fill(self):
        with open(self.filler, "ab", buffering=0) as file:
            for size in (65536, 4096, 1):
                with contextlib.suppress(OSError):
                    while True:
                        file.write(bytes(size))

    def test_readers_are_served_and_it_is_saved_when_there_is_room_again(self):
        with self.serve() as daemon:
            self.told(daemon)
            self.fill()
            self.write_undated("late.md", "丙")
            wait_until(lambda: "丙" in self.told(daemon), what="丙 in the feed")
            self.assert_logged(daemon, r"error.*cannot save.*tagwire\.db")
            self.check_goes_on(daemon)
            told = self.told(daemon)
            self.filler.unlink()
            self.assert_logged(daemon, "can be saved again")
            daemon.crash()  # so that nothing is saved at the end
        self.change_file_times()
        self.assertEqual(told, self.serve_once())

    def test_what_could_not_be_saved_is_said_once(self):
        with self.serve() as daemon:
            self.fill()
            for i in range(5):
                self.check_goes_on(daemon, str(i))
            self.assertEqual(1, daemon.log().count("cannot save"), daemon.log())

    def test_it_starts_with_what_is_remembered(self):
        told = self.serve_once()
        self.change_file_times()
        self.fill()
        with self.serve() as daemon:
            self.assertEqual(told, self.told(daemon))
            self.check_goes_on(daemon)
            self.assert_logged(daemon, r"warning.*tagwire\.(db|lock).*only as long as this process lives")

    def test_it_starts_without_anything_remembered(self):
        self.fill()
        with self.serve() as daemon:
            self.assertEqual({"甲", "乙"}, set(self.told(daemon)))
            self.check_goes_on(daemon)
            self.assert_logged(daemon, r"warning.*tagwire\.(db|lock).*only as long as this process lives")

    def test_a_file_system_that_turns_read_only(self):
        told = self.serve_once()
        self.change_file_times()
        subprocess.run(["mount", "-o", "remount,ro", self.state], check=True)
        with self.serve() as daemon:
            self.assertEqual(told, self.told(daemon))
            self.check_goes_on(daemon)
            self.assert_logged(daemon, "warning.*only as long as this process lives")


FullDisk = unittest.skipUnless(IS_ROOT, "only root may mount a small disk")(FullDisk)


class Unwritable(Faults):
    """Root ignores modes: where the tests run as root, the daemon runs as nobody."""

    def setUp(self):
        super().setUp()
        self.process = {"user": "nobody", "group": "nogroup", "extra_groups": []} if IS_ROOT else {}
        self.folder.chmod(0o755)
        self.state.mkdir()
        self.own()
        probe = subprocess.run([tagwire.PROGRAM, "--version"], capture_output=True, check=False, **self.process)
        if probe.returncode != 0:
            self.skipTest(f"{tagwire.PROGRAM} cannot be run by nobody")

    def own(self):
        if IS_ROOT:
            for path in (self.state, *self.state.iterdir()):
                shutil.chown(path, "nobody", "nogroup")

    def protect(self, folder=0o555, files=0o444):
        for path in self.state.iterdir():
            path.chmod(files)
        self.state.chmod(folder)
        self.addCleanup(self.state.chmod, 0o755)

    def check_served_but_not_saved(self, told):
        before = {path.name: path.read_bytes() for path in self.state.iterdir()}
        with self.serve(**self.process) as daemon:
            self.assertEqual(told, self.told(daemon))
            self.assert_logged(daemon, "warning.*only as long as this process lives")
            self.check_goes_on(daemon)
        self.assertEqual(before, {path.name: path.read_bytes() for path in self.state.iterdir()})

    def test_a_folder_that_is_write_protected(self):
        told = self.serve_once(**self.process)
        self.change_file_times()
        self.protect()
        self.check_served_but_not_saved(told)

    def test_a_folder_that_is_write_protected_after_a_crash(self):
        with self.serve(**self.process) as daemon:
            told = self.told(daemon)
            daemon.crash()
        self.change_file_times()
        self.protect()
        self.check_served_but_not_saved(told)

    def test_files_that_are_write_protected(self):
        told = self.serve_once(**self.process)
        self.change_file_times()
        self.protect(folder=0o755)
        with self.serve(**self.process) as daemon:
            self.assertEqual(told, self.told(daemon))
            self.assert_logged(daemon, "warning.*only as long as this process lives")

    def test_a_folder_that_cannot_be_read(self):
        told = self.serve_once(**self.process)
        self.protect(folder=0o000)
        with self.serve(**self.process) as daemon:
            self.assertEqual(told, self.told(daemon))  # the files have their times still
            self.assert_logged(daemon, "warning.*only as long as this process lives")
            self.check_goes_on(daemon)

    def test_a_folder_that_cannot_be_made(self):
        self.state.chmod(0o555)
        self.state = self.state / "below"
        with self.serve(**self.process) as daemon:
            self.assertEqual({"甲", "乙"}, set(self.told(daemon)))
            self.assert_logged(daemon, "warning.*only as long as this process lives")


class Damage(Faults):
    def setUp(self):
        super().setUp()
        for i in range(40):  # enough for a few pages of the database
            self.content.write(f"{i}.md", article(f"第 {i} 篇", date=f"2024-01-{1 + i % 28:02} 00:{i:02}:00", tags=["many"]))
        self.before = self.serve_once()

    def damage(self, change):
        data = bytearray(self.database.read_bytes())
        self.database.write_bytes(change(data))
        return self.database.read_bytes()

    def check_set_aside(self, change):
        damaged = self.damage(change)
        with self.serve() as daemon:
            self.assertEqual(self.before, self.told(daemon))  # the same ids are minted for the same paths
            self.assertRegex(daemon.log(), r"warning.*tagwire\.db was damaged .*it is now .*tagwire\.db\.damaged-")
            self.check_goes_on(daemon)
        aside = [path for path in self.state.iterdir() if re.fullmatch(r"tagwire\.db\.damaged-\w+", path.name)]
        self.assertEqual([damaged], [path.read_bytes() for path in aside])
        after = self.serve_once()
        self.change_file_times()
        self.assertEqual(after, self.serve_once())  # it remembers again

    def test_garbage(self):
        self.check_set_aside(lambda data: random.Random(1).randbytes(len(data)))

    def test_a_first_page_that_was_torn(self):
        self.check_set_aside(lambda data: data[:100] + bytes(4096 - 100) + data[4096:])

    def test_a_file_that_ends_in_the_middle(self):
        self.check_set_aside(lambda data: data[:len(data) // 2 // 4096 * 4096])

    def test_an_empty_file_is_a_new_one(self):
        self.damage(lambda data: b"")
        self.assertEqual(self.before, self.serve_once())

    def test_any_page_that_was_torn(self):
        """Whatever page it is: it is served, and what was lost is said, or was not needed."""
        whole = self.database.read_bytes()
        for start in range(4096, len(whole), 4096):
            with self.subTest(page=start // 4096 + 1):
                shutil.rmtree(self.state)
                self.state.mkdir()
                self.database.write_bytes(whole[:start] + random.Random(start).randbytes(4096) + whole[start + 4096:])
                with self.serve() as daemon:
                    self.assertEqual(self.before, self.told(daemon))
                    self.check_goes_on(daemon)
                (self.content.root / "new.md").unlink()

    def crash(self):
        """Leaves all that was changed in the WAL."""
        with self.serve() as daemon:
            self.write_undated("late.md", "丙")
            wait_until(lambda: "丙" in self.told(daemon), what="丙 in the feed")
            told = self.told(daemon)
            daemon.crash()
        self.assertGreater((self.state / "tagwire.db-wal").stat().st_size, 4096)
        return told

    def test_a_wal_that_ends_anywhere(self):
        self.crash()
        crashed = {path.name: path.read_bytes() for path in self.state.iterdir()}
        wal = crashed["tagwire.db-wal"]
        for size in (0, 1, 31, 32, 33, 4096, len(wal) // 2, len(wal) - 1, len(wal)):
            with self.subTest(size=size):
                for name, data in (crashed | {"tagwire.db-wal": wal[:size]}).items():
                    (self.state / name).write_bytes(data)
                with self.serve() as daemon:
                    told = self.told(daemon)
                    self.assertNotIn("damaged", daemon.log())
                self.assertEqual(self.before, {title: told[title] for title in self.before})
                self.assertIn("丙", told)

    def test_a_wal_with_garbage_at_its_end(self):
        told = self.crash()
        with open(self.state / "tagwire.db-wal", "ab") as wal:
            wal.write(random.Random(2).randbytes(10000))
        self.change_file_times()
        self.assertEqual(told, self.serve_once())


class Strangers(Faults):
    def check_refused(self, words):
        files = [path for path in self.state.iterdir() if path.name in ("tagwire.db", "tagwire.db-wal")]
        before = {path.name: path.read_bytes() for path in files}
        result = tagwire.run("serve", self.content.root, "--listen", "127.0.0.1:0", "--base-url", BASE_URL, "--state",
                             self.state, check=False)
        self.assertEqual(1, result.returncode, result.stderr)
        self.assertRegex(result.stderr, words)
        self.assertTrue(before == {path.name: path.read_bytes() for path in files}, "the state was touched")
        self.assertFalse([path.name for path in self.state.iterdir() if "damaged" in path.name])

    def change_database(self, *statements):
        with contextlib.closing(sqlite3.connect(self.database)) as database:
            for statement in statements:
                database.execute(statement)
            database.commit()

    def test_a_state_of_a_newer_version_is_refused_and_not_touched(self):
        told = self.serve_once()
        self.change_database("PRAGMA user_version = 99", "CREATE TABLE future (x)")
        self.check_refused(r"tagwire\.db is of version 99")
        self.change_database("PRAGMA user_version = 1", "DROP TABLE future")
        self.change_file_times()
        self.assertEqual(told, self.serve_once())

    def test_a_newer_version_that_crashed_is_not_touched(self):
        self.serve_once()
        with contextlib.closing(sqlite3.connect(self.database)) as database:
            database.execute("PRAGMA user_version = 99")
            database.commit()
            crashed = shutil.copytree(self.state, self.folder / "crashed")
        self.state = crashed
        self.assertGreater((crashed / "tagwire.db-wal").stat().st_size, 0)
        self.check_refused("is of version 99")

    def test_the_database_of_another_program_is_refused_and_not_touched(self):
        self.state.mkdir()
        self.change_database("CREATE TABLE bookmarks (url)", "INSERT INTO bookmarks VALUES ('https://example.org/')")
        self.check_refused("another program")

    def test_a_second_daemon_is_refused_by_name_and_the_first_goes_on(self):
        other = self.folder / "other name"
        with self.serve() as first:
            other.symlink_to(self.state, target_is_directory=True)
            for state in (self.state, other):
                result = tagwire.run("serve", self.content.root, "--listen", "127.0.0.1:0", "--state", state, check=False)
                self.assertEqual(1, result.returncode)
                self.assertIn(f"process {first.process.pid}", result.stderr)
                self.assertIn(str(state), result.stderr)
            self.check_goes_on(first)
            told = self.told(first)
        self.change_file_times()
        self.assertEqual(told, self.serve_once())

    def test_a_daemon_that_was_killed_leaves_no_lock(self):
        self.serve().crash()
        self.assertEqual({"甲", "乙"}, set(self.serve_once()))

    def test_the_folder_of_the_state_is_removed_while_it_is_used(self):
        with self.serve() as daemon:
            shutil.rmtree(self.state)
            self.check_goes_on(daemon)
            told = self.told(daemon)
        self.assertEqual(told, self.serve_once())  # the files have their times still


class Ending(Faults):
    def test_sigterm_saves_all_in_one_file(self):
        with self.serve() as daemon:
            self.write_undated("late.md", "丙")
            wait_until(lambda: "丙" in self.told(daemon), what="丙 in the feed")
            told = self.told(daemon)
            daemon.stop(signal.SIGTERM)
        self.change_file_times()
        self.assertFalse((self.state / "tagwire.db-wal").exists())
        copy = self.folder / "copy"
        copy.mkdir()
        shutil.copy(self.database, copy)
        self.state = copy
        self.assertEqual(told, self.serve_once())

    def test_what_is_seen_while_it_ends_is_known_afterwards(self):
        with self.serve() as daemon:
            for i in range(15):
                self.write_undated(f"{i}.md", f"第 {i} 篇")
            wait_until(lambda: len(self.told(daemon)) == 17, what="all in the feed")
            told = self.told(daemon)
        self.change_file_times()
        self.assertEqual(told, {title: this for title, this in self.serve_once().items() if title in told})


class Content(Faults):
    """The articles' own folder, when the daemon starts."""

    def test_a_folder_that_is_not_there_keeps_what_was_published(self):
        self.check_doubted(lambda: self.content.root.rename(self.folder / "away"),
                           lambda: (self.folder / "away").rename(self.content.root))

    def test_a_folder_that_is_suddenly_empty_keeps_what_was_published(self):
        def empty():
            self.content.root.rename(self.folder / "away")
            self.content.root.mkdir()

        def fill():
            for path in (self.folder / "away").iterdir():
                path.rename(self.content.root / path.name)
        self.check_doubted(empty, fill)

    def check_doubted(self, take, give_back):
        told = self.serve_once()
        take()
        with self.serve() as daemon:
            self.assertEqual(told, self.told(daemon))
            self.assert_logged(daemon, "what was published stays")
            give_back()
            self.content.write("new.md", article("new", tags=["t"]))
            wait_until(lambda: "new" in self.told(daemon), 10, "the new article in the feed")
            self.assertEqual(told, {title: this for title, this in self.told(daemon).items() if title != "new"})

    def check_saved_meanwhile(self, take):
        """Doubted as while the daemon runs: editors and scripts empty a file, or take it away for a moment."""
        configuration = self.folder / "tagwire.yaml"
        configuration.write_text("watch:\n  hold: 3s\n")
        told = self.serve_once()
        take(self.content.root / "dated.md")
        with self.serve("--config", configuration) as daemon:
            self.assertEqual(told, self.told(daemon))
            self.content.write("dated.md", article("甲二", tags=["t"], body="另一篇。"))
            wait_until(lambda: "甲二" in self.told(daemon), what="the new version in the feed")
            self.assertEqual({"甲二": told["甲"], "乙": told["乙"]}, self.told(daemon))

    def test_a_file_that_is_empty_for_a_moment_is_not_a_deleted_one(self):
        self.check_saved_meanwhile(lambda path: path.write_text(""))

    def test_a_file_that_is_away_for_a_moment_is_not_a_deleted_one(self):
        self.check_saved_meanwhile(pathlib.Path.unlink)


if __name__ == "__main__":
    unittest.main()
