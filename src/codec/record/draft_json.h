// A draft as JSON, for its file (service/store/draft_folder.h).
#pragma once

#include "base/result.h"
#include "record/draft.h"

#include <string>
#include <string_view>

namespace hamer {

[[nodiscard]] std::string write_draft(const Draft& draft);
// `where` names the file in errors.
[[nodiscard]] Result<Draft> read_draft(std::string_view text, const std::string& where);

}  // namespace hamer
