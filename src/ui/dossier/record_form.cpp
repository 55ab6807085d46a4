#include "ui/dossier/record_form.h"

#include "base/typed_time.h"
#include "record/conduct_table.h"
#include "record/duties.h"
#include "record/names.h"
#include "record/person_names.h"
#include "report/date_text.h"

#include <algorithm>
#include <fmt/format.h>

namespace hamer::ui {

std::string RecordForm::numbered(std::string_view what, std::size_t index, std::string_view field) {
    return fmt::format("{}.{}.{}", what, index, field);
}

RecordForm::RecordForm(IncidentRecord record)
    : record_(std::move(record)), before_(record_.dossier.value_or(Dossier{})) {
    put(before_);
}

void RecordForm::put(Dossier draft, std::map<std::string, std::string> typed) {
    draft_ = std::move(draft);
    communication_ = draft_.communication.value_or(Communication{});
    moments_.clear();
    for (auto& [key, text] : typed) moments_[key] = {std::move(text), key.starts_with("measure.")};
}

Dossier RecordForm::draft() const {
    Dossier made = draft_;
    if (communication_ == Communication{})
        made.communication.reset();
    else
        made.communication = communication_;
    return made;
}

bool RecordForm::changed() const { return !(draft() == before_) || !typed().empty(); }

std::map<std::string, std::string> RecordForm::typed() const {
    std::map<std::string, std::string> found;
    for (const auto& [key, one] : moments_) {
        if (problem_of(one)) found[key] = one.text;
    }
    return found;
}

std::optional<LocalText> RecordForm::problem_of(const Typed& typed) {
    if (typed.is_day) {
        const auto day = day_typed(typed.text);
        return day || typed.text.empty() ? std::nullopt : std::optional(day.error());
    }
    const auto moment = moment_typed(typed.text, SystemZone());
    return moment ? std::nullopt : std::optional(moment.error());
}

std::map<std::string, LocalText> RecordForm::problems() const {
    std::map<std::string, LocalText> found;
    for (const Fault& fault : faults(draft())) found.try_emplace(key_of_place(fault.place), fault.text);
    for (const auto& [key, one] : moments_) {
        if (const auto problem = problem_of(one)) found[key] = *problem;
    }
    return found;
}

std::vector<Missing> RecordForm::lacking() const {
    IncidentRecord asked = record_;
    asked.dossier = draft();
    return missing(asked);
}

std::string RecordForm::key_of_place(const std::string& place) {
    const auto slash = place.find('/');
    const std::string first = place.substr(0, slash);
    const std::string rest = slash == std::string::npos ? "" : place.substr(slash + 1);
    if (first == "conduct") return "conduct.a";
    if (first == "informed") return "informed." + rest;
    if (first == "communication") return "spokesperson";
    if (rest.empty()) {
        if (first == "persons") return "person.add.disturber";
        if (first == "measures") return "measure.add.0";
        if (first == "place" || first == "manner" || first == "reason") return first;
        if (first == "channel" || first == "damage" || first == "repetition" || first == "charges") return first + ".0";
        return {};
    }
    const auto next = rest.find('/');
    const std::string field = next == std::string::npos ? "" : rest.substr(next + 1);
    const std::string index = rest.substr(0, next);
    if (first == "persons") return fmt::format("person.{}.{}", index, field == "office" ? "office.0" : field);
    return fmt::format("measure.{}.{}", index, field);
}

void RecordForm::go_to(Ui& ui, const std::string& key) {
    ui.focus(key);
    going_to_ = key;
    going_frames_ = 2;  // as long as what has the keyboard is brought into sight
}

std::optional<std::pair<float, float>> RecordForm::going() const {
    if (going_frames_ == 0) return std::nullopt;
    for (const Group& one : groups_) {
        if (going_to_.starts_with(one.keys)) return std::pair(one.from, one.to);
    }
    return std::nullopt;
}

void RecordForm::group(Lines& lines, std::initializer_list<std::string> keys, const std::function<void()>& draw) {
    const float from = lines.column().used();
    draw();
    for (const std::string& one : keys) groups_.push_back({one, from, lines.column().used()});
}

void RecordForm::draw(Lines& lines, const Around& around) {
    if (going_frames_ > 0) --going_frames_;
    groups_.clear();
    std::map<std::string, std::string> said;
    for (const auto& [key, problem] : problems()) said[key] = lines.say(problem);
    lines.show_problems(std::move(said));
    group(lines, {"conduct."}, [&] { conduct(lines); });
    group(lines, {"channel.", "place", "manner", "with_what", "reason", "damage"}, [&] { what_happened(lines); });
    persons(lines, around);
    group(lines, {"informed."}, [&] { settlement(lines, around); });
    measures(lines);
    group(lines, {"charges."}, [&] { charges(lines); });
    group(lines, {"spokesperson", "agreed.", "prosecutor", "message"}, [&] { communication(lines); });
    group(lines, {"duty."}, [&] { aftercare(lines, around); });
}

void RecordForm::conduct(Lines& lines) {
    lines.heading(lines.say("Welk gedrag is gezien? (tabel 1)", "Which conduct was seen? (table 1)"));
    for (std::size_t i = 0; i < conduct_words.size(); ++i) {
        const auto one = static_cast<Conduct>(i);
        const auto found = std::ranges::find(draft_.conduct, one);
        bool on = found != draft_.conduct.end();
        const bool was = on;
        lines.toggle("conduct." + std::string(conduct_words[i]), lines.say(name_of(one)), on,
                     lines.say(conduct_class(one).signs));
        if (on && !was) draft_.conduct.push_back(one);
        if (!on && was) draft_.conduct.erase(found);
        std::ranges::sort(draft_.conduct);
    }
    const auto heaviest = governing(draft_);
    if (!heaviest) return;
    const ConductClass& table = conduct_class(*heaviest);
    lines.words({.text = fmt::format("{}: {}", lines.say("Het zwaarste telt", "The heaviest counts"),
                                     lines.say(name_of(*heaviest))),
                 .type = Type::Strong,
                 .key = "governing"});
    for (const LocalText& step : table.what_to_do) lines.words({.text = lines.say(step), .bullet = true});
    lines.note(lines.say(table.report_and_settle));
}

void RecordForm::what_happened(Lines& lines) {
    lines.heading(lines.say("Wat gebeurde er?", "What happened?"));
    lines.choose("channel", lines.say("Via welk kanaal?", "By which channel?"), channel_words, draft_.channel);
    const std::string& room = record_.meeting.room;
    lines.field(
        "place", lines.say("Waar precies?", "Where exactly?"), draft_.place, 1,
        room.empty() ? "" : fmt::format("{}: {}", lines.say("De vergadering was in", "The meeting was in"), room));
    lines.field("manner", lines.say("Op welke wijze?", "In what manner?"), draft_.manner);
    lines.field("with_what", lines.say("Waarmee?", "With what?"), draft_.with_what);
    lines.field("reason", lines.say("Waarom, voor zover bekend?", "Why, as far as known?"), draft_.reason);
    lines.yes_or_no("damage", lines.say("Is er schade?", "Is there damage?"), draft_.damage);
    if (draft_.damage == true) {
        lines.field("damage_text", lines.say("Welke schade?", "Which damage?"), draft_.damage_text);
    }
}

// A moment to the minute, as one types it. Seconds that were recorded stay as long as the minute does.
void RecordForm::moment(Lines& lines, const std::string& key, const std::string& label, Instant& at) {
    Typed& typed = moments_.try_emplace(key, Typed{shown_moment(at), false}).first->second;
    const std::string before = typed.text;
    lines.field(key, label, typed.text, 1, lines.say("dd-mm-jjjj uu:mm", "dd-mm-yyyy hh:mm"));
    if (typed.text == before) return;
    const auto meant = moment_typed(typed.text, SystemZone());
    if (meant && shown_moment(*meant) != shown_moment(at)) at = *meant;
}

// A day as one types it. What is no day is not the draft's: it stays in the field, and is said there.
void RecordForm::day(Lines& lines, const std::string& key, const std::string& label, std::string& iso) {
    Typed& typed = moments_.try_emplace(key, Typed{shown_day(iso), true}).first->second;
    const std::string before = typed.text;
    lines.field(key, label, typed.text, 1, lines.say("dd-mm-jjjj", "dd-mm-yyyy"));
    if (typed.text == before) return;
    const auto meant = day_typed(typed.text);
    if (meant || typed.text.empty()) iso = meant ? to_iso(*meant) : "";
}

void RecordForm::settlement(Lines& lines, const Around& around) {
    lines.heading(lines.say("Wie is geïnformeerd? (7.1)", "Who was informed? (7.1)"));
    const auto route = reporting_route(draft_);
    std::vector<Recipient> order = route;
    for (std::size_t i = 0; i < recipient_words.size(); ++i) {
        const auto one = static_cast<Recipient>(i);
        if (std::ranges::find(route, one) == route.end()) order.push_back(one);
    }
    for (const Recipient one : order) {
        const auto found = std::ranges::find(draft_.informed, one, &Informed::who);
        bool on = found != draft_.informed.end();
        const bool was = on;
        const bool asked = std::ranges::find(route, one) != route.end();
        const std::string detail = on      ? fmt::format("{}, {}", long_time(found->at, lines.language()), found->by)
                                   : asked ? lines.say("moet, volgens 7.1", "must be, by 7.1")
                                           : "";
        lines.toggle("informed." + std::string(recipient_words[static_cast<std::size_t>(one)]), lines.say(name_of(one)),
                     on, detail);
        const std::string when = "informed." + std::string(recipient_words[static_cast<std::size_t>(one)]) + ".at";
        if (!on) moments_.erase(when);
        if (on && was) moment(lines, when, lines.say("Wanneer?", "When?"), found->at);
        if (on && !was) draft_.informed.push_back({one, around.now, around.user});
        if (!on && was) draft_.informed.erase(found);
    }
}

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
    });
}

