"""The commands, as people and scripts meet them."""

import gzip
import json
import os
import unittest

import tagwire
from tagwire import article

NOW = ("--now", "2025-06-01T00:00:00Z")
ZONE = ("--time-zone", "Asia/Shanghai")
BASE = ("--base-url", "https://example.org/")


class Articles(tagwire.TestCase):
    def read(self, *arguments):
        arguments = arguments if "--now" in arguments else (*NOW, *arguments)
        listed = json.loads(tagwire.run("articles", self.content.root, "--json", *ZONE, *arguments).stdout)
        return {file["path"]: file for file in listed}

    def test_everything_that_was_understood_is_told(self):
        self.content.write("zh-CN/新闻/a b.zh-CN.md", article(
            "汤姆 &amp; 杰瑞", tags=["C++", "湿地"], categories=["要闻"], summary='"摘要"', lang='["zh-CN"]', authors='["何以安"]',
            thumbnail='"https://img.example.org/图.png"', lastmod='"2025-02-11 00:00:00"'))
        file = self.read(*BASE)["zh-CN/新闻/a b.zh-CN.md"]
        self.assertRegex(file.pop("id"), "^urn:uuid:[0-9a-f-]{36}$")
        self.assertEqual({"path": "zh-CN/新闻/a b.zh-CN.md", "title": "汤姆 & 杰瑞",
                          "link": "https://example.org/zh-cn/%E6%96%B0%E9%97%BB/a-b.zh-cn/",
                          "published": "2025-02-10T14:04:13Z", "updated": "2025-02-10T16:00:00Z", "language": "zh-CN",
                          "taxonomies": {"categories": ["要闻"], "tags": ["C++", "湿地"], "lang": ["zh-CN"]},
                          "authors": ["何以安"], "image": "https://img.example.org/%E5%9B%BE.png", "external_url": None, "summary": "摘要",
                          "state": "published", "problems": []}, file)

    def test_each_state_has_its_name(self):
        for name, text in {"published": article("p"), "draft": article("d", draft="true"),
                           "scheduled": article("s", date="2025-06-01 08:00:01"), "expired": article("e", expiryDate="2025-05-01"),
                           "skipped": "No front matter.\n", "broken": '---\ntitle: "x\n---\n'}.items():
            self.content.write(f"{name}.md", text)
        files = self.read()
        self.assertEqual({f"{state}.md": state for state in
                          ("published", "draft", "scheduled", "expired", "skipped", "broken")},
                         {path: file["state"] for path, file in files.items()})
        for file in files.values():
            self.assertEqual({"path", "id", "title", "link", "published", "updated", "language", "taxonomies", "authors",
                              "image", "external_url", "summary", "state", "problems"}, set(file))
        problem = files["broken.md"]["problems"][0]
        self.assertEqual({"code", "file", "line", "column", "message", "remedy", "severity"}, set(problem))
        self.assertEqual(("error", 2), (problem["severity"], problem["line"]))

    def test_of_one_original_all_but_the_earliest_article_are_duplicates_where_asked_for(self):
        for name, day in (("late", 11), ("early", 10)):
            self.content.write(f"{name}.md", article(name, date=f"2025-02-{day} 08:00:00", body="[wire](https://example.net/a)"))
        configuration = self.folder / "tagwire.yaml"
        configuration.write_text("link-blog: {last-line: original, duplicates: hidden}\n")
        files = self.read("--config", configuration)
        self.assertEqual({"early.md": "published", "late.md": "duplicate"},
                         {path: file["state"] for path, file in files.items()})
        self.assertEqual("https://example.net/a", files["late.md"]["external_url"])

    def test_the_output_can_be_repeated(self):
        self.content.write("a.md", article("a"))
        self.assertEqual(self.read(), self.read())

    def test_a_scheduled_article_is_published_at_its_second(self):
        self.content.write("a.md", article("a", date="2025-06-01 08:00:00"))
        for now, state in (("2025-05-31T23:59:59Z", "scheduled"), ("2025-06-01T00:00:00Z", "published")):
            self.assertEqual(state, self.read("--now", now)["a.md"]["state"])


