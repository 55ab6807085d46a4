#include "platform/random.h"

#include "base/text.h"

#include <cstdlib>
#include <sys/random.h>

namespace hamer {

std::string random_hex(std::size_t bytes) {
    std::string raw(bytes, '\0');
    std::size_t filled = 0;
    while (filled < bytes) {
        const ssize_t got = getrandom(raw.data() + filled, bytes - filled, 0);
        if (got > 0) filled += static_cast<std::size_t>(got);
    }
    return to_hex(raw);
}

}  // namespace hamer
