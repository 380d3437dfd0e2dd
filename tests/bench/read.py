#!/usr/bin/env python3
"""What reading an article costs, from the page cache to its metadata, beside yaml-cpp's YAML::Load of its front matter alone."""

import argparse
import subprocess

import bench


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--articles", type=int, default=2000)
    options = parser.parse_args()
    subprocess.run([bench.ROOT / "build/release/read_bench", bench.articles(options.articles) / "content"], check=True)


if __name__ == "__main__":
    main()
