// Who reads a paper of a record. Each reader's paper has only what that reader may see.
#pragma once

#include <array>
#include <string_view>

namespace hamer {

// Municipality: the record as a whole (report/document.h). Police: report/police_annex.h.
// Public: report/public_copy.h. Meeting: the chair and the ushers, of a risk estimate (report/beforehand.h).
enum class PaperFor { Municipality, Police, Public, Meeting };
inline constexpr std::array<std::string_view, 4> paper_for_words = {"municipality", "police", "public", "meeting"};

}  // namespace hamer
