#include "site/jekyll_conventions.hpp"

#include "base/limits.hpp"
#include "base/text.hpp"
#include "content/comma_list.hpp"
#include "site/front_matter.hpp"
#include "site/jekyll_files.hpp"
#include "site/jekyll_permalink.hpp"
#include "site/page_url.hpp"

#include <algorithm>
#include <utility>

namespace tagwire::site {

namespace {

using content::Page;
using content::Place;

void add(std::vector<std::string>& categories, std::string_view category) {
    if (categories.size() >= Limits{}.terms_per_article_max) return;
    if (std::find(categories.begin(), categories.end(), category) == categories.end()) {
        categories.emplace_back(category);
    }
}

// The items of a list; a text is one category or, of "categories", one for each of its words.
void add_all(std::vector<std::string>& categories, const yaml::Value& value) {
    for (const yaml::Value& item : value.items) add_all(categories, item);
    if (value.kind == yaml::Kind::scalar) add(categories, value.scalar);
}

void add_words(std::vector<std::string>& categories, const yaml::Value& value) {
    if (value.kind != yaml::Kind::scalar) return add_all(categories, value);
    for (const std::string_view word : content::split_at_blanks(value.scalar)) add(categories, word);
}

// Those of a file's own do not replace those of its folders.
const yaml::Value* default_categories(const Place& place) {
    const yaml::Value* last = nullptr;
    for (const yaml::Value* values : place.defaults) {
        const yaml::Value* categories = values->find("categories");
        if (categories != nullptr && categories->kind != yaml::Kind::null) last = categories;
    }
    return last;
}

std::vector<std::string> categories_of(const JekyllFile& file, const Page& page) {
    std::vector<std::string> categories = folder_categories(file);
    if (const yaml::Value* value = default_categories(page.place)) add_words(categories, *value);
    if (const yaml::Value* value = page.fields.find("categories")) add_words(categories, *value);
    if (const yaml::Value* value = page.fields.find("category")) add_all(categories, *value);
    return categories;
}

class JekyllConventions final : public content::Conventions {
  public:
    explicit JekyllConventions(JekyllConfiguration configuration) : configuration_(std::move(configuration)) {}

    [[nodiscard]] Place place(std::string_view path) const override {
        Place place;
        JekyllFile file = find_jekyll_file(path, configuration_);
        place.not_an_entry = std::move(file.not_an_entry);
        if (!place.not_an_entry.empty()) return place;
        place.title = jekyll_title(file.slug);
        place.day = file.day;
        place.categories = folder_categories(file);
        place.defaults = defaults_of(file.path, file.collection, configuration_.defaults);
        if (const yaml::Value* categories = default_categories(place)) add_all(place.categories, *categories);
        return place;
    }

    [[nodiscard]] std::string link(const Page& page) const override {
        const JekyllFile file = find_jekyll_file(page.path, configuration_);
        if (!file.not_an_entry.empty()) return page_url(page.site_url, page.path);
        const std::string* own = text_of(page.fields, "permalink");
        const std::string& pattern = own != nullptr ? *own : configuration_.permalinks.find(file.collection)->second;
        return page_url(page.site_url, jekyll_path(pattern, values_of(file, page)));
    }

    [[nodiscard]] bool unquoted_times_are_utc() const override { return true; }
    [[nodiscard]] bool blanks_part_terms() const override { return true; }

  private:
    [[nodiscard]] JekyllPage values_of(const JekyllFile& file, const Page& page) const {
        JekyllPage values;
        values.collection = file.collection;
        values.basename = file.basename;
        const std::string* slug = text_of(page.fields, "slug");
        values.slug = slug != nullptr ? *slug : std::string(file.slug);
        values.output_ext = output_extension(file.extension);
        values.categories = categories_of(file, page);
        values.path = file.path.substr(0, file.path.size() - file.extension.size());
        values.path.erase(values.path.find(file.folder), file.folder.size());
        while (values.path.ends_with('.')) values.path.pop_back();
        if (page.published) values.date = page.zone.to_local(*page.published);
        return values;
    }

    [[nodiscard]] std::string output_extension(std::string_view extension) const {
        const std::vector<std::string>& markdown = configuration_.markdown_extensions;
        const bool is_markdown = std::find(markdown.begin(), markdown.end(), lower_ascii(extension)) != markdown.end();
        return is_markdown ? ".html" : std::string(extension);
    }

    JekyllConfiguration configuration_;
};

}  // namespace

std::shared_ptr<const content::Conventions> jekyll_conventions(JekyllConfiguration configuration) {
    return std::make_shared<const JekyllConventions>(std::move(configuration));
}

}  // namespace tagwire::site
