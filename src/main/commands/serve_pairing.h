// Asking for a pairing code: of this keeper, or of the one that runs on the same folder, from another terminal.
//
// The code is drawn by who asks and lies in a file of the keeper's folder, 0600, until the keeper takes it: within a
// second. Whoever may write there may do anything with the keeper's copies anyway.
#pragma once

#include "codec/link/link_code.h"
#include "platform/files.h"

#include <filesystem>
#include <optional>
#include <string>

namespace hamer {

struct AskedCode {
    std::string code;  // six digits
    LinkRole role = LinkRole::Onlooker;
};

[[nodiscard]] AskedCode draw_code(LinkRole role);
// For the keeper that runs on this folder. Waits until it took it; Refused where it does not.
[[nodiscard]] Status ask_for_code(FileSystem& files, const std::filesystem::path& folder, const AskedCode& asked);
// What was asked for; it is gone from the folder then. Nothing where nobody asks, or the file cannot be read.
[[nodiscard]] std::optional<AskedCode> take_asked_code(FileSystem& files, const std::filesystem::path& folder);

}  // namespace hamer
