#include "content/article_link.hpp"
#include "content/article_path.hpp"
#include "content/conventions.hpp"

namespace tagwire::content {

namespace {

class PlainConventions final : public Conventions {
  public:
    [[nodiscard]] Place place(std::string_view path) const override {
        Place place;
        if (is_section_page(split_path(path))) place.not_an_entry = "it is a section page";
        return place;
    }

    [[nodiscard]] std::string link(const Page& page) const override {
        return read_link(page.fields, page.path, page.site_url);
    }
};

}  // namespace

std::shared_ptr<const Conventions> plain_conventions() {
    static const auto conventions = std::make_shared<const PlainConventions>();
    return conventions;
}

}  // namespace tagwire::content
