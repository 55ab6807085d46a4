#include "record/faults.h"

#include "base/fold.h"
#include "base/typed_time.h"
#include "record/deciders.h"
#include "record/names.h"
#include "record/person_names.h"

#include <algorithm>
#include <fmt/format.h>
#include <set>
#include <utility>

namespace hamer {

namespace {

using std::chrono::months;
using std::chrono::year_month_day;

constexpr std::int64_t minute_ms = 60'000;

// The day before the same day three months later, or that month's last where it has no such day: "ten hoogste drie
// maanden" (article 26(2)), the last day among them.
Day latest_end(Day from) {
    const year_month_day date{from};
    const auto later = date + months{3};
    return later.ok() ? Day{later} - std::chrono::days{1} : Day{later.year() / later.month() / std::chrono::last};
}

// It stands in calendars and lists, where a name must not.
bool is_plain(const std::string& id) {
    constexpr std::size_t longest = 40;
    return !id.empty() && id.size() <= longest && std::ranges::all_of(id, [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' || c == '_';
    });
}

LocalText both(const LocalText& first, const LocalText& second) {
    return {first.nl + ", " + second.nl, first.en + ", " + second.en};
}

class Faults {
  public:
    Faults(const IncidentRecord& record, Instant now, const Zone& zone)
        : record_(record), dossier_(record.dossier ? *record.dossier : nothing_), now_(now), zone_(zone) {}

    std::vector<Fault> in_dossier() {
        persons();
        for (std::size_t i = 0; i < dossier_.informed.size(); ++i) informed(i, dossier_.informed[i]);
        for (std::size_t i = 0; i < dossier_.measures.size(); ++i) measure(i, dossier_.measures[i]);
        for (std::size_t i = 0; i < dossier_.done.size(); ++i) done(i, dossier_.done[i]);
        past_day("gir/date", {"GIR, datum", "GIR, date"}, dossier_.gir.date);
        past_day("police_file/date", {"Aangifte, datum", "Charges, date"}, dossier_.police_file.date);
        past_day("evaluation/date", {"Evaluatie, datum", "Evaluation, date"}, dossier_.evaluation.date);
        improvements();
        beforehand();
        learning();
        aftercare();
        owners();
        if (dossier_.no_measures && !dossier_.measures.empty()) {
            say("no_measures", {"Geen maatregelen", "No measures"},
                {"Er zijn maatregelen, en er staat dat er geen zijn.",
                 "There are measures, and it says that there are none."});
        }
        return std::move(found_);
    }

    std::vector<Fault> in_facts() {
        const LocalText begun{"Begin", "Beginning"}, over{"Einde", "End"};
        past("started", begun, record_.started.at);
        if (!record_.ended) return std::move(found_);
        past("ended", over, record_.ended->at.at);
        if (record_.clock_changes.empty() && record_.ended->at.at < record_.started.at) {
            say("ended", over, {"Het einde ligt voor het begin.", "The end lies before the beginning."});
        }
        return std::move(found_);
    }

  private:
    void say(std::string place, LocalText field, LocalText text) {
        found_.push_back({std::move(place), std::move(field), std::move(text)});
    }

    void persons() {
        std::set<std::string> ids;
        for (std::size_t i = 0; i < dossier_.persons.size(); ++i) {
            const Person& person = dossier_.persons[i];
            const std::string place = fmt::format("persons/{}", i);
            const LocalText whose{role_in_words(dossier_, person, Language::Dutch),
                                  role_in_words(dossier_, person, Language::English)};
            if (!is_plain(person.id) || !ids.insert(person.id).second) {
                say(place + "/id", both(whose, {"id", "id"}),
                    {"Geef elke persoon een eigen id, zoals p1.", "Give each person an id of its own, such as p1."});
            }
            if (person.known && person.name.empty()) {
                say(place + "/name", both(whose, {"naam", "name"}),
                    {"Deze persoon is bekend, maar de naam ontbreekt.",
                     "This person is known, but the name is missing."});
            }
            if (person.seriously && !person.injured) {
                say(place + "/injured", both(whose, {"letsel", "injured"}),
                    {"Ernstig letsel is ook letsel.", "Serious injury is injury too."});
            }
        }
    }

