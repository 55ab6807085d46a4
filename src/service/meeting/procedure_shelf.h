// The procedures from which one is chosen for a meeting: the settings' own, and those that lie beside it.
//
// Files from elsewhere are untrusted: what cannot be read, or has the id of another one, is left out and never keeps a
// meeting from beginning. What was chosen is read whole, and refused with its place, when it is used.
#pragma once

#include "base/text.h"
#include "platform/files.h"
#include "procedure/meeting_kind.h"

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

namespace hamer {

struct OfferedProcedure {
    std::string file;  // its name in errors
    std::string text;  // as it was read
    std::string id;
    LocalText title;
    std::vector<MeetingKind> meetings;  // the kinds that it is for; empty: any

    [[nodiscard]] bool is_for(MeetingKind kind) const;
};

inline constexpr std::size_t most_procedures = 40;            // in a folder, by name
inline constexpr std::uint64_t largest_procedure = 4u << 20;  // bytes

// All *.json in the folder of `file`, by name, but for that file itself.
[[nodiscard]] std::vector<OfferedProcedure> procedures_beside(FileSystem& files, const std::filesystem::path& file);

}  // namespace hamer
