#include "feed/history.hpp"

#include "feed/archive.hpp"
#include "feed/namespaces.hpp"

namespace tagwire::feed {

namespace {

bool is_complete(const Feed& feed) { return !is_archive_page(feed) && feed.archive.pages == 0; }

std::string page_url(const Feed& feed, Format format, std::size_t page) {
    const std::string& current = feed.url(format);
    return current.empty() || page == 0 ? std::string() : archive_url(current, page);
}

}  // namespace

bool is_archive_page(const Feed& feed) { return feed.archive.page > 0; }

std::string older_url(const Feed& feed, Format format) {
    return page_url(feed, format, is_archive_page(feed) ? feed.archive.page - 1 : feed.archive.pages);
}

std::string newer_url(const Feed& feed, Format format) {
    return page_url(feed, format, is_archive_page(feed) ? feed.archive.page + 1 : 0);
}

std::string_view history_namespace(const Feed& feed) {
    return is_archive_page(feed) || is_complete(feed) ? namespaces::history : "";
}

void write_history(XmlWriter& xml, const Feed& feed, Format format, const char* link) {
    const auto write_link = [&](std::string_view relation, std::string_view url) {
        if (!url.empty()) xml.leaf(link, {{"rel", relation}, {"type", link_type(format)}, {"href", url}});
    };
    if (is_complete(feed)) xml.leaf("fh:complete", {});  // §2
    if (is_archive_page(feed)) {                         // §4
        xml.leaf("fh:archive", {});
        write_link("current", feed.url(format));
    }
    write_link("prev-archive", older_url(feed, format));
    write_link("next-archive", newer_url(feed, format));
}

}  // namespace tagwire::feed
