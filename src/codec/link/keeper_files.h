// What a keeper has on its disk beside the sessions (docs/link.md, "On the keeper's disk"): JSON, strictly read.
#pragma once

#include "base/result.h"
#include "base/time.h"
#include "codec/link/link_message.h"

#include <string>
#include <string_view>
#include <vector>

namespace hamer {

inline constexpr std::size_t most_devices = 1000;
inline constexpr std::size_t most_erased_texts = 100'000;  // of one session

// A paired device. Its key itself is nowhere but with it.
struct DeviceEntry {
    std::string device;
    LinkRole role = LinkRole::Onlooker;
    std::string name;
    std::string key_sha256;
    Instant paired;
    Instant heard;  // about
    bool operator==(const DeviceEntry&) const = default;
};
[[nodiscard]] Result<std::vector<DeviceEntry>> read_devices(std::string_view text, const std::string& file);
[[nodiscard]] std::string write_devices(const std::vector<DeviceEntry>& devices);

// What that device is to be told of.
struct OwedTexts {
    std::string device;
    std::string id;
    std::vector<LinkTextName> texts;
    bool operator==(const OwedTexts&) const = default;
};
// Of one session.
struct KeptNotes {
    std::vector<std::string> writers;  // the devices that wrote in it
    std::vector<LinkTextName> erased;  // ever
    std::vector<OwedTexts> owed;
    bool operator==(const KeptNotes&) const = default;
};
[[nodiscard]] Result<KeptNotes> read_kept_notes(std::string_view text, const std::string& file);
[[nodiscard]] std::string write_kept_notes(const KeptNotes& notes);

}  // namespace hamer
