// The keeper that this device is paired with: kept in the device's own folder, made by a code that the keeper shows.
#pragma once

#include "base/time.h"
#include "codec/link/paired_keeper_json.h"
#include "network/link_client.h"
#include "platform/files.h"

#include <chrono>
#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <string>

namespace hamer {

inline constexpr std::string_view paired_keeper_name = "keeper.json";

// Nothing where there is none. Refused when others than its owner may read it: it holds a key.
[[nodiscard]] Result<std::optional<PairedKeeper>> paired_keeper(FileSystem& files, const std::filesystem::path& folder);
// Makes the folder; 0600, durable when this returns.
[[nodiscard]] Status keep_paired_keeper(FileSystem& files, const std::filesystem::path& folder,
                                        const PairedKeeper& paired);
// Done where there was none. The keeper still lists the device until it is revoked there.
[[nodiscard]] Status forget_paired_keeper(FileSystem& files, const std::filesystem::path& folder);

struct PairingAsked {
    std::string address;  // as typed
    std::string code;     // six digits
    std::string name;     // of this device, for the keeper's list
    std::string program;
};
// A connection to the address, which tells `changed` when something came (network/link_client.h).
using OpenLink = std::function<Result<std::unique_ptr<LinkClient>>(std::function<void()> changed)>;

// Waits for the keeper's answer, for `patience` at most: not for a window's thread. What the keeper refuses is an Error
// of kind Refused, in words.
[[nodiscard]] Result<PairedKeeper> pair_with_keeper(const PairingAsked& asked, const OpenLink& open,
                                                    std::chrono::milliseconds patience, const Clock& clock);

}  // namespace hamer
