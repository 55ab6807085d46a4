// The form's part on what was learnt (chapter 3): the evaluation, and what was agreed on, each with an owner and a day.
#include "base/typed_time.h"
#include "platform/zone.h"
#include "record/faults.h"
#include "ui/clerk/record_form.h"

#include <fmt/format.h>

namespace hamer::ui {

void RecordForm::evaluation(Lines& lines) {
    Evaluation& made = draft_.evaluation;
    const bool any = made != Evaluation{} || !draft_.improvements.empty();
    lines.heading(lines.say("Evaluatie (3)", "Evaluation (3)"));
    if (!any && !unfolded_.contains(evaluating)) {
        if (lines.button("evaluate", lines.say("Evaluatie invullen", "Fill in the evaluation"), Icon::Page))
            unfolded_.insert(evaluating);
        return;
    }
    group(lines, {"evaluation."}, [&] {
        day(lines, "evaluation.date", lines.say("Gehouden op", "Held on"), made.date, past_near(today()),
            {.first = first_day(record_, now_, SystemZone()),
             .last = today(),
             .why_not = {"Dat is voor het incident, of nog niet geweest.",
                         "That is before the incident, or has not been yet."}});
        lines.field("evaluation.present", lines.say("Wie waren erbij?", "Who was there?"), made.present);
        lines.field("evaluation.good", lines.say("Wat ging goed?", "What went well?"), made.good, 2);
        lines.field("evaluation.better", lines.say("Wat kan beter?", "What could be better?"), made.better, 2);
    });
    improvements(lines);
}

void RecordForm::improvements(Lines& lines) {
    for (std::size_t i = 0; i < draft_.improvements.size(); ++i)
        group(lines, {fmt::format("improvement.{}.", i)}, [&] { improvement(lines, i); });
    if (!lines.button("improvement.add", lines.say("Verbeterpunt toevoegen", "Add an improvement"))) return;
    std::string id;
    for (std::size_t number = 1; id.empty() || draft_.improvement(id); ++number) id = fmt::format("i{}", number);
    draft_.improvements.push_back({.id = id});
    go_to(lines.ui(), numbered("improvement", draft_.improvements.size() - 1, "text"));
}

void RecordForm::improvement(Lines& lines, std::size_t index) {
    Improvement& one = draft_.improvements[index];
    const auto key = [&](const char* field) { return numbered("improvement", index, field); };
    lines.words({.text = fmt::format("{} {}", lines.say("Verbeterpunt", "Improvement"), index + 1),
                 .type = Type::Strong,
                 .icon = Icon::Check});
    lines.field(key("text"), lines.say("Wat gaan we anders doen?", "What will be done differently?"), one.text);
    lines.field(key("owner"), lines.say("Wie doet het?", "Who does it?"), one.owner);
    day(lines, key("until"), lines.say("Uiterlijk", "At the latest"), one.until, today(),
        {.first = first_day(record_, now_, SystemZone()),
         .why_not = {"Dat is voor het incident.", "That is before the incident."}});
    if (!lines.button(key("remove"), lines.say("Verbeterpunt verwijderen", "Remove the improvement"), Icon::Close))
        return;
    const auto is_of_it = [id = one.id](const auto& duty) {
        return duty.kind == DutyKind::Improvement && duty.person == id;
    };
    std::erase_if(draft_.done, is_of_it);
    std::erase_if(draft_.owners, is_of_it);
    draft_.improvements.erase(draft_.improvements.begin() + static_cast<std::ptrdiff_t>(index));
    remove_typed("improvement", index);
}

}  // namespace hamer::ui
