#include "shelf/gzip.hpp"

#include <libdeflate.h>

#include <memory>
#include <new>

namespace tagwire::shelf {

namespace {

constexpr int gzip_level = 6;

struct FreeCompressor {
    void operator()(libdeflate_compressor* compressor) const { libdeflate_free_compressor(compressor); }
};
using Compressor = std::unique_ptr<libdeflate_compressor, FreeCompressor>;

// One for each thread: making one costs more than compressing a small document.
libdeflate_compressor& compressor() {
    thread_local const Compressor compressor(libdeflate_alloc_compressor(gzip_level));
    if (!compressor) {
        throw std::bad_alloc();
    }
    return *compressor;
}

}  // namespace

std::string gzip(std::string_view bytes) {
    std::string compressed(libdeflate_gzip_compress_bound(&compressor(), bytes.size()), '\0');
    compressed.resize(
        libdeflate_gzip_compress(&compressor(), bytes.data(), bytes.size(), compressed.data(), compressed.size()));
    compressed.shrink_to_fit();
    return compressed;
}

}  // namespace tagwire::shelf
