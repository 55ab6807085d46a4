#include "base/crc32.h"

#include <fmt/format.h>
#include <zlib.h>

namespace hamer {

std::string crc32_hex(std::string_view bytes) {
    const uLong sum = crc32_z(0, reinterpret_cast<const Bytef*>(bytes.data()), bytes.size());
    return fmt::format("{:08x}", sum);
}

}  // namespace hamer
