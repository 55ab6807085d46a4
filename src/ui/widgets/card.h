// The parts of the chair's screen that are not buttons: facts in the band, the words to say, standing lines, the trail
// of where one is, the counter of requests, and a panel that stands beside the screen without blocking it.
#pragma once

#include "ui/theme/icons.h"
#include "ui/widgets/button.h"
#include "ui/widgets/scroll.h"
#include "ui/widgets/text.h"
#include "ui/widgets/ui.h"

#include <string>
#include <string_view>
#include <vector>

namespace hamer::ui {

// A fact in words, with a colour and a shape of its own for each tone.
struct Fact {
    std::string_view key{};
    std::string_view label{};   // "Uitzending"
    std::string_view value{};   // "Gepauzeerd"
    std::string_view detail{};  // "gevraagd 20:14:05"
    Icon icon = Icon::None;
    Tone tone = Tone::Normal;
};
[[nodiscard]] float fact_height(Ui& ui, const Fact& fact, float width);
void fact(Ui& ui, Rect rect, const Fact& fact);
// All facts side by side, or in two columns where the window is narrow; returns the height used.
[[nodiscard]] float facts_height(Ui& ui, const std::vector<Fact>& facts, float width);
void facts(Ui& ui, Rect rect, const std::vector<Fact>& facts);

// The words to say aloud, in large type.
struct Words {
    std::string_view key{};
    std::string_view label{};  // "Zeg:"
    std::string_view text{};
};
[[nodiscard]] float words_height(Ui& ui, const Words& words, float width);
void spoken_words(Ui& ui, Rect rect, const Words& words);

// A line that stands until it is solved, with the one button that solves it.
struct Banner {
    std::string_view key{};
    std::string_view text{};
    Icon icon = Icon::Notice;
    Tone tone = Tone::Attention;  // Danger: the standing red line; Accent: a drill or a remark
    std::string_view button{};    // its key is "<key>.do"; empty: none
    std::string_view why{};       // of the button, when it cannot be used
    char shortcut = 0;
};
[[nodiscard]] float banner_height(Ui& ui, const Banner& banner, float width);
Tap banner(Ui& ui, Rect rect, const Banner& banner);

enum class Mark { Ahead, Now, Done, Skipped, NotApplicable };
struct TrailStep {
    std::string label{};
    Mark mark = Mark::Ahead;
};
// A slim row that shows where one is. Only the present step's words are shown beside it.
struct Trail {
    std::string_view key{};
    std::vector<TrailStep> steps{};
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
