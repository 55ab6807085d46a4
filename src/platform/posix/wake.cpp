#include "platform/posix/wake.h"

#include <cstdint>
#include <sys/eventfd.h>
#include <unistd.h>

namespace hamer {

Wake::Wake() : descriptor_(::eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK)) {}

Wake::~Wake() {
    if (descriptor_ >= 0) ::close(descriptor_);
}

// Where it cannot be written it was told already.
void Wake::tell() const {
    const std::uint64_t one = 1;
    [[maybe_unused]] const auto written = ::write(descriptor_, &one, sizeof one);
}

void Wake::heard() const {
    std::uint64_t told = 0;
    [[maybe_unused]] const auto read = ::read(descriptor_, &told, sizeof told);
}

}  // namespace hamer
