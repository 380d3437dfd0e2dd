// What a site generator makes of a file's path, and where it puts the file's page: the seam between reading an article,
// which is the same for all, and knowing Hugo or Jekyll. The generators are in site/; plain_conventions() is the rule
// for folders that no generator knows.
#pragma once

#include "base/time.hpp"
#include "base/time_zone.hpp"
#include "content/article.hpp"
#include "content/fields.hpp"

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace tagwire::content {

// What a path says before the file is opened.
struct Place {
    std::string not_an_entry;             // why there is no entry for it: "it is a section page"; else empty
    std::string language;                 // BCP 47; empty where the path names none
    std::string title;                    // of a file that gives none; may be empty
    std::vector<std::string> categories;  // of its folders, beside those that the file names
    std::string category;                 // of a file that names none
    std::optional<LocalTime> day;         // of a file that gives no `date`, before any other key is asked
    // Front matter for whole folders, from the site's configuration, the one that counts most last. Lives as long as
    // the conventions.
    std::vector<const yaml::Value*> defaults;
};

// What the address of a page may be made of.
struct Page {
    std::string_view path;  // as given to place()
    const Place& place;
    const Fields& fields;
    const Metadata& metadata;  // title, language and taxonomies are read
    std::optional<Instant> published;
    const TimeZone& zone;       // of the site
    std::string_view site_url;  // absolute, ends with "/"
};

// Immutable and thread-safe. Paths are in the site's folder ("content/post/a.md"), "/" between names.
class Conventions {
  public:
    virtual ~Conventions() = default;

    [[nodiscard]] virtual Place place(std::string_view path) const = 0;

    // The absolute URL, an ASCII URI, that the generator gives the page.
    [[nodiscard]] virtual std::string link(const Page& page) const = 0;

    // Whether a date-time without a zone is in UTC where it stands without quotation marks: the timestamp of YAML 1.1.
    [[nodiscard]] virtual bool unquoted_times_are_utc() const { return false; }
};

// Every file is an entry, but "_index.md"; its link is read_link()'s.
[[nodiscard]] std::shared_ptr<const Conventions> plain_conventions();

}  // namespace tagwire::content
