// Any file can be read: front matter of every kind, dates, terms, summaries. What comes out is fit for feeds.
#include "base/text.hpp"
#include "content/body.hpp"
#include "content/read_article.hpp"

#include "input.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    using namespace tagwire;
    [[maybe_unused]] static const bool prepared = (content::prepare_content(), true);
    content::ReadingOptions options;
    options.site_url = "https://example.org/";
    const auto reading = content::read_article("post/2025-02-10-fuzz.md", fuzz::text(data, size), options);
    if (std::holds_alternative<content::Broken>(reading.outcome)) fuzz::expect(has_error(reading.problems));
    if (const auto* article = std::get_if<content::ParsedArticle>(&reading.outcome)) {
        const auto& metadata = article->metadata;
        fuzz::expect(clean_text(metadata.title).text == metadata.title);
        fuzz::expect(clean_text(metadata.summary).text == metadata.summary);
        fuzz::expect(metadata.body_offset + metadata.body_bytes <= size);
    }
    return 0;
}
