// The form's persons: who disturbed, who was affected, who saw it.
#include "base/text.h"
#include "record/names.h"
#include "record/person_names.h"
#include "report/date_text.h"
#include "ui/clerk/record_form.h"

#include <array>
#include <fmt/format.h>

namespace hamer::ui {

namespace {

// An id that no person of the record has.
std::string new_person_id(const Dossier& dossier) {
    for (std::size_t n = dossier.persons.size() + 1;; ++n) {
        const std::string id = fmt::format("p{}", n);
        if (!dossier.person(id)) return id;
    }
}

std::string capitalised(std::string words) {
    if (!words.empty() && words[0] >= 'a' && words[0] <= 'z') words[0] = static_cast<char>(words[0] - 'a' + 'A');
    return words;
}

// As PersonRole.
const std::array<LocalText, person_role_words.size()> add_a_person{{{"Verstoorder toevoegen", "Add a disturber"},
                                                                    {"Betrokkene toevoegen", "Add an affected person"},
                                                                    {"Getuige toevoegen", "Add a witness"}}};

}  // namespace

void RecordForm::persons(Lines& lines, const Around& around) {
    lines.heading(lines.say("Wie?", "Who?"));
    for (std::size_t i = 0; i < draft_.persons.size(); ++i)
        group(lines, {fmt::format("person.{}.", i)}, [&] { person(lines, i, around); });
    group(lines, {"person.add."}, [&] {
        for (std::size_t i = 0; i < person_role_words.size(); ++i) {
            if (!lines.button("person.add." + std::string(person_role_words[i]), lines.say(add_a_person[i]), Icon::Add))
                continue;
            draft_.persons.push_back({.id = new_person_id(draft_), .role = static_cast<PersonRole>(i)});
            // Where the button stood comes the new person: there the hands go on.
            go_to(lines.ui(), numbered("person", draft_.persons.size() - 1, "name"));
        }
    });
    if (is_incident(record_.kind)) group(lines, {"repetition.", "earlier."}, [&] { earlier_incidents(lines); });
}

void RecordForm::earlier_incidents(Lines& lines) {
    lines.choose("repetition", lines.say("Eerste keer of vaker?", "First time or repeated?"), repetition_words,
                 draft_.repetition);
    lines.yes_or_no("earlier.officials_too",
                    lines.say("Ook gekeken naar incidenten tegen ambtenaren (GIR)?",
                              "Were incidents against officials looked for too (GIR)?"),
                    draft_.earlier.officials_too);
    if (draft_.repetition == Repetition::Repeated || !draft_.earlier.text.empty())
        lines.field("earlier.text", lines.say("Welke eerdere incidenten?", "Which earlier incidents?"),
                    draft_.earlier.text);
}

void RecordForm::person(Lines& lines, std::size_t index, const Around& around) {
    Person& person = draft_.persons[index];
    lines.words({.text = capitalised(role_in_words(draft_, person, lines.language())), .type = Type::Strong});
    lines.field(numbered("person", index, "name"), lines.say("Naam (leeg: onbekend)", "Name (empty: unknown)"),
                person.name);
    person.known = !person.name.empty();
    lines.field(numbered("person", index, "address"), lines.say("Adres", "Address"), person.address);
    lines.field(numbered("person", index, "description"), lines.say("Signalement of functie", "Description or post"),
                person.description);
    if (person.role == PersonRole::Affected) {
        lines.choose(numbered("person", index, "office"), lines.say("Welk ambt?", "Which office?"), office_words,
                     person.office);
    }
    if (person.role == PersonRole::Disturber) {
        bool is_member = person.office == Office::CouncilMember;
        const bool was = is_member;
        lines.toggle(numbered("person", index, "member"), lines.say("Is raadslid", "Is a member of the council"),
                     is_member);
        if (is_member != was) person.office = is_member ? std::optional(Office::CouncilMember) : std::nullopt;
    }
    lines.toggle(numbered("person", index, "injured"),
                 lines.say("Letsel, lichamelijk of geestelijk", "Injured, in body or mind"), person.injured);
    if (person.injured) {
        // Hamer asks to warn the inspectorate for those in office only: duties.cpp.
        const bool in_office = person.role == PersonRole::Affected && person.office && is_political(*person.office);
        const LocalText hint =
            !in_office ? LocalText{"Ziekenhuis, blijvende schade of overlijden.", "Hospital, lasting harm or death."}
                       : LocalText{
                             "Ziekenhuis, blijvende schade of overlijden: waarschuw de Nederlandse Arbeidsinspectie "
                             "binnen 24 uur.",
                             "Hospital, lasting harm or death: warn the labour inspectorate within 24 hours."};
        lines.toggle(numbered("person", index, "seriously"), lines.say("Ernstig", "Serious"), person.seriously,
                     lines.say(hint));
        lines.field(numbered("person", index, "injury"), lines.say("Welk letsel?", "Which injury?"), person.injury);
    } else {
        person.seriously = false;
    }
    if (person.role == PersonRole::Disturber) earlier(lines, index, around);
    erasing(lines, index, around);
    if (lines.button(numbered("person", index, "remove"),
                     fmt::format("{}: {}", lines.say("Verwijderen", "Remove"),
                                 person_in_words(draft_, person, lines.language())),
                     Icon::Close)) {
        remove_person(index);
    }
}

// With what says that person is meant: nothing would show it any more.
void RecordForm::remove_person(std::size_t index) {
    const std::string id = draft_.persons[index].id;
    draft_.persons.erase(draft_.persons.begin() + static_cast<std::ptrdiff_t>(index));
    for (Measure& one : draft_.measures) {
        if (one.person == id) one.person.clear();
    }
    const auto is_theirs = [&](const auto& one) { return one.person == id; };
    std::erase_if(draft_.done, is_theirs);
    std::erase_if(draft_.owners, is_theirs);
    std::erase_if(draft_.aftercare, is_theirs);
    std::erase_if(moments_, [&](const auto& one) {
        return one.first.starts_with("duty.") && one.first.ends_with("." + id + ".at");
    });
}

// How often a disturber's name stands in the register besides, on one line whatever is found: it comes while one types
// below. The incidents themselves unfold by a tap.
void RecordForm::earlier(Lines& lines, std::size_t index, const Around& around) {
    const Person& person = draft_.persons[index];
    constexpr std::size_t shortest = 3;
    const auto* found = person.name.size() < shortest ? nullptr : around.earlier(person.name);
    const std::string count = person.name.size() < shortest ? lines.say("nog geen naam", "no name yet")
                              : !found                      ? lines.say("wordt gezocht", "being looked for")
                                                            : std::to_string(found->size());
    const std::string key = numbered("person", index, "earlier");
    const bool any = found && !found->empty();
    if (lines.button(
            key,
            fmt::format("{}: {}", lines.say("Eerdere incidenten met deze naam", "Earlier incidents with this name"),
                        count),
            any ? Icon::Notice : Icon::None, any,
            lines.say("Er is niets om te laten zien.", "There is nothing to show."))) {
        if (!unfolded_.erase(person.id)) unfolded_.insert(person.id);
    }
    if (!any || !unfolded_.contains(person.id)) return;
    for (const RecordSummary& one : *found) {
        lines.words(
            {.text = fmt::format("{}: {}", long_date(one.started, lines.language()), one.what), .bullet = true});
    }
}

// A stored person's data, out of every revision (AVG).
void RecordForm::erasing(Lines& lines, std::size_t index, const Around& around) {
    const Person& person = draft_.persons[index];
    const Person* stored = before_.person(person.id);
    if (!stored || (stored->name + stored->address + stored->description + stored->injury).empty()) return;
    const std::string label = fmt::format("{} {}", lines.say("Wis gegevens van", "Erase the data of"),
                                          person_in_words(draft_, person, lines.language()));
    if (erase_button(lines, numbered("person", index, "erase"), label, around)) around.erase(person.id);
}

// Held down, as it is for good; away from what is tapped without a thought.
bool RecordForm::erase_button(Lines& lines, const std::string& key, const std::string& label, const Around& around) {
    const std::string hint =
        lines.say("Houd ingedrukt: uit alle revisies, voorgoed.", "Hold it down: out of all revisions, for good.");
    const std::string why = around.is_acting ? lines.say("Wacht tot dit klaar is.", "Wait until this is done.")
                                             : lines.say("Bewaar eerst, of zet terug.", "Save first, or put it back.");
    const QuietButton gone{.key = key,
                           .label = label,
                           .intent = Intent::Danger,
                           .enabled = !changed() && !around.is_acting,
                           .why = why,
                           .hold_ms = 1500,
                           .hold_hint = hint,
                           .guarded = false};
    Ui& ui = lines.ui();
    lines.column().skip(ui.metrics().danger_gap());
    Rect place = lines.column().next(quiet_button_height(ui, gone, lines.column().width()));
    lines.column().skip(ui.metrics().danger_gap());
    place.w = std::min(place.w, quiet_button_width(ui, gone));
    return quiet_button(ui, place, gone) == Tap::Taken;
}

}  // namespace hamer::ui
