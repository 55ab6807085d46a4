// How long a thread worked or slept in a piece of work, without what it waited for a core: a busy machine adds nothing
// to it, a socket or a disk that is waited for does.
#pragma once

#include <chrono>
#include <cstdint>
#include <fstream>

namespace hamer::test {

class OwnWork {
  public:
    // Milliseconds.
    template <typename Work>
    [[nodiscard]] static double of(const Work& work) {
        const double queued = in_the_queue_ms();
        const auto before = std::chrono::steady_clock::now();
        work();
        const double passed =
            std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - before).count();
        return passed - (in_the_queue_ms() - queued);
    }

  private:
    // Of this thread: while it could have run and another one did. Nothing is known where the kernel does not tell.
    static double in_the_queue_ms() {
        std::ifstream told("/proc/thread-self/schedstat");
        std::uint64_t ran = 0;
        std::uint64_t queued = 0;
        told >> ran >> queued;
        return static_cast<double>(queued) / 1e6;
    }
};

}  // namespace hamer::test
