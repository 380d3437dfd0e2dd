"""The real program on a content folder of its own, and what tests need to talk with it. Nothing here sleeps a fixed time in the
hope that something has happened: conditions are polled until a deadline."""

import atexit
import datetime
import http.client
import json
import os
import pathlib
import select
import shutil
import signal
import subprocess
import tempfile
import time
import unittest
import urllib.parse
import xml.etree.ElementTree as xml

ROOT = pathlib.Path(__file__).resolve().parents[2]
PROGRAM = os.environ.get("TAGWIRE", str(ROOT / "build/dev/tagwire"))
PATIENCE = float(os.environ.get("TAGWIRE_PATIENCE", "1"))  # deadlines are multiplied by it: sanitizers are slow
SAMPLES = ROOT / "tests/data/articles"
# What a daemon remembers of a folder of a test is nobody else's.
os.environ["XDG_STATE_HOME"] = tempfile.mkdtemp(prefix="tagwire-state-")
atexit.register(shutil.rmtree, os.environ["XDG_STATE_HOME"], ignore_errors=True)
os.environ.pop("STATE_DIRECTORY", None)
ATOM = "{http://www.w3.org/2005/Atom}"


def article(title, *, date="2025-02-10 22:04:13", tags=(), categories=(), body="正文。", **keys):
    """An article in the shape that newsrooms' scripts write; with date=None one that names none."""
    lines = ["---", f"title: {json.dumps(title, ensure_ascii=False)}"] + ([f'date: "{date}"'] if date else [])
    lines += [f"{key}: {value}" for key, value in keys.items()]
    for key, terms in (("categories", categories), ("tags", tags)):
        lines += [f"{key}:"] + [f"  - {json.dumps(term, ensure_ascii=False)}" for term in terms] if terms else []
    return "\n".join(lines + ["---", "", body, ""])


class Content:
    """A folder of articles."""

    def __init__(self, root):
        self.root = pathlib.Path(root)
        self.root.mkdir(parents=True, exist_ok=True)

    def path(self, name):
        path = self.root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        return path

    def write(self, name, text):
        """Renamed into place, so that no half of it is ever seen."""
        path = self.path(name)
        draft = path.with_name("." + path.name + ".draft")
        draft.write_text(text)
        draft.rename(path)


def seconds(rfc3339):
    """Since the epoch."""
    return datetime.datetime.fromisoformat(rfc3339.replace("Z", "+00:00")).timestamp()


def wait_until(condition, seconds=5.0, what="the condition"):
    """The first true value of condition(), asked again and again."""
    deadline = time.monotonic() + seconds * PATIENCE
    while True:
        value = condition()
        if value:
            return value
        if time.monotonic() > deadline:
            raise AssertionError(f"{what} did not come true within {seconds * PATIENCE:g} s")
        time.sleep(0.002)


class Response:
    def __init__(self, response):
        self.status = response.status
        self.headers = response.headers
        self.body = response.read()

    def __getitem__(self, name):
        return self.headers[name]


class Connection:
    """A reader's connection, kept alive."""

    def __init__(self, host, port):
        self.host, self.port = host, int(port)
        self.connection = http.client.HTTPConnection(self.host, self.port, timeout=30 * PATIENCE)

    def close(self):
        self.connection.close()

    def request(self, path, method="GET", headers=None):
        try:
            self.connection.request(method, path, headers=headers or {})
            return Response(self.connection.getresponse())
        except (http.client.RemoteDisconnected, BrokenPipeError, ConnectionResetError):
            self.connection.close()  # it was idle and the server closed it: RFC 9112 §9.3.1 lets us try once more
            self.connection.request(method, path, headers=headers or {})
            return Response(self.connection.getresponse())

    def titles(self, path):
        """The titles in an Atom feed, in its order; none where there is no such feed."""
        response = self.request(path)
        return [entry["title"] for entry in entries(response.body)] if response.status == 200 else []

    def wait_for_titles(self, path, titles, seconds=5.0):
        wait_until(lambda: self.titles(path) == titles, seconds, f"{path} == {titles}")


