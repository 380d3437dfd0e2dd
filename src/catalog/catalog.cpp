#include "catalog/catalog.hpp"

#include "catalog/catalog_index.hpp"

#include <utility>

namespace tagwire::catalog {

bool is_visible(const content::Article& article, Instant now) {
    const content::Metadata& metadata = article.metadata;
    return !metadata.draft && !metadata.unlisted && first_shown(article) <= now &&
           (!metadata.expires || now < *metadata.expires);
}

Catalog::Catalog(std::vector<feed::Definition> definitions, Duplicates duplicates)
    : index_(std::make_unique<Index>(std::move(definitions), duplicates)) {}
Catalog::~Catalog() = default;
Catalog::Catalog(Catalog&&) noexcept = default;
Catalog& Catalog::operator=(Catalog&&) noexcept = default;

void Catalog::restore(const Memory& memory) { index_->restore(memory); }

Update Catalog::apply(const std::vector<Change>& changes, Instant now) { return index_->update(changes, now); }

Update Catalog::advance(Instant now) { return index_->update({}, now); }

const std::vector<feed::Definition>& Catalog::definitions() const { return index_->feeds().definitions(); }

std::vector<FeedState> Catalog::feeds() const { return index_->feeds().listed(); }

ArticlePtr Catalog::find(std::string_view path) const { return index_->find(path); }

bool Catalog::is_shown(std::string_view path) const { return index_->is_shown(path); }

std::vector<ArticlePtr> Catalog::below(std::string_view folder) const { return index_->below(folder); }

std::vector<ArticlePtr> Catalog::page(const FeedKey& feed, std::size_t number) const {
    return index_->feeds().page(feed, number);
}

std::uint64_t Catalog::next_number() const { return index_->feeds().next_number(); }

bool Catalog::in_a_window(const content::Article& article) const { return index_->feeds().in_a_window(article); }

}  // namespace tagwire::catalog
