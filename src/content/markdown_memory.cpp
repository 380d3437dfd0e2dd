#include "content/markdown_memory.hpp"

#include <cmark-gfm.h>

#include <algorithm>
#include <cstring>

namespace tagwire::content {

namespace {

constexpr std::size_t first_block_bytes = std::size_t{64} << 10;

// cmark-gfm hands its allocator no context.
thread_local MarkdownMemory* current = nullptr;

// Stands before each block, so that it can grow.
struct alignas(std::max_align_t) Header {
    std::size_t bytes;
};

void* allocate_array(std::size_t count, std::size_t bytes) { return current->allocate(count * bytes); }
void* reallocate_block(void* block, std::size_t bytes) { return current->reallocate(block, bytes); }
void free_block(void*) {}

}  // namespace

MarkdownMemory::MarkdownMemory(std::size_t bytes_max) : arena_(first_block_bytes), bytes_left_(bytes_max) {
    current = this;
}

MarkdownMemory::~MarkdownMemory() { current = nullptr; }

cmark_mem* MarkdownMemory::allocator() {
    static cmark_mem functions{allocate_array, reallocate_block, free_block};
    return &functions;
}

void* MarkdownMemory::allocate(std::size_t bytes) {
    if (limited_ && bytes > bytes_left_) std::longjmp(exhausted_, 1);
    bytes_left_ -= std::min(bytes, bytes_left_);
    auto* header = static_cast<Header*>(arena_.allocate(sizeof(Header) + bytes));
    header->bytes = bytes;
    return std::memset(header + 1, 0, bytes);
}

void* MarkdownMemory::reallocate(void* block, std::size_t bytes) {
    if (block == nullptr) return allocate(bytes);
    const std::size_t old_bytes = (static_cast<Header*>(block) - 1)->bytes;
    if (bytes <= old_bytes) return block;
    return std::memcpy(allocate(bytes), block, old_bytes);
}

}  // namespace tagwire::content
