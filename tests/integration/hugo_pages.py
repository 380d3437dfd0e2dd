#!/usr/bin/env python3
"""What the real hugo makes of a site: its regular pages, drafts and future ones among them.

    hugo_pages.py FOLDER > expected.json
"""

import json
import pathlib
import shutil
import subprocess
import sys
import tempfile

PROGRAM = "hugo"
MARK = "pages:"
LAYOUT = MARK + """
{{- $pages := slice -}}
{{- range $page := site.RegularPages -}}
  {{- $taxonomies := dict -}}
  {{- range $name, $terms := site.Taxonomies -}}
    {{- $own := slice -}}
    {{- range $page.GetTerms $name }}{{ $own = $own | append .Title }}{{ end -}}
    {{- with $own }}{{ $taxonomies = merge $taxonomies (dict $name .) }}{{ end -}}
  {{- end -}}
  {{- $date := "2006-01-02T15:04:05.999999Z" -}}
  {{- $pages = $pages | append (dict "path" .File.Filename "title" .Title "link" .Permalink "language" .Language.Lang
        "language_code" .Site.LanguageCode "published" (.Date.UTC.Format $date) "expires" (.ExpiryDate.UTC.Format $date)
        "draft" .Draft "taxonomies" $taxonomies) -}}
{{- end -}}
{{- $pages | jsonify | safeHTML -}}
"""
NEVER = "0001-01-01T00:00:00Z"


def build(site):
    subprocess.run([PROGRAM, "--quiet", "--buildDrafts", "--buildFuture", "--buildExpired"], cwd=site, check=True)


def described(page, site):
    page["path"] = str(pathlib.Path(page["path"]).relative_to(site))
    page["language"] = page.pop("language_code") or page["language"]
    page["taxonomies"] = {name: sorted(terms) for name, terms in page["taxonomies"].items()}
    for key in ("published", "expires"):
        page[key] = None if page[key] == NEVER else page[key]
    return page


def pages(folder):
    """One dict a page, by path in the site's folder."""
    with tempfile.TemporaryDirectory() as scratch:
        site = pathlib.Path(scratch).resolve() / "site"
        shutil.copytree(folder, site)
        (site / "layouts/_default").mkdir(parents=True)
        (site / "layouts/index.html").write_text(LAYOUT)
        for name in ("single", "list"):
            (site / f"layouts/_default/{name}.html").write_text("-")
        build(site)
        found = []
        for home in (site / "public").rglob("*.html"):
            text = home.read_text()
            if text.startswith(MARK):
                found += [described(page, site) for page in json.loads(text.removeprefix(MARK))]
    return sorted(found, key=lambda page: page["path"])


if __name__ == "__main__":
    json.dump(pages(sys.argv[1]), sys.stdout, ensure_ascii=False, indent=1)
    print()
