// From an article's body to the HTML that feeds carry: safe, complete in itself, and the same for the same input.
#pragma once

#include "content/article.hpp"

#include <cstddef>
#include <string>
#include <string_view>

namespace tagwire::content {

struct BodyOptions {
    BodyFormat format = BodyFormat::markdown;
    std::string_view base_url;   // the article's page: what relative URLs in the body are relative to
    std::string_view id_prefix;  // makes element ids (footnotes) unique where several bodies stand in one document
    bool cjk_emphasis = true;
};

struct Body {
    std::string html;         // cleaned: only allowed elements and attributes, only absolute URLs of allowed schemes
    std::size_t dropped = 0;  // characters that XML forbids
};

// Call prepare_content() before the first thread starts. Takes any bytes; thread-safe.
[[nodiscard]] Body render_body(std::string_view source, const BodyOptions& options);

// Cleans an HTML fragment as render_body does with its result.
[[nodiscard]] std::string clean_html(std::string_view html, std::string_view base_url, std::string_view id_prefix);

// The text of an HTML fragment, blanks collapsed, references decoded.
[[nodiscard]] std::string plain_text(std::string_view html);

struct SummaryOptions {
    BodyFormat format = BodyFormat::markdown;
    std::size_t graphemes_max = 300;
    std::string_view separator;  // the site's own mark for the end of a summary; may be empty
    bool cjk_emphasis = true;
};
// A summary for an article that has none: the part before <!--more--> (or <!-- more -->, or the site's own mark), else
// the first paragraph with text, else all text; plain, and cut by shorten(). Looks at no more than the first 16 KiB.
[[nodiscard]] std::string summary_of(std::string_view source, const SummaryOptions& options);

// Decodes HTML's character references once: "Tom &amp; Jerry" → "Tom & Jerry". For titles and other plain text.
[[nodiscard]] std::string decode_references(std::string_view text);

// Sets up libxml2 and cmark-gfm, whose set-up is not thread-safe.
void prepare_content();

}  // namespace tagwire::content
