// The answer "no" to a command. The situation is unchanged. Codes are a contract of the line interface.
#pragma once

#include "base/text.h"

#include <string_view>
#include <tl/expected.hpp>

namespace hamer {

enum class RefusalCode { BadJson, UnknownEvent, NotEnabled, MissingField, BadField, BadTime, Storage };

[[nodiscard]] constexpr std::string_view word(RefusalCode code) {
    switch (code) {
        case RefusalCode::BadJson:
            return "bad-json";
        case RefusalCode::UnknownEvent:
            return "unknown-event";
        case RefusalCode::NotEnabled:
            return "not-enabled";
        case RefusalCode::MissingField:
            return "missing-field";
        case RefusalCode::BadField:
            return "bad-field";
        case RefusalCode::BadTime:
            return "bad-time";
        case RefusalCode::Storage:
            return "storage";
    }
    return "";
}

struct Refusal {
    RefusalCode code = RefusalCode::NotEnabled;
    LocalText message;
};

template <typename Value>
using Decision = tl::expected<Value, Refusal>;

}  // namespace hamer
