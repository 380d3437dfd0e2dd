// The terms that an article is filed under.
#pragma once

#include "base/limits.hpp"
#include "content/article.hpp"
#include "content/conventions.hpp"
#include "content/fields.hpp"
#include "content/read_article.hpp"

#include <vector>

namespace tagwire::content {

// One list for each taxonomy that has terms, in the order given. A text is split at commas, unless the options say
// otherwise, a list is not; lists in lists are flattened; of a map its `name` counts. Terms equal by term_key() are
// one, in the first spelling. Zola's `taxonomies: {tags: …}` is read like `tags: …`. More than
// Limits::terms_per_article_max are warned of, "too-many-terms", and left out. The categories of the place come first;
// its language counts where the file names none.
[[nodiscard]] std::vector<TermList> read_terms(const Fields& fields, const Place& place, const ReadingOptions& options);

}  // namespace tagwire::content
