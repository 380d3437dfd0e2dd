#!/usr/bin/env python3
"""How long tagwire takes from the start of the process until it serves, and its largest memory: cold, without anything
remembered, and warm, on the state that the cold start has left. Beside it, Hugo's build of the RSS feeds alone of the same files,
where Hugo is installed. Medians."""

import argparse
import contextlib
import os
import re
import shutil
import statistics
import subprocess
import time

import bench

STATE = bench.WORK / "state"


def start_of_tagwire(folder):
    """(seconds to the first answer, peak of resident memory until then in MiB)"""
    start = time.perf_counter()
    # With a base URL of its own nothing depends on the port. The end waits until all is remembered.
    with bench.serve(folder, "--base-url", "https://news.example.org/", "--state", STATE) as daemon:
        if daemon.request("/atom.xml").status != 200:
            raise SystemExit("/atom.xml is not there")
        seconds = time.perf_counter() - start
        with open(f"/proc/{daemon.process.pid}/status") as status:
            peak_kib = int(re.search(r"VmHWM:\s+(\d+) kB", status.read()).group(1))
    return seconds, peak_kib / 1024


def cold_start(folder):
    with contextlib.suppress(FileNotFoundError):
        shutil.rmtree(STATE)
    return start_of_tagwire(folder)


def warm_seconds_max(cold_seconds, articles):
    return max(cold_seconds / 10, 0.030 + 8e-6 * articles)


def build_of_hugo(site):
    out = bench.WORK / "hugo-out"
    shutil.rmtree(out, ignore_errors=True)
    start = time.perf_counter()
    hugo = subprocess.Popen([bench.HUGO, "--quiet", "--source", site, "--destination", out])
    _, status, usage = os.wait4(hugo.pid, 0)
    hugo.returncode = os.waitstatus_to_exitcode(status)
    if hugo.returncode != 0:
        raise SystemExit("hugo failed")
    return time.perf_counter() - start, usage.ru_maxrss / 1024


def medians(measure, argument, repetitions):
    runs = [measure(argument) for _ in range(repetitions)]
    return [statistics.median(values) for values in zip(*runs)]


def row(title, seconds, mebibytes):
    bench.row(title, f"{seconds:.3f}", f"{mebibytes:.0f}")


def measure(articles, repetitions):
    folder = bench.articles(articles)
    cold_start(folder)  # the files are in the page cache from here on, for both
    cold = medians(cold_start, folder, repetitions)
    warm = medians(start_of_tagwire, folder, repetitions)
    bound = warm_seconds_max(cold[0], articles)
    bench.row(f"{articles:,} articles", "seconds", "MiB")
    row("tagwire, cold: start to first answer", *cold)
    row("tagwire, warm: start to first answer", *warm)
    bench.row("  its bound: cold / 10, or 30 ms + 8 µs an article", f"{bound:.3f}", "holds" if warm[0] <= bound else "EXCEEDED")
    if bench.HUGO:
        hugo = medians(build_of_hugo, bench.hugo_site(folder), repetitions)
        row("hugo: build of the RSS feeds", *hugo)
        bench.row("hugo is larger than cold by the factor", f"{hugo[0] / cold[0]:.1f}", f"{hugo[1] / cold[1]:.1f}")


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--articles", type=int, nargs="+", default=[10000, 50000])
    parser.add_argument("--repetitions", type=int, default=5)
    options = parser.parse_args()
    for articles in options.articles:
        measure(articles, options.repetitions)


if __name__ == "__main__":
    main()
