// Any bytes are a feed, or refused with a sentence; what is read of entries is clean text, and none is without an id.
#include "base/text.hpp"
#include "content/body.hpp"
#include "feed/old_feed.hpp"

#include "input.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    using namespace tagwire;
    [[maybe_unused]] static const bool prepared = (content::prepare_content(), true);
    const auto entries = feed::read_old_feed(fuzz::text(data, size));
    if (!entries) {
        fuzz::expect(!entries.error().message.empty() && is_utf8(entries.error().message));
        return 0;
    }
    for (const feed::OldEntry& entry : *entries) {
        fuzz::expect(!entry.id.empty());
        for (const std::string& text : {entry.id, entry.link, entry.title}) {
            fuzz::expect(clean_text(text).text == text);
            fuzz::expect(trim(text) == text);
        }
    }
    return 0;
}
