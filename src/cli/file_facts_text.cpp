#include "cli/file_facts.hpp"
#include "cli/output.hpp"

#include <spdlog/fmt/fmt.h>

namespace tagwire::cli {

namespace {

using content::Article;
using content::DateOrigin;
using state::IdOrigin;

std::string what_it_is(const FileFacts& facts) {
    switch (facts.kind) {
        case FileKind::missing: return "There is no file " + facts.path + ".\n";
        case FileKind::skipped: return facts.path + " is no article: " + facts.reason + ".\n";
        case FileKind::article: return facts.path + " is an article.\n";
        case FileKind::broken: break;
    }
    return facts.path + " cannot be read" +
           (facts.article ? "; its last good version stays in the feeds.\n"
                          : ", and there is no good version of it.\n");
}

std::string visibility(const FileFacts& facts, const Article& article) {
    if (facts.state == "draft") return "Readers do not see it: it is a draft.\n";
    if (facts.state == "unlisted") return "It stands in no feed: it is unlisted.\n";
    if (facts.state == "scheduled") return fmt::format("Readers will see it from {} on.\n", rfc3339(*facts.appears));
    if (facts.state == "expired")
        return fmt::format("Readers do not see it any more: it expired at {}.\n", rfc3339(*article.metadata.expires));
    if (facts.state == "held")
        return fmt::format("It is held back: readers will see it from {} on, unless it is edited before.\n",
                           rfc3339(*facts.appears));
    if (facts.state == "duplicate")
        return fmt::format("Readers do not see it: it tells of {}, as {} does.\n", article.metadata.external_url,
                           facts.original_at);
    return "Readers see it.\n";
}

std::string_view words_for(IdOrigin origin) {
    switch (origin) {
        case IdOrigin::front_matter: return "which its front matter gives";
        case IdOrigin::permalink: return "the URL that its page had when it was first seen";
        case IdOrigin::imported: return "which was imported from an old feed";
        case IdOrigin::minted: break;
    }
    return "minted from the path at which it was first seen";
}

std::string_view words_for(DateOrigin origin) {
    switch (origin) {
        case DateOrigin::front_matter: return "as its front matter says";
        case DateOrigin::last_modified_key: return "from the date of its last change in the front matter";
        case DateOrigin::file_name: return "from its file's name";
        case DateOrigin::permalink: return "from its permalink";
        case DateOrigin::none: break;
    }
    return "from its file's time";
}

std::string dates(const FileFacts& facts, const state::ArticleRecord& record) {
    const Article& article = *record.article;
    std::string text = "Published " + rfc3339(article.published) + ", ";
    if (record.published_frozen) {
        text += fmt::format("{} when it was first seen.\n", words_for(facts.published_from));
    } else {
        text += "as its front matter says.\n";
    }
    text += "Updated " + rfc3339(article.updated);
    if (facts.updated_from_front_matter) return text + ", as its front matter says.\n";
    return text + (article.updated == article.published ? ": it has not changed since.\n"
                                                        : ", when its title, text or link last changed.\n");
}

std::string place_in(const FeedPlace& place) {
    std::string page = place.page == 0 ? "" : fmt::format("on page {} of the archive", place.page);
    if (!place.in_current) return page;
    return "in the current document" + (page.empty() ? "" : " and " + page);
}

std::string feeds(const std::vector<FeedPlace>& places) {
    if (places.empty()) return "It stands in no feed.\n";
    std::string text = "It stands in these feeds:\n";
    for (const FeedPlace& place : places) {
        text += fmt::format("  {}, {}\n", place.feed->title, place_in(place));
        for (const feed::Format format : feed::all_formats) {
            const std::string url = place.url(format);
            if (!url.empty()) text += "    " + url + '\n';
        }
    }
    return text;
}

std::string memory(const FileFacts& facts) {
    if (!facts.has_state) return fmt::format("Nothing is remembered: there is no state in {}.\n", facts.state_folder);
    const Remembered& remembered = facts.remembered;
    std::string text = "Nothing is remembered of it yet.\n";
    if (remembered.article) {
        const FileVersion& file = remembered.article->file;
        text = fmt::format("It is remembered since {}", rfc3339(remembered.article->first_seen));
        if (file.modified != Instant{})
            text += fmt::format(", last as a file of {} bytes of {}", file.size, rfc3339(file.modified));
        text += ".\n";
    }
    for (const state::ArticleRecord& record : remembered.deleted) {
        text += fmt::format("An article that was here was deleted at {}: {} ({})\n", rfc3339(*record.deleted),
                            feed::display_title(*record.article), record.article->id);
    }
    return text;
}

}  // namespace

std::string to_text(const FileFacts& facts) {
    std::string text = what_it_is(facts);
    if (!facts.problems.empty()) text += to_text(facts.problems) + '\n';
    if (facts.article) {
        const Article& article = *facts.article->article;
        text += fmt::format("Its title is {}.\n", feed::display_title(article)) + visibility(facts, article);
        if (facts.goes) text += fmt::format("It goes at {}.\n", rfc3339(*facts.goes));
        text += fmt::format("Its id is {}, {}.\n", article.id, words_for(facts.article->id_from));
        text += dates(facts, *facts.article) + fmt::format("Its page is {}.\n", article.metadata.link);
        text += feeds(facts.feeds);
    } else if (facts.kind == FileKind::article) {
        text += fmt::format("Readers do not see it: {}.\n", facts.reason);
    }
    return text + memory(facts);
}

}  // namespace tagwire::cli
