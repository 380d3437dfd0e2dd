#include "site/hexo_conventions.hpp"

#include "base/text.hpp"
#include "site/front_matter.hpp"
#include "site/hexo_names.hpp"
#include "site/hexo_permalink.hpp"
#include "site/page_url.hpp"

#include <optional>
#include <utility>

namespace tagwire::site {

namespace {

using content::Page;
using content::Place;

bool has_lists(const yaml::Value& value) {
    for (const yaml::Value& item : value.items) {
        if (item.kind == yaml::Kind::list) return true;
    }
    return false;
}

class HexoConventions final : public content::Conventions {
  public:
    explicit HexoConventions(HexoConfiguration configuration)
        : configuration_(std::move(configuration)),
          names_(configuration_.new_post_name) {}

    [[nodiscard]] Place place(std::string_view path) const override {
        Place place;
        const std::optional<std::string_view> post = path_of_post(path);
        place.not_an_entry = reason_against(post);
        if (!place.not_an_entry.empty()) return place;
        const HexoName name = names_.read(*post);
        place.day = name.day;
        if (const auto language = name.values.find("lang"); language != name.values.end()) {
            place.language = language->second;
        }
        return place;
    }

    [[nodiscard]] std::string link(const Page& page) const override {
        std::string url = page_url(page.site_url, path_of_page(page));
        if (!configuration_.index_in_links && url.ends_with("index.html")) url.resize(url.size() - 10);
        const bool is_index = url.ends_with("index.html");
        if (!configuration_.extension_in_links && !is_index && url.ends_with(".html")) url.resize(url.size() - 5);
        return url;
    }

  private:
    // Below the folder of posts or drafts.
    [[nodiscard]] std::optional<std::string_view> path_of_post(std::string_view path) const {
        if (!path.starts_with(configuration_.source)) return std::nullopt;
        path.remove_prefix(configuration_.source.size());
        for (const std::string_view folder : {"_posts/", "_drafts/"}) {
            if (path.starts_with(folder)) return path.substr(folder.size());
        }
        return std::nullopt;
    }

    [[nodiscard]] std::string reason_against(std::optional<std::string_view> post) const {
        if (!post) return "it is a page";
        const bool hidden = post->starts_with('_') || post->starts_with('.') ||
                            post->find("/_") != std::string_view::npos || post->find("/.") != std::string_view::npos;
        if (hidden) return "Hexo does not read it, as a name begins with \"_\"";
        const std::string& pattern = configuration_.new_post_name;
        const std::string extension = pattern.substr(std::min(pattern.rfind('.'), pattern.size()));
        if (configuration_.assets_beside_posts && !post->ends_with(extension)) return "it belongs to a post";
        return {};
    }

    [[nodiscard]] std::string path_of_page(const Page& page) const {
        if (const std::string* own = text_of(page.fields, "permalink")) return *own;
        const HexoName name = names_.read(path_of_post(page.path).value_or(page.path));
        HexoPage values;
        values.slug = name.slug;
        values.title = page.metadata.title;
        values.category = category_of(page.fields);
        values.published = page.published.value_or(Instant{});
        values.date = page.zone.to_local(values.published);
        values.other = [&](std::string_view token) { return other_value(token, name, page.fields); };
        return hexo_path(configuration_.permalink, values);
    }

    [[nodiscard]] std::optional<std::string> other_value(std::string_view token, const HexoName& name,
                                                         const content::Fields& fields) const {
        if (const auto found = name.values.find(token); found != name.values.end()) return found->second;
        if (const std::string* own = text_of(fields, token)) return *own;
        const auto found = configuration_.permalink_defaults.find(token);
        if (found != configuration_.permalink_defaults.end()) return found->second;
        if (token == "id") return name.slug;
        return std::nullopt;
    }

    // A list is one category within the other; a list of lists has several of them, of which the last counts.
    [[nodiscard]] std::string category_of(const content::Fields& fields) const {
        const yaml::Value* value = fields.find("categories");
        if (value == nullptr) value = fields.find("category");
        if (value != nullptr && has_lists(*value)) value = &value->items.back();
        if (value == nullptr) return configuration_.default_category;
        std::string path;
        if (value->kind == yaml::Kind::scalar) add_category(path, value->scalar);
        for (const yaml::Value& item : value->items) add_category(path, item.scalar);
        return path.empty() ? configuration_.default_category : path;
    }

    void add_category(std::string& path, const std::string& name) const {
        if (name.empty()) return;
        const auto other = configuration_.category_names.find(name);
        const std::string& text = other == configuration_.category_names.end() ? name : other->second;
        path.append(path.empty() ? "" : "/").append(hexo_slug(text, configuration_.category_case));
    }

    HexoConfiguration configuration_;
    HexoNamePattern names_;
};

}  // namespace

std::shared_ptr<const content::Conventions> hexo_conventions(HexoConfiguration configuration) {
    return std::make_shared<const HexoConventions>(std::move(configuration));
}

}  // namespace tagwire::site