class Feeds(tagwire.TestCase):
    def test_every_feed_is_listed_with_its_title_size_and_urls(self):
        self.content.write("a.md", article("a", tags=["C++", "湿地"], categories=["要闻"]))
        self.content.write("b.md", article("b", tags=["湿地"], draft="true"))
        feeds = json.loads(tagwire.run("feeds", self.content.root, "--json", *BASE, "--title", "试验", *NOW).stdout)
        self.assertEqual({"试验": 1, "要闻 – 试验": 1, "C++ – 试验": 1, "湿地 – 试验": 1},
                         {feed["title"]: feed["articles"] for feed in feeds})
        tag = next(feed for feed in feeds if feed["title"].startswith("C++"))
        place = "https://example.org/tags/c%2B%2B/"
        self.assertEqual({"rss": place + "rss.xml", "atom": place + "atom.xml", "json": place + "feed.json", "page": place},
                         tag["urls"])
        text = tagwire.run("feeds", self.content.root, *BASE, "--title", "试验", *NOW).stdout
        for url in tag["urls"].values():
            self.assertIn(url, text)


class Check(tagwire.TestCase):
    def test_a_folder_without_errors_passes(self):
        self.content.write("a.md", article("a"))
        result = tagwire.run("check", self.content.root, *ZONE)
        self.assertEqual("", result.stdout)

    def test_errors_are_printed_as_compilers_do_and_fail(self):
        self.content.write("news/a.md", '---\ntitle: "ok"\ndate: "2025-01-01"\ntags: [a, b\n---\n')
        self.content.write("b.md", article("b"))
        result = tagwire.run("check", self.content.root, *ZONE, check=False)
        self.assertEqual(1, result.returncode)
        self.assertRegex(result.stdout, r"(?m)^\S*news/a\.md:[0-9]+:[0-9]+: error: .+ \[[a-z-]+\]$")
        self.assertNotIn("b.md", result.stdout)

    def test_scripts_get_problems_as_json_with_their_remedies(self):
        self.content.write("news/a.md", '---\ntitle: "ok"\ndate: "2025-13-01"\n---\n')
        self.content.write("news/b.md", '---\ntitle: "ok\ndate: "2025-12-01"\n---\n')
        result = tagwire.run("check", self.content.root, *ZONE, "--format", "json", check=False)
        self.assertEqual(1, result.returncode)
        report = json.loads(result.stdout)
        self.assertEqual((2, 1, 1, 1), tuple(report[key] for key in ("files", "articles", "errors", "warnings")))
        self.assertEqual([("date-unreadable", 3), ("yaml-unclosed-quote", 2)],
                         [(problem["code"], problem["line"]) for problem in report["problems"]])
        for problem in report["problems"]:
            self.assertTrue(problem["remedy"])
            self.assertTrue(os.path.exists(problem["file"]), problem["file"])

    def test_each_code_is_explained(self):
        text = tagwire.run("check", "--explain", "date-unreadable").stdout
        self.assertIn("2025-02-10T22:04:13+08:00", text)
        result = tagwire.run("check", "--explain", "date-unredable", check=False)
        self.assertEqual(1, result.returncode)
        self.assertIn("date-unreadable", result.stderr)

    def test_an_unknown_key_of_the_configuration_is_an_error_with_the_nearest_known_one(self):
        configuration = self.folder / "tagwire.yaml"
        configuration.write_text("title: x\nbase-ulr: https://example.org/\n")
        result = tagwire.run("check", self.content.root, "--config", configuration, check=False)
        self.assertEqual(1, result.returncode)
        self.assertRegex(result.stdout + result.stderr, r"tagwire\.yaml:2:1: error: .*base-url")


class CommandLine(tagwire.TestCase):
    def test_help_and_version_succeed_on_standard_output(self):
        for arguments in (["--help"], ["--version"], *([command, "--help"] for command in
                                                       ("serve", "build", "articles", "feeds", "check"))):
            result = tagwire.run(*arguments)
            self.assertTrue(result.stdout)
            self.assertEqual("", result.stderr)

    def test_what_is_not_understood_is_a_usage_error_on_standard_error(self):
        for arguments in ([], ["sreve"], ["serve", "--prot"], ["build", "only-one"], ["articles", "a", "b"]):
            result = tagwire.run(*arguments, check=False)
            self.assertEqual((2, ""), (result.returncode, result.stdout), arguments)
            self.assertTrue(result.stderr)

    def test_a_value_that_makes_no_sense_is_named(self):
        for option, value in (("--time-zone", "Mars/Olympus"), ("--base-url", "ftp://x"), ("--now", "yesterday")):
            result = tagwire.run("articles", self.content.root, option, value, check=False)
            self.assertNotEqual(0, result.returncode)
            self.assertIn(value, result.stderr)


