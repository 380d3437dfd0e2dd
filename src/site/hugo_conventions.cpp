#include "site/hugo_conventions.hpp"

#include "base/text.hpp"
#include "base/uri.hpp"
#include "content/article_path.hpp"
#include "content/date_text.hpp"
#include "site/hugo_permalink.hpp"
#include "site/page_url.hpp"
#include "site/path_pattern.hpp"

#include <algorithm>
#include <array>
#include <optional>
#include <utility>

namespace tagwire::site {

namespace {

using content::Page;
using content::Place;

constexpr std::array<std::string_view, 5> extensions = {".md", ".markdown", ".mdown", ".html", ".htm"};
constexpr std::size_t length_of_day = 10;  // "2024-05-06"

// Views of the path, but for the language.
struct Location {
    const HugoLanguage* language;
    std::string_view path;    // in the language's content folder
    std::string_view folder;  // "post/2024", without the folder of a bundle
    std::string_view name;    // of the file without extension and language, of a bundle that of its folder
    std::string_view file;    // what ":filename" stands for: the same, but for "index.xx.md" in no language of the site
    std::string_view extension;
    bool is_section_page;
};

struct PageDate {
    LocalTime local;
    std::string_view slug;  // what stands behind the date, where it is that of the file's name
};

std::string_view without_last_slash(std::string_view folder) {
    if (folder.ends_with('/')) folder.remove_suffix(1);
    return folder;
}

std::string_view without_hyphens(std::string_view slug) {
    while (slug.starts_with('-')) slug.remove_prefix(1);
    while (slug.ends_with('-')) slug.remove_suffix(1);
    return slug;
}

std::string join(std::string_view folder, std::string_view name) {
    return std::string(folder).append("/").append(name);
}

std::string_view section_of(const Location& location) { return location.folder.substr(0, location.folder.find('/')); }

std::string_view text_of(const content::Fields& fields, std::string_view key) {
    const yaml::Value* value = fields.find(key);
    return value == nullptr ? std::string_view() : std::string_view(value->scalar);
}

// "2024-05-06-a-day" is of that day, and "a-day" is its slug; what stands behind a further dot is lost.
std::optional<PageDate> date_in_name(std::string_view name) {
    name = name.substr(0, name.rfind('.'));
    if (name.size() < length_of_day) return std::nullopt;
    std::string_view day = name.substr(0, length_of_day);
    const std::optional<LocalTime> local = content::take_day(day, '-');
    if (!local || !day.empty()) return std::nullopt;
    const std::string_view slug = name.substr(length_of_day);
    const std::size_t start = std::min(slug.find_first_not_of(" -_"), slug.size());
    const std::size_t end = slug.find_last_not_of(" -_") + 1;
    return PageDate{*local, slug.substr(start, std::max(start, end) - start)};
}

// The calendar day of the date where it was written, and not where the site is.
std::optional<LocalTime> local_date(std::string_view text, const TimeZone& zone) {
    const content::DateReading reading = content::read_date(text, zone);
    if (!reading.instant) return std::nullopt;
    std::string_view rest = text;
    const std::optional<LocalTime> day = content::take_day(rest, '-');
    return day ? day : zone.to_local(*reading.instant);
}

bool is_target(const HugoCascade& cascade, const Location& location) {
    if (!cascade.language.empty() && !matches_glob(cascade.language, location.language->key)) return false;
    if (cascade.path.empty()) return true;
    const std::string path = '/' + lower_case(location.path);
    // Later versions leave the extension out.
    const std::string_view bare = std::string_view(path).substr(0, path.rfind('.'));
    return matches_glob(cascade.path, path) || matches_glob(cascade.path, bare);
}

class HugoConventions final : public content::Conventions {
  public:
    explicit HugoConventions(HugoSettings settings) : settings_(std::move(settings)) {}

    [[nodiscard]] Place place(std::string_view path) const override {
        const Location location = locate(path);
        Place place;
        place.not_an_entry = why_not_an_entry(location, path);
        if (!place.not_an_entry.empty()) return place;
        if (settings_.languages.size() > 1) place.language = location.language->code;
        for (const HugoCascade& cascade : settings_.cascades) {
            if (is_target(cascade, location)) place.defaults.push_back(&cascade.defaults);
        }
        return place;
    }

    [[nodiscard]] std::string link(const Page& page) const override {
        const Location location = locate(page.path);
        const HugoLanguage& language = *location.language;
        const std::string site_url = language.base_url.empty() ? std::string(page.site_url) : language.base_url;
        const std::string_view url = text_of(page.fields, "url");
        if (is_http_url(url)) return to_uri(url).value_or(site_url);
        const bool is_of_language = url.empty() || !url.starts_with('/');
        const std::string prefix = is_of_language ? language_prefix(language) : std::string();
        return site_url + escape_path(prefix + (url.empty() ? path_of(page, location) : path_of_url(url)));
    }

