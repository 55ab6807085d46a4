// What the program asks of the heap: a count that is the same on every machine, where time is not.
#pragma once

#include <cstdint>

namespace hamer::test {

// Bytes that this thread has asked for by `new` since the program began, whether it gave them back or not. Nothing
// where a sanitizer has the heap.
[[nodiscard]] std::uint64_t bytes_asked();
[[nodiscard]] bool counts_what_is_asked();

// Bytes of the heap in use at this moment, by all threads.
[[nodiscard]] std::uint64_t bytes_in_use();

}  // namespace hamer::test