def serve_command(content, *arguments, listen="127.0.0.1:0", program=PROGRAM):
    return [program, "serve", str(content), "--listen", listen, "--print-address", "--time-zone", "Asia/Shanghai",
            *map(str, arguments)]


class Daemon(Connection):
    """`tagwire serve` on a port of its own, ready once constructed. Use as a context manager. `process` is for Popen."""

    def __init__(self, content, *arguments, listen="127.0.0.1:0", program=PROGRAM, **process):
        self.crashed = False
        self.log_file = tempfile.NamedTemporaryFile(prefix="tagwire-log-")
        self.process = subprocess.Popen(serve_command(content, *arguments, listen=listen, program=program),
                                        stdout=subprocess.PIPE, stderr=self.log_file, **process)
        try:
            self.base_url = self._read_address()
        except BaseException:
            self.kill()
            raise
        super().__init__(*self.base_url.removeprefix("http://").rstrip("/").split(":"))

    def _read_address(self):
        ready, _, _ = select.select([self.process.stdout], [], [], 60 * PATIENCE)
        line = self.process.stdout.readline().decode() if ready else ""
        if not line.startswith("http://"):
            raise AssertionError(f"tagwire did not become ready; it said:\n{self.log()}")
        return line.strip()

    def __enter__(self):
        return self

    def __exit__(self, kind, error, traceback):
        code = self.stop()
        if error is None and code != 0 and not self.crashed:
            raise AssertionError(f"tagwire ended with {code}; it said:\n{self.log()}")
        if error is not None:
            print(f"the daemon's log:\n{self.log()[-5000:]}")

    def log(self):
        return pathlib.Path(self.log_file.name).read_text(errors="replace")

    def stop(self, by=signal.SIGTERM):
        """Ends the program and returns its exit code."""
        if self.process.poll() is None:
            self.process.send_signal(by)
        try:
            return self.process.wait(timeout=20 * PATIENCE)
        finally:
            self.kill()
            self.close()

    def crash(self):
        """What it has not saved by now is lost."""
        self.crashed = True
        self.kill()
        self.close()

    def kill(self):
        if self.process.poll() is None:
            self.process.kill()
            self.process.wait()
        self.process.stdout.close()


def entries(document):
    """What an Atom document says of its entries, in its order."""
    def text(entry, name):
        return entry.findtext(ATOM + name, default="")

    return [{"id": text(entry, "id"), "title": text(entry, "title"), "published": text(entry, "published"),
             "updated": text(entry, "updated"), "content": text(entry, "content"),
             "link": next((link.get("href") for link in entry.findall(ATOM + "link")
                           if link.get("rel", "alternate") == "alternate"), None),
             "terms": [category.get("label", category.get("term")) for category in entry.findall(ATOM + "category")]}
            for entry in xml.fromstring(document).findall(ATOM + "entry")]


def listed(opml, base_url):
    """The URLs of the feeds in an OPML document, without their base."""
    return sorted(outline.get("xmlUrl").removeprefix(base_url) for outline in xml.fromstring(opml).iter("outline")
                  if outline.get("xmlUrl"))


def file_of(path):
    """Where `tagwire build` puts a document."""
    return urllib.parse.unquote(path).lstrip("/") + ("index.html" if path.endswith("/") or not path else "")


def run(*arguments, check=True, **options):
    """The program with those arguments, to its end."""
    result = subprocess.run([PROGRAM, *map(str, arguments)], capture_output=True, text=True, timeout=120 * PATIENCE,
                            check=False, **options)
    if check and result.returncode != 0:
        raise AssertionError(f"tagwire {' '.join(map(str, arguments))} ended with {result.returncode}:\n{result.stderr}")
    return result


class TestCase(unittest.TestCase):
    """Each test has a folder of its own, and articles in its folder "content"."""

    def setUp(self):
        self.folder = pathlib.Path(tempfile.mkdtemp(prefix="tagwire-test-"))
        self.addCleanup(shutil.rmtree, self.folder, ignore_errors=True)
        self.content = Content(self.folder / "content")

    def serve(self, *arguments, content=None):
        return Daemon(content or self.content.root, "--title", "试验 & test", *arguments)
