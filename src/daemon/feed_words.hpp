// Title, description and language of a feed's document.
#pragma once

#include "content/article.hpp"
#include "daemon/settings.hpp"
#include "feed/feed.hpp"

#include <string>
#include <vector>

namespace tagwire::daemon {

// Sets them by the definition, the term as it is to be displayed, its slug, and the entries that the document shows.
// Where nobody says which language the feed is in, its entries do if they agree.
void set_words(feed::Feed& feed, const Settings& settings, const feed::Definition& definition,
               const feed::TemplateValues& values, const std::vector<content::ArticlePtr>& entries);

}  // namespace tagwire::daemon
