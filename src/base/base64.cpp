#include "base/base64.h"

#include <algorithm>
#include <openssl/evp.h>

namespace hamer {

namespace {

constexpr std::size_t at_once = 3u << 20;  // OpenSSL counts in int; a multiple of three needs no padding between

const unsigned char* raw(std::string_view bytes) { return reinterpret_cast<const unsigned char*>(bytes.data()); }

}  // namespace

std::string to_base64(std::string_view bytes) {
    std::string made;
    for (; !bytes.empty(); bytes.remove_prefix(std::min(at_once, bytes.size()))) {
        const std::string_view part = bytes.substr(0, at_once);
        const std::size_t before = made.size();
        made.resize(before + (part.size() + 2) / 3 * 4 + 1);  // and the zero behind it
        EVP_EncodeBlock(reinterpret_cast<unsigned char*>(made.data() + before), raw(part),
                        static_cast<int>(part.size()));
        made.pop_back();
    }
    return made;
}

std::string to_base64url(std::string_view bytes) {
    std::string made = to_base64(bytes);
    std::ranges::replace(made, '+', '-');
    std::ranges::replace(made, '/', '_');
    while (made.ends_with('=')) made.pop_back();
    return made;
}

std::optional<std::string> from_base64(std::string_view text) {
    if (text.size() % 4 != 0) return std::nullopt;
    const std::size_t padding = text.ends_with("==") ? 2 : text.ends_with('=') ? 1 : 0;
    std::string made;
    for (std::string_view left = text; !left.empty(); left.remove_prefix(std::min(at_once, left.size()))) {
        const std::string_view part = left.substr(0, at_once);
        const std::size_t before = made.size();
        made.resize(before + part.size() / 4 * 3);
        const int count = EVP_DecodeBlock(reinterpret_cast<unsigned char*>(made.data() + before), raw(part),
                                          static_cast<int>(part.size()));
        if (count < 0) return std::nullopt;
        made.resize(before + static_cast<std::size_t>(count));
    }
    if (made.size() < padding) return std::nullopt;
    made.resize(made.size() - padding);
    // OpenSSL forgives spaces, and bits that say nothing.
    return to_base64(made) == text ? std::optional(std::move(made)) : std::nullopt;
}

}  // namespace hamer