    void improvements() {
        std::set<std::string> ids;
        for (std::size_t i = 0; i < dossier_.improvements.size(); ++i) {
            const Improvement& one = dossier_.improvements[i];
            const std::string place = fmt::format("improvements/{}", i);
            const LocalText field{fmt::format("Verbeterpunt {}", i + 1), fmt::format("Improvement {}", i + 1)};
            if (!is_plain(one.id) || !ids.insert(one.id).second) {
                say(place + "/id", both(field, {"id", "id"}),
                    {"Geef elk verbeterpunt een eigen id, zoals i1.",
                     "Give each improvement an id of its own, such as i1."});
            }
            if (words_in(fold(one.text)).empty())
                say(place + "/text", field, {"Zeg wat er beter gaat.", "Say what will be better."});
            (void)day(place + "/until", both(field, {"uiterlijk", "at the latest"}), one.until);
        }
    }

    // What is kept is what was held.
    void learning() {
        if (!dossier_.learning) return;
        const LocalText field{"Gehouden op", "Held on"};
        const auto held = day("learning/day", field, dossier_.learning->day);
        if (held && *held > day_of(in_zone(now_, zone_)))
            say("learning/day", field, {"Die dag is nog niet geweest.", "That day has not been yet."});
    }

    // Of a signal and an estimate.
    void beforehand() {
        if (dossier_.signal) {
            const Signal& one = *dossier_.signal;
            for (const auto& [key, text] : {std::pair("talked", &one.talked),
                                            {"team", &one.team},
                                            {"adviser", &one.adviser},
                                            {"mayor", &one.mayor},
                                            {"answered", &one.answered}})
                past_day(fmt::format("signal/{}", key), {"Signaal", "Signal"}, *text);
        }
        if (dossier_.estimate)
            (void)day("estimate/day", {"Dag van de bijeenkomst", "Day of the gathering"}, dossier_.estimate->day);
        std::set<std::string> ids;
        for (std::size_t i = 0; i < dossier_.precautions.size(); ++i) {
            const Precaution& one = dossier_.precautions[i];
            const std::string place = fmt::format("precautions/{}", i);
            const LocalText field = name_of(one.kind);
            if (!is_plain(one.id) || !ids.insert(one.id).second) {
                say(place + "/id", both(field, {"id", "id"}),
                    {"Geef elke voorzorgsmaatregel een eigen id, zoals v1.",
                     "Give each precaution an id of its own, such as v1."});
            }
            (void)day(place + "/until", both(field, {"uiterlijk", "at the latest"}), one.until);
        }
    }

    // Whose duty it is: of an improvement that.
    void known_subject(const std::string& place, DutyKind kind, const std::string& id) {
        if (kind == DutyKind::Precaution) {
            if (!dossier_.precaution(id)) {
                say(place + "/person", name_of(kind),
                    {fmt::format("Er is geen voorzorgsmaatregel “{}” in dit dossier.", printable(id, 40)),
                     fmt::format("There is no precaution “{}” in this record.", printable(id, 40))});
            }
            return;
        }
        if (kind != DutyKind::Improvement) return known_person(place, name_of(kind), id);
        if (dossier_.improvement(id)) return;
        say(place + "/person", name_of(kind),
            {fmt::format("Er is geen verbeterpunt “{}” in dit dossier.", printable(id, 40)),
             fmt::format("There is no improvement “{}” in this record.", printable(id, 40))});
    }

    void known_person(const std::string& place, const LocalText& field, const std::string& id) {
        if (id.empty() || dossier_.person(id)) return;
        say(place + "/person", both(field, {"persoon", "person"}),
            {fmt::format("Er is geen persoon “{}” in dit dossier.", printable(id, 40)),
             fmt::format("There is no person “{}” in this record.", printable(id, 40))});
    }

    // What was done about the incident: neither in the future nor before it began. To the minute, as one types it.
    void past(const std::string& place, const LocalText& field, Instant at) {
        if (LocalText wrong = wrong_with_past(at, now_, zone_); !wrong.empty()) say(place, field, std::move(wrong));
    }
    void afterwards(const std::string& place, const LocalText& field, Instant at) {
        const std::size_t before = found_.size();
        past(place, field, at);
        if (found_.size() > before) return;
        if (!wrong_with_past(record_.started.at, now_, zone_).empty()) return;
        std::int64_t earliest = record_.started.at.milliseconds;
        for (const ClockChange& change : record_.clock_changes)
            earliest += std::min<std::int64_t>(0, change.milliseconds);
        if (at.milliseconds / minute_ms >= earliest / minute_ms) return;
        const std::string began = shown_moment(in_zone(record_.started.at, zone_));
        say(place, field,
            {fmt::format("{} is voor het incident, dat begon op {}.", shown_moment(in_zone(at, zone_)), began),
             fmt::format("{} is before the incident, which began at {}.", shown_moment(in_zone(at, zone_)), began)});
    }

