#include "record/letter_template.h"

#include <algorithm>

namespace hamer {

namespace {

using enum LetterReader;

constexpr std::array all = {Disturber, Affected, Council, Press, Municipality};
constexpr std::array not_press = {Disturber, Affected, Council, Municipality};
constexpr std::array persons = {Disturber, Affected};
constexpr std::array disturber = {Disturber, Municipality};
constexpr std::array affected = {Affected, Municipality};
constexpr std::array outside = {Affected, Council, Press, Municipality};
constexpr std::array council = {Affected, Council, Municipality};
constexpr std::array in_confidence = {Council, Municipality};
constexpr std::array within = {Municipality};

}  // namespace

std::optional<PersonRole> addressee(LetterReader reader) {
    if (reader == Disturber) return PersonRole::Disturber;
    if (reader == Affected) return PersonRole::Affected;
    return std::nullopt;
}

LocalText name_of(LetterReader reader) {
    static const std::array<LocalText, letter_reader_words.size()> names = {
        {{"voor de verstoorder", "for the disturber"},
         {"voor de betrokkene", "for the affected person"},
         {"voor de raad", "for the council"},
         {"voor de pers", "for the press"},
         {"voor intern gebruik", "for internal use"}}};
    return names.at(static_cast<std::size_t>(reader));
}

const std::vector<LetterField>& letter_fields() {
    // What is decided and done against somebody never goes to the press, nor does it to the council by a letter: that
    // would tell who is guarded, and how (chapter 8).
    static const std::vector<LetterField> fields = {
        {"municipality", {"gemeente", "municipality"}, all},
        {"town_hall", {"adres van het stadhuis", "address of the town hall"}, all},
        {"today", {"datum", "date"}, all},
        {"reference", {"kenmerk", "reference"}, all},
        {"incident_date", {"datum van het incident", "date of the incident"}, all},
        {"incident_time", {"tijd van het incident", "time of the incident"}, all},
        {"ended_time", {"tijd waarop het voorbij was", "time at which it was over"}, all},
        {"meeting", {"vergadering", "meeting"}, all},
        {"meeting_date", {"datum van de vergadering", "date of the meeting"}, all},
        {"room", {"zaal", "room"}, all},
        {"broadcast", {"uitzending", "broadcast"}, all},
        {"chair", {"naam van de voorzitter", "name of the chair"}, all},
        {"clerk", {"naam van de griffier", "name of the clerk"}, all},
        {"name", {"naam", "name"}, persons},
        {"address", {"adres", "address"}, persons},
        {"office", {"ambt", "office"}, affected},
        {"what", {"wat er gebeurde", "what happened"}, not_press},
        {"place", {"plaats van het incident", "place of the incident"}, not_press},
        {"manner", {"hoe het gebeurde", "how it happened"}, disturber},
        {"conduct", {"soort gedrag", "kind of conduct"}, disturber},
        {"requests", {"aantal verzoeken om te vertrekken", "number of requests to leave"}, disturber},
        {"damage", {"schade", "damage"}, disturber},
        {"hearing",
         {"zienswijze, of waarom die niet is gevraagd", "the disturber’s side, or why it was not heard"},
         disturber},
        {"visitor", {"bezoeker", "visitor"}, disturber},
        {"from", {"eerste dag", "first day"}, disturber, true},
        {"until", {"laatste dag", "last day"}, disturber, true},
        {"condition", {"voorwaarde", "condition"}, disturber, true},
        {"decided_by", {"wie het besluit nam", "who decided it"}, disturber, true},
        {"explanation", {"toelichting op de maatregel", "explanation of the measure"}, disturber, true},
        {"talks", {"aangeboden gesprekken", "talks that are offered"}, affected},
        {"care_by", {"wie de gesprekken voert", "who holds the talks"}, affected},
        {"filed_by", {"wie aangifte doet", "who files charges"}, affected},
        {"police_number", {"nummer van de politie", "the police’s number"}, affected},
        {"measures", {"maatregelen", "measures"}, affected},
        {"charges", {"besluit over aangifte", "decision on charges"}, council},
        {"spokesperson", {"woordvoerder", "spokesperson"}, outside},
        {"message", {"bericht", "message"}, outside},
        {"internal_message", {"vertrouwelijk bericht", "message in confidence"}, in_confidence},
        {"suspended", {"duur van de schorsing", "length of the suspension"}, in_confidence},
        {"scenario", {"scenario", "scenario"}, within},
        {"police_called", {"tijd van de melding bij de politie", "time of the call to the police"}, within},
        {"police_arrived", {"tijd waarop de politie er was", "time at which the police arrived"}, within},
        {"evaluation_date", {"datum van de evaluatie", "date of the evaluation"}, within},
        {"evaluation_present", {"aanwezigen bij de evaluatie", "who was at the evaluation"}, within},
        {"went_well", {"wat goed ging", "what went well"}, within},
        {"could_be_better", {"wat beter kan", "what could be better"}, within},
        {"improvements", {"verbeterpunten", "improvements"}, within},
    };
    return fields;
}

const LetterField* letter_field(std::string_view name) {
    const auto& fields = letter_fields();
    const auto found = std::ranges::find(fields, name, &LetterField::name);
    return found == fields.end() ? nullptr : &*found;
}

bool may_name(const LetterField& field, LetterReader reader) {
    return std::ranges::find(field.readers, reader) != field.readers.end();
}

}  // namespace hamer