void RecordForm::charges(Lines& lines) {
    if (record_.charges && record_.charges->decision != "later") return;
    constexpr std::array decisions{"file", "report", "none"};
    std::vector<std::string> labels;
    for (const char* one : decisions) labels.push_back(lines.say(charges_name(one)));
    const auto found = std::ranges::find(decisions, draft_.charges);
    const int chosen = lines.chips("charges", lines.say("Aangifte (6.1.9, 7.4)", "Charges (6.1.9, 7.4)"), labels,
                                   found == decisions.end() ? -1 : static_cast<int>(found - decisions.begin()));
    draft_.charges = chosen < 0 ? "" : decisions[static_cast<std::size_t>(chosen)];
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
    const bool ban = measure.kind == MeasureKind::Ban || measure.kind == MeasureKind::CouncilBan ||
                     measure.kind == MeasureKind::Restriction;
    if (ban) {
        day(lines, numbered("measure", index, "from"), lines.say("Vanaf", "From"), measure.from);
        day(lines, numbered("measure", index, "until"), lines.say("Tot en met", "Until"), measure.until);
        lines.field(numbered("measure", index, "condition"), lines.say("Voorwaarde", "Condition"), measure.condition);
    }
    if (measure.kind == MeasureKind::CouncilBan) {
        lines.note(lines.say("Hoogstens drie maanden, en alleen bij herhaalde verstoring (art. 26 lid 2 Gemeentewet).",
                             "Three months at most, and for repeated disturbance only (art. 26(2) Gemeentewet)."));
    }
    lines.field(numbered("measure", index, "decided_by"), lines.say("Besluit van", "Decided by"), measure.decided_by);
    lines.field(numbered("measure", index, "text"), lines.say("Toelichting", "Explanation"), measure.text);
    if (lines.button(numbered("measure", index, "remove"), lines.say("Maatregel verwijderen", "Remove the measure"),
                     Icon::Close)) {
        draft_.measures.erase(draft_.measures.begin() + static_cast<std::ptrdiff_t>(index));
        remove_typed(index);
    }
}

