// The chair's screen: five facts, what stands open, the one thing to do now with the words to say, what is also
// possible, the log, Herstel, and the red corner. Everything but the card's words keeps its place from card to card.
//
// Drawn in the order in which the keyboard walks: the card's buttons first, the switches last.
#pragma once

#include "base/text.h"
#include "ui/meeting/card_area.h"
#include "ui/meeting/chair_view.h"
#include "ui/meeting/panels.h"
#include "ui/toolkit/widgets/button.h"

#include <cstdint>
#include <string>
#include <vector>

namespace hamer::ui {

class Ui;

class ChairScreen {
  public:
    explicit ChairScreen(DrawTrainer draw_trainer = {}) : panels_(std::move(draw_trainer)) {}

    void draw(Ui& ui, const ChairView& view, const MeetingFacts& meeting, const SettingsView& settings,
              std::vector<Action>& actions);
    [[nodiscard]] Panels& panels() { return panels_; }
    // What a panel asked for in the last frame was recorded.
    void recorded() { panels_.recorded(); }

  private:
    // The red corner, and beside it what is possible at any moment.
    struct Foot {
        Rect quiet;
        Rect undo;   // in landscape the tools take their room at its right
        Rect tools;  // empty in landscape
        Rect corner;
    };

    // What asks for the chair's hand stands beside the card, so that the card keeps its place; what is not recorded
    // stands across the window.
    struct Lines {
        std::vector<AlertView> across;
        std::vector<AlertView> beside;
    };
    [[nodiscard]] Lines lines_of(const ChairView& view) const;
    // With what the chair saw to be over before its time.
    void draw_shown(Ui& ui, const ChairView& view, const MeetingFacts& meeting, const SettingsView& settings,
                    std::vector<Action>& actions);
    void draw_line(Ui& ui, Rect place, const AlertView& line, std::vector<Action>& actions);
    void draw_lines(Ui& ui, Rect area, const std::vector<AlertView>& lines, std::vector<Action>& actions);
    void draw_log(Ui& ui, Rect area, const ChairView& view, const MeetingFacts& meeting);
    void draw_side(Ui& ui, Rect area, const ChairView& view, const MeetingFacts& meeting, const SettingsView& settings,
                   std::vector<Action>& actions);
    // In chair_compact.cpp:
    [[nodiscard]] float compact_foot_height(Ui& ui, float width, const ChairView& view) const;
    [[nodiscard]] CardType compact_type(Ui& ui, Rect area, const ChairView& view, const Lines& lines) const;
    void draw_beside(Ui& ui, Rect area, const std::vector<AlertView>& lines, std::vector<Action>& actions);
    void draw_compact(Ui& ui, Rect area, const ChairView& view, const MeetingFacts& meeting,
                      const SettingsView& settings, std::vector<Action>& actions);
    void take_keys(Ui& ui, const ChairView& view, const MeetingFacts& meeting, std::vector<Action>& actions);
    void draw_compact_foot(Ui& ui, Rect area, const ChairView& view, std::vector<Action>& actions);
    // In chair_foot.cpp:
    [[nodiscard]] Foot place_foot(Ui& ui, Rect& area, const ChairView& view) const;
    void draw_foot(Ui& ui, const Foot& foot, const ChairView& view, const MeetingFacts& meeting,
                   std::vector<Action>& actions);
    [[nodiscard]] static BigButton corner_button(const ButtonView& corner);
    void draw_corner(Ui& ui, Rect place, const ButtonView& corner, std::vector<Action>& actions);
    void draw_quiet(Ui& ui, Rect area, const ChairView& view, const MeetingFacts& meeting,
                    std::vector<Action>& actions);
    void draw_undo(Ui& ui, Rect place, const ChairView& view, std::vector<Action>& actions);
    void draw_tools(Ui& ui, const Foot& foot, const ChairView& view, const MeetingFacts& meeting,
                    std::vector<Action>& actions);

    Say say_;
    Panels panels_;
    std::optional<std::uint64_t> listened_;  // to the incident opened by this entry, for as long as the chair wished
    std::optional<std::uint64_t> listening_;
    std::string corner_event_;     // what the corner records, and until when a tap on it
    std::int64_t corner_new_ = 0;  // may have been meant for what it recorded before
};

}  // namespace hamer::ui
