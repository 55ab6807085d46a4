// The C library's texts of bytes are UTF-8 in this program.
//
// std::filesystem::path and everything else of the C++ library that makes wide characters of a text asks these
// functions of the C library. Those of msvcrt.dll know UTF-8 in no locale, and take each byte for a character: a folder
// C:\Users\Renée could not be named. So Hamer has its own; the linker is told to take them (CMakeLists.txt). Bytes that
// are no UTF-8 become U+FFFD: a name that cannot be there, rather than an exception.
#include <cerrno>
#include <cstddef>
#include <cstdint>
#include <cwchar>
#include <string>

namespace {

constexpr wchar_t replacement = 0xFFFD;
constexpr auto incomplete = static_cast<std::size_t>(-2);

struct Decoded {
    std::uint32_t point = replacement;
    std::size_t size = 1;
    bool whole = true;
};

// The first character of at least one byte.
Decoded decode(const char* text, std::size_t room) {
    const auto byte = [&](std::size_t at) { return static_cast<std::uint32_t>(static_cast<unsigned char>(text[at])); };
    const std::uint32_t first = byte(0);
    if (first < 0x80) return {first, 1};
    const std::size_t size = first >= 0xF0 && first < 0xF5   ? 4
                             : first >= 0xE0 && first < 0xF0 ? 3
                             : first >= 0xC2 && first < 0xE0 ? 2
                                                             : 0;
    if (size == 0) return {};
    std::uint32_t point = first & (0x7Fu >> size);
    for (std::size_t at = 1; at < size; ++at) {
        if (at == room) return {replacement, at, false};
        if ((byte(at) & 0xC0u) != 0x80u) return {};
        point = point << 6 | (byte(at) & 0x3Fu);
    }
    constexpr std::uint32_t least[] = {0, 0, 0x80, 0x800, 0x10000};
    if (point < least[size] || point > 0x10FFFF || (point >= 0xD800 && point < 0xE000)) return {};
    return {point, size};
}

bool is_high(std::uint32_t unit) { return unit >= 0xD800 && unit < 0xDC00; }
bool is_low(std::uint32_t unit) { return unit >= 0xDC00 && unit < 0xE000; }

std::mbstate_t own_state{};  // for who brings none

}  // namespace

extern "C" {

// A character of four bytes comes out as two halves: the first for three of its bytes, the second, which waits in the
// state, for the last.
std::size_t mbrtowc(wchar_t* into, const char* text, std::size_t room, std::mbstate_t* state) {
    std::mbstate_t& waiting = state != nullptr ? *state : own_state;
    if (text == nullptr) {
        waiting = {};
        return 0;
    }
    if (room == 0) return incomplete;
    if (waiting != 0) {
        if (into != nullptr) *into = static_cast<wchar_t>(waiting);
        waiting = {};
        return 1;
    }
    const Decoded found = decode(text, room);
    if (!found.whole) {
        // Nothing more comes: the C++ library gives all there is.
        if (into != nullptr) *into = replacement;
        return found.size;
    }
    if (found.point < 0x10000) {
        if (into != nullptr) *into = static_cast<wchar_t>(found.point);
        return found.point == 0 ? 0 : found.size;
    }
    const std::uint32_t rest = found.point - 0x10000;
    if (into != nullptr) *into = static_cast<wchar_t>(0xD800 + (rest >> 10));
    waiting = static_cast<std::mbstate_t>(0xDC00 + (rest & 0x3FFu));
    return 3;
}

std::size_t mbrlen(const char* text, std::size_t room, std::mbstate_t* state) {
    static std::mbstate_t own{};
    return mbrtowc(nullptr, text, room, state != nullptr ? state : &own);
}

std::size_t mbsrtowcs(wchar_t* into, const char** text, std::size_t room, std::mbstate_t* state) {
    const char* at = *text;
    for (std::size_t count = 0;; ++count) {
        if (into != nullptr && count == room) {
            *text = at;
            return count;
        }
        // It ends at a byte of zero, so that no character reaches over it.
        const std::size_t left = std::char_traits<char>::length(at);
        wchar_t character = 0;
        const std::size_t size = mbrtowc(&character, at, left + 1, state);
        if (into != nullptr) into[count] = character;
        if (size == 0) {
            if (into != nullptr) *text = nullptr;
            return count;
        }
        at += size;
    }
}

std::size_t wcrtomb(char* into, wchar_t character, std::mbstate_t* state) {
    std::mbstate_t& waiting = state != nullptr ? *state : own_state;
    if (into == nullptr) {
        waiting = {};
        return 1;
    }
    std::uint32_t point = character;
    if (is_high(point)) {
        waiting = static_cast<std::mbstate_t>(point);
        return 0;
    }
    if (is_low(point) && waiting != 0) {
        point = 0x10000 + ((static_cast<std::uint32_t>(waiting) - 0xD800) << 10) + (point - 0xDC00);
    } else if (is_low(point)) {
        point = replacement;
    }
    waiting = {};
    const auto tail = [](std::uint32_t bits) { return static_cast<char>(0x80u | (bits & 0x3Fu)); };
    if (point < 0x80) {
        into[0] = static_cast<char>(point);
        return 1;
    }
    if (point < 0x800) {
        into[0] = static_cast<char>(0xC0u | point >> 6);
        into[1] = tail(point);
        return 2;
    }
    if (point < 0x10000) {
        into[0] = static_cast<char>(0xE0u | point >> 12);
        into[1] = tail(point >> 6);
        into[2] = tail(point);
        return 3;
    }
    into[0] = static_cast<char>(0xF0u | point >> 18);
    into[1] = tail(point >> 12);
    into[2] = tail(point >> 6);
    into[3] = tail(point);
    return 4;
}

std::size_t wcsrtombs(char* into, const wchar_t** text, std::size_t room, std::mbstate_t* state) {
    std::size_t count = 0;
    for (const wchar_t* at = *text;; ++at) {
        char bytes[4];
        const std::size_t size = wcrtomb(bytes, *at, state);
        if (into != nullptr && count + size > room) {
            *text = at;
            return count;
        }
        for (std::size_t i = 0; into != nullptr && i < size; ++i) into[count + i] = bytes[i];
        if (*at == L'\0') {
            if (into != nullptr) *text = nullptr;
            return count;
        }
        count += size;
    }
}

}  // extern "C"
