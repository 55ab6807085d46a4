// What every screen of a meeting has: the band of facts, the lines that stand until they are solved, the log, and what
// a line of the log tells when it is opened.
#pragma once

#include "base/text.h"
#include "ui/meeting/chair_view.h"
#include "ui/toolkit/widgets/card.h"
#include "ui/toolkit/widgets/log_list.h"

#include <string_view>
#include <vector>

namespace hamer::ui {

// These point into the view: use them while it lives.
[[nodiscard]] std::vector<FactBox> band_of(const ChairView& view);
[[nodiscard]] Banner banner_of(const AlertView& line);

// Lines below each other, with the space between them.
[[nodiscard]] float lines_height(Ui& ui, const std::vector<AlertView>& lines, float width);
// Draws them where none has a button.
void standing_lines(Ui& ui, Rect area, const std::vector<AlertView>& lines);

// The session's log, newest first. `edition` changes whenever the session is another, or was read anew.
[[nodiscard]] LogList log_of(const Session& session, std::uint64_t edition, const Say& say);

// An entry as it was recorded: what, when, by whom, with which fields and words.
void entry_texts(Ui& ui, Column& column, const LogLine& line, const Say& say);
// The protocol's own words behind it.
void article_texts(Ui& ui, Column& column, const Session& session, const LogLine& line, const Say& say);

}  // namespace hamer::ui
