// Any Markdown, with shortcodes of any kind, becomes HTML that is strict, safe and free of what XML forbids; cleaning
// it once more changes nothing.
#include "base/text.hpp"
#include "content/body.hpp"
#include "support/strict_html.hpp"

#include "input.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    using namespace tagwire;
    [[maybe_unused]] static const bool prepared = (content::prepare_content(), true);
    constexpr std::string_view page = "https://example.org/post/";
    const auto body = content::render_body(fuzz::text(data, size), {content::BodyFormat::markdown, page, "", true});
    fuzz::expect(clean_text(body.html).text == body.html);
    fuzz::expect(support::StrictHtml::fault_of(body.html).empty());
    const auto summary = content::summary_of(fuzz::text(data, size), {content::BodyFormat::markdown, 300, {}});
    fuzz::expect(clean_text(summary).text == summary);
    fuzz::expect(content::clean_html(body.html, page, "") == body.html);
    return 0;
}
