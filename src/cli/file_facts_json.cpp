#include "cli/file_facts.hpp"
#include "cli/output.hpp"

#include <boost/json.hpp>

namespace tagwire::cli {

namespace {

namespace json = boost::json;
using content::Article;
using state::IdOrigin;

std::string_view name(FileKind kind) {
    static constexpr std::string_view names[] = {"article", "skipped", "broken", "missing"};
    return names[static_cast<std::size_t>(kind)];
}

std::string_view name(IdOrigin origin) {
    switch (origin) {
        case IdOrigin::front_matter: return "front-matter";
        case IdOrigin::permalink: return "permalink";
        case IdOrigin::imported: return "imported";
        case IdOrigin::minted: break;
    }
    return "minted";
}

json::value or_null(const std::optional<Instant>& instant) {
    return instant ? json::value(rfc3339(*instant)) : json::value();
}

json::array to_json(const std::vector<FeedPlace>& places) {
    json::array list;
    for (const FeedPlace& place : places) {
        json::object urls;
        for (const feed::Format format : feed::all_formats) {
            const std::string url = place.url(format);
            if (!url.empty()) urls[feed::name(format)] = url;
        }
        list.push_back({{"title", place.feed->title},
                        {"current", place.in_current},
                        {"archive_page", place.page == 0 ? json::value() : json::value(place.page)},
                        {"urls", std::move(urls)}});
    }
    return list;
}

json::value to_json(const Remembered& remembered) {
    if (!remembered.article) return nullptr;
    const FileVersion& file = remembered.article->file;
    return json::object{
        {"first_seen", rfc3339(remembered.article->first_seen)},
        {"file_bytes", file.size},
        {"file_modified", or_null(file.modified == Instant{} ? std::nullopt : std::optional(file.modified))}};
}

json::value article_to_json(const FileFacts& facts) {
    if (!facts.article) return nullptr;
    const Article& article = *facts.article->article;
    return json::object{{"title", article.metadata.title},
                        {"state", facts.state},
                        {"appears", or_null(facts.appears)},
                        {"goes", or_null(facts.goes)},
                        {"id", article.id},
                        {"id_from", name(facts.article->id_from)},
                        {"published", rfc3339(article.published)},
                        {"published_frozen", facts.article->published_frozen},
                        {"updated", rfc3339(article.updated)},
                        {"link", article.metadata.link},
                        {"feeds", to_json(facts.feeds)}};
}

}  // namespace

json::object to_json(const FileFacts& facts) {
    json::array problems;
    for (const Problem& problem : facts.problems) problems.push_back(cli::to_json(problem));
    json::array deleted;
    for (const state::ArticleRecord& record : facts.remembered.deleted) {
        deleted.push_back({{"id", record.article->id},
                           {"title", record.article->metadata.title},
                           {"deleted", or_null(record.deleted)}});
    }
    return {{"path", facts.path},
            {"kind", name(facts.kind)},
            {"reason", facts.reason.empty() ? json::value() : json::value(facts.reason)},
            {"problems", std::move(problems)},
            {"article", article_to_json(facts)},
            {"remembered", to_json(facts.remembered)},
            {"deleted", std::move(deleted)}};
}

}  // namespace tagwire::cli
