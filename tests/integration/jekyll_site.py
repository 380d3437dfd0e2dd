"""What the real Jekyll, with jekyll-feed, makes of a site: the oracle for reading sites that are written for it. Run as a program, it
prints what tests/data/sites/jekyll/expected.json holds."""

import datetime
import html
import json
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile
import xml.etree.ElementTree as xml

SITE = pathlib.Path(__file__).resolve().parents[1] / "data/sites/jekyll"
ATOM = "{http://www.w3.org/2005/Atom}"


def utc(text):
    instant = datetime.datetime.fromisoformat(text).astimezone(datetime.timezone.utc)
    return instant.strftime("%Y-%m-%dT%H:%M:%SZ")


def item(entry):
    return {
        "title": html.unescape(entry.findtext(ATOM + "title")),
        "link": entry.find(ATOM + "link").get("href"),
        "published": utc(entry.findtext(ATOM + "published")),
        "updated": utc(entry.findtext(ATOM + "updated")),
        "author": entry.findtext(f"{ATOM}author/{ATOM}name"),
        "terms": [category.get("term") for category in entry.findall(ATOM + "category")],
    }


def entries(feed):
    # jekyll-feed does not escape the addresses that it writes.
    text = re.sub(r"&(?!\w+;|#)", "&amp;", feed.read_text())
    return xml.fromstring(text).iter(ATOM + "entry")


def items(site=SITE):
    """The items of all of the site's feeds, ordered by link. Terms are the categories, then the tags."""
    with tempfile.TemporaryDirectory() as folder:
        copy = pathlib.Path(folder) / "site"
        shutil.copytree(site, copy)
        subprocess.run(["jekyll", "build", "--quiet"], cwd=copy, check=True, timeout=120, stdout=subprocess.DEVNULL)
        built = copy / "_site"
        feeds = [built / "feed.xml", *sorted((built / "feed").glob("*.xml"))]
        return sorted((item(entry) for feed in feeds for entry in entries(feed)), key=lambda each: each["link"])


if __name__ == "__main__":
    json.dump(items(*map(pathlib.Path, sys.argv[1:])), sys.stdout, ensure_ascii=False, indent=1)
    print()