  private:
    [[nodiscard]] const HugoLanguage& language_of_folder(std::string_view path) const {
        const HugoLanguage* found = &settings_.languages[settings_.default_language];
        std::size_t longest = path.starts_with(found->content) ? found->content.size() : 0;
        for (const HugoLanguage& language : settings_.languages) {
            if (language.content.size() <= longest || !path.starts_with(language.content)) continue;
            found = &language;
            longest = language.content.size();
        }
        return *found;
    }

    [[nodiscard]] Location locate(std::string_view path) const {
        const HugoLanguage* language = &language_of_folder(path);
        if (path.starts_with(language->content)) path.remove_prefix(language->content.size());
        const content::ArticlePath parts = content::split_path(path);
        Location location{language,
                          path,
                          without_last_slash(parts.folder),
                          parts.stem,
                          parts.stem,
                          parts.extension,
                          content::is_section_page(parts)};
        const std::size_t dot = parts.stem.rfind('.');
        const HugoLanguage* named =
            dot == std::string_view::npos ? nullptr : settings_.find_language(parts.stem.substr(dot + 1));
        if (named != nullptr) {
            location.language = named;
            location.file = parts.stem.substr(0, dot);
        }
        location.name = location.file;
        if (parts.stem.substr(0, parts.stem.find('.')) != "index") return location;
        location.name = content::folder_name(parts.folder);
        if (location.file == "index") location.file = location.name;
        location.folder.remove_suffix(location.name.size());
        location.folder = without_last_slash(location.folder);
        return location;
    }

    [[nodiscard]] std::string why_not_an_entry(const Location& location, std::string_view path) const {
        if (location.is_section_page) return "it is a section page";
        if (std::find(extensions.begin(), extensions.end(), location.extension) == extensions.end()) {
            return "Hugo does not read files whose names end with \"" + std::string(location.extension) + '"';
        }
        if (location.language->disabled) return "its language, " + location.language->key + ", is disabled";
        for (const HugoIgnoredName& name : settings_.ignored_names) {
            const bool is_named =
                name.at_end ? path.ends_with(name.text) : path.find(name.text) != std::string_view::npos;
            if (is_named) return "the site's ignoreFiles names it";
        }
        return {};
    }

    // "zh-cn/"
    [[nodiscard]] std::string language_prefix(const HugoLanguage& language) const {
        const bool is_default = &language == &settings_.languages[settings_.default_language];
        const bool has_none = !settings_.is_multilingual() || !language.base_url.empty() ||
                              (is_default && !settings_.default_in_subfolder);
        return has_none ? std::string() : language.key + '/';
    }

    // The date by which a permalink is made: nothing of it is guessed, unlike that of the article.
    [[nodiscard]] PageDate date_of(const Page& page, const Location& location) const {
        for (const std::string& key : settings_.date_keys) {
            if (key == ":filename") {
                if (const auto date = date_in_name(location.name)) return *date;
                continue;
            }
            if (const auto local = local_date(text_of(page.fields, key), page.zone)) return {*local, {}};
        }
        return {LocalTime(std::chrono::local_days(std::chrono::year(1) / 1 / 1)), {}};
    }

    [[nodiscard]] bool is_ugly(std::string_view section) const {
        return settings_.ugly_urls || settings_.ugly_sections.find(section) != settings_.ugly_sections.end();
    }

    // "post/2024/a-day/"
    [[nodiscard]] std::string path_of(const Page& page, const Location& location) const {
        const std::string_view section = section_of(location);
        const auto& permalinks = location.language->permalinks;
        const auto pattern = permalinks.find(section);
        const bool has_pattern = pattern != permalinks.end();
        const PageDate date = has_pattern || settings_.dates_names() ? date_of(page, location) : PageDate();
        const std::string_view own_slug = without_hyphens(text_of(page.fields, "slug"));
        const std::string_view slug = own_slug.empty() ? date.slug : own_slug;
        std::string path;
        if (has_pattern) {
            const std::string_view title = text_of(page.fields, "title");
            path = expand_hugo_permalink(pattern->second, {location.folder, location.file, slug, title, date.local},
                                         settings_.paths);
        }
        if (path.empty()) path = join(location.folder, slug.empty() ? location.name : slug);
        path = clean_path(path);
        if (path.empty()) return path;
        return sanitize_path(path + (is_ugly(section) ? ".html" : "/"), settings_.paths);
    }

    // `url` stands as it is; a page without a dot in it has a folder of its own.
    [[nodiscard]] static std::string path_of_url(std::string_view url) {
        std::string path = clean_path(url);
        const bool is_file = url.find('.') != std::string_view::npos && !url.ends_with('/');
        const bool is_folder_page = path == "index.html" || path.ends_with("/index.html");
        if (path.empty() || (is_file && !is_folder_page)) return path;
        return path + '/';
    }

    HugoSettings settings_;
};

}  // namespace

std::shared_ptr<const content::Conventions> hugo_conventions(HugoSettings settings) {
    return std::make_shared<const HugoConventions>(std::move(settings));
}

}  // namespace tagwire::site
