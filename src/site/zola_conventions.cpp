#include "site/zola_conventions.hpp"

#include "base/text.hpp"
#include "base/uri.hpp"
#include "content/article_path.hpp"
#include "content/language.hpp"
#include "site/page_url.hpp"

#include <algorithm>
#include <regex>
#include <utility>

namespace tagwire::site {

namespace {

using content::Page;
using content::Place;

constexpr std::string_view content_folder = "content/";

// Views of the path.
struct Location {
    std::string_view folder;    // "posts/", without that of a page with assets
    std::string_view name;      // what a slug is made of
    std::string_view language;  // empty: the default one
};

std::string_view without_date(std::string_view name) {
    constexpr std::size_t dated_bytes_max = 48;  // more than any date has
    if (name.empty() || name.front() < '0' || name.front() > '9') return name;
    static const std::regex dated(
        R"(\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01]))"
        R"((T([01]\d|2[0-3]):[0-5]\d:([0-5]\d|60)(\.\d+)?(Z|[+-]([01]\d|2[0-3]):[0-5]\d))?\s?[_-])");
    std::match_results<std::string_view::const_iterator> match;
    const std::string_view head = name.substr(0, dated_bytes_max);
    if (!std::regex_search(head.begin(), head.end(), match, dated, std::regex_constants::match_continuous)) return name;
    const std::string_view rest = name.substr(static_cast<std::size_t>(match.length()));
    return rest.empty() ? name : rest;
}

std::string_view text_of(const content::Fields& fields, std::string_view key) {
    const yaml::Value* value = fields.find(key);
    return value == nullptr ? std::string_view() : trim(value->scalar);
}

class ZolaConventions final : public content::Conventions {
  public:
    explicit ZolaConventions(ZolaSettings settings) : settings_(std::move(settings)) {}

    [[nodiscard]] Place place(std::string_view path) const override {
        const content::ArticlePath parts = content::split_path(path);
        Place place;
        if (content::is_section_page(parts)) place.not_an_entry = "it is a section page";
        if (parts.extension != ".md") {
            place.not_an_entry =
                "Zola does not read files whose names end with \"" + std::string(parts.extension) + '"';
        }
        if (settings_.other_languages.empty()) return place;
        const std::string_view language = locate(path).language;
        place.language = content::language_tag(language.empty() ? settings_.default_language : language);
        return place;
    }

    [[nodiscard]] std::string link(const Page& page) const override {
        return std::string(page.site_url) + escape_path(path_of(page));
    }

  private:
    [[nodiscard]] Location locate(std::string_view path) const {
        if (path.starts_with(content_folder)) path.remove_prefix(content_folder.size());
        const content::ArticlePath parts = content::split_path(path);
        Location location{parts.folder, parts.stem, {}};
        // Not that of the default language: it stays a part of the name.
        const std::size_t dot = parts.stem.find('.');
        const std::string_view suffix = dot == std::string_view::npos ? std::string_view() : parts.stem.substr(dot + 1);
        if (settings_.other_languages.find(suffix) != settings_.other_languages.end()) {
            location.language = suffix;
            location.name = parts.stem.substr(0, dot);
        }
        if (parts.stem.substr(0, dot) != "index" || location.folder.empty()) return location;
        const std::string_view own_folder = content::folder_name(location.folder);
        location.folder.remove_suffix(own_folder.size() + 1);
        if (location.name == "index") location.name = own_folder;
        return location;
    }

    // "fr/posts/a-day/"
    [[nodiscard]] std::string path_of(const Page& page) const {
        if (const std::string_view path = text_of(page.fields, "path"); !path.empty()) return clean_path(path) + '/';
        const Location location = locate(page.path);
        const std::string_view own_slug = text_of(page.fields, "slug");
        const std::string_view name = settings_.keep_dates ? location.name : without_date(location.name);
        std::string slug = zola_slug(own_slug.empty() ? name : own_slug, settings_.slugs);
        if (location.folder.empty() && location.name == "index") slug.clear();
        std::string path(location.language);
        if (!path.empty()) path += '/';
        path.append(location.folder).append(slug);
        return path.empty() || path.ends_with('/') ? path : path + '/';
    }

    ZolaSettings settings_;
};

}  // namespace

std::shared_ptr<const content::Conventions> zola_conventions(ZolaSettings settings) {
    return std::make_shared<const ZolaConventions>(std::move(settings));
}

}  // namespace tagwire::site