    void informed(std::size_t index, const Informed& informed) {
        const LocalText who = name_of(informed.who);
        afterwards(fmt::format("informed/{}/at", index),
                   {fmt::format("Wie is geïnformeerd, {}, wanneer", who.nl),
                    fmt::format("Who was informed, {}, when", who.en)},
                   informed.at);
    }

    std::optional<Day> day(const std::string& place, const LocalText& field, const std::string& text) {
        if (text.empty()) return std::nullopt;
        const auto read = day_from_iso(text);
        if (!read) {
            const auto typed = day_typed(text);
            say(place, field,
                typed ? LocalText{"Schrijf een datum als 12-03-2026.", "Write a date as 12-03-2026."} : typed.error());
            return std::nullopt;
        }
        if (LocalText wrong = wrong_with_year(*read); !wrong.empty()) {
            say(place, field, std::move(wrong));
            return std::nullopt;
        }
        const auto first = first_day(record_, now_, zone_);
        if (first && *read < *first) {
            say(place, field,
                {fmt::format("{} is voor het incident van {}.", shown_day(*read), shown_day(*first)),
                 fmt::format("{} is before the incident of {}.", shown_day(*read), shown_day(*first))});
            return std::nullopt;
        }
        return read;
    }

    void measure(std::size_t index, const Measure& measure) {
        const std::string place = fmt::format("measures/{}", index);
        const LocalText kind = name_of(measure.kind);
        const LocalText field{fmt::format("Maatregel {} ({})", index + 1, kind.nl),
                              fmt::format("Measure {} ({})", index + 1, kind.en)};
        const LocalText ends = both(field, {"tot en met", "until"});
        known_person(place, field, measure.person);
        against_a_disturber(place, field, measure);
        const auto from = day(place + "/from", both(field, {"vanaf", "from"}), measure.from);
        const auto until = day(place + "/until", ends, measure.until);
        if (from && until && *until < *from) {
            say(place + "/until", ends, {"Het einde ligt voor het begin.", "The end lies before the beginning."});
        }
        if (measure.kind == MeasureKind::Ban) building_ban(place, field, measure);
        if (measure.kind != MeasureKind::CouncilBan) return;
        council_ban(place, field, measure);
        if (from && until && *until > latest_end(*from)) {
            const std::string latest = shown_day(latest_end(*from));
            say(place + "/until", ends,
                {fmt::format("Een verbod om de vergadering bij te wonen duurt hoogstens drie maanden (art. 26 lid 2 "
                             "Gemeentewet): hier tot en met {}.",
                             latest),
                 fmt::format("A ban from the meetings lasts three months at most (art. 26(2) Gemeentewet): here until "
                             "{}.",
                             latest)});
        }
        if (dossier_.repetition == Repetition::First) {
            say(place + "/kind", field,
                {"Dit verbod kan alleen bij herhaalde verstoring (art. 26 lid 2 Gemeentewet).",
                 "This ban needs repeated disturbance (art. 26(2) Gemeentewet)."});
        }
    }

    void against_a_disturber(const std::string& place, const LocalText& field, const Measure& measure) {
        const Person* whom = dossier_.person(measure.person);
        if (!is_ban(measure.kind) || !whom || whom->role == PersonRole::Disturber) return;
        say(place + "/person", both(field, {"persoon", "person"}),
            {"Een verbod is tegen een verstoorder.", "A ban is against a disturber."});
    }

    // "De schriftelijke ontzegging voor een bepaalde tijd is een besluit van de burgemeester" (7.2).
    void building_ban(const std::string& place, const LocalText& field, const Measure& measure) {
        if (measure.decided_by.empty() || is_by_mayor(measure.decided_by)) return;
        say(place + "/decided_by", both(field, {"besluit van", "decided by"}),
            {"De toegang ontzeggen kan alleen de burgemeester (7.2).",
             "Only the mayor can ban somebody from the buildings (7.2)."});
    }

    // "De voorzitter kan …" (article 26(2)); against a member of the council only the meeting can do something, by (3).
    void council_ban(const std::string& place, const LocalText& field, const Measure& measure) {
        const std::string chair = fold(record_.meeting.chair);
        const bool by_chair = is_by_chair(measure.decided_by) ||
                              (!chair.empty() && fold(measure.decided_by).find(chair) != std::string::npos);
        if (!measure.decided_by.empty() && !by_chair) {
            say(place + "/decided_by", both(field, {"besluit van", "decided by"}),
                {"Dit verbod kan alleen de voorzitter opleggen (art. 26 lid 2 Gemeentewet).",
                 "Only the chair can impose this ban (art. 26(2) Gemeentewet)."});
        }
        const Person* whom = dossier_.person(measure.person);
        const bool a_member = whom ? (whom->office && is_political(*whom->office)) || (record_.member && !whom->office)
                                   : record_.member.has_value();
        if (a_member) {
            say(place + "/person", both(field, {"persoon", "person"}),
                {"Tegen een raadslid kan dit verbod niet: daarover besluit de vergadering (art. 26 lid 3 Gemeentewet).",
                 "This ban cannot be against a member of the council: the meeting decides there (art. 26(3) "
                 "Gemeentewet)."});
        }
    }

