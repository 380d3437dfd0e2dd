"""What the benchmarks share: the program, generated articles, Hugo's site of them, and tables."""

import os
import pathlib
import shutil
import statistics
import subprocess
import sys

ROOT = pathlib.Path(__file__).resolve().parents[2]
WORK = ROOT / "build/bench"
HUGO = shutil.which("hugo")
os.environ.setdefault("TAGWIRE", str(ROOT / "build/release/tagwire"))
sys.path.insert(0, str(ROOT / "tests/integration"))

import corpus  # noqa: E402 (the path is set above)
import tagwire  # noqa: E402


def articles(count):
    """A folder, made once, whose folder "content" holds so many articles."""
    folder = WORK / f"corpus-{count}"
    if not (folder / "complete").exists():
        shutil.rmtree(folder, ignore_errors=True)
        print(f"writing {count} articles to {folder}", file=sys.stderr)
        corpus.write(count, folder)
        (folder / "complete").touch()
    return folder


def copy_of_articles(count):
    """The same in a folder that may be changed: the first one's files, and nothing that an earlier run left."""
    folder = WORK / f"changing-{count}"
    shutil.rmtree(folder, ignore_errors=True)
    shutil.copytree(articles(count) / "content", folder / "content")
    return folder


def hugo_site(folder):
    site = WORK / f"hugo-{folder.name}"
    shutil.rmtree(site, ignore_errors=True)
    subprocess.run([ROOT / "tests/bench/hugo_site.sh", folder, site], check=True)
    return site


def serve(folder, *arguments):
    return tagwire.Daemon(folder / "content", "--title", "bench", *arguments)


def percentile_95(values):
    return sorted(values)[int(len(values) * 0.95)]


def row(title, *cells):
    print(f"{title:<52}" + "".join(f"{cell:>10}" for cell in cells), flush=True)


def milliseconds(values):
    return [f"{1000 * value:.1f}" for value in (statistics.median(values), percentile_95(values), max(values))]
