#include "feed/writers.hpp"

namespace tagwire::feed {

std::string write(Format format, const Feed& feed, const std::vector<Entry>& entries) {
    switch (format) {
        case Format::rss: return write_rss(feed, entries);
        case Format::atom: return write_atom(feed, entries);
        case Format::json: return write_json(feed, entries);
        case Format::page: return write_page(feed, entries);
    }
    return {};
}

}  // namespace tagwire::feed
