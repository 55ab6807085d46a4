// A field that takes text. It wraps and grows, so nothing typed is ever out of sight, and every key goes into the
// caller's text at once, so nothing is lost by Esc, by a tap elsewhere or by a card that changes.
//
// Tab, a tap, Enter on it or Ui::focus starts editing; Tab, Esc, a tap elsewhere or (in a field of one line) Enter ends
// it. While it is edited, single keys are text and no shortcuts.
#pragma once

#include "ui/toolkit/widgets/ui.h"

#include <string>
#include <string_view>

namespace hamer::ui {

struct TextField {
    std::string_view key{};
    std::string_view label{};  // above it
    std::string_view hint{};   // in it while it is empty
    std::string_view below{};  // a remark or what is wrong; its key is "<key>.below"
    bool wrong = false;
    bool many_lines = false;
    int least_lines = 1;       // room kept
    std::size_t limit = 2000;  // characters
    bool enabled = true;
    std::string_view why{};
};

struct FieldOutcome {
    bool changed = false;
    bool submitted = false;  // Enter in a field of one line, Ctrl+Enter in one of many
};

[[nodiscard]] float field_height(Ui& ui, const TextField& field, const std::string& text, float width);
FieldOutcome field(Ui& ui, Rect rect, const TextField& field, std::string& text);

}  // namespace hamer::ui
