// One of the ways to pause the broadcast, as the settings and a user's choices name it. Internal to codec/.
#pragma once

#include "codec/json/cursor.h"
#include "session/settings.h"

#include <algorithm>

namespace hamer {

inline BroadcastWay broadcast_way_from(const Cursor& at) {
    const auto found = std::ranges::find(broadcast_way_words, at.string());
    if (found == broadcast_way_words.end()) at.fail("expected regie, obs or command");
    return static_cast<BroadcastWay>(found - broadcast_way_words.begin());
}

}  // namespace hamer
