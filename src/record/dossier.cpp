#include "record/dossier.h"

#include "base/typed_time.h"

#include <algorithm>
#include <fmt/format.h>
#include <set>

namespace hamer {

namespace {

using std::chrono::months;
using std::chrono::year_month_day;

// The same day three months later, or that month's last: "ten hoogste drie maanden" (article 26(2)).
Day latest_end(Day from) {
    const year_month_day date{from};
    const auto later = date + months{3};
    return later.ok() ? Day{later} : Day{later.year() / later.month() / std::chrono::last};
}

class Faults {
  public:
    explicit Faults(const Dossier& dossier) : dossier_(dossier) {}

    std::vector<Fault> look() {
        persons();
        for (std::size_t i = 0; i < dossier_.measures.size(); ++i) {
            measure(fmt::format("measures/{}", i), dossier_.measures[i]);
        }
        for (std::size_t i = 0; i < dossier_.done.size(); ++i) done(fmt::format("done/{}", i), dossier_.done[i]);
        if (dossier_.no_measures && !dossier_.measures.empty()) {
            say("no_measures", "Er zijn maatregelen, en er staat dat er geen zijn.",
                "There are measures, and it says that there are none.");
        }
        return std::move(found_);
    }

  private:
    void say(std::string place, std::string nl, std::string en) {
        found_.push_back({std::move(place), {std::move(nl), std::move(en)}});
    }

    void persons() {
        std::set<std::string> ids;
        for (std::size_t i = 0; i < dossier_.persons.size(); ++i) {
            const Person& person = dossier_.persons[i];
            const std::string place = fmt::format("persons/{}", i);
            if (person.id.empty() || !ids.insert(person.id).second) {
                say(place + "/id", "Geef elke persoon een eigen id, zoals p1.",
                    "Give each person an id of its own, such as p1.");
            }
            if (person.known && person.name.empty()) {
                say(place + "/name", "Deze persoon is bekend, maar de naam ontbreekt.",
                    "This person is known, but the name is missing.");
            }
            if (person.seriously && !person.injured) {
                say(place + "/injured", "Ernstig letsel is ook letsel.", "Serious injury is injury too.");
            }
        }
    }

    void known_person(const std::string& place, const std::string& id) {
        if (id.empty() || dossier_.person(id)) return;
        say(place + "/person", fmt::format("Er is geen persoon “{}” in dit dossier.", printable(id, 40)),
            fmt::format("There is no person “{}” in this record.", printable(id, 40)));
    }

    std::optional<Day> day(const std::string& place, const std::string& text) {
        if (text.empty()) return std::nullopt;
        const auto read = day_from_iso(text);
        if (!read) say(place, "Schrijf een datum als 12-03-2026.", "Write a date as 12-03-2026.");
        return read;
    }

    void measure(const std::string& place, const Measure& measure) {
        known_person(place, measure.person);
        const auto from = day(place + "/from", measure.from);
        const auto until = day(place + "/until", measure.until);
        if (from && until && *until < *from) {
            say(place + "/until", "Het einde ligt voor het begin.", "The end lies before the beginning.");
        }
        if (measure.kind != MeasureKind::CouncilBan) return;
        if (from && until && *until > latest_end(*from)) {
            say(place + "/until",
                fmt::format("Een verbod om de vergadering bij te wonen duurt hoogstens drie maanden (art. 26 lid 2 "
                            "Gemeentewet): hier tot en met {}.",
                            shown_day(latest_end(*from))),
                fmt::format(
                    "A ban from the meetings lasts three months at most (art. 26(2) Gemeentewet): here until {}.",
                    shown_day(latest_end(*from))));
        }
        if (dossier_.repetition == Repetition::First) {
            say(place + "/kind", "Dit verbod kan alleen bij herhaalde verstoring (art. 26 lid 2 Gemeentewet).",
                "This ban needs repeated disturbance (art. 26(2) Gemeentewet).");
        }
    }

    void done(const std::string& place, const DutyDone& done) {
        const bool talk =
            done.kind == DutyKind::FirstTalk || done.kind == DutyKind::SecondTalk || done.kind == DutyKind::ThirdTalk;
        if (talk && done.person.empty()) {
            say(place + "/person", "Zeg met wie het gesprek was.", "Say with whom the talk was.");
        }
        known_person(place, done.person);
        if (done.by.empty()) say(place + "/by", "Zeg wie dit deed.", "Say who did this.");
    }

    const Dossier& dossier_;
    std::vector<Fault> found_;
};

}  // namespace

const Person* Dossier::person(std::string_view id) const {
    const auto found = std::ranges::find(persons, id, &Person::id);
    return found == persons.end() ? nullptr : &*found;
}

std::optional<Conduct> governing(const Dossier& dossier) {
    const auto heaviest = std::ranges::max_element(dossier.conduct);
    return heaviest == dossier.conduct.end() ? std::nullopt : std::optional(*heaviest);
}

std::vector<Recipient> reporting_route(const Dossier& dossier) {
    std::vector<Recipient> route;
    const auto add = [&](std::initializer_list<Recipient> recipients) {
        for (const Recipient each : recipients) {
            if (std::ranges::find(route, each) == route.end()) route.push_back(each);
        }
    };
    for (const Person& person : dossier.persons) {
        if (person.role != PersonRole::Affected || !person.office) continue;
        switch (*person.office) {
            case Office::CouncilMember:
            case Office::CommitteeMember:
                add({Recipient::Clerk, Recipient::Mayor});
                break;
            case Office::Alderman:
                add({Recipient::MunicipalSecretary, Recipient::Mayor});
                break;
            case Office::Mayor:
                add({Recipient::MunicipalSecretary, Recipient::Clerk});
                break;
            case Office::Official:
            case Office::Public:
                break;
        }
    }
    // Without an affected office holder it is the meeting that was disturbed: the clerk's own incident.
    if (route.empty()) add({Recipient::Clerk, Recipient::Mayor});
    add({Recipient::Adviser});
    return route;
}

std::vector<Fault> faults(const Dossier& dossier) { return Faults(dossier).look(); }

}  // namespace hamer
