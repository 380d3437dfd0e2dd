// Any HTML can be cleaned, and what is clean stays as it is.
#include "base/text.hpp"
#include "content/body.hpp"

#include "input.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    using namespace tagwire;
    [[maybe_unused]] static const bool prepared = (content::prepare_content(), true);
    constexpr std::string_view page = "https://example.org/post/";
    const auto html = content::clean_html(fuzz::text(data, size), page, "");
    fuzz::expect(is_utf8(html));
    fuzz::expect(content::clean_html(html, page, "") == html);
    return 0;
}
