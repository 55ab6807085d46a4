// The text in a journal line: UTF-8 (RFC 3629) without control characters below 0x20.
#pragma once

#include <string_view>

namespace hamer {

enum class PayloadCheck {
    Whole,      // text, to the last byte
    Beginning,  // text, save that its last character is cut off
    Wrong,      // not text
};

// Fast on ASCII: it looks at every byte of every journal that is opened.
[[nodiscard]] PayloadCheck check_payload(std::string_view bytes);

}  // namespace hamer
