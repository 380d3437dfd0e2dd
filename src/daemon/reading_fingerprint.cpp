#include "daemon/reading_fingerprint.hpp"

#include <sys/stat.h>

#include <string>
#include <string_view>

namespace tagwire::daemon {

namespace {

// Values one after the other, each with its length, so that no two lists of them look alike.
class Text {
  public:
    void add(std::string_view value) { text_.append(std::to_string(value.size())).append(1, ':').append(value); }
    template <class Number>
    requires std::is_arithmetic_v<Number> || std::is_enum_v<Number>
    void add(Number number) { add(std::to_string(static_cast<unsigned long long>(number))); }
    void add(const std::vector<std::string>& values) {
        add(values.size());
        for (const std::string& value : values) add(value);
    }
    [[nodiscard]] const std::string& text() const { return text_; }

  private:
    std::string text_;
};

// The file that runs; a package that brings another version brings another file.
void add_program(Text& text) {
    struct stat status {};
    if (::stat("/proc/self/exe", &status) != 0) return;
    text.add(status.st_size);
    text.add(status.st_mtim.tv_sec);
    text.add(status.st_mtim.tv_nsec);
}

}  // namespace

Fingerprint reading_fingerprint(const content::ReadingOptions& options, const FoundSite& site) {
    Text text;
    add_program(text);
    text.add(options.zone.name());
    text.add(options.language);
    text.add(options.site_url);
    text.add(options.id_domain);
    text.add(options.path_prefix);
    text.add(options.excerpt_separator);
    text.add(options.taxonomies.size());
    for (const content::Taxonomy& taxonomy : options.taxonomies) {
        text.add(taxonomy.name);
        text.add(taxonomy.keys);
    }
    const content::FrontMatterForms& forms = options.front_matter;
    for (const bool value : {forms.pelican, forms.hexo, forms.none, options.split_terms, options.cjk_emphasis})
        text.add(value);
    text.add(options.link_blog.keys);
    text.add(options.link_blog.last_line);
    text.add(site.description.generator);
    text.add(site.files.high);
    text.add(site.files.low);
    return fingerprint(text.text());
}

}  // namespace tagwire::daemon
