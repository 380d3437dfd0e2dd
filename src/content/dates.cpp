#include "content/dates.hpp"

#include "base/text.hpp"
#include "content/article_path.hpp"
#include "content/date_text.hpp"

#include <algorithm>
#include <array>
#include <span>

namespace tagwire::content {

namespace {

using Keys = std::span<const std::string_view>;

constexpr std::array<std::string_view, 1> date_keys = {"date"};
// Hugo's names first, then those of Astro, Jekyll's plug-ins, Hexo and schema.org.
constexpr std::array<std::string_view, 6> publish_keys = {"publishdate", "pubdate",     "published",
                                                          "pubdatetime", "publishedat", "datepublished"};
constexpr std::array<std::string_view, 3> creation_keys = {"created", "createdat", "datecreated"};
constexpr std::array<std::string_view, 8> modified_keys = {
    "lastmod", "updated", "modified", "moddatetime", "lastmodifiedat", "lastmodified", "updatedat", "datemodified"};
constexpr std::array<std::string_view, 3> expiry_keys = {"expirydate", "unpublishdate", "expires"};
constexpr std::array<std::string_view, 3> permalink_keys = {"permalink", "url", "path"};

// What generators leave where a date should be, and keys that hold a yes or no as well (Jekyll's `published: false`).
bool stands_for_nothing(std::string_view text) {
    const std::string lower = lower_ascii(text);
    constexpr std::array<std::string_view, 9> words = {"", "null", "~", "true", "false", "yes", "no", "on", "off"};
    const bool is_template = lower.starts_with("{{") || lower.starts_with("{%");
    return is_template || std::find(words.begin(), words.end(), lower) != words.end();
}

// YAML 1.1's timestamp (yaml.org/type/timestamp.html) with a time: "2025-02-10 9:04:13", to the second.
bool is_yaml_timestamp(std::string_view text) {
    const auto is_digit = [](char c) { return c >= '0' && c <= '9'; };
    const bool is_date = text.size() > 5 && std::all_of(text.begin(), text.begin() + 4, is_digit) && text[4] == '-';
    return is_date && std::count(text.begin(), text.end(), ':') >= 2;
}

class DateReader {
  public:
    DateReader(const Fields& fields, const DateZones& zones) : fields_(fields), zones_(zones) {}

    // The first of these keys that has a date.
    std::optional<Instant> first(Keys keys) {
        for (const std::string_view key : keys) {
            const yaml::Value* value = fields_.find(key);
            const std::optional<Instant> date = value == nullptr ? std::nullopt : read(*value);
            if (date) return date;
        }
        return std::nullopt;
    }

    std::optional<Instant> midnight(std::optional<LocalTime> day) {
        if (!day) return std::nullopt;
        zoneless_ = true;
        return zones_.site.to_instant(*day);
    }

    [[nodiscard]] bool zoneless() const { return zoneless_; }

  private:
    std::optional<Instant> read(const yaml::Value& value) {
        constexpr std::string_view remedy = "write it like 2025-02-10 22:04:13 or 2025-02-10T22:04:13+08:00";
        if (value.kind != yaml::Kind::scalar) {
            fields_.warn(value, "date-unreadable", "a list or map is no date; " + std::string(remedy));
            return std::nullopt;
        }
        const std::string_view text = trim(value.scalar);
        if (stands_for_nothing(text)) return std::nullopt;
        const bool is_timestamp = !value.quoted && is_yaml_timestamp(text);
        const TimeZone& zone = is_timestamp ? zones_.unquoted : zones_.site;
        const DateReading reading = read_date(text, zone);
        if (!reading.instant) {
            fields_.warn(value, "date-unreadable",
                         "the date \"" + shorten(plain_line(text), 40) + "\" is ignored, as " + reading.reason + "; " +
                             std::string(remedy));
        } else if (!reading.unknown_zone.empty()) {
            fields_.warn(value, "date-zone",
                         "the time zone \"" + reading.unknown_zone + "\" is not known, " + zone.name() +
                             " is taken; write an offset such as +08:00");
        }
        zoneless_ = zoneless_ || (reading.zoneless && &zone == &zones_.site);
        return reading.instant;
    }

    const Fields& fields_;
    const DateZones& zones_;
    bool zoneless_ = false;
};

// "2024-05-06-title.md", and the folder "2024-05-06-title" of a page bundle.
std::optional<LocalTime> day_in_name(std::string_view path) {
    const ArticlePath parts = split_path(path);
    std::string_view name = is_folder_page(parts) ? folder_name(parts.folder) : parts.stem;
    const std::optional<LocalTime> day = take_day(name, '-');
    const bool ends =
        name.empty() || name.front() == '-' || name.front() == '_' || name.front() == '.' || name.front() == ' ';
    return ends ? day : std::nullopt;
}

// "/2024/07/25/title/"
std::optional<LocalTime> day_in_permalink(std::string_view permalink) {
    for (std::size_t start = 0; start < permalink.size(); start = permalink.find('/', start)) {
        if (permalink[start] == '/') ++start;
        std::string_view rest = permalink.substr(start);
        const std::optional<LocalTime> day = take_day(rest, '/');
        if (day && (rest.empty() || rest.front() == '/')) return day;
    }
    return std::nullopt;
}

std::optional<LocalTime> day_in_permalinks(const Fields& fields) {
    for (const std::string_view key : permalink_keys) {
        const yaml::Value* value = fields.find(key);
        const std::optional<LocalTime> day = value == nullptr ? std::nullopt : day_in_permalink(value->scalar);
        if (day) return day;
    }
    return std::nullopt;
}

}  // namespace

Dates read_dates(const Fields& fields, std::string_view path, const Place& place, const DateZones& zones) {
    DateReader reader(fields, zones);
    Dates dates;
    const auto publish = [&](std::optional<Instant> instant, DateOrigin origin) {
        if (dates.published || !instant) return;
        dates.published = instant;
        dates.published_from = origin;
    };
    const std::optional<Instant> date = reader.first(date_keys);
    const std::optional<Instant> released = reader.first(publish_keys);
    dates.updated = reader.first(modified_keys);
    dates.expires = reader.first(expiry_keys);

    publish(std::max(date, released), DateOrigin::front_matter);
    if (!dates.published) publish(reader.midnight(place.day), DateOrigin::file_name);
    if (!dates.published) publish(reader.first(creation_keys), DateOrigin::front_matter);
    publish(dates.updated, DateOrigin::last_modified_key);
    if (!dates.published) publish(reader.midnight(day_in_name(path)), DateOrigin::file_name);
    if (!dates.published) publish(reader.midnight(day_in_permalinks(fields)), DateOrigin::permalink);
    dates.zoneless = reader.zoneless();
    return dates;
}

}  // namespace tagwire::content
