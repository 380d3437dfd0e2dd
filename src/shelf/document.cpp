#include "shelf/document.hpp"

#include "base/digest.hpp"
#include "shelf/gzip.hpp"

#include <cstddef>
#include <utility>

namespace tagwire::shelf {

namespace {

constexpr std::size_t worth_compressing = 256;  // what is smaller fits into one packet anyway

constexpr std::chrono::hours archive_max_age{24};  // pages hardly ever change

std::chrono::seconds max_age_min(const Recipe& recipe) {
    const auto* document = std::get_if<FeedDocument>(&recipe);
    const bool is_archive_page = document != nullptr && document->recipe->feed.archive.page > 0;
    return is_archive_page ? archive_max_age : std::chrono::seconds{0};
}

std::string gzip_if_smaller(std::string_view identity) {
    if (identity.size() < worth_compressing) {
        return {};
    }
    std::string compressed = gzip(identity);
    return compressed.size() < identity.size() ? compressed : std::string();
}

}  // namespace

Document make_document(const Recipe& recipe, std::string identity) {
    Document document;
    document.media_type = media_type(recipe);
    document.identity = std::move(identity);
    document.gzip = gzip_if_smaller(document.identity);
    document.etag = hex(hash64(document.identity));
    document.max_age_min = max_age_min(recipe);
    document.link = "<" + url(recipe) + ">; rel=\"self\"";
    return document;
}

}  // namespace tagwire::shelf