// What was typed in the fields of a measure that goes; those after it have other numbers now.
void RecordForm::remove_typed(std::size_t measure) {
    std::map<std::string, Typed> kept;
    for (auto& [key, one] : moments_) {
        if (!key.starts_with("measure.")) {
            kept[key] = std::move(one);
            continue;
        }
        const auto dot = key.rfind('.');
        const std::size_t number = std::stoul(key.substr(std::string_view("measure.").size()));
        if (number == measure) continue;
        kept[numbered("measure", number > measure ? number - 1 : number, key.substr(dot + 1))] = std::move(one);
    }
    moments_ = std::move(kept);
}

void RecordForm::communication(Lines& lines) {
    lines.heading(lines.say("Communicatie (8)", "Communication (8)"));
    lines.field("spokesperson", lines.say("Wie voert het woord?", "Who is the spokesperson?"),
                communication_.spokesperson);
    lines.yes_or_no("agreed", lines.say("Afgestemd met de betrokkene?", "Agreed with the affected person?"),
                    communication_.agreed_with_affected);
    lines.toggle(
        "prosecutor",
        lines.say("Er loopt een strafzaak: het OM communiceert", "A criminal case runs: the prosecutor communicates"),
        communication_.prosecutor_leads);
    lines.field("message", lines.say("Bericht", "Message"), communication_.text, 3);
}

void RecordForm::aftercare(Lines& lines, const Around& around) {
    IncidentRecord asked = record_;
    asked.dossier = draft();
    const auto all = duties(asked, SystemZone());
    if (all.empty()) return;
    lines.heading(lines.say("Nazorg en termijnen (7.3, 7.4)", "Aftercare and deadlines (7.3, 7.4)"));
    for (const Duty& duty : all) {
        const auto done = std::ranges::find_if(
            draft_.done, [&](const DutyDone& one) { return one.kind == duty.kind && one.person == duty.person; });
        bool on = duty.done != nullptr;
        const bool was = on;
        const Person* whose = draft_.person(duty.person);
        const std::string label = whose ? fmt::format("{}, {}", lines.say(name_of(duty.kind)),
                                                      person_in_words(draft_, *whose, lines.language()))
                                        : lines.say(name_of(duty.kind));
        const std::string detail =
            on ? fmt::format("{} {}, {}", lines.say("gedaan", "done"), long_time(duty.done->at, lines.language()),
                             duty.done->by)
               : fmt::format("{} {}{}", lines.say("uiterlijk", "at the latest"), long_time(duty.due, lines.language()),
                             duty.due < around.now ? lines.say(" – TE LAAT", " – LATE") : "");
        const std::string key = fmt::format("duty.{}.{}", duty_words[static_cast<std::size_t>(duty.kind)], duty.person);
        lines.toggle(key, label, on, detail);
        if (!on) moments_.erase(key + ".at");
        if (on && was && done != draft_.done.end()) {
            moment(lines, key + ".at", lines.say("Wanneer gedaan?", "Done when?"), done->at);
        }
        if (on && !was) draft_.done.push_back({duty.kind, duty.person, around.now, around.user, ""});
        if (!on && was && done != draft_.done.end()) draft_.done.erase(done);
    }
}

}  // namespace hamer::ui
