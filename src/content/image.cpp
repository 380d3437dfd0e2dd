#include "content/image.hpp"

#include "base/text.hpp"
#include "base/uri.hpp"

#include <array>

namespace tagwire::content {

namespace {

constexpr std::array<std::string_view, 10> image_keys = {"image",         "images",       "cover",      "thumbnail",
                                                         "featuredimage", "featureimage", "coverimage", "heroimage",
                                                         "ogimage",       "banner"};
constexpr std::array<std::string_view, 4> map_keys = {"src", "image", "url", "path"};

// `image: true` asks a theme for something; it names no file.
bool is_boolean(const yaml::Value& value) {
    const std::string word = value.quoted ? std::string() : lower_ascii(value.scalar);
    return word == "true" || word == "false" || word == "yes" || word == "no" || word == "on" || word == "off";
}

std::string read_reference(const yaml::Value& value, std::string_view base) {
    const std::string_view reference = trim(value.scalar);
    if (reference.empty() || is_boolean(value)) return {};
    std::string url = resolve(base, reference).value_or("");
    return is_http_url(url) ? url : std::string();
}

std::string read_picture(const yaml::Value& value, std::string_view link, std::string_view site_url) {
    switch (value.kind) {
        case yaml::Kind::null: return {};
        case yaml::Kind::scalar: return read_reference(value, link);
        case yaml::Kind::list:
            for (const yaml::Value& item : value.items) {
                std::string url = read_picture(item, link, site_url);
                if (!url.empty()) return url;
            }
            return {};
        case yaml::Kind::map: {
            const yaml::Value* relative = value.find_any_case("relative");
            const bool of_site = relative != nullptr && equals_ignoring_ascii_case(relative->scalar, "false");
            for (const std::string_view key : map_keys) {
                const yaml::Value* member = value.find_any_case(key);
                std::string url =
                    member == nullptr ? std::string() : read_reference(*member, of_site ? site_url : link);
                if (!url.empty()) return url;
            }
            return {};
        }
    }
    return {};
}

}  // namespace

std::string read_image(const Fields& fields, std::string_view link, std::string_view site_url) {
    for (const std::string_view key : image_keys) {
        const yaml::Value* value = fields.find(key);
        std::string url = value == nullptr ? std::string() : read_picture(*value, link, site_url);
        if (!url.empty()) return url;
    }
    return {};
}

}  // namespace tagwire::content
