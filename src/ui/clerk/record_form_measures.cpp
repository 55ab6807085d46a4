// The part of the form on measures (7.2): each with whom it is against, and a ban with its days.
#include "base/typed_time.h"
#include "platform/zone.h"
#include "record/faults.h"
#include "record/names.h"
#include "record/person_names.h"
#include "ui/clerk/record_form.h"
#include "ui/toolkit/widgets/date_line.h"

#include <fmt/format.h>

namespace hamer::ui {

void RecordForm::measures(Lines& lines) {
    lines.heading(lines.say("Maatregelen (7.2)", "Measures (7.2)"));
    for (std::size_t i = 0; i < draft_.measures.size(); ++i)
        group(lines, {fmt::format("measure.{}.", i)}, [&] { measure(lines, i); });
    group(lines, {"measure.add.", "no_measures"}, [&] {
        std::vector<std::string> kinds;
        for (std::size_t i = 0; i < measure_words.size(); ++i)
            kinds.push_back(lines.say(name_of(static_cast<MeasureKind>(i))));
        const int added = lines.chips("measure.add", lines.say("Maatregel toevoegen", "Add a measure"), kinds, -1);
        if (added >= 0) {
            draft_.no_measures = false;
            draft_.measures.push_back({.kind = static_cast<MeasureKind>(added)});
            go_to(lines.ui(), numbered("measure", draft_.measures.size() - 1, "decided_by"));
        }
        if (draft_.measures.empty()) {
            lines.toggle("no_measures", lines.say("Geen maatregelen, zo besloten", "No measures, as decided"),
                         draft_.no_measures);
        }
        if (draft_.no_measures || !draft_.no_measures_why.empty())
            lines.field("no_measures_why", lines.say("Waarom geen maatregel?", "Why no measure?"),
                        draft_.no_measures_why);
    });
    if (!draft_.measures.empty() || draft_.hearing != Hearing{}) group(lines, {"hearing."}, [&] { hearing(lines); });
}

void RecordForm::hearing(Lines& lines) {
    lines.yes_or_no("hearing",
                    lines.say("Hoor en wederhoor: kreeg de verstoorder de kans om te reageren?",
                              "Both sides: could the disturber give theirs?"),
                    draft_.hearing.held);
    if (draft_.hearing.held || !draft_.hearing.text.empty())
        lines.field("hearing.text",
                    draft_.hearing.held == false ? lines.say("Waarom niet?", "Why not?")
                                                 : lines.say("Wat was de reactie?", "What was their answer?"),
                    draft_.hearing.text);
}

void RecordForm::measure(Lines& lines, std::size_t index) {
    Measure& measure = draft_.measures[index];
    lines.words({.text = lines.say(name_of(measure.kind)), .type = Type::Strong, .icon = Icon::Page});
    std::vector<std::string> names;
    int chosen = -1;
    std::vector<std::string> ids;
    for (const Person& one : draft_.persons) {
        if (one.role != PersonRole::Disturber) continue;
        if (one.id == measure.person) chosen = static_cast<int>(ids.size());
        ids.push_back(one.id);
        names.push_back(person_in_words(draft_, one, lines.language()));
    }
    if (!names.empty()) {
        const int tapped =
            lines.chips(numbered("measure", index, "person"), lines.say("Tegen wie?", "Against whom?"), names, chosen);
        measure.person = tapped < 0 ? "" : ids[static_cast<std::size_t>(tapped)];
    }
    const bool ban = is_ban(measure.kind) || measure.kind == MeasureKind::Restriction;
    if (ban) {
        const auto first = first_day(record_, now_, SystemZone());
        day(lines, numbered("measure", index, "from"), lines.say("Vanaf", "From"), measure.from, today(),
            {.first = first, .why_not = {"Dat is voor het incident.", "That is before the incident."}});
        const auto from = day_from_iso(measure.from);
        day(lines, numbered("measure", index, "until"), lines.say("Tot en met", "Until"), measure.until,
            end_near(from.value_or(today())),
            {.first = from ? from : first, .why_not = {"Dat is voor het begin.", "That is before the beginning."}});
        lines.field(numbered("measure", index, "condition"), lines.say("Voorwaarde", "Condition"), measure.condition);
    }
    std::string wrong = wrong_with(numbered("measure", index, "kind"));
    if (wrong.empty()) wrong = wrong_with(numbered("measure", index, "person.0"));
    if (!wrong.empty())
        lines.words({.text = wrong, .ink = Ink::Danger, .icon = Icon::Notice});
    else if (measure.kind == MeasureKind::CouncilBan)
        lines.note(lines.say("Hoogstens drie maanden, en alleen bij herhaalde verstoring (art. 26 lid 2 Gemeentewet).",
                             "Three months at most, and for repeated disturbance only (art. 26(2) Gemeentewet)."));
    lines.field(numbered("measure", index, "decided_by"), lines.say("Besluit van", "Decided by"), measure.decided_by);
    lines.field(numbered("measure", index, "text"), lines.say("Toelichting", "Explanation"), measure.text);
    if (lines.button(numbered("measure", index, "remove"), lines.say("Maatregel verwijderen", "Remove the measure"),
                     Icon::Close)) {
        draft_.measures.erase(draft_.measures.begin() + static_cast<std::ptrdiff_t>(index));
        remove_typed("measure", index);
    }
}

// What was typed in the fields of one of many that goes; those after it have other numbers now.
void RecordForm::remove_typed(std::string_view what, std::size_t index) {
    const std::string begin = std::string(what) + ".";
    std::map<std::string, Typed> kept;
    for (auto& [key, one] : moments_) {
        if (!key.starts_with(begin)) {
            kept[key] = std::move(one);
            continue;
        }
        const auto dot = key.rfind('.');
        const std::size_t number = std::stoul(key.substr(begin.size()));
        if (number == index) continue;
        kept[numbered(what, number > index ? number - 1 : number, key.substr(dot + 1))] = std::move(one);
    }
    moments_ = std::move(kept);
}

}  // namespace hamer::ui
