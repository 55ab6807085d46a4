// Of which device a session is, where it is not of this one: it came in by an import, and is only to be read here.
#pragma once

#include "base/text.h"

#include <string>

namespace hamer {

struct SessionOrigin {
    std::string device{};  // its name in the network; empty: not known
    std::string key{};     // the fingerprint of the key with which it signs; empty: none is known

    bool operator==(const SessionOrigin&) const = default;
};

// For a person: "raadzaal-1 (sleutel 0123456789abcdef)".
[[nodiscard]] LocalText origin_in_words(const SessionOrigin& origin);

}  // namespace hamer
