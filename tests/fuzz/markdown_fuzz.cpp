// Any Markdown becomes clean HTML: cleaning it once more changes nothing.
#include "base/text.hpp"
#include "content/body.hpp"

#include "input.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    using namespace tagwire;
    [[maybe_unused]] static const bool prepared = (content::prepare_content(), true);
    constexpr std::string_view page = "https://example.org/post/";
    const auto body = content::render_body(fuzz::text(data, size), {content::BodyFormat::markdown, page, "", true});
    fuzz::expect(is_utf8(body.html));
    fuzz::expect(content::clean_html(body.html, page, "") == body.html);
    return 0;
}
