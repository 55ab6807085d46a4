#include "allocations.h"

#include <cstdlib>
#include <new>

#if defined(__SANITIZE_ADDRESS__)
// GCC does not ship the header that declares it.
extern "C" std::size_t __sanitizer_get_current_allocated_bytes();
#else
#include <malloc.h>
#endif

namespace {

thread_local std::uint64_t asked = 0;

}  // namespace

#if !defined(__SANITIZE_ADDRESS__)
void* operator new(std::size_t size) {
    asked += size;
    if (void* place = std::malloc(size == 0 ? 1 : size)) return place;
    throw std::bad_alloc();
}
void operator delete(void* place) noexcept { std::free(place); }
void operator delete(void* place, std::size_t) noexcept { std::free(place); }
#endif

namespace hamer::test {

std::uint64_t bytes_asked() { return asked; }

#if defined(__SANITIZE_ADDRESS__)
bool counts_what_is_asked() { return false; }
std::uint64_t bytes_in_use() { return __sanitizer_get_current_allocated_bytes(); }
#else
bool counts_what_is_asked() { return true; }
std::uint64_t bytes_in_use() {
    const auto heap = mallinfo2();
    return heap.uordblks + heap.hblkhd;
}
#endif

}  // namespace hamer::test
