"""Whatever the files hold, the program ends, and each document that it writes parses strictly, has absolute URLs of allowed schemes
only, and no character that XML forbids."""

import html.parser
import json
import os
import random
import re
import unittest
import urllib.parse
import xml.etree.ElementTree as xml

import tagwire

SEED = int(os.environ.get("TAGWIRE_SEED", "1"))
FILES = 300
BASE = ("--base-url", "https://feeds.example.org/", "--site-url", "https://example.org/blog/", "--now", "2026-11-21T00:00:00Z")
FORBIDDEN = re.compile("[^\t\n\r -\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
SCHEMES = {"http", "https", "mailto", "tel"}
URL_ATTRIBUTES = {"href", "src", "poster", "cite", "data", "action", "longdesc", "background", "xlink:href"}

PIECES = [piece.encode() for piece in (
    "**【要点】**后", "[a](b c)", "[x](javascript:alert(1))", "![i](//cdn.example.net/a.png)", "<a href='/r'>", "</a>", "<img src=x.png srcset='a 1x, b 2x'>",
    "<script>alert(1)</script>", "<svg xlink:href=a>", "<iframe src='https://e.example'>", "<a href='jAvA&#9;script:x'>", "<video poster=p.png src=v>",
    "{{< figure src=\"a.png\" >}}", "{% include x %}", "{{ page.url }}", "]]>", "&nbsp;&#0;&#xFFFF;&bogus;", "\x0b\x08\x00", "\ufffe", "\u2028", "😀",
    "[^1]", "\n[^1]: note\n", "\n\n", "\n---\n", "\n# h {#id}\n", "| a | b |\n|---|---|\n| c | d |\n", "`code`", "```\n", "<!--", "-->", "<![CDATA[",
    "https://example.com/a。后面", "www.example.com！谢谢", "<div onclick=x style='background:url(j)'>", "<math><mi>x", "data:image/png;base64,AA", "\t* ", "> ")]
LINES = [line.encode() for line in (
    'title: "a & <b>]]>"', "title: 渡口\x07晚报", "date: 2025-13-45", "date: 2025-02-10 22:04", "lastmod: never", "image: data:image/png;base64,AA",
    "thumbnail: ../a b.png", "cover: {image: //cdn.example.net/x.png}", "url: ../../etc/passwd", "url: javascript:alert(1)", "slug: 'a?b#c'", "id: not a uri",
    "authors: [{name: x, email: 'not mail'}, '<a@b>']", "categories: [[x, y], {name: z}, '..', '#', '/']", "summary: '<script>&#8;'", "lang: [zh-CN]",
    "lang: '\"><x'", "unclosed: \"", "\tx: 1", "x: *y", "external: https://example.net/\u2028a", "tags: [\ud7ff]")]


def article(chance, number):
    lines = [b"tags: [t%d, all]" % number, *(chance.choice(LINES) for _ in range(chance.randint(0, 5)))]
    chance.shuffle(lines)
    body = b"".join(chance.choice(PIECES) for _ in range(chance.randint(0, 30)))
    opener, closer = chance.choice([(b"---\n", b"\n---\n")] * 8 + [(b"+++\n", b"\n+++\n"), (b"", b"")])
    text = bytearray(opener + b"\n".join(lines) + closer + body)
    for _ in range(chance.choice([0, 0, 0, 1, 3])):  # octets that went astray
        text[chance.randrange(len(text))] = chance.randrange(256)
    return bytes(text)


class References(html.parser.HTMLParser):
    def __init__(self, text):
        super().__init__()
        self.urls = []
        self.tags = set()
        self.feed(text)
        self.close()

    def handle_starttag(self, tag, attributes):
        self.tags.add(tag)
        for name, value in attributes:
            if name in URL_ATTRIBUTES:
                self.urls.append(value)
            elif name == "srcset":
                self.urls += [candidate.split()[0] for candidate in value.split(", ")]
            assert not name.startswith("on"), name

    handle_startendtag = handle_starttag


class Hostile(tagwire.TestCase):
    def check_url(self, url):
        parts = urllib.parse.urlsplit(url)
        self.assertTrue(parts.scheme in SCHEMES or url.startswith("data:image/"), url)
        self.assertTrue(url.isascii(), url)

    def check_html(self, text):
        references = References(text)
        self.assertEqual(set(), references.tags & {"script", "style", "iframe", "form", "object", "embed"})
        for url in references.urls:
            self.check_url(url)

    def check_feed(self, root):
        for element in root.iter():
            for name in ("href", "url"):
                if name in element.attrib:
                    self.check_url(element.attrib[name])
            if element.tag.endswith(("encoded", "content", "description")) and element.text:
                self.check_html(element.text)
            if element.tag == "link" and element.text:
                self.check_url(element.text)

    def check_json(self, document):
        for item in document["items"]:
            for member in ("url", "external_url", "image"):
                if member in item:
                    self.check_url(item[member])
            self.check_html(item.get("content_html", ""))

    def test_documents_of_any_articles_are_sound(self):
        chance = random.Random(SEED)
        for number in range(FILES):
            self.content.path(f"{chance.choice(('', 'news/', '渡 口/'))}{number}.{chance.choice(('md', 'md', 'html'))}").write_bytes(
                article(chance, number))
        configuration = self.folder / "tagwire.yaml"
        configuration.write_text("link-blog: {keys: [external], last-line: original}\nfront-matter: [none]\n")
        out = self.folder / "out"
        tagwire.run("build", self.content.root, out, *BASE, "--config", configuration)
        documents = [path for path in out.rglob("*") if path.is_file() and path.suffix in (".xml", ".json", ".html")]
        self.assertGreater(len(documents), FILES)
        for path in documents:
            with self.subTest(path.relative_to(out)):
                text = path.read_bytes().decode()
                self.assertIsNone(FORBIDDEN.search(text))
                if path.suffix == ".xml":
                    self.check_feed(xml.fromstring(text.encode()))
                elif path.suffix == ".json":
                    self.check_json(json.loads(text))


if __name__ == "__main__":
    unittest.main()
