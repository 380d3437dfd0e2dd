// Any HTML can be cleaned: what comes out is strict, safe and free of what XML forbids, and cleaning it once more
// changes nothing.
#include "base/text.hpp"
#include "content/body.hpp"
#include "support/strict_html.hpp"

#include "input.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    using namespace tagwire;
    [[maybe_unused]] static const bool prepared = (content::prepare_content(), true);
    constexpr std::string_view page = "https://example.org/post/";
    const auto html = content::clean_html(fuzz::text(data, size), page, "");
    fuzz::expect(clean_text(html).text == html);
    fuzz::expect(support::StrictHtml::fault_of(html).empty());
    fuzz::expect(content::clean_html(html, page, "") == html);
    return 0;
}
