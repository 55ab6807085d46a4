// The parts of a procedure file that several places hold: guards, buttons, presets, names. Internal to codec/.
#pragma once

#include "codec/json/cursor.h"
#include "procedure/procedure.h"

namespace hamer {

[[nodiscard]] Guard read_guard(const Procedure& procedure, const Cursor& at);
[[nodiscard]] StateRef read_state_name(const Procedure& procedure, const Cursor& at);
[[nodiscard]] std::size_t read_event_name(const Procedure& procedure, const Cursor& at);
[[nodiscard]] std::vector<std::size_t> read_event_names(const Procedure& procedure, const Cursor& at);
[[nodiscard]] std::map<std::string, PresetValue> read_presets(const Procedure& procedure, const Cursor& at);
[[nodiscard]] MeetingKind read_meeting_kind(const Cursor& at);
[[nodiscard]] std::vector<MeetingKind> read_meeting_kinds(const Cursor& at);
[[nodiscard]] PresetValue read_preset(const Procedure& procedure, const Cursor& at);
// One text, or a list of them with `for`: when each is meant.
[[nodiscard]] Wording read_wording(const Procedure& procedure, const Cursor& at);
[[nodiscard]] Condition read_condition(const Procedure& procedure, const Cursor& at);
[[nodiscard]] std::vector<Alert> read_alerts(const Procedure& procedure, const Cursor& at);
[[nodiscard]] Button read_button(const Procedure& procedure, const Cursor& at);
// A key of the keyboard: one capital, the same in both languages or one for each.
[[nodiscard]] LocalText read_letter(const Cursor& at);
[[nodiscard]] Limit read_limit(const Cursor& at);
[[nodiscard]] TrailItem read_trail_item(const Procedure& procedure, const Cursor& at);
[[nodiscard]] CardCase read_card_case(const Procedure& procedure, const Cursor& at);

}  // namespace hamer
