#!/usr/bin/env bash
# hugo_site.sh CORPUS SITE: a Hugo site of CORPUS/content/posts whose only outputs are the RSS feeds, with full content, of the
# home page, the categories and the tags: what tagwire makes of the same files, as near as Hugo comes to it.
set -euo pipefail
corpus=$(realpath "$1") site=$2
mkdir -p "$site/layouts/_default" "$site/content"
cat >"$site/config.toml" <<'END'
baseURL = "http://127.0.0.1:1313/"
title = "bench"
languageCode = "zh-CN"
disableKinds = ["section", "taxonomy", "404", "robotsTXT", "sitemap"]
ignoreErrors = ["error-disable-taxonomy"]
hasCJKLanguage = true
[taxonomies]
  category = "categories"
  tag = "tags"
[outputs]
  home = ["RSS"]
  term = ["RSS"]
[services.rss]
  limit = 20
[markup.goldmark.renderer]
  unsafe = true
# No page for each article: they stand in the feeds and keep their links, but are not rendered on their own.
[[cascade]]
  [cascade._build]
    render = "link"
    list = "always"
  [cascade._target]
    kind = "page"
END
cat >"$site/layouts/_default/rss.xml" <<'END'
{{- $pages := .RegularPages -}}{{- if .IsHome -}}{{- $pages = .Site.RegularPages -}}{{- end -}}
{{- $pages = first .Site.Config.Services.RSS.Limit $pages -}}
{{- printf "<?xml version=\"1.0\" encoding=\"utf-8\" standalone=\"yes\"?>" | safeHTML }}
<rss version="2.0" xmlns:atom="http://www.w3.org/2005/Atom" xmlns:content="http://purl.org/rss/1.0/modules/content/">
  <channel>
    <title>{{ .Title }}</title>
    <link>{{ .Permalink }}</link>
    <description>Recent content {{ with .Title }}in {{ . }}{{ end }}</description>
    <lastBuildDate>{{ (index $pages 0).Date.Format "Mon, 02 Jan 2006 15:04:05 -0700" }}</lastBuildDate>
    {{- with .OutputFormats.Get "RSS" }}
    {{ printf "<atom:link href=%q rel=\"self\" type=%q />" .Permalink .MediaType | safeHTML }}
    {{- end }}
    {{- range $pages }}
    <item>
      <title>{{ .Title }}</title>
      <link>{{ .Permalink }}</link>
      <pubDate>{{ .Date.Format "Mon, 02 Jan 2006 15:04:05 -0700" }}</pubDate>
      <guid>{{ .Permalink }}</guid>
      <description>{{ .Params.summary }}</description>
      {{- range .Params.categories }}
      <category>{{ . }}</category>{{ end }}
      {{- range .Params.tags }}
      <category>{{ . }}</category>{{ end }}
      <content:encoded>{{ .Content | html }}</content:encoded>
    </item>
    {{- end }}
  </channel>
</rss>
END
ln -sfn "$corpus/content/posts" "$site/content/posts"
