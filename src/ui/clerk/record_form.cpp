#include "ui/clerk/record_form.h"

#include "base/typed_time.h"
#include "platform/zone.h"
#include "record/conduct_table.h"
#include "record/faults.h"
#include "record/names.h"
#include "record/weight.h"
#include "ui/toolkit/widgets/date_line.h"

#include <algorithm>
#include <fmt/format.h>

namespace hamer::ui {

namespace {

// Fields of moments are called so, and no others; the field itself says it once it is drawn.
bool is_of_a_moment(const std::string& key) { return key.ends_with(".at"); }

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
    present_ = draft_.learning ? fmt::format("{}", fmt::join(draft_.learning->present, "\n")) : "";
    moments_.clear();
    for (auto& [key, text] : typed) {
        const auto kind = is_of_a_moment(key) ? Typed::Kind::Moment : Typed::Kind::Day;
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

// Of the parts that have a name each, by their places.
const std::map<std::string, std::string>& RecordForm::keys_of_parts() {
    static const std::map<std::string, std::string> keys = {{"reporter/name", "reporter.name"},
                                                            {"gir/number", "gir.number"},
                                                            {"gir/date", "gir.date"},
                                                            {"evaluation/date", "evaluation.date"},
                                                            {"police_file/by", "police.by"},
                                                            {"police_file/date", "police.date"},
                                                            {"police_file/may_be_told", "police.may_be_told.0"},
                                                            {"police_file/why_not", "police.why_not"},
                                                            {"communication/spokesperson", "spokesperson"},
                                                            {"communication/agreed_with_affected", "agreed.0"},
                                                            {"communication/deputy_mayor", "deputy_mayor.0"},
                                                            {"communication/press_office", "press_office.0"},
                                                            {"communication/no_measures_told", "no_measures_told.0"}};
    return keys;
}

std::string RecordForm::key_of_place(const std::string& place) const {
    const auto slash = place.find('/');
    const std::string first = place.substr(0, slash);
    const std::string rest = slash == std::string::npos ? "" : place.substr(slash + 1);
    if (first == "conduct") return "conduct.a";
    if (const auto known = keys_of_parts().find(place); known != keys_of_parts().end()) return known->second;
    if (rest.empty()) {
        if (first == "persons") return "person.add.disturber";
        if (first == "measures") return "measure.add.0";
        if (first == "precautions") return "precaution.add.0";
        for (const char* one : {"place", "manner", "reason", "no_measures", "no_measures_why"})
            if (first == one) return first;
        for (const char* one : {"channel", "damage", "repetition", "charges", "hearing"})
            if (first == one) return first + ".0";
        return {};
    }
    const auto next = rest.find('/');
    const std::string field = next == std::string::npos ? "" : rest.substr(next + 1);
    const std::string index = rest.substr(0, next);
    if (first == "aftercare") return field.empty() ? key_of_care(index, "offered.0") : "";
    if (first == "owners") return "duty.owners";
    if (first == "precautions") {
        return fmt::format("precaution.{}.{}", index, field == "id" ? "text" : field);
    }
    if (first == "signal" || first == "estimate" || first == "learning")
        return first + "." + rest + (rest == "ended" || rest == "level" || rest == "bodies" ? ".0" : "");
    if (first == "improvements") return fmt::format("improvement.{}.{}", index, field == "id" ? "text" : field);
    if (first == "informed" && field.empty()) return "informed." + index;  // by whom it is that must be told
    if (first == "informed" || first == "done") {
        const std::size_t number = std::stoul(index);
        if (first == "informed") return key_of_informed(draft_.informed.at(number).who) + "." + field;
        const DutyDone& done = draft_.done.at(number);
        return key_of_duty(done.kind, done.person) + "." + field;
    }
    if (first == "persons") return fmt::format("person.{}.{}", index, field == "office" ? "office.0" : field);
    return fmt::format("measure.{}.{}", index, field == "person" ? "person.0" : field);
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
    if (record_.kind == IncidentKind::Signal) return signal(lines, around);
    if (record_.kind == IncidentKind::Estimate) return estimate(lines, around);
    if (record_.kind == IncidentKind::Learning) return learning(lines, around);
    group(lines, {"conduct."}, [&] { conduct(lines); });
    group(lines, {"channel.", "place", "manner", "with_what", "reason", "damage", "reporter."},
          [&] { what_happened(lines); });
    persons(lines, around);
    group(lines, {"attachment.add"}, [&] { attachments(lines, around); });
    if (!is_settled(lines)) return;
    group(lines, {"informed."}, [&] { informed(lines, around); });
    group(lines, {"gir."}, [&] { registration(lines); });
    measures(lines);
    group(lines, {"charges.", "police."}, [&] { charges(lines); });
    group(lines,
          {"spokesperson", "agreed.", "prosecutor", "message", "internal", "deputy_mayor.", "press_office.",
           "no_measures_told."},
          [&] { communication(lines); });
    aftercare(lines);
    group(lines, {"duty."}, [&] { deadlines(lines, around); });
    evaluation(lines);
    group(lines, {"hold"}, [&] { hold(lines); });
}

// What is not reported is not settled either, unless somebody asks for it, did it, or is owed a talk.
bool RecordForm::is_settled(Lines& lines) {
    const IncidentRecord record = with(draft());
    const bool any = !draft_.informed.empty() || !draft_.measures.empty() || draft_.no_measures ||
                     !duties(record, SystemZone()).empty() || !draft_.charges.empty() ||
                     communication_ != Communication{} || draft_.gir != Registration{} ||
                     draft_.police_file != PoliceFile{} || !draft_.aftercare.empty();
    if (is_to_be_reported(record) || any || unfolded_.contains(settling)) return true;
    lines.note(lines.say("Gedrag A of B hoeft niet gemeld, tenzij het aanhoudt of er een patroon ontstaat.",
                         "Conduct A or B need not be reported, unless it goes on or a pattern appears."));
    if (lines.button("settle", lines.say("Toch melden en afhandelen", "Report and settle it all the same")))
        unfolded_.insert(settling);
    return false;
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
    if (record_.kind == IncidentKind::Reported) {
        lines.field("reporter.name", lines.say("Wie meldde het?", "Who reported it?"), draft_.reporter.name, 1,
                    lines.say("Staat niet op papier.", "Does not go on paper."));
        lines.choose("reporter.office", lines.say("Ambt van de melder", "Office of who reported"), office_words,
                     draft_.reporter.office);
    }
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
    typed.kind = Typed::Kind::Moment;
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
    Typed& typed = moments_.try_emplace(key, Typed{.text = shown, .read = shown}).first->second;
    typed.kind = Typed::Kind::Day;
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

}  // namespace hamer::ui
