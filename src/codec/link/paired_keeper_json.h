// With which keeper this device is paired, as it is kept here: keeper.json in the device's own folder (docs/link.md,
// "Pairing"). It holds a key, so it is its owner's alone.
#pragma once

#include "base/result.h"
#include "codec/link/link_code.h"

#include <cstddef>
#include <string>
#include <string_view>

namespace hamer {

inline constexpr std::size_t longest_roots = 1u << 20;

struct PairedKeeper {
    std::string address;  // wss://…
    std::string device;   // what the keeper calls this one
    LinkRole role = LinkRole::Chair;
    std::string key;      // 64 hexadecimal digits
    std::string roots{};  // certificates to trust there instead of the system's: a PEM file's text; mostly empty
    bool operator==(const PairedKeeper&) const = default;
};

[[nodiscard]] Result<PairedKeeper> read_paired_keeper(std::string_view text, const std::string& file);
[[nodiscard]] std::string write_paired_keeper(const PairedKeeper& paired);

}  // namespace hamer
