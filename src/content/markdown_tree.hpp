// What is changed in cmark-gfm's tree between parsing and rendering.
#pragma once

struct cmark_node;

namespace tagwire::content {

// Makes links of bare URLs and mail addresses, as GitHub does; but a URL ends before CJK characters and typographic
// quotes, which in running text are never meant to be part of it.
void link_bare_urls(cmark_node* document);

// Takes out line breaks between two characters of scripts without blanks between words: CSS Text 3 §4.1.3. Korean has
// blanks.
void join_soft_breaks(cmark_node* document);

}  // namespace tagwire::content
