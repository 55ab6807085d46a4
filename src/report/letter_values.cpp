#include "report/letter_values.h"

#include "base/clean_lines.h"
#include "base/counted.h"
#include "base/typed_time.h"
#include "record/conduct_table.h"
#include "record/name_forms.h"
#include "record/names.h"
#include "report/date_text.h"
#include "report/hidden_addresses.h"

#include <algorithm>
#include <fmt/format.h>

namespace hamer {

namespace {

constexpr Language dutch = Language::Dutch;

std::string at_time(const Moment& moment) { return shown_time(moment.at) + " uur"; }

std::string minutes(std::int64_t milliseconds) {
    const auto count = static_cast<std::uint64_t>(std::max<std::int64_t>(1, (milliseconds + 30'000) / 60'000));
    return counted(count, {"minuut", "minute"}, {"minuten", "minutes"}).nl;
}

class Values {
  public:
    explicit Values(const LetterCase& which)
        : which_(which), record_(which.record), dossier_(which.record.dossier.value_or(Dossier{})) {}

    std::map<std::string, std::string, std::less<>> all() {
        occasion();
        conduct();
        if (which_.measure) measure(*which_.measure);
        settlement();
        course();
        if (which_.to) {
            put("name", which_.to->name);
            put("address", which_.to->address);
        }
        hide_others();
        return std::move(values_);
    }

  private:
    // A sentence of the letter ends where the letter ends it.
    void put(const char* name, const std::string& value) {
        put_as_it_is(name, value.ends_with('.') && !value.ends_with("..") ? value.substr(0, value.size() - 1) : value);
    }
    void put_as_it_is(const char* name, const std::string& value) {
        std::string clean = clean_lines(value);
        if (clean.find_first_not_of(" \n") != std::string::npos) values_[name] = std::move(clean);
    }

    void occasion() {
        put("municipality", which_.municipality.name);
        put("town_hall", which_.municipality.address);
        put("today", long_date(which_.today, dutch));
        put("reference", fmt::format("{} r{}", record_.id, record_.revision));
        put("incident_date", long_date(record_.started.at, dutch));
        put("incident_time", at_time(record_.started));
        if (record_.ended) put("ended_time", at_time(record_.ended->at));
        put("meeting", record_.meeting.name);
        put("meeting_date", day_in_words(record_.meeting.date, dutch));
        put("room", record_.meeting.room);
        put("chair", record_.meeting.chair);
        put("clerk", record_.meeting.clerk);
        put("what", record_.what);
        put("place", dossier_.place.empty() ? record_.meeting.room : dossier_.place);
    }

    void conduct() {
        put("manner", dossier_.manner);
        if (const auto heaviest = governing(dossier_)) {
            const std::string name = name_of(*heaviest).nl;  // without its letter of table 1
            put("conduct", name.substr(name.find(": ") == std::string::npos ? 0 : name.find(": ") + 2));
        }
        if (!record_.requests.empty()) put("requests", fmt::format("{}", record_.requests.size()));
        put("damage", dossier_.damage == true ? dossier_.damage_text : "");
        put("hearing", dossier_.hearing.held == true ? dossier_.hearing.text : "");
    }

    void measure(const Measure& one) {
        put("from", day_in_words(one.from, dutch));
        put("until", day_in_words(one.until, dutch));
        put("condition", one.condition);
        put("decided_by", one.decided_by);
        put("explanation", one.text);
    }

    void settlement() {
        if (const Aftercare* care = which_.to ? aftercare_of(dossier_, which_.to->id) : nullptr)
            put("care_by", care->by);
        put("filed_by", dossier_.police_file.by);
        put("police_number", dossier_.police_file.number);
        std::string measures;
        for (const Measure& one : dossier_.measures) {
            measures += (measures.empty() ? "" : ", ") + name_of(one.kind).nl;
        }
        put("measures", measures);
        if (const std::string& decided = charges_decision(record_); !decided.empty())
            put("charges", charges_name(decided).nl);
        if (!dossier_.communication) return;
        put("spokesperson", dossier_.communication->spokesperson);
        put_as_it_is("message", dossier_.communication->text);
        put_as_it_is("internal_message", dossier_.communication->internal);
    }

    void course() {
        std::int64_t suspended = 0;
        bool unknown = record_.suspensions.empty() || !record_.clock_changes.empty();
        for (const Suspension& one : record_.suspensions) {
            unknown = unknown || !one.resumed;
            if (one.resumed) suspended += one.resumed->at.milliseconds - one.from.at.milliseconds;
        }
        if (!unknown) put("suspended", minutes(suspended));
        const Scenario which = scenario(record_);
        if (which != Scenario::None)
            put("scenario", which == Scenario::A ? "A" : which == Scenario::B ? "B" : "A, daarna B");
        const auto called =
            std::ranges::find_if(record_.police, [](const auto& one) { return one.called.has_value(); });
        if (called != record_.police.end()) put("police_called", at_time(*called->called));
        const auto came = std::ranges::find_if(record_.police, [](const auto& one) { return one.arrived.has_value(); });
        if (came != record_.police.end()) put("police_arrived", at_time(*came->arrived));
    }

    // What was typed may tell of anybody. Who is written to knows their own name and home, and nobody's else.
    void hide_others() {
        const LetterReader reader = which_.letter.reader;
        const bool outside = reader == LetterReader::Council || reader == LetterReader::Press;
        NameForms names;
        for (const Person& one : dossier_.persons) {
            const bool hidden = one.role == PersonRole::Witness || (outside && one.role == PersonRole::Disturber);
            if (hidden && reader != LetterReader::Municipality) names.add(one, NameForms::By::NameAndAddress);
        }
        const HiddenAddresses homes(dossier_, dutch, which_.to ? which_.to->id : "");
        for (auto& [name, value] : values_) {
            if (name == "name" || name == "chair" || name == "clerk") continue;
            homes.hide(value);
            value = names.without(value, NameForms::Match::WithParts, "[naam]");
        }
    }

    const LetterCase& which_;
    const IncidentRecord& record_;
    const Dossier dossier_;
    std::map<std::string, std::string, std::less<>> values_;
};

}  // namespace

std::map<std::string, std::string, std::less<>> letter_values(const LetterCase& which) { return Values(which).all(); }

}  // namespace hamer
