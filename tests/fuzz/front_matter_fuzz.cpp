// The first octet says which options are on, the rest is a file: front matter of any format is found within it and read
// into keys and values, or into errors with a line of the file.
#include "content/front_matter.hpp"

#include "input.hpp"

#include <algorithm>

namespace {

using namespace tagwire;

void check(std::string_view bytes, const content::FrontMatter& found) {
    fuzz::expect(found.body_offset <= bytes.size());
    if (!found.text.empty()) {
        fuzz::expect(found.text.data() >= bytes.data());
        fuzz::expect(found.text.data() + found.text.size() <= bytes.data() + found.body_offset);
    }
    const yaml::Document document = content::parse_front_matter(found, "fuzz.md", Limits{});
    fuzz::expect(document.root.kind == yaml::Kind::map || document.root.kind == yaml::Kind::null);
    fuzz::expect(!has_error(document.problems) || document.root.kind == yaml::Kind::null);
    const auto lines = static_cast<std::size_t>(std::count(bytes.begin(), bytes.end(), '\n') +
                                                std::count(bytes.begin(), bytes.end(), '\r') + 1);
    for (const Problem& problem : document.problems) fuzz::expect(problem.line >= 1 && problem.line <= lines);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    if (size == 0) return 0;
    content::FrontMatterOptions options;
    options.pelican_headers = (data[0] & 1) != 0;
    options.without_opener = (data[0] & 2) != 0;
    const std::string_view bytes = fuzz::text(data, size).substr(1);
    check(bytes, content::find_front_matter(bytes, options));
    return 0;
}
