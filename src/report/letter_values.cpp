#include "report/letter_values.h"

#include "base/clean_lines.h"
#include "base/counted.h"
#include "base/typed_time.h"
#include "record/names.h"
#include "report/date_text.h"
#include "report/letter_privacy.h"

#include <algorithm>
#include <array>
#include <fmt/format.h>

namespace hamer {

namespace {

constexpr Language dutch = Language::Dutch;
// What people typed, in which anybody may be named.
constexpr std::array<std::string_view, 13> typed = {
    "what",      "place",           "manner",      "damage",           "hearing",
    "message",   "explanation",     "condition",   "internal_message", "evaluation_present",
    "went_well", "could_be_better", "improvements"};

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
        if (which_.to) addressee(*which_.to);
        conduct();
        if (which_.measure) measure(*which_.measure);
        settlement();
        message();
        course();
        evaluation();
        const LetterPrivacy privacy(record_, which_.letter.reader, which_.to);
        for (const std::string_view name : typed) {
            if (const auto found = values_.find(name); found != values_.end()) privacy.hide(found->second);
        }
        return std::move(values_);
    }

  private:
    void put(const char* name, const std::string& value) {
        std::string clean = clean_lines(value);
        if (clean.find_first_not_of(" \n") != std::string::npos) values_[name] = std::move(clean);
    }
    [[nodiscard]] std::ptrdiff_t how_many(PersonRole role) const {
        return std::ranges::count(dossier_.persons, role, &Person::role);
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
        if (record_.meeting.broadcast) put("broadcast", "de uitzending");
        put("chair", record_.meeting.chair);
        put("clerk", record_.meeting.clerk);
        put("what", record_.what);
        put("place", dossier_.place.empty() ? record_.meeting.room : dossier_.place);
    }

    void addressee(const Person& to) {
        put("name", to.name);
        put("address", to.address);
        const bool political = to.office && is_political(*to.office);
        if (political) put("office", name_of(*to.office).nl);
        if (!political) put("visitor", "bezoeker");
        const Aftercare* care = aftercare_of(dossier_, to.id);
        if (!care || care->offered != CareOffer::Declined) put("talks", "drie gesprekken");
        if (care) put("care_by", care->by);
    }

    void conduct() {
        put("manner", dossier_.manner);
        // Without its letter of table 1. A and B are words of that table, not of a letter.
        if (const auto heaviest = governing(dossier_); heaviest && *heaviest >= Conduct::C) {
            const std::string name = name_of(*heaviest).nl;
            put("conduct", name.substr(name.find(": ") == std::string::npos ? 0 : name.find(": ") + 2));
        }
        if (!record_.requests.empty()) put("requests", fmt::format("{}", record_.requests.size()));
        put("damage", dossier_.damage == true ? dossier_.damage_text : "");
        // The record has one, of one of them.
        if (how_many(PersonRole::Disturber) == 1)
            put("hearing", dossier_.hearing.held == true ? dossier_.hearing.text : "");
    }

    void measure(const Measure& one) {
        put("from", day_in_words(one.from, dutch));
        put("until", day_in_words(one.until, dutch));
        put("condition", one.condition);
        put("decided_by", one.decided_by);
        put("explanation", one.text);
    }

    // Of charges one speaks only where who was affected agreed (7.4), and with them alone where there is nobody else.
    void settlement() {
        const bool told = dossier_.police_file.may_be_told == true;
        const bool their_own =
            which_.letter.reader == LetterReader::Municipality || (which_.to && how_many(PersonRole::Affected) == 1);
        if (told || their_own) {
            put("filed_by", dossier_.police_file.by);
            put("police_number", dossier_.police_file.number);
            const std::string& decided = charges_decision(record_);
            if (!decided.empty() && decided != charges_later) put("charges", charges_name(decided).nl);
        }
        std::string measures;
        for (const Measure& one : dossier_.measures) measures += (measures.empty() ? "" : ", ") + name_of(one.kind).nl;
        put("measures", measures);
    }

    // Chapter 8: agreed with who was affected; and as long as a criminal case runs, the OM speaks to the press.
    void message() {
        if (!dossier_.communication) return;
        const Communication& said = *dossier_.communication;
        put("spokesperson", said.spokesperson);
        put("internal_message", said.internal);
        const bool through_prosecutor = said.prosecutor_leads && which_.letter.reader == LetterReader::Press;
        if (said.agreed_with_affected == true && !through_prosecutor) put("message", said.text);
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

    void evaluation() {
        const Evaluation& made = dossier_.evaluation;
        put("evaluation_date", day_in_words(made.date, dutch));
        put("evaluation_present", made.present);
        put("went_well", made.good);
        put("could_be_better", made.better);
        std::string agreed;
        for (const Improvement& one : dossier_.improvements) {
            agreed += (agreed.empty() ? "" : "\n") + one.text;
            if (!one.owner.empty()) agreed += " – " + one.owner;
            if (!one.until.empty()) agreed += ", uiterlijk " + day_in_words(one.until, dutch);
        }
        put("improvements", agreed);
    }

    const LetterCase& which_;
    const IncidentRecord& record_;
    const Dossier dossier_;
    std::map<std::string, std::string, std::less<>> values_;
};

}  // namespace

std::map<std::string, std::string, std::less<>> letter_values(const LetterCase& which) { return Values(which).all(); }

}  // namespace hamer
