// Strict JSON (RFC 8259) from people and other programs: bounded, no duplicate keys, valid UTF-8, order kept.
//
// Only the .cpp files of codec/ include nlohmann's json.hpp; this header is for them.
#pragma once

#include "base/result.h"

#include <nlohmann/json_fwd.hpp>
#include <string>
#include <string_view>

namespace hamer {

using Json = nlohmann::ordered_json;

struct JsonLimits {
    std::size_t depth = 64;
    std::size_t keys = 4096;         // in one object
    std::size_t values = 1'000'000;  // in all
};

// `where` names the file (or "line 3" of a stream) in errors; these add line and column.
[[nodiscard]] Result<Json> parse_json(std::string_view text, const std::string& where, const JsonLimits& limits = {});

}  // namespace hamer
