#include "site/pelican_conventions.hpp"

#include "base/text.hpp"
#include "content/date_text.hpp"
#include "site/front_matter.hpp"
#include "site/page_url.hpp"
#include "site/permalink.hpp"

#include <algorithm>
#include <map>
#include <utility>

namespace tagwire::site {

namespace {

using content::Page;
using content::Place;
using Groups = std::map<std::string, std::string, std::less<>>;

// `folder` is "" or ends with "/"; it may also be the file itself.
bool is_below(std::string_view path, std::string_view folder) {
    return path.starts_with(folder) || (folder.ends_with('/') && path == folder.substr(0, folder.size() - 1));
}

std::string_view folder_of(std::string_view path) {
    const std::size_t slash = path.rfind('/');
    return slash == std::string_view::npos ? std::string_view() : path.substr(0, slash);
}

std::string_view last_name(std::string_view path) { return path.substr(path.rfind('/') + 1); }

std::string_view without_extension(std::string_view name) { return name.substr(0, name.rfind('.')); }

std::optional<std::string> find(const Groups& groups, std::string_view name) {
    const auto found = groups.find(name);
    return found == groups.end() ? std::nullopt : std::optional(found->second);
}

class PelicanConventions final : public content::Conventions {
  public:
    explicit PelicanConventions(PelicanConfiguration configuration) : configuration_(std::move(configuration)) {}

    [[nodiscard]] Place place(std::string_view path) const override {
        Place place;
        place.not_an_entry = reason_against(path);
        if (!place.not_an_entry.empty()) return place;
        path.remove_prefix(configuration_.content.size());
        const Groups groups = groups_of(path);
        place.title = find(groups, "title").value_or("");
        place.language = find(groups, "lang").value_or("");
        place.category = find(groups, "category").value_or(category_of_folder(path));
        place.day = day_in(find(groups, "date").value_or(""));
        if (!place.day) place.day = configuration_.default_date;
        if (configuration_.defaults.kind == yaml::Kind::map) place.defaults.push_back(&configuration_.defaults);
        return place;
    }

    [[nodiscard]] std::string link(const Page& page) const override {
        if (const std::string own = page.fields.text({"url"}); !own.empty()) return page_url(page.site_url, own);
        const std::string_view path = page.path.substr(std::min(configuration_.content.size(), page.path.size()));
        const Groups groups = groups_of(path);
        const std::string* own_language = text_of(page.fields, "lang");
        const std::string language =
            own_language != nullptr ? *own_language : find(groups, "lang").value_or(configuration_.language);
        PelicanPage values;
        if (page.published) values.date = page.zone.to_local(*page.published);
        values.value = [&](std::string_view name) -> std::optional<std::string> {
            if (name == "slug") return slug_of(page, path, groups);
            if (name == "lang") return language;
            if (name == "category") return pelican_slug(category_of(page), configuration_.slugs);
            if (name == "author") return pelican_slug(author_of(page), configuration_.slugs);
            if (name == "path") return std::string(path);
            if (std::string own = page.fields.text({name}); !own.empty()) return own;
            return find(groups, name);
        };
        const bool is_translation = lower_ascii(language) != lower_ascii(configuration_.language);
        return page_url(page.site_url,
                        pelican_path(is_translation ? configuration_.url_of_translation : configuration_.url, values));
    }

  private:
    [[nodiscard]] std::string reason_against(std::string_view path) const {
        if (!path.starts_with(configuration_.content)) return "it is outside of the site's folder of content";
        path.remove_prefix(configuration_.content.size());
        const auto holds = [&](const std::string& folder) { return is_below(path, folder); };
        const auto& articles = configuration_.article_paths;
        if (std::none_of(articles.begin(), articles.end(), holds)) return "it is outside of the folders of articles";
        const auto& excluded = configuration_.excluded;
        const bool is_page = std::any_of(excluded.begin(), excluded.end(), holds);
        return is_page ? "it is in a folder of pages, or one that the site excludes" : "";
    }

    // What the patterns find in the path; of a name that both give the file's counts.
    [[nodiscard]] Groups groups_of(std::string_view path) const {
        Groups groups;
        if (configuration_.name_pattern) {
            groups = configuration_.name_pattern->match(std::string(without_extension(last_name(path))));
        }
        if (configuration_.path_pattern) groups.merge(configuration_.path_pattern->match(std::string(path)));
        return groups;
    }

    [[nodiscard]] std::string category_of_folder(std::string_view path) const {
        const std::string_view folder = last_name(folder_of(path));
        return configuration_.folder_is_category && !folder.empty() ? std::string(folder) : configuration_.category;
    }

    [[nodiscard]] static std::optional<LocalTime> day_in(std::string_view text) { return content::take_day(text, '-'); }

    [[nodiscard]] std::string slug_of(const Page& page, std::string_view path, const Groups& groups) const {
        if (std::string own = page.fields.text({"slug"}); !own.empty()) return own;
        if (std::optional<std::string> found = find(groups, "slug")) return *std::move(found);
        const std::string_view title = page.metadata.title;
        const std::string_view source = configuration_.slug_from_name ? without_extension(last_name(path)) : title;
        return pelican_slug(source.substr(0, path_bytes_max), configuration_.slugs);
    }

    [[nodiscard]] static std::string category_of(const Page& page) {
        for (const content::TermList& list : page.metadata.taxonomies) {
            if (list.taxonomy == "categories") return list.terms.front();
        }
        return page.place.category;
    }

    [[nodiscard]] std::string author_of(const Page& page) const {
        return page.metadata.authors.empty() ? configuration_.author : page.metadata.authors.front().name;
    }

    PelicanConfiguration configuration_;
};

}  // namespace

std::shared_ptr<const content::Conventions> pelican_conventions(PelicanConfiguration configuration) {
    return std::make_shared<const PelicanConventions>(std::move(configuration));
}

}  // namespace tagwire::site
