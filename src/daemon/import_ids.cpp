#include "daemon/import_ids.hpp"

#include "base/slug.hpp"
#include "base/text.hpp"
#include "base/uri.hpp"

#include <algorithm>
#include <chrono>
#include <map>
#include <string_view>

namespace tagwire::daemon {

namespace {

using content::Article;
using content::ArticlePtr;
using feed::OldEntry;

// What is not ASCII stays as it is: readers compare ids character by character.
bool is_iri(std::string_view id) {
    for (std::string_view rest = id; !rest.empty();) {
        const char32_t character = take_code_point(rest);
        if (is_blank(character) || character < 0x20 || (character >= 0x7F && character < 0xA0)) return false;
    }
    return !scheme_of(id).empty() && to_uri(id).has_value();
}

std::string decoded(std::string_view part) {
    const auto plain = decode_percent(part);
    return nfc(plain ? *plain : part);
}

// Path and query; empty for the front page, which is no article's.
std::string link_key(std::string_view link) {
    const std::string uri = to_uri(link).value_or("");
    std::string key = decoded(path_of(uri));
    if (key.ends_with("/index.html")) key.resize(key.rfind('/'));
    while (key.ends_with('/')) key.pop_back();
    const std::string_view whole = std::string_view(uri).substr(0, uri.find('#'));
    const auto question = whole.find('?');
    if (question != std::string_view::npos) key += decoded(whole.substr(question));
    return key;
}

enum class Precision { instant, day };

// Empty without a title.
std::string title_key(std::string_view title, Instant published, Precision precision, const TimeZone& zone) {
    const std::string key = term_key(title);
    if (key.empty()) return {};
    if (precision == Precision::instant) return key + '\n' + rfc3339(whole_seconds(published));
    const auto day = std::chrono::floor<std::chrono::days>(zone.to_local(published));
    return key + '\n' + std::to_string(day.time_since_epoch().count());
}

class Matcher {
  public:
    Matcher(const std::vector<OldEntry>& entries, const ImportTargets& targets)
        : entries_(entries),
          targets_(targets),
          outcomes_(entries.size()) {}

    [[nodiscard]] ImportedIds match() {
        refuse_ids();
        match_by(
            MatchedBy::id, [](const OldEntry& entry) { return entry.id; },
            [](const Article& article) { return article.id; });
        match_by(
            MatchedBy::link, [](const OldEntry& entry) { return link_key(entry.link.empty() ? entry.id : entry.link); },
            [](const Article& article) { return link_key(article.metadata.link); });
        match_by_title(Precision::instant);
        match_by_title(Precision::day);
        return result();
    }

  private:
    struct Outcome {
        const Article* article = nullptr;
        MatchedBy how = MatchedBy::link;
        bool refused = false;
        std::string reason;  // may be there before it is refused
        [[nodiscard]] bool is_open() const { return article == nullptr && !refused; }
    };
    using KeyOfEntry = std::string(const OldEntry&);
    using KeyOfArticle = std::string(const Article&);

    void refuse(Outcome& outcome, std::string reason) {
        outcome.refused = true;
        outcome.reason = std::move(reason);
    }

    void refuse_ids() {
        std::set<std::string_view> seen;
        for (std::size_t i = 0; i < entries_.size(); ++i) {
            if (!is_iri(entries_[i].id)) {
                refuse(outcomes_[i], "its id is no URI, which Atom demands of ids");
            } else if (!seen.insert(entries_[i].id).second) {
                refuse(outcomes_[i], "an entry before it has the same id");
            }
        }
    }

    void match_by_title(Precision precision) {
        const auto of_entry = [&](const OldEntry& entry) {
            return entry.published ? title_key(entry.title, *entry.published, precision, targets_.zone) : std::string();
        };
        const auto of_article = [&](const Article& article) {
            return title_key(article.metadata.title, article.published, precision, targets_.zone);
        };
        match_by(MatchedBy::title_and_date, of_entry, of_article);
    }

    // Decides the entries that are still open and have the key of exactly one article. Titles are less of a proof than
    // links: one article must then have exactly one entry, too, and what has been matched is out of the question.
    void match_by(MatchedBy how, const std::function<KeyOfEntry>& key_of_entry,
                  const std::function<KeyOfArticle>& key_of_article) {
        const bool by_title = how == MatchedBy::title_and_date;
        std::multimap<std::string, const Article*> articles;
        for (const ArticlePtr& article : targets_.articles) {
            if (!by_title || taken_.count(article.get()) == 0)
                articles.emplace(key_of_article(*article), article.get());
        }
        std::multimap<std::string, std::size_t> entries;
        for (std::size_t i = 0; i < entries_.size(); ++i) {
            std::string key = outcomes_[i].is_open() ? key_of_entry(entries_[i]) : std::string();
            if (!key.empty()) entries.emplace(std::move(key), i);
        }
        for (const auto& [key, i] : entries) {  // those of one key in their order
            const auto candidates = articles.count(key);
            if (candidates > 1 || (by_title && candidates == 1 && entries.count(key) > 1)) {
                outcomes_[i].reason =
                    by_title ? "several articles or entries have its title and date" : "several articles have its link";
            } else if (candidates == 1) {
                decide(i, *articles.find(key)->second, how);
            }
        }
    }

    void decide(std::size_t i, const Article& article, MatchedBy how) {
        Outcome& outcome = outcomes_[i];
        if (how != MatchedBy::id && targets_.with_own_id.count(article.path) > 0) {
            refuse(outcome, article.path + " has an id of its own in its front matter");
        } else if (!taken_.insert(&article).second) {
            refuse(outcome, article.path + " has its id from another entry");
        } else {
            outcome.article = &article;
            outcome.how = how;
        }
    }

    [[nodiscard]] ImportedIds result() {
        ImportedIds ids;
        for (std::size_t i = 0; i < entries_.size(); ++i) {
            Outcome& outcome = outcomes_[i];
            if (outcome.article != nullptr) {
                ids.matched.push_back({entries_[i], outcome.article->path, outcome.how});
            } else {
                if (outcome.reason.empty()) outcome.reason = "no article has its link, nor its title and date";
                ids.unmatched.push_back({entries_[i], std::move(outcome.reason)});
            }
        }
        return ids;
    }

    const std::vector<OldEntry>& entries_;
    const ImportTargets& targets_;
    std::vector<Outcome> outcomes_;  // of the entries, in their order
    std::set<const Article*> taken_;
};

}  // namespace

ImportedIds match_ids(const std::vector<OldEntry>& entries, const ImportTargets& targets) {
    return Matcher(entries, targets).match();
}

}  // namespace tagwire::daemon