class Build(tagwire.TestCase):
    def setUp(self):
        super().setUp()
        self.out = self.folder / "out"
        self.content.write("a.md", article("甲", tags=["湿地"]))
        self.content.write("b.md", article("乙", tags=["C++"], date="2025-03-01"))

    def build(self, *arguments, check=True):
        return tagwire.run("build", self.content.root, self.out, *BASE, *ZONE, *NOW, *arguments, check=check)

    def files(self):
        return {str(path.relative_to(self.out)): (path.stat().st_mtime_ns, path.stat().st_ino, path.read_bytes())
                for path in self.out.rglob("*") if path.is_file()}

    def test_every_document_is_a_file(self):
        self.build()
        files = self.files()
        for folder in ("", "tags/湿地/", "tags/c++/"):
            for name in ("rss.xml", "atom.xml", "feed.json", "index.html"):
                self.assertIn(folder + name, files)
        self.assertIn("feeds.opml", files)
        self.assertEqual(["乙", "甲"], [entry["title"] for entry in tagwire.entries(files["atom.xml"][2])])

    def test_a_second_build_touches_nothing(self):
        self.build()
        before = self.files()
        self.build()
        self.assertEqual(before, self.files())

    def test_only_files_whose_bytes_change_are_touched(self):
        self.build()
        before = self.files()
        self.content.write("b.md", article("丙", tags=["C++"], date="2025-03-01"))
        self.build()
        after = self.files()
        for name, (time, inode, data) in after.items():
            if name != ".tagwire-manifest":
                self.assertEqual(before[name][2] != data, before[name][:2] != (time, inode), name)
        self.assertEqual(before["tags/湿地/atom.xml"], after["tags/湿地/atom.xml"])
        self.assertNotEqual(before["tags/c++/atom.xml"], after["tags/c++/atom.xml"])

    def test_what_is_no_more_is_removed_and_nothing_else(self):
        self.build()
        (self.out / "tags/c++/mine.txt").write_text("mine")
        (self.content.root / "b.md").unlink()
        self.build()
        files = self.files()
        self.assertEqual({"tags/c++/mine.txt"}, {name for name in files if name.startswith("tags/c++")})
        self.assertEqual(b"mine", files["tags/c++/mine.txt"][2])

    def test_a_foreign_file_is_not_overwritten_unless_told(self):
        (self.out / "tags/湿地").mkdir(parents=True)
        foreign = self.out / "tags/湿地/index.html"
        foreign.write_text("hand-made")
        result = self.build(check=False)
        self.assertEqual(1, result.returncode)
        self.assertIn("tags/湿地/index.html", result.stderr)
        self.assertEqual(["tags/湿地/index.html"], list(self.files()))
        self.build("--no-pages")
        self.assertEqual("hand-made", foreign.read_text())
        self.build("--force")
        self.assertNotEqual("hand-made", foreign.read_text())

    def test_compressed_copies_lie_beside_their_files_and_go_with_them(self):
        self.build("--gzip")
        files = self.files()
        packed = {name for name in files if name.endswith(".gz")}
        self.assertIn("atom.xml.gz", packed)
        for name in packed:
            self.assertEqual(files[name.removesuffix(".gz")][2], gzip.decompress(files[name][2]))
        self.build("--gzip")
        self.assertEqual(files, self.files())
        self.build()
        self.assertFalse({name for name in self.files() if name.endswith(".gz")})

    def test_no_pages_leaves_the_html_out(self):
        self.build("--no-pages")
        self.assertFalse([name for name in self.files() if name.endswith(".html")])

    def test_the_public_url_is_needed(self):
        result = tagwire.run("build", self.content.root, self.out, check=False)
        self.assertNotEqual(0, result.returncode)
        self.assertIn("--base-url", result.stderr)

    def test_builds_of_the_same_folder_are_the_same_bytes(self):
        self.build()
        first = {name: data for name, (_, _, data) in self.files().items()}
        for path in self.content.root.iterdir():
            os.utime(path)
        self.out = self.folder / "other"
        self.build()
        self.assertEqual(first, {name: data for name, (_, _, data) in self.files().items()})


if __name__ == "__main__":
    unittest.main()
