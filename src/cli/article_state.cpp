#include "cli/article_state.hpp"

namespace tagwire::cli {

std::string_view state_of(const content::Article& article, const catalog::Catalog& catalog, Instant time) {
    if (article.metadata.draft) return "draft";
    if (article.published > time) return "scheduled";
    if (article.metadata.expires && *article.metadata.expires <= time) return "expired";
    if (article.metadata.unlisted) return "unlisted";
    if (article.held_until > time) return "held";
    return catalog.is_shown(article.path) ? "published" : "duplicate";
}

}  // namespace tagwire::cli
