// What kind of meeting it is. The words depend on it: only in an open council meeting does the chair demand under
// art. 26 Gemeentewet; a committee and any other gathering have the municipality's right to its building (Sr 138, 139).
#pragma once

#include <array>
#include <string_view>

namespace hamer {

enum class MeetingKind { Council, Committee, Other };
inline constexpr std::array<std::string_view, 3> meeting_kind_words = {"council", "committee", "other"};

}  // namespace hamer
