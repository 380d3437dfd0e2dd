#include "base/packed.hpp"

#include <zstd.h>

#include <cstddef>
#include <stdexcept>

namespace tagwire {

namespace {

constexpr int fastest_level = 1;

}  // namespace

std::string pack(std::string_view text) {
    std::string packed(ZSTD_compressBound(text.size()), '\0');
    const std::size_t size = ZSTD_compress(packed.data(), packed.size(), text.data(), text.size(), fastest_level);
    if (ZSTD_isError(size)) {
        throw std::runtime_error(ZSTD_getErrorName(size));
    }
    packed.resize(size);
    packed.shrink_to_fit();
    return packed;
}

std::string unpack(std::string_view packed) {
    const unsigned long long text_size = ZSTD_getFrameContentSize(packed.data(), packed.size());
    if (text_size == ZSTD_CONTENTSIZE_ERROR || text_size == ZSTD_CONTENTSIZE_UNKNOWN) {
        throw std::runtime_error("not a packed text");
    }
    std::string text(text_size, '\0');
    const std::size_t size = ZSTD_decompress(text.data(), text.size(), packed.data(), packed.size());
    if (ZSTD_isError(size) || size != text.size()) {
        throw std::runtime_error("a damaged packed text");
    }
    return text;
}

}  // namespace tagwire
