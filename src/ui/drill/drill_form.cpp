#include "ui/drill/drill_form.h"

#include <array>
#include <fmt/format.h>

namespace hamer::ui {

namespace {

constexpr std::array paces{50, 75, 100, 150, 200};

std::string trimmed(const std::string& text) {
    const auto from = text.find_first_not_of(" \t\r");
    if (from == std::string::npos) return {};
    return text.substr(from, text.find_last_not_of(" \t\r") - from + 1);
}

}  // namespace

void DrillForm::draw(Lines& lines, const DrillScenario& scenario, bool own_window) {
    if (scenario_ != scenario.id) {
        setup_.pace_percent = DrillSetup().pace_percent;
        plot_ = false;
        scenario_ = scenario.id;
    }
    lines.words({.text = scenario.title.in(lines.language()), .type = Type::Title, .key = "drill.title"});
    draw_plot(lines, scenario);
    draw_lead(lines, own_window);
    lines.toggle("drill.hints", lines.say("Zeg wat het protocol nu vraagt", "Say what the protocol asks now"),
                 setup_.hints);
    draw_pace(lines);
    draw_roles(lines, scenario);
    lines.heading(lines.say("Wie doet er mee?", "Who takes part?"));
    lines.field("drill.present", lines.say("Een naam op elke regel", "One name on each line"), present_, 3);
}

// Whoever plays the chair must not know what comes.
void DrillForm::draw_plot(Lines& lines, const DrillScenario& scenario) {
    lines.toggle("drill.plot", lines.say("Toon wat er gebeurt", "Show what happens"), plot_,
                 lines.say("Alleen voor de trainer: de voorzitter kijkt niet mee.",
                           "For the trainer only: the chair does not look."));
    if (!plot_) return;
    lines.note(scenario.summary.in(lines.language()), Ink::Normal);
    if (scenario.goals.empty()) return;
    lines.heading(lines.say("Doelen", "Goals"));
    for (const DrillGoal& goal : scenario.goals) {
        lines.words({.text = goal.text.in(lines.language()), .bullet = true});
    }
}

void DrillForm::draw_lead(Lines& lines, bool own_window) {
    lines.heading(lines.say("Hoe oefent u?", "How do you practise?"));
    const int lead = setup_.lead == DrillLead::Trainer ? 0 : 1;
    const int chosen = lines.chips(
        "drill.lead", "", {lines.say("Met een trainer", "With a trainer"), lines.say("Alleen", "Alone")}, lead);
    if (chosen >= 0 && chosen != lead) {
        setup_.lead = chosen == 0 ? DrillLead::Trainer : DrillLead::Program;
        setup_.hints = setup_.lead == DrillLead::Program;
        setup_.shown = setup_.lead == DrillLead::Program;
    }
    if (setup_.lead != DrillLead::Trainer) return;
    lines.note(
        lines.say("De trainer ziet wat er komt en stuurt bij, met de knop Trainer op dit scherm of in een "
                  "eigen venster.",
                  "The trainer sees what comes and steers it, with the button Trainer on this screen or in a "
                  "window of its own."));
    if (own_window) {
        lines.toggle("drill.window", lines.say("Open een venster voor de trainer", "Open a window for the trainer"),
                     window_,
                     lines.say("Zet het op een tweede scherm, buiten het zicht van de voorzitter.",
                               "Put it on a second screen, out of the chair’s sight."));
    }
    lines.toggle("drill.shown", lines.say("Toon op dit scherm wat er gebeurt", "Show on this screen what happens"),
                 setup_.shown,
                 lines.say("Niet nodig als mensen in de zaal het spelen.", "Not needed where people play it."));
}

void DrillForm::draw_pace(Lines& lines) {
    std::vector<std::string> labels;
    int pace = -1;
    for (std::size_t i = 0; i < paces.size(); ++i) {
        labels.push_back(fmt::format("{} %", paces[i]));
        if (paces[i] == setup_.pace_percent) pace = static_cast<int>(i);
    }
    const int faster =
        lines.chips("drill.pace", lines.say("Tempo: hoeveel tijd er is", "Pace: how much time there is"), labels, pace);
    if (faster >= 0) setup_.pace_percent = paces[static_cast<std::size_t>(faster)];
}

void DrillForm::draw_roles(Lines& lines, const DrillScenario& scenario) {
    if (setup_.lead != DrillLead::Trainer || scenario.roles.empty()) return;
    lines.heading(lines.say("Wie speelt wat?", "Who plays what?"));
    for (const DrillRole& role : scenario.roles) {
        lines.field("drill.role." + role.id, role.label.in(lines.language()), setup_.roles[role.id]);
        if (plot_) lines.note(role.brief.in(lines.language()));
    }
}

DrillSetup DrillForm::setup(const DrillScenario& scenario) const {
    DrillSetup made = setup_;
    made.roles.clear();
    for (const DrillRole& role : scenario.roles) {
        const auto found = setup_.roles.find(role.id);
        if (found == setup_.roles.end() || made.lead == DrillLead::Program) continue;
        if (const std::string who = trimmed(found->second); !who.empty()) made.roles[role.id] = printable(who, 300);
    }
    std::string rest = present_;
    while (!rest.empty()) {
        const std::size_t end = std::min(rest.find('\n'), rest.size());
        if (const std::string name = trimmed(rest.substr(0, end)); !name.empty()) {
            made.attendance.push_back(printable(name, 300));
        }
        rest.erase(0, end + 1);
    }
    return made;
}

}  // namespace hamer::ui