    // A day that something has: not before the incident, nor in the future.
    void past_day(const std::string& place, const LocalText& field, const std::string& text) {
        const auto read = day(place, field, text);
        if (!read || *read <= day_of(in_zone(now_, zone_))) return;
        say(place, field,
            {fmt::format("{} ligt in de toekomst.", shown_day(*read)),
             fmt::format("{} lies in the future.", shown_day(*read))});
    }

    void aftercare() {
        std::set<std::string> cared_for;
        for (std::size_t i = 0; i < dossier_.aftercare.size(); ++i) {
            const std::string place = fmt::format("aftercare/{}", i), &id = dossier_.aftercare[i].person;
            const LocalText field{"Nazorg", "Aftercare"};
            known_person(place, field, id);
            if (!id.empty() && cared_for.insert(id).second) continue;
            say(place + "/person", both(field, {"persoon", "person"}),
                {"Zeg voor wie, en één keer per persoon.", "Say for whom, and once for each person."});
        }
    }

    void owners() {
        std::set<std::pair<DutyKind, std::string>> named;
        for (std::size_t i = 0; i < dossier_.owners.size(); ++i) {
            const DutyOwner& one = dossier_.owners[i];
            const std::string place = fmt::format("owners/{}", i);
            known_subject(place, one.kind, one.person);
            if (named.insert({one.kind, one.person}).second) continue;
            say(place + "/owner", both(name_of(one.kind), {"wie", "who"}),
                {"Noem één persoon die dit doet.", "Name one person who does this."});
        }
    }

    void done(std::size_t index, const DutyDone& done) {
        const std::string place = fmt::format("done/{}", index);
        const LocalText field = name_of(done.kind);
        const bool talk =
            done.kind == DutyKind::FirstTalk || done.kind == DutyKind::SecondTalk || done.kind == DutyKind::ThirdTalk;
        if (talk && done.person.empty()) {
            say(place + "/person", both(field, {"persoon", "person"}),
                {"Zeg met wie het gesprek was.", "Say with whom the talk was."});
        }
        known_subject(place, done.kind, done.person);
        if (done.by.empty()) {
            say(place + "/by", both(field, {"door", "by"}), {"Zeg wie dit deed.", "Say who did this."});
        }
        afterwards(place + "/at", both(field, {"wanneer", "when"}), done.at);
    }

    inline static const Dossier nothing_{};
    const IncidentRecord& record_;
    const Dossier& dossier_;
    Instant now_;
    const Zone& zone_;
    std::vector<Fault> found_;
};

}  // namespace

std::vector<Fault> faults(const IncidentRecord& record, Instant now, const Zone& zone) {
    return Faults(record, now, zone).in_dossier();
}

std::vector<Fault> impossible_facts(const IncidentRecord& record, Instant now, const Zone& zone) {
    return Faults(record, now, zone).in_facts();
}

std::optional<Fault> brought_in(const std::vector<Fault>& before, const std::vector<Fault>& after) {
    // By what they say: places have other numbers when something before them was taken away.
    for (const Fault& one : after) {
        const bool known = std::ranges::any_of(
            before, [&](const Fault& there) { return there.field == one.field && there.text == one.text; });
        if (!known) return one;
    }
    return std::nullopt;
}

std::optional<Day> first_day(const IncidentRecord& record, Instant now, const Zone& zone) {
    // What was held to learn from may have been before its record was begun.
    if (record.kind == IncidentKind::Learning) return std::nullopt;
    if (!wrong_with_past(record.started.at, now, zone).empty()) return std::nullopt;
    const Day began = day_of(in_zone(record.started.at, zone));
    return std::min(began, day_from_iso(record.meeting.date).value_or(began));
}

LocalText wrong_with_past(Instant at, Instant now, const Zone& zone) {
    const Instant there = in_zone(at, zone);
    if (LocalText wrong = wrong_with_year(day_of(there)); !wrong.empty()) return wrong;
    if (at <= now) return {};
    return {fmt::format("{} ligt in de toekomst.", shown_moment(there)),
            fmt::format("{} lies in the future.", shown_moment(there))};
}

}  // namespace hamer
