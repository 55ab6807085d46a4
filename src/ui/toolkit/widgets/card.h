// The parts of the chair's screen that are not buttons: facts in the band, the words to say, standing lines, the trail
// of where one is, the counter of requests, and a panel that stands beside the screen without blocking it.
#pragma once

#include "ui/toolkit/theme/icons.h"
#include "ui/toolkit/widgets/button.h"
#include "ui/toolkit/widgets/scroll.h"
#include "ui/toolkit/widgets/text.h"
#include "ui/toolkit/widgets/ui.h"

#include <string>
#include <string_view>
#include <vector>

namespace hamer::ui {

// A fact in words, with a colour and a shape of its own for each intent.
struct FactBox {
    std::string_view key{};
    std::string_view label{};   // "Uitzending"
    std::string_view value{};   // "Gepauzeerd"
    std::string_view detail{};  // "4:12"; left out where it does not fit beside the label
    Icon icon = Icon::None;
    Intent intent = Intent::Normal;
};
[[nodiscard]] float fact_height(Ui& ui, const FactBox& fact, float width);
void fact(Ui& ui, Rect rect, const FactBox& fact);
// All facts side by side, or in two columns where the window is narrow; returns the height used.
[[nodiscard]] float facts_height(Ui& ui, const std::vector<FactBox>& facts, float width);
void facts(Ui& ui, Rect rect, const std::vector<FactBox>& facts);

// The words to say aloud, in large type.
struct Words {
    std::string_view key{};
    std::string_view label{};  // "Zeg:"
    std::string_view text{};
    Type type = Type::Words;  // or WordsLarge, where there is room
    float share = 1;          // smaller, where there is none
};
[[nodiscard]] float words_height(Ui& ui, const Words& words, float width);
// Whether it is wide enough for each of the words.
[[nodiscard]] bool words_fit(Ui& ui, const Words& words, float width);
void spoken_words(Ui& ui, Rect rect, const Words& words);

// A line that stands until it is solved, with the one button that solves it.
struct Banner {
    std::string_view key{};
    std::string_view text{};
    Icon icon = Icon::Notice;
    Intent intent = Intent::Attention;  // Danger: the standing red line; Accent: a drill or a remark
    std::string_view button{};          // its key is "<key>.do"; empty: none
    std::string_view why{};             // of the button, when it cannot be used
    int hold_ms = 0;                    // of the button, when it must be held
    std::string_view hold_hint{};
    char shortcut = 0;
};
[[nodiscard]] float banner_height(Ui& ui, const Banner& banner, float width);
Tap banner(Ui& ui, Rect rect, const Banner& banner);

enum class Mark { Ahead, Now, Done, Skipped, NotApplicable };
struct TrailStep {
    std::string label{};
    Mark mark = Mark::Ahead;
};
// A slim row that shows where one is. What is recorded of it begins with a letter for each step: Now, Done, Skipped,
// "-" not applicable, "." ahead.
struct Trail {
    std::string_view key{};
    std::vector<TrailStep> steps{};
    std::string_view present{};  // the words behind it; left out where there is no room
};
[[nodiscard]] float trail_height(Ui& ui);
void trail(Ui& ui, Rect rect, const Trail& trail);

// 1 · 2 · 3, unmistakable.
struct Counter {
    std::string_view key{};
    std::string_view label{};  // "Verzoek"
    int count = 0;             // reached
    int of = 3;
    std::string_view detail{};  // "0:42 geleden"
};
[[nodiscard]] float counter_height(Ui& ui);
[[nodiscard]] float counter_width(Ui& ui, const Counter& counter);
void counter(Ui& ui, Rect rect, const Counter& counter);

// How long something lasts beside how long it may; once over it says so, in words and colour.
struct LimitTimer {
    std::string_view key{};
    std::string_view label{};    // "Statement"
    std::string_view elapsed{};  // "1:12"
    std::string_view limit{};    // "2:00"
    double share = 0;            // of the limit that has passed
    std::string_view over{};     // the words once it is over; empty before
};
[[nodiscard]] float limit_timer_height(Ui& ui, const LimitTimer& timer);
[[nodiscard]] float limit_timer_width(Ui& ui, const LimitTimer& timer);
void limit_timer(Ui& ui, Rect rect, const LimitTimer& timer);

// One of two ways to choose between, above the button that takes it: how one recognises it, what to say, and what
// follows. Two of these stand side by side, equal.
struct OptionPanel {
    std::string_view key{};    // its words to say are "<key>.words"
    std::string_view mark{};   // "A"
    std::string_view title{};  // "Kort statement"
    std::vector<std::string> signs{};
    std::string_view say{};
    std::string_view follows{};
    Intent intent = Intent::Accent;
    Type type = Type::Words;  // or WordsLarge, where there is room
    float words_share = 1;    // the words smaller, where there is none
    bool taps = false;        // a tap anywhere on it takes this way, as its button does
};
[[nodiscard]] float option_panel_height(Ui& ui, const OptionPanel& panel, float width);
[[nodiscard]] bool option_panel_fits(Ui& ui, const OptionPanel& panel, float width);
// Taken: it was tapped, where it takes taps.
Tap option_panel(Ui& ui, Rect rect, const OptionPanel& panel);

// Keys of the keyboard, each drawn as a key, with what it does.
struct KeyRow {
    std::string cap{};  // "F1"
    std::string words{};
};
struct KeyTable {
    std::string_view key{};  // rows are "<key>.<index>"
    std::vector<KeyRow> rows{};
};
[[nodiscard]] float key_table_height(Ui& ui, const KeyTable& table, float width);
void key_table(Ui& ui, Rect rect, const KeyTable& table);

// A panel beside the rest with a title and its own closing button, "<key>.close"; Esc closes it too, once no text is
// being edited. Blocks nothing. Content goes through `content`.
class SidePanel {
  public:
    SidePanel(Ui& ui, std::string_view key, Rect rect, std::string_view title, std::string_view close_label);
    [[nodiscard]] bool closed() const { return closed_; }
    [[nodiscard]] Rect content() const { return content_; }  // below the title

  private:
    Rect content_;
    bool closed_ = false;
};

}  // namespace hamer::ui
