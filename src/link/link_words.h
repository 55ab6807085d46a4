// What is said to people of the link, in both languages; the messages carry codes and arguments only.
#pragma once

#include "base/text.h"
#include "link/writer_link.h"

namespace hamer {

// Why the link itself takes no command, besides the refusals of the meeting (session/refusal.h).
enum class NoCommand { NotYours, SwitchedOff, OtherSession, OtherRun, ChangedMeanwhile, TooMany };
[[nodiscard]] LinkRefusal no_command(NoCommand why);

// Why a keeper or a device said no, and what to do about it.
[[nodiscard]] LocalText sentence_of(const LinkRefused& refused);
// Where the log is, for the chair's band: "op dit apparaat en bij de griffier".
[[nodiscard]] LocalText band_words(const LinkStatus& status);
// Beside it, where a keeper lost what it had acknowledged; empty where none did.
[[nodiscard]] LocalText loss_words(const LinkStatus& status);

}  // namespace hamer
