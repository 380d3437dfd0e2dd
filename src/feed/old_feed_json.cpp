// JSON Feed 1 and 1.1 (https://www.jsonfeed.org/version/1.1/).
#include "feed/old_feed_formats.hpp"

#include <boost/json.hpp>

#include <string>

namespace tagwire::feed {

namespace json = boost::json;

namespace {

std::string text(const json::object& item, std::string_view name) {
    const json::value* const value = item.if_contains(name);
    if (value == nullptr) return {};
    if (const json::string* const string = value->if_string()) return std::string(std::string_view(*string));
    // "If an id is presented as a number or other type, a JSON Feed reader must coerce it to a string."
    return value->is_number() ? json::serialize(*value) : std::string();
}

}  // namespace

Result<std::vector<RawEntry>> read_old_json(std::string_view bytes) {
    json::parse_options options;
    options.allow_trailing_commas = true;
    options.allow_invalid_utf8 = true;
    json::error_code error;
    const json::value root = json::parse(bytes, error, {}, options);
    if (error) return Error{Fault::invalid, "it begins like JSON, but cannot be read: " + error.message()};
    const json::value* const items = root.is_object() ? root.as_object().if_contains("items") : nullptr;
    if (items == nullptr || !items->is_array())
        return Error{Fault::invalid, "it is JSON, but no JSON Feed: it has no list of `items`"};
    std::vector<RawEntry> entries;
    for (const json::value& value : items->as_array()) {
        const json::object* const item = value.if_object();
        if (item == nullptr) continue;
        entries.push_back({text(*item, "id"), text(*item, "url"), text(*item, "title"), text(*item, "date_published")});
    }
    return entries;
}

}  // namespace tagwire::feed
