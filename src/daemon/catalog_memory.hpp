// Between the store, which knows names, and the catalog, which knows its list of definitions.
#pragma once

#include "catalog/catalog.hpp"
#include "feed/definition.hpp"
#include "state/store.hpp"

#include <vector>

namespace tagwire::daemon {

// What a catalog of these definitions has to be told to go on from where the store says that another one stood.
[[nodiscard]] catalog::Memory catalog_memory(const state::Store& store,
                                             const std::vector<feed::Definition>& definitions);

// Has the store remember which numbers articles have got by an update.
void remember_entries(const catalog::Update& update, state::Store& store);

}  // namespace tagwire::daemon
