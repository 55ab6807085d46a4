// Choosing without typing: segments (one of a few), a toggle (yes or no), and suggestions to tap.
#pragma once

#include "ui/toolkit/widgets/touch.h"

#include <string>
#include <string_view>
#include <vector>

namespace hamer::ui {

struct Segment {
    std::string id{};  // its widget's key is "<key>.<id>"
    std::string label{};
};

// One tab stop; the arrow keys move the choice.
struct SegmentedControl {
    std::string_view key{};
    std::string_view label{};  // above it; may be empty
    std::vector<Segment> segments{};
    std::string_view chosen{};
    bool enabled = true;
    std::string_view why{};
};
[[nodiscard]] float choice_height(Ui& ui, const SegmentedControl& choice, float width);
// The id that was chosen in this frame; empty: none.
[[nodiscard]] std::string choice(Ui& ui, Rect rect, const SegmentedControl& choice);

struct Toggle {
    std::string_view key{};
    std::string_view label{};
    std::string_view detail{};
    bool on = false;
    bool enabled = true;
    std::string_view why{};
};
[[nodiscard]] float toggle_height(Ui& ui, const Toggle& toggle, float width);
// True when it was switched in this frame; the caller keeps its state.
[[nodiscard]] bool toggle(Ui& ui, Rect rect, const Toggle& toggle);

// Suggestions: chips in a flow. Their keys are "<key>.<index>". The index that was tapped, or -1.
struct Chips {
    std::string_view key{};
    std::vector<std::string> labels{};
    int chosen = -1;
};
[[nodiscard]] float chips_height(Ui& ui, const Chips& chips, float width);
[[nodiscard]] int chips(Ui& ui, Rect rect, const Chips& chips);

}  // namespace hamer::ui
