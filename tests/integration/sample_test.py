"""Every file of tests/data/sample, one for each oddity of real articles, is read as its expected.json says."""

import json
import unittest
import urllib.parse

import tagwire

SAMPLE = tagwire.ROOT / "tests/data/sample"
EXPECTED = json.loads((SAMPLE / "expected.json").read_text())
STATES = {"entry": "published", "entry+warning": "published", "error": "broken", "skip (draft)": "draft",
          "skip (future)": "scheduled", "skip (expired)": "expired", "skip": "skipped", "skip (section)": "skipped"}
# How a member of expected.json is found in what `tagwire articles --json` tells.
MEMBERS = {"title": lambda file: file["title"], "updated": lambda file: file["updated"], "lang": lambda file: file["language"],
           "tags": lambda file: file["taxonomies"].get("tags", []),
           "categories": lambda file: file["taxonomies"].get("categories", []),
           "authors": lambda file: file["authors"], "summary": lambda file: file["summary"],
           "link_path": lambda file: urllib.parse.urlsplit(file["link"]).path,
           "error_line": lambda file: next(p["line"] for p in file["problems"] if p["severity"] == "error")}
COMPARED = {*MEMBERS, "path", "why", "action", "date", "date_fallback", "image"}


class Sample(tagwire.TestCase):
    def read(self, *arguments):
        arguments = [SAMPLE / "content", "--time-zone", EXPECTED["default_time_zone"], "--now", EXPECTED["now"], *arguments]
        return ({file["path"]: file for file in json.loads(tagwire.run("articles", *arguments, "--json").stdout)},
                json.loads(tagwire.run("feeds", *arguments, "--json").stdout))

    def optional_forms(self):
        configuration = self.folder / "tagwire.yaml"
        configuration.write_text("front-matter: [pelican, hexo]\n")
        return "--config", configuration, "--site", "plain"

    def check_date(self, expected, file):
        if expected["date"] is not None:
            self.assertEqual(expected["date"], file["published"])
        else:
            self.assertEqual("file time", expected["date_fallback"])
            seconds = (SAMPLE / "content" / expected["path"]).stat().st_mtime
            guessed = min(seconds, tagwire.seconds(EXPECTED["now"]))  # never later than the first sight of the file
            self.assertAlmostEqual(guessed, tagwire.seconds(file["published"]), delta=1e-3)

    def check_image(self, expected, file):
        if expected is not None and expected.startswith("/"):
            self.assertEqual(expected, urllib.parse.urlsplit(file["image"]).path)
        else:
            self.assertEqual(expected, file["image"])

    def check_file(self, expected, file, state):
        self.assertEqual(set(), set(expected) - COMPARED, "expected.json says something that is not compared")
        self.assertEqual(state, file["state"])
        for member in set(expected) & set(MEMBERS):
            self.assertEqual(expected[member], MEMBERS[member](file), member)
        if "date" in expected:
            self.check_date(expected, file)
        if "image" in expected:
            self.check_image(expected["image"], file)
        if expected["action"] in ("entry", "entry+warning"):
            self.assertEqual(expected["action"] == "entry+warning",
                             any(problem["severity"] == "warning" for problem in file["problems"]), file["problems"])

    def compare(self, enabled, *arguments):
        files, feeds = self.read(*arguments)
        states = {**STATES, "entry if enabled": "published" if enabled else "skipped"}
        published = 0
        for expected in EXPECTED["files"]:
            with self.subTest(expected["path"]):
                state = states[expected["action"]]
                published += state == "published"
                if expected["path"] not in files:
                    self.assertEqual("skip", expected["action"])  # its name alone says that it is no article
                elif state == "skipped":
                    self.assertEqual(state, files[expected["path"]]["state"])
                else:
                    self.check_file(expected, files[expected["path"]], state)
        self.assertEqual(published, feeds[0]["articles"])
        self.assertEqual(set(), set(files) - {expected["path"] for expected in EXPECTED["files"]})

    def test_every_member_of_every_file_is_as_expected(self):
        self.compare(False, "--site", "plain")

    def test_forms_that_are_off_by_default_are_read_where_asked_for(self):
        self.compare(True, *self.optional_forms())


if __name__ == "__main__":
    unittest.main()
