// The memory of one Markdown document, with a limit.
//
// A few kilobytes of Markdown can ask cmark-gfm for gigabytes: a table of n columns and n one-cell rows has n² cells, a
// long link definition is copied to each of its uses. cmark-gfm aborts the process where its allocator fails. So each
// document gets an arena of its own: where it is exhausted, control returns to attempt() by longjmp, which is what C
// offers, and the arena is given back as a whole. That also spares walking the tree in order to free it.
#pragma once

#include <csetjmp>
#include <cstddef>
#include <memory_resource>

struct cmark_mem;

namespace tagwire::content {

// Stands on the stack of the thread that uses it; one a thread at a time.
class MarkdownMemory {
  public:
    explicit MarkdownMemory(std::size_t bytes_max);
    ~MarkdownMemory();
    MarkdownMemory(const MarkdownMemory&) = delete;
    MarkdownMemory& operator=(const MarkdownMemory&) = delete;

    // What cmark-gfm is given; freeing is not needed.
    [[nodiscard]] static cmark_mem* allocator();

    // Calls `step`, which calls cmark-gfm and leaves no destructor to run; false if memory ran out. Outside of it the
    // limit does not hold.
    template <class Step>
    [[nodiscard]] bool attempt(Step step) {
        if (setjmp(exhausted_) != 0) return limited_ = false;
        limited_ = true;
        step();
        limited_ = false;
        return true;
    }

    [[nodiscard]] void* allocate(std::size_t bytes);  // zeroed
    [[nodiscard]] void* reallocate(void* block, std::size_t bytes);

  private:
    std::pmr::monotonic_buffer_resource arena_;
    std::size_t bytes_left_;
    bool limited_ = false;
    std::jmp_buf exhausted_;
};

}  // namespace tagwire::content
