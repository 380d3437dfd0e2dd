// What the templates of site generators leave in a body.
//
// An article written for Hugo, Jekyll, Hexo, Zola or an MDX site holds tags that its generator replaces. Running them
// would take the generator with its themes; showing them as text would leak `{{< figure src="a.png" >}}` to readers. So
// one rule holds for all of them, for bodies and summaries alike, before anything is read as Markdown or HTML:
//
//   A tag goes, what a pair of tags encloses stays, and within code everything stays as it is written.
//
// Where more can be told without the generator, it is:
//   * highlight, codeblock and code become code blocks, blockquote and quote a quotation; of raw and verbatim the
//     content stays as it is written; what comment encloses goes.
//   * figure, img, image and asset_img become the image; youtube, vimeo, bilibili, gist and tweet a link; of post_link
//     and asset_link the text stays.
//   * An expression that begins with a text in quotes is that text: {{ "/a.png" | relative_url }} is /a.png.
//   * Where a link's address begins with a tag, the link goes and its text stays: [text]({{< ref "x.md" >}}) is "text".
//     But with a "/" behind it the tag stands for the site: ![x]({{ site.url }}/a.png) is the image at /a.png.
//   * In Markdown, [[page]] and [[page|text]] are their text, and ![[file]] goes; so do attributes as in `{: .class}`
//     and `# Title {#id}`, lines [toc] and ":::", MDX's import and export, and JSX tags with expressions.
//
// The cost: what stands in text like a tag but is none goes as well (TeX's `\frac{{a}}{b}` is known); and content that
// a generator would have made of a tag is missed.
#pragma once

#include "content/article.hpp"

#include <string>
#include <string_view>

namespace tagwire::content {

// `source` is as clean_text() leaves it. Takes time in proportion to its size.
[[nodiscard]] std::string without_shortcodes(std::string_view source, BodyFormat format);

}  // namespace tagwire::content
