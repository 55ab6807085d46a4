// What the place for drills shows, as values: DrillApp changes them as answers come, and as it carries out what was
// asked for. The views draw them, emit actions (drill_action.h), and know nothing of where they come from.
#pragma once

#include "base/text.h"
#include "service/practice/drill_values.h"
#include "ui/drill/debrief_view.h"
#include "ui/drill/drill_action.h"
#include "ui/drill/drill_form.h"
#include "ui/toolkit/widgets/place_waiting.h"
#include "ui/toolkit/widgets/ui.h"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace hamer::ui {

// The left side, as it was read last.
struct DrillListsView {
    DrillList chosen = DrillList::Scenarios;
    std::vector<ShelvedScenario> shelf{};
    std::vector<HeldDrill> held{};
    bool is_read = false;             // once
    std::uint64_t edition = 0;        // another number whenever there are other rows
    std::optional<std::size_t> open;  // the scenario on the right
};

struct DrillView {
    Language language = Language::Dutch;
    std::string back{};  // the words of the way back; empty: there is none
    DrillListsView lists{};
    std::optional<DebriefView> debrief{};  // in front of all that
    PlaceWaiting waiting{};
    bool has_trainer_window = false;  // this program can open one
    std::string problem{};            // what went wrong last, in words

    [[nodiscard]] std::string say(std::string_view nl, std::string_view en) const {
        return std::string(Say{language}(nl, en));
    }
    [[nodiscard]] const DrillScenario* scenario() const {
        return lists.open ? &*lists.shelf[*lists.open].scenario : nullptr;
    }
};

// What is being filled in: the views' fields write in it.
struct DrillTyping {
    DrillForm form{};
    DebriefTyping debrief{};
};

// The parts, each in its place.
void draw_drill_lists(Ui& ui, Rect area, const DrillView& view, DrillActions& actions);

// All of it.
void draw_drill_place(Ui& ui, const DrillView& view, DrillTyping& typing, DrillActions& actions);

}  // namespace hamer::ui
