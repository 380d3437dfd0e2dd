// The looks of the pages. Chinese, Japanese and Korean text names its fonts by language, because each draws the same
// code points in its own way.
#pragma once

#include <string_view>

namespace tagwire::feed {

inline constexpr std::string_view page_style = R"css(
:root { color-scheme: light dark;
  --ink: #1d1c1a; --soft: #66625b; --line: #e3dfd7; --paper: #fdfcfa; --tint: #f5f2ec; --link: #0a55a0 }
@media (prefers-color-scheme: dark) {
  :root { --ink: #e7e4de; --soft: #a5a097; --line: #37342f; --paper: #181715; --tint: #22201d; --link: #8dbbf2 }
}
* { box-sizing: border-box }
html { font-family: system-ui, sans-serif; line-height: 1.6; -webkit-text-size-adjust: 100%; text-size-adjust: 100% }
body { margin: 0 auto; max-width: 44rem; padding: 1.5rem 1.25rem 5rem; background: var(--paper); color: var(--ink);
  font-size: 1.0625rem; overflow-wrap: break-word }
[lang]:lang(zh) { line-height: 1.75;
  font-family: system-ui, "PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", "Noto Sans SC", sans-serif }
[lang]:is(:lang(zh-TW), :lang(zh-HK), :lang(zh-MO), :lang(zh-Hant)) {
  font-family: system-ui, "PingFang TC", "Microsoft JhengHei", "Noto Sans CJK TC", "Noto Sans TC", sans-serif }
[lang]:lang(ja) { line-height: 1.75;
  font-family: system-ui, "Hiragino Sans", "Yu Gothic UI", "Noto Sans CJK JP", "Noto Sans JP", sans-serif }
[lang]:lang(ko) { word-break: keep-all;
  font-family: system-ui, "Apple SD Gothic Neo", "Malgun Gothic", "Noto Sans CJK KR", "Noto Sans KR", sans-serif }
a { color: var(--link); text-decoration: none }
a:hover, .body a { text-decoration: underline; text-underline-offset: .2em }
:focus-visible { outline: 2px solid var(--link); outline-offset: 2px; border-radius: 2px }
h1, h2, h3 { line-height: 1.35 }
h1 { margin: 1rem 0 .5rem; font-size: 1.9rem }
h2 { margin: 2.75rem 0 1rem; font-size: 1.2rem }
h3 { margin: 0; font-size: 1.1rem }
nav, .about, time, .authors { color: var(--soft) }
nav, time, .authors { font-size: .9rem }
nav a, .authors * { margin-inline-end: 1rem }
.about { margin: 0 }
.authors { margin: .25rem 0 }
.subscribe { margin: 1.75rem 0; padding: 1rem 1.25rem; border: 1px solid var(--line); border-radius: .6rem;
  background: var(--tint) }
.subscribe p { margin: 0 0 .75rem }
.address { display: flex; align-items: center; gap: .75rem; margin-top: .5rem }
.address a { flex: none; width: 3.2rem; font-weight: 600 }
.address input { flex: 1; min-width: 0; padding: .4rem .6rem; border: 1px solid var(--line); border-radius: .35rem;
  background: var(--paper); color: inherit; font: .9rem/1.4 ui-monospace, Menlo, Consolas, monospace;
  text-overflow: ellipsis }
.entry { padding: 1.1rem 0; border-top: 1px solid var(--line) }
.entry p { margin: .4rem 0 0 }
details { border-top: 1px solid var(--line) }
summary { padding: .75rem 0; font-weight: 600; cursor: pointer }
.feeds { margin: 0 0 1.25rem; padding: 0; list-style: none; columns: 11rem; column-gap: 1.5rem }
.feeds li { padding: .15rem 0; break-inside: avoid; overflow-wrap: anywhere }
.body { margin-top: 2rem }
.body > :first-child { margin-top: 0 }
.body h1 { font-size: 1.5rem }
.body h3 { margin: 2rem 0 1rem }
img, video { max-width: 100%; height: auto; border-radius: .35rem }
pre, table { display: block; max-width: 100%; overflow-x: auto }
pre { padding: .9rem 1.1rem; border-radius: .5rem; background: var(--tint); line-height: 1.5 }
code, kbd, samp { font: .9em ui-monospace, Menlo, Consolas, monospace }
table { border-collapse: collapse }
th, td { padding: .35rem .75rem; border: 1px solid var(--line); text-align: start }
blockquote { margin: 1.25rem 0; padding-inline-start: 1.1rem; border-inline-start: 3px solid var(--line);
  color: var(--soft) }
hr { border: 0; border-top: 1px solid var(--line); margin: 2rem 0 }
)css";

}  // namespace tagwire::feed
