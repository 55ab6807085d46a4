#include "journal/payload.h"

#include <algorithm>
#include <cstdint>
#include <cstring>

namespace hamer {

namespace {

// True when all eight bytes are ASCII and at least 0x20.
bool eight_plain(const char* bytes) {
    std::uint64_t word = 0;
    std::memcpy(&word, bytes, sizeof word);
    constexpr std::uint64_t high_bits = 0x8080808080808080;
    // With the high bit of each byte set, taking 0x20 off clears that bit exactly in the bytes that were below 0x20.
    return (word & high_bits) == 0 && (((word | high_bits) - 0x2020202020202020) & high_bits) == high_bits;
}

struct Sequence {
    std::size_t length = 0;  // 0: no character begins like this
    unsigned char second_from = 0x80;
    unsigned char second_to = 0xBF;
};

// The table of RFC 3629, section 4: the second byte's bounds keep out overlong forms, surrogates and what is above
// U+10FFFF.
Sequence sequence(unsigned char lead) {
    if (lead < 0xC2 || lead > 0xF4) return {};
    if (lead < 0xE0) return {2};
    if (lead == 0xE0) return {3, 0xA0, 0xBF};
    if (lead == 0xED) return {3, 0x80, 0x9F};
    if (lead < 0xF0) return {3};
    if (lead == 0xF0) return {4, 0x90, 0xBF};
    if (lead == 0xF4) return {4, 0x80, 0x8F};
    return {4};
}

}  // namespace

PayloadCheck check_payload(std::string_view bytes) {
    std::size_t at = 0;
    while (at < bytes.size()) {
        if (bytes.size() - at >= 8 && eight_plain(bytes.data() + at)) {
            at += 8;
            continue;
        }
        const auto lead = static_cast<unsigned char>(bytes[at]);
        if (lead < 0x20) return PayloadCheck::Wrong;
        if (lead < 0x80) {
            ++at;
            continue;
        }
        const Sequence expected = sequence(lead);
        if (expected.length == 0) return PayloadCheck::Wrong;
        const std::size_t there = std::min(expected.length, bytes.size() - at);
        for (std::size_t i = 1; i < there; ++i) {
            const auto byte = static_cast<unsigned char>(bytes[at + i]);
            const unsigned char from = i == 1 ? expected.second_from : 0x80;
            const unsigned char to = i == 1 ? expected.second_to : 0xBF;
            if (byte < from || byte > to) return PayloadCheck::Wrong;
        }
        if (there < expected.length) return PayloadCheck::Beginning;
        at += there;
    }
    return PayloadCheck::Whole;
}

}  // namespace hamer
