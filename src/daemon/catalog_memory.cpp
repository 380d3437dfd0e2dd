#include "daemon/catalog_memory.hpp"

#include <algorithm>

namespace tagwire::daemon {

namespace {

void add_feed(const state::FeedRecord& record, std::size_t definition, const state::Store& store,
              catalog::Memory& memory) {
    if (!record.taxonomy.empty())
        memory.terms.push_back({record.taxonomy, record.name.term, record.title, record.slug});
    catalog::RememberedPages pages{{definition, record.name.term}, {}};
    for (const state::PageRecord& page : store.pages(record.name)) pages.last_numbers.push_back(page.last_number);
    if (!pages.last_numbers.empty()) memory.pages.push_back(std::move(pages));
}

}  // namespace

catalog::Memory catalog_memory(const state::Store& store, const std::vector<feed::Definition>& definitions) {
    catalog::Memory memory;
    memory.as_of = store.marks().as_of;
    memory.next_number = store.marks().next_number;
    memory.articles.reserve(store.count_articles());
    store.for_each_article([&](const state::ArticleRecord& record) {
        memory.articles.push_back({record.article, record.entered});
    });
    store.for_each_feed([&](const state::FeedRecord& record) {
        const auto definition = std::find_if(definitions.begin(), definitions.end(), [&](const auto& one) {
            return one.name == record.name.definition && one.each == record.taxonomy;
        });
        if (definition == definitions.end()) return;
        add_feed(record, static_cast<std::size_t>(definition - definitions.begin()), store, memory);
    });
    return memory;
}

void remember_entries(const catalog::Update& update, state::Store& store) {
    for (const catalog::Renumbered& renumbered : update.entered) {
        const state::ArticleRecord* const known = store.article(renumbered.path);
        if (known == nullptr || known->entered == renumbered.entered) continue;
        state::ArticleRecord record = *known;
        record.entered = renumbered.entered;
        store.remember(std::move(record));
    }
}

}  // namespace tagwire::daemon
