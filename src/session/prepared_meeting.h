// A meeting that the clerk put ready for the chair, from the estimate of its risks (5.1): what is known of it fills in
// the preparation on its day, and a few lines stand beside it. Nobody is named in those but who the chair has to find.
#pragma once

#include "base/text.h"
#include "procedure/meeting_kind.h"
#include "session/values.h"

#include <optional>
#include <string>
#include <vector>

namespace hamer {

struct PreparedMeeting {
    std::string record;  // the estimate's id
    std::string name;
    std::string date;  // "2026-03-26"
    std::optional<MeetingKind> kind;
    std::string room;  // each of these may be empty: as it is otherwise
    std::string place;
    std::string address;
    std::vector<LocalText> notes;

    bool operator==(const PreparedMeeting&) const = default;
};

// The meeting, with what was put ready in place of what it had.
[[nodiscard]] Meeting filled_in(Meeting meeting, const PreparedMeeting& prepared);
// "Klaargezet door de griffie. Risico: hoog. Politie: wijkagent Jansen, 06-12345678."
[[nodiscard]] std::string words_of(const PreparedMeeting& prepared, Language language);

}  // namespace hamer
