// An article: one file's content. A value, never changed once made.
#pragma once

#include "base/digest.hpp"
#include "base/time.hpp"

#include <cstddef>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace tagwire::content {

struct Person {
    std::string name;
    std::string email;
    std::string uri;
    friend bool operator==(const Person&, const Person&) = default;
};

// The terms of one taxonomy, in the file's own spelling and order, without duplicates (by term_key).
struct TermList {
    std::string taxonomy;  // plural, lower case: "tags", "categories", "lang", …
    std::vector<std::string> terms;
    friend bool operator==(const TermList&, const TermList&) = default;
};

enum class BodyFormat { markdown, html };

// What a file says of itself, as far as feeds need it. Text is plain, valid UTF-8 and free of what XML forbids;
// references in it are decoded. URLs are absolute ASCII URIs.
struct Metadata {
    std::string title;    // empty where the file gives none
    std::string summary;  // plain text; from the front matter, else from the body
    std::string link;     // the URL of the article's page
    std::string
        language;  // BCP 47, "zh-CN"; the site's language where the file names none, empty where that names none too
    std::string external_url;  // http or https; of the original elsewhere that the article tells of; mostly empty
    std::string image;         // http or https; empty where there is none
    std::vector<Person> authors;
    std::vector<TermList> taxonomies;  // only those that are not empty, in the order of the configured taxonomies
    std::optional<Instant> expires;    // from then on it is not shown
    bool draft = false;
    bool unlisted = false;  // stands in no feed
    BodyFormat body_format = BodyFormat::markdown;
    std::size_t body_offset = 0;  // octets before the body in the file
    std::size_t body_bytes = 0;
    Fingerprint bytes;        // of the whole file
    Fingerprint significant;  // of title, body and link: what makes a change worth a new `updated`
    friend bool operator==(const Metadata&, const Metadata&) = default;
};

// An article with what is remembered of it.
struct Article {
    std::string path;  // in the content folder, "/" between names, as the file system spells it
    std::string id;    // ASCII URI; the same for ever and in every format
    Instant published;
    Instant updated;  // never before `published`
    Metadata metadata;
    Instant held_until = Instant::min();  // not shown earlier: a new article may be held back while it is edited
    friend bool operator==(const Article&, const Article&) = default;
};

using ArticlePtr = std::shared_ptr<const Article>;

}  // namespace tagwire::content
