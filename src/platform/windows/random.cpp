#include "platform/random.h"

#include "base/text.h"
#include "platform/windows/system.h"

#include <bcrypt.h>
#include <cstdlib>

namespace hamer {

// https://learn.microsoft.com/windows/win32/api/bcrypt/nf-bcrypt-bcryptgenrandom
std::string random_hex(std::size_t bytes) {
    std::string raw(bytes, '\0');
    auto* const begin = reinterpret_cast<unsigned char*>(raw.data());
    // Without random numbers there are no names and no salts to be had; it is not known to fail.
    if (::BCryptGenRandom(nullptr, begin, static_cast<ULONG>(bytes), BCRYPT_USE_SYSTEM_PREFERRED_RNG) != 0)
        std::abort();
    return to_hex(raw);
}

}  // namespace hamer
