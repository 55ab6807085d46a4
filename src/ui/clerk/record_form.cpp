#include "ui/clerk/record_form.h"

#include "base/typed_time.h"
#include "platform/zone.h"
#include "record/conduct_table.h"
#include "record/duties.h"
#include "record/faults.h"
#include "record/names.h"
#include "record/person_names.h"
#include "report/date_text.h"
#include "ui/toolkit/widgets/date_line.h"

#include <algorithm>
#include <fmt/format.h>

namespace hamer::ui {

namespace {

std::string key_of(Recipient who) { return fmt::format("informed.{}", recipient_words[static_cast<std::size_t>(who)]); }
std::string key_of(DutyKind kind, const std::string& person) {
    return fmt::format("duty.{}.{}", duty_words[static_cast<std::size_t>(kind)], person);
}

std::string in_words(Instant at, Language language) { return long_time(in_zone(at, SystemZone()), language); }

}  // namespace

std::string RecordForm::numbered(std::string_view what, std::size_t index, std::string_view field) {
    return fmt::format("{}.{}.{}", what, index, field);
}

RecordForm::RecordForm(IncidentRecord record, Instant now)
    : record_(std::move(record)), now_(now), before_(record_.dossier.value_or(Dossier{})) {
    put(before_);
}

void RecordForm::put(Dossier draft, std::map<std::string, std::string> typed) {
    draft_ = std::move(draft);
    communication_ = draft_.communication.value_or(Communication{});
    moments_.clear();
    for (auto& [key, text] : typed) {
        const auto kind = key.starts_with("measure.") ? Typed::Kind::Day : Typed::Kind::Moment;
        moments_[key] = {.text = std::move(text), .kind = kind, .near = today()};
    }
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

std::string RecordForm::wrong_with(const std::string& key) const {
    const auto found = said_.find(key);
    return found == said_.end() ? std::string() : found->second;
}

Day RecordForm::today() const { return day_of(in_zone(now_, SystemZone())); }

IncidentRecord RecordForm::with(const Dossier& dossier) const {
    IncidentRecord made = record_;
    made.dossier = dossier;
    return made;
}

std::optional<LocalText> RecordForm::problem_of(const Typed& typed) const {
    if (typed.kind == Typed::Kind::Day) {
        const auto day = day_typed(typed.text, typed.near);
        return day || typed.text.empty() ? std::nullopt : std::optional(day.error());
    }
    const auto moment = moment_typed(typed.text, SystemZone(), today());
    return moment ? std::nullopt : std::optional(moment.error());
}

std::map<std::string, LocalText> RecordForm::problems() const {
    std::map<std::string, LocalText> found;
    for (const Fault& fault : faults(with(draft()), now_, SystemZone()))
        found.try_emplace(key_of_place(fault.place), fault.text);
    for (const auto& [key, one] : moments_) {
        if (const auto problem = problem_of(one)) found[key] = *problem;
    }
    return found;
}

std::optional<LocalText> RecordForm::held_up() const {
    for (const auto& [key, one] : moments_) {
        if (auto problem = problem_of(one)) return problem;
    }
    const SystemZone zone;
    const auto fault = brought_in(faults(with(before_), now_, zone), faults(with(draft()), now_, zone));
    return fault ? std::optional(fault->text) : std::nullopt;
}

std::vector<Missing> RecordForm::lacking() const { return missing(with(draft())); }

std::string RecordForm::key_of_place(const std::string& place) const {
    const auto slash = place.find('/');
    const std::string first = place.substr(0, slash);
    const std::string rest = slash == std::string::npos ? "" : place.substr(slash + 1);
    if (first == "conduct") return "conduct.a";
    if (first == "communication") return "spokesperson";
    if (rest.empty()) {
        if (first == "persons") return "person.add.disturber";
        if (first == "measures") return "measure.add.0";
        if (first == "place" || first == "manner" || first == "reason" || first == "no_measures") return first;
        if (first == "channel" || first == "damage" || first == "repetition" || first == "charges") return first + ".0";
        return {};
    }
    const auto next = rest.find('/');
    const std::string field = next == std::string::npos ? "" : rest.substr(next + 1);
    const std::string index = rest.substr(0, next);
    if (first == "informed" && field.empty()) return "informed." + index;  // by whom it is that must be told
    if (first == "informed" || first == "done") {
        const std::size_t number = std::stoul(index);
        if (first == "informed") return key_of(draft_.informed.at(number).who) + "." + field;
        const DutyDone& done = draft_.done.at(number);
        return key_of(done.kind, done.person) + "." + field;
    }
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
    now_ = around.now;
    groups_.clear();
    said_.clear();
    for (const auto& [key, problem] : problems()) said_[key] = lines.say(problem);
    lines.show_problems(said_);
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
    const SystemZone zone;
    const std::string shown = shown_moment(in_zone(at, zone));
    Typed& typed = moments_.try_emplace(key, Typed{.text = shown, .read = shown}).first->second;
    typed.near = today();
    auto meant = moment_typed(typed.text, zone, today());
    const auto taken = date_line(lines,
                                 {.key = key,
                                  .label = label,
                                  .below = lines.say("dd-mm-jjjj uu:mm", "dd-mm-yyyy hh:mm"),
                                  .wrong = wrong_with(key),
                                  .day = meant ? std::optional(day_of(*meant)) : std::nullopt,
                                  .today = today(),
                                  .first = first_day(record_, now_, zone),
                                  .last = today(),
                                  .why_not = lines.say("Dat is voor het incident, of nog niet geweest.",
                                                       "That is before the incident, or has not been yet.")},
                                 typed.text);
    if (taken) typed.text = fmt::format("{} {}", shown_day(*taken), shown_time(in_zone(meant.value_or(at), zone)));
    if (typed.text == typed.read) return;
    typed.read = typed.text;
    meant = moment_typed(typed.text, zone, today());
    if (meant && shown_moment(*meant) != shown) at = *meant;
}

// A day as one types it. What is no day is not the draft's: it stays in the field, and is said there.
void RecordForm::day(Lines& lines, const std::string& key, const std::string& label, std::string& iso, Day near,
                     const Offered& offered) {
    const std::string shown = shown_day(iso);
    Typed& typed =
        moments_.try_emplace(key, Typed{.text = shown, .kind = Typed::Kind::Day, .read = shown}).first->second;
    typed.near = near;
    auto meant = day_typed(typed.text, near);
    const auto taken = date_line(lines,
                                 {.key = key,
                                  .label = label,
                                  .below = lines.say("dd-mm-jjjj", "dd-mm-yyyy"),
                                  .wrong = wrong_with(key),
                                  .day = meant ? std::optional(*meant) : std::nullopt,
                                  .today = today(),
                                  .first = offered.first,
                                  .last = offered.last,
                                  .why_not = lines.say(offered.why_not)},
                                 typed.text);
    if (taken) typed.text = shown_day(*taken);
    if (typed.text == typed.read) return;
    typed.read = typed.text;
    meant = day_typed(typed.text, near);
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
        const std::string detail = on      ? fmt::format("{}, {}", in_words(found->at, lines.language()), found->by)
                                   : asked ? lines.say("moet, volgens 7.1", "must be, by 7.1")
                                           : "";
        lines.toggle(key_of(one), lines.say(name_of(one)), on, detail);
        const std::string when = key_of(one) + ".at";
        if (!on) moments_.erase(when);
        if (on && was) moment(lines, when, lines.say("Wanneer?", "When?"), found->at);
        if (on && !was) draft_.informed.push_back({one, around.now, around.user});
        if (!on && was) draft_.informed.erase(found);
    }
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
    const IncidentRecord record = with(draft());
    const auto all = duties(record, SystemZone());
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
            on ? fmt::format("{} {}, {}", lines.say("gedaan", "done"), in_words(duty.done->at, lines.language()),
                             duty.done->by)
               : fmt::format("{} {}{}", lines.say("uiterlijk", "at the latest"), in_words(duty.due, lines.language()),
                             duty.due < around.now ? lines.say(" – TE LAAT", " – LATE") : "");
        const std::string key = key_of(duty.kind, duty.person);
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
