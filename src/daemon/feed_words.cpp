#include "daemon/feed_words.hpp"

#include <algorithm>

namespace tagwire::daemon {

namespace {

std::string common_language(const std::vector<content::ArticlePtr>& entries) {
    if (entries.empty()) return {};
    const std::string& first = entries.front()->metadata.language;
    const bool agree = std::all_of(entries.begin(), entries.end(),
                                   [&](const auto& article) { return article->metadata.language == first; });
    return agree ? first : std::string();
}

}  // namespace

void set_words(feed::Feed& feed, const Settings& settings, const feed::Definition& definition,
               const feed::TemplateValues& values, const std::vector<content::ArticlePtr>& entries) {
    const feed::Site& site = settings.site;
    feed.title = feed::expand(definition.title, values);
    feed.description = site.description.empty() ? feed.title : site.description;
    if (definition.each == feed::language_taxonomy) {
        feed.language = values.term;
    } else {
        feed.language = site.language.empty() ? common_language(entries) : site.language;
    }
}

}  // namespace tagwire::daemon
