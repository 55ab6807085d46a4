// What a meeting is, in words: for the texts that name it, and for what somebody put right in it.
#pragma once

#include "base/calendar.h"
#include "base/result.h"
#include "base/text.h"
#include "session/refusal.h"
#include "session/values.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace hamer {

[[nodiscard]] LocalText name_of(MeetingKind kind);  // "raadsvergadering"

// What {place}, {address}, {room}, {meeting_kind}, {date}, {regie_number}… stand for; nothing for a name that is not
// of the meeting or the municipality. May be empty.
[[nodiscard]] std::optional<std::string> meeting_fact(std::string_view name, const Meeting& meeting,
                                                      const Municipality& municipality, Language language);

// The names of all these, for the checker: the usual ones and the municipality's own numbers.
[[nodiscard]] std::vector<std::string> placeholders_with(const Municipality& municipality);

// "Zaal: Trouwzaal (was: Raadzaal); Datum: 13-03-2026 (was: 12-03-2026)"
[[nodiscard]] std::string changes_in_words(const Meeting& before, const Meeting& after, Language language);

// What is wrong with a day as typed for a meeting, in words; empty: nothing. A day may be left open, and with `near`
// its year too.
[[nodiscard]] LocalText wrong_with_date(std::string_view typed, std::optional<Day> near = std::nullopt);

// The meeting as it will be recorded: texts cleaned, a typed day as ISO. Refused without a name, with a day that does
// not exist, with a text that is too long, and where nothing changes. What was there already is not questioned.
[[nodiscard]] Decision<Meeting> corrected(const Meeting& before, Meeting wanted);

}  // namespace hamer
