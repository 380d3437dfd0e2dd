#!/usr/bin/env python3
"""corpus.py COUNT FOLDER [SEED]

Writes COUNT Markdown articles to FOLDER/content/posts, in the shape of a newsroom's: Chinese and English, 3 to 6 KB each, one of
20 categories, one to five of 500 tags (a few of them very frequent, by Zipf's law), dates over three years. Deterministic: each
article draws from a generator of its own, so that the first files of a larger corpus are those of a smaller one."""

import bisect
import datetime
import itertools
import pathlib
import random
import sys

HAN = [chr(code) for code in range(0x4E00, 0x4E00 + 6000, 3)]
LATIN = ("harbour tide marsh engine ledger signal archive window kernel packet feeder garden copper lantern meadow protocol "
         "orchard compass weather railway library quartz station notebook current pattern measure granite village "
         "clockwork journal bridge printer courier festival island machine planet reader theatre valley winter").split()
FIRST_DATE = datetime.datetime(2022, 3, 1)
DATE_SPAN = 3 * 365 * 86400


class Zipf:
    """Draws items so that the k-th is k^exponent times rarer than the first."""

    def __init__(self, items, exponent):
        self.items = items
        self.cumulated = list(itertools.accumulate(rank ** -exponent for rank in range(1, len(items) + 1)))

    def draw(self, rng):
        return self.items[bisect.bisect_left(self.cumulated, rng.random() * self.cumulated[-1])]


def vocabulary():
    rng = random.Random("vocabulary")
    return ["".join(rng.choices(HAN, k=rng.choice([1, 2, 2, 2, 3]))) for _ in range(4000)]


def tag_names():
    rng = random.Random("tags")
    tags = {"C++": None, "Open Source": None, "CI/CD": None}  # a dict keeps its order
    while len(tags) < 500:
        kind = rng.random()
        if kind < 0.5:
            tag = "".join(rng.choices(HAN, k=4))
        elif kind < 0.8:
            tag = f"{rng.choice(LATIN)}-{rng.choice(LATIN)}"
        else:
            tag = f"{rng.choice(LATIN).capitalize()} {rng.choice(LATIN)}"
        tags.setdefault(tag)
    return list(tags)


TAGS = tag_names()
_tags = Zipf(TAGS, 1.0)
_categories = Zipf([f"channel{number}" for number in range(19)] + ["读书"], 0.7)
_words = Zipf(vocabulary(), 0.75)
_latin = Zipf(LATIN, 0.8)


def sentence(rng):
    if rng.random() < 0.25:
        return " ".join(_latin.draw(rng) for _ in range(rng.randint(6, 18))).capitalize() + ". "
    clauses = ["".join(_words.draw(rng) for _ in range(rng.randint(4, 8))) for _ in range(rng.randint(1, 4))]
    return "，".join(clauses) + "。"


def paragraph(rng):
    sentences = [sentence(rng) for _ in range(rng.randint(2, 6))]
    kind = rng.random()
    if kind < 0.15:
        sentences[0] = f"**【{_words.draw(rng)}】**" + sentences[0]
    elif kind < 0.3:
        sentences.append(f"[{_words.draw(rng)}](https://news.example.org/a/{rng.randrange(10**8)})")
    elif kind < 0.35:
        sentences.insert(1, f"`{_latin.draw(rng)}`")
    return "".join(sentences)


def block(rng):
    kind = rng.random()
    if kind < 0.12:
        return f"## {_words.draw(rng)}{_words.draw(rng)}"
    if kind < 0.2:
        return f"![{_words.draw(rng)}](https://img.example.org/{rng.randrange(10**12):x}/641)"
    if kind < 0.28:
        return "\n".join("- " + sentence(rng).strip() for _ in range(rng.randint(2, 5)))
    if kind < 0.32:
        return "> " + sentence(rng).strip()
    if kind < 0.34:
        return f"```cpp\nint f(int x) {{ return x < {rng.randrange(1000)} && x > 0 ? x : -1; }}\n```"
    return paragraph(rng)


def body(rng):
    blocks, wanted = [], rng.randint(3000, 6000)
    while wanted > 0:
        blocks.append(block(rng))
        wanted -= len(blocks[-1].encode())
    return "\n\n".join(blocks)


def article(number, seed, title=None, date=None, tags=None):
    """The text of an article; what is not given is drawn."""
    rng = random.Random(f"{seed}/{number}")
    title = title or sentence(rng).strip()
    date = date or f"{FIRST_DATE + datetime.timedelta(seconds=rng.randrange(DATE_SPAN)):%Y-%m-%d %H:%M:%S}"
    tags = tags or list(dict.fromkeys(_tags.draw(rng) for _ in range(rng.randint(1, 5))))
    return "\n".join([
        "---", f'title: "{title}"', f'date: "{date}"',
        f'summary: "{sentence(rng).strip()}..."', "categories:", f'  - "{_categories.draw(rng)}"', "lang:",
        f'  - "{"zh-CN" if rng.random() < 0.9 else "en"}"', "tags:", *(f'  - "{tag}"' for tag in tags), 'menu: ""',
        f'thumbnail: "https://img.example.org/{rng.randrange(10**12):x}_640360/0"', 'lead: ""', "comments: false",
        "authorbox: false", "pager: true", "toc: false", "mathjax: false", 'sidebar: "right"', "widgets:", '  - "search"',
        '  - "recent"', '  - "taglist"', "---", "", body(rng), ""])


def write(count, folder, seed="1"):
    posts = pathlib.Path(folder) / "content/posts"
    posts.mkdir(parents=True, exist_ok=True)
    for number in range(count):
        (posts / f"{number:06}.md").write_text(article(number, seed))


if __name__ == "__main__":
    if len(sys.argv) not in (3, 4):
        sys.exit(__doc__)
    write(int(sys.argv[1]), *sys.argv[2:])
