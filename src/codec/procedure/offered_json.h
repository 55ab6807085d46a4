// What a procedure file says of itself before anybody chooses it; the rest of the file is not looked at.
#pragma once

#include "base/result.h"
#include "base/text.h"
#include "procedure/meeting_kind.h"

#include <string>
#include <string_view>
#include <vector>

namespace hamer {

struct ProcedureHead {
    std::string id;
    LocalText title;
    std::vector<MeetingKind> meetings;  // the kinds that it is for; empty: any
};

// `file` names it in errors.
[[nodiscard]] Result<ProcedureHead> read_procedure_head(std::string_view text, const std::string& file);

}  // namespace hamer
