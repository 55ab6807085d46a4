// What the trainer sees of a drill, as values: what comes and when, what is expected of the chair and what was done,
// and what the trainer noted. Built anew for each frame that shows it, which is once a second.
#pragma once

#include "procedure/event.h"
#include "service/practice/drill_facts.h"

#include <string>
#include <vector>

namespace hamer::ui {

struct InjectView {
    std::string id;
    std::string when;  // "over 0:42", "0:15 na: Verzoek gedaan (2)", "0:20"
    std::string who;   // "De groep: Jansen"; may be empty
    std::string text;
    std::string postponed{};  // "30 s later"; empty: it comes as the scenario says
    InjectState::Kind state = InjectState::Kind::Waiting;
};

struct ExpectedView {
    std::string step;   // "Verstoring gemeld"
    std::string state;  // "op tijd, na 0:12", "nog 0:18", "te laat"
    Tone tone = Tone::Normal;
    bool done = false;
    bool asked = false;
};

struct GoalView {
    std::string id;
    std::string text;
    int rating = 0;  // 0: none yet
};

struct TrainerView {
    std::string elapsed;  // "12:34"
    std::string title;
    std::vector<InjectView> coming;  // by time; those that wait for something else last
    std::vector<InjectView> came;    // the latest first, with those that were skipped
    std::vector<ExpectedView> expected;
    std::vector<std::string> mistakes;
    std::vector<std::string> noted;  // "3:12 rustig gebleven", in the order of the acts
    std::vector<std::string> agreed;
    std::vector<GoalView> goals;
    bool ending = false;  // the end was asked for, and is still to come
    std::string last;     // what taking back would take back; empty: nothing
};

[[nodiscard]] TrainerView trainer_view(const DrillFacts& seen, Language language);

}  // namespace hamer::ui
