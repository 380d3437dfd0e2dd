// Any configuration, path and front matter give a sound description, and a link that is an absolute ASCII URI. The
// first byte names the generator, NUL parts the three texts.
#include "site/promises.hpp"

#include "input.hpp"

#include <algorithm>
#include <array>
#include <string_view>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    using namespace tagwire;
    using site::Generator;
    if (size == 0) return 0;
    constexpr std::array generators = {Generator::plain, Generator::hugo, Generator::jekyll,
                                       Generator::hexo,  Generator::zola, Generator::pelican};
    std::string_view rest = fuzz::text(data, size).substr(1);
    const auto take = [&rest] {
        const std::size_t end = std::min(rest.find('\0'), rest.size());
        const std::string_view text = rest.substr(0, end);
        rest.remove_prefix(std::min(end + 1, rest.size()));
        return text;
    };
    const std::string_view configuration = take();
    const std::string_view path = take();
    const Generator generator = generators[data[0] % generators.size()];
    fuzz::expect(site::broken_promise(generator, configuration, path, rest).empty());
    return 0;
}
