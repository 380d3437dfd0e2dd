#include "feed/old_feed.hpp"

#include "base/limits.hpp"
#include "base/text.hpp"
#include "content/date_text.hpp"
#include "feed/old_feed_formats.hpp"

namespace tagwire::feed {

namespace {

constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";

Result<std::vector<RawEntry>> read_any(std::string_view bytes) {
    if (bytes.starts_with(byte_order_mark)) bytes.remove_prefix(byte_order_mark.size());
    const auto start = bytes.find_first_not_of(" \t\r\n");  // XML 1.0 §2.8 wants none, but plugins print them
    if (start == std::string_view::npos) return Error{Fault::invalid, "it is empty"};
    bytes.remove_prefix(start);
    return bytes.front() == '{' ? read_old_json(bytes) : read_old_xml(bytes);
}

std::string clean(std::string_view text) { return std::string(trim(clean_text(text).text)); }

}  // namespace

Result<std::vector<OldEntry>> read_old_feed(std::string_view bytes) {
    const std::size_t bytes_max = Limits{}.old_feed_bytes_max;
    if (bytes.size() > bytes_max)
        return Error{Fault::too_large, "it is larger than " + std::to_string(bytes_max >> 20) + " MiB"};
    const auto read = read_any(bytes);
    if (!read) return read.error();
    std::vector<OldEntry> entries;
    for (const RawEntry& raw : *read) {
        OldEntry entry{clean(raw.id), clean(raw.link), collapse_blanks(clean_text(raw.title).text), std::nullopt};
        if (entry.id.empty()) continue;
        entry.published = content::read_date(raw.published, TimeZone::utc()).instant;
        entries.push_back(std::move(entry));
    }
    return entries;
}

}  // namespace tagwire::feed
