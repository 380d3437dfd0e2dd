#!/usr/bin/env python3
"""How long tagwire takes from the start of the process until it serves, and its largest memory; beside it, Hugo's build of the
RSS feeds alone of the same files, where Hugo is installed. Medians."""

import argparse
import os
import re
import shutil
import statistics
import subprocess
import time

import bench


def start_of_tagwire(folder):
    """(seconds to the first answer, peak of resident memory in MiB)"""
    start = time.perf_counter()
    with bench.serve(folder) as daemon:
        if daemon.request("/atom.xml").status != 200:
            raise SystemExit("/atom.xml is not there")
        seconds = time.perf_counter() - start
        status = open(f"/proc/{daemon.process.pid}/status").read()
    return seconds, int(re.search(r"VmHWM:\s+(\d+) kB", status).group(1)) / 1024


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


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--articles", type=int, default=10000)
    parser.add_argument("--repetitions", type=int, default=5)
    options = parser.parse_args()
    folder = bench.articles(options.articles)
    start_of_tagwire(folder)  # the files are in the page cache from here on, for both
    tagwire = medians(start_of_tagwire, folder, options.repetitions)
    bench.row(f"{options.articles:,} articles", "seconds", "MiB")
    bench.row("tagwire: start to first answer", f"{tagwire[0]:.3f}", f"{tagwire[1]:.0f}")
    if bench.HUGO:
        hugo = medians(build_of_hugo, bench.hugo_site(folder), options.repetitions)
        bench.row("hugo: build of the RSS feeds", f"{hugo[0]:.3f}", f"{hugo[1]:.0f}")
        bench.row("hugo is larger by the factor", f"{hugo[0] / tagwire[0]:.1f}", f"{hugo[1] / tagwire[1]:.1f}")


if __name__ == "__main__":
    main()
