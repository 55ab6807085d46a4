// One connection of a keeper: what it has shown itself to be.
#pragma once

#include "link/erasure_telling.h"
#include "link/keeper_link.h"
#include "link/message_rate.h"
#include "link/pairing.h"
#include "link/reader_feed.h"

#include <optional>
#include <string>

namespace hamer {

struct HubConnection {
    LinkTime opened_at = 0;
    std::optional<PairedDevice> device{};  // since `welcome`
    std::optional<KeeperLink> writer{};    // of a chair's device
    std::optional<ReaderFeed> reader{};    // of every other
    ErasureTelling erasures{};             // to a writer
    LinkTime looked_at = 0;                // whether it is still paired
    std::optional<LinkRefused> noted{};    // said to it last: what is repeated is noted once
};

}  // namespace hamer
