// Who reads a paper of a record. Each reader's paper has only what that reader may see.
#pragma once

#include <array>
#include <string_view>

namespace hamer {

// Municipality: the record as a whole (report/document.h). Police: report/police_annex.h.
// Public: report/public_copy.h.
enum class PaperFor { Municipality, Police, Public };
inline constexpr std::array<std::string_view, 3> paper_for_words = {"municipality", "police", "public"};

}  // namespace hamer
