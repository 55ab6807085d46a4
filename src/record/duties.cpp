#include "record/duties.h"

#include "record/weight.h"

#include <algorithm>

namespace hamer {

namespace {

using namespace std::chrono_literals;
using std::chrono::days;

constexpr std::int64_t hour_ms = 3'600'000;
constexpr std::int64_t day_ms = 24 * hour_ms;
constexpr auto end_of_day = std::chrono::milliseconds(24h) - 1s;

class Duties {
  public:
    Duties(const IncidentRecord& record, const Zone& zone)
        : dossier_(record.dossier ? *record.dossier : nothing_),
          zone_(zone),
          start_(in_zone(record.started.at, zone)),
          day_(day_of(start_)) {}

    std::vector<Duty> before(const IncidentRecord& record) {
        if (dossier_.signal && record.kind == IncidentKind::Signal) given(*dossier_.signal);
        const auto held = dossier_.estimate ? day_from_iso(dossier_.estimate->day) : std::nullopt;
        for (const Precaution& one : dossier_.precautions) {
            const Day until = day_from_iso(one.until).value_or(held.value_or(working_days_after(day_, 5)));
            add(DutyKind::Precaution, one.id, start_, end_of(until), true);
            if (made_.back().owner.empty()) made_.back().owner = one.owner;
        }
        if (held && record.kind == IncidentKind::Estimate && dossier_.estimate->afterwards.empty())
            add(DutyKind::LookBack, {}, at_wall(*held, 0ms, zone_), after_working_days(*held, 2), true);
        for (const Improvement& improvement : dossier_.improvements) improve(improvement);
        std::ranges::stable_sort(made_, {}, &Duty::due);
        return std::move(made_);
    }

    std::vector<Duty> all(const IncidentRecord& record) {
        bool serious = false;
        for (const Person& person : dossier_.persons) {
            if (person.role != PersonRole::Affected) continue;
            talks(person);
            // The employer's duty, also of who is in office without being employed (7.4).
            serious = serious || (person.seriously && (!person.office || is_political(*person.office)));
        }
        if (serious) add(DutyKind::LabourInspectorate, {}, start_, after_a_day());
        const std::string& decided = charges_decision(record);
        if (decided == "file" || decided == "report")
            add(DutyKind::PoliceReport, {}, start_, after_working_days(day_, 2), true);
        const auto heaviest = governing(dossier_);
        const bool undecided = decided.empty() && heaviest && *heaviest >= Conduct::Threat;
        if (decided == charges_later || undecided) decide_on_charges(record);
        if (is_to_be_reported(record)) learn_and_settle(record, decided);
        for (const Measure& measure : dossier_.measures) ends(measure);
        for (const Improvement& improvement : dossier_.improvements) improve(improvement);
        std::ranges::stable_sort(made_, {}, &Duty::due);
        return std::move(made_);
    }

  private:
    // Until the day on which it was done is filled in. What ended needs no more.
    void given(const Signal& signal) {
        if (signal.talked.empty() && !signal.ended)
            add(DutyKind::SignalTalk, {}, start_, after_working_days(day_, 1), true);
        if (signal.answered.empty()) add(DutyKind::SignalAnswer, {}, start_, after_working_days(day_, 5), true);
    }

    // Who declined is owed none, unless one was held all the same.
    void talks(const Person& person) {
        const Aftercare* care = aftercare_of(dossier_, person.id);
        const bool declined = care && care->offered == CareOffer::Declined;
        if (declined && std::ranges::find(dossier_.done, person.id, &DutyDone::person) == dossier_.done.end()) return;
        add(DutyKind::FirstTalk, person.id, start_, after_a_day());
        add(DutyKind::SecondTalk, person.id, start_, end_of(day_ + days{3}));
        add(DutyKind::ThirdTalk, person.id, at_wall(day_ + days{28}, 0ms, zone_), end_of(day_ + days{42}));
    }

    void learn_and_settle(const IncidentRecord& record, const std::string& decided) {
        if (has_footage(record)) {
            const Instant from =
                record.meeting_closed ? std::max(start_, in_zone(record.meeting_closed->at, zone_)) : start_;
            add(DutyKind::Footage, {}, start_, in_zone({from.milliseconds + hour_ms, 0}, zone_), true);
        }
        if (is_serious(record)) add(DutyKind::Triangle, {}, start_, after_working_days(day_, 2), true);
        if (dossier_.damage == true) add(DutyKind::Insurance, {}, start_, after_working_days(day_, 2), true);
        if (decided == "file") add(DutyKind::Feedback, {}, start_, end_of(day_ + days{42}), true);
        // Once it is written down nobody has to tick it off too.
        if (dossier_.evaluation.date.empty()) add(DutyKind::Evaluation, {}, start_, end_of(day_ + days{28}), true);
    }

    // Without a day of its own: four weeks after the evaluation, or what else it was agreed on at.
    void improve(const Improvement& improvement) {
        const std::string& agreed = dossier_.learning ? dossier_.learning->day : dossier_.evaluation.date;
        const Day held = day_from_iso(agreed).value_or(day_);
        const Day until = day_from_iso(improvement.until).value_or(held + days{28});
        add(DutyKind::Improvement, improvement.id, at_wall(held, 0ms, zone_), end_of(until), true);
        if (made_.back().owner.empty()) made_.back().owner = improvement.owner;
    }

    // Cameras of the building and of the broadcast, and what stands on a screen (6.2).
    [[nodiscard]] bool has_footage(const IncidentRecord& record) const {
        return is_of_a_meeting(record.kind) || dossier_.channel == Channel::SocialMedia ||
               dossier_.channel == Channel::Email;
    }

    void ends(const Measure& measure) {
        const auto last = day_from_iso(measure.until);
        if (!last) return;
        const DutyKind kind = measure.kind == MeasureKind::Ban          ? DutyKind::BanEnds
                              : measure.kind == MeasureKind::CouncilBan ? DutyKind::CouncilBanEnds
                              : measure.kind == MeasureKind::ContactBan ? DutyKind::ContactBanEnds
                                                                        : DutyKind::MeasureEnds;
        const Instant opens = at_wall(*last, 0ms, zone_), closes = end_of(*last);
        const auto known = std::ranges::find_if(
            made_, [&](const Duty& one) { return one.kind == kind && one.person == measure.person; });
        if (known == made_.end()) return add(kind, measure.person, opens, closes, true);
        if (known->due < closes) known->from = opens, known->due = closes;
    }

    // What the meeting put off is decided before one would go to the police.
    void decide_on_charges(const IncidentRecord& record) {
        const Instant met = record.meeting_closed ? in_zone(record.meeting_closed->at, zone_) : start_;
        add(DutyKind::ChargesDecision, {}, met, after_working_days(day_of(met), 2), true);
    }

    [[nodiscard]] Instant end_of(Day day) const { return at_wall(day, end_of_day, zone_); }
    [[nodiscard]] Instant after_working_days(Day day, int count) const {
        return end_of(working_days_after(day, count));
    }
    [[nodiscard]] Instant after_a_day() const { return in_zone({start_.milliseconds + day_ms, 0}, zone_); }

    void add(DutyKind kind, const std::string& person, Instant from, Instant due, bool advice = false) {
        const auto is_it = [&](const auto& one) { return one.kind == kind && one.person == person; };
        const auto done = std::ranges::find_if(dossier_.done, is_it);
        const auto owner = std::ranges::find_if(dossier_.owners, is_it);
        made_.push_back({kind, person, from, due, advice, done == dossier_.done.end() ? nullptr : &*done,
                         owner == dossier_.owners.end() ? "" : owner->owner});
    }

    inline static const Dossier nothing_{};
    const Dossier& dossier_;
    const Zone& zone_;
    Instant start_;
    Day day_;
    std::vector<Duty> made_;
};

}  // namespace

bool is_of_person(DutyKind kind) { return kind != DutyKind::Improvement && kind != DutyKind::Precaution; }

Recipient usual_owner(const Duty& duty, const Dossier& dossier) {
    switch (duty.kind) {
        case DutyKind::FirstTalk:
        case DutyKind::SecondTalk:
        case DutyKind::ThirdTalk: {
            const Person* person = dossier.person(duty.person);
            const bool college = person && (person->office == Office::Alderman || person->office == Office::Mayor);
            return college ? Recipient::MunicipalSecretary : Recipient::Clerk;
        }
        case DutyKind::LabourInspectorate:
            return Recipient::MunicipalSecretary;
        case DutyKind::Triangle:
        case DutyKind::ChargesDecision:
            return Recipient::Mayor;
        default:
            return Recipient::Clerk;
    }
}

std::vector<Duty> duties(const IncidentRecord& record, const Zone& zone) {
    if (record.withdrawn) return {};
    return is_incident(record.kind) ? Duties(record, zone).all(record) : Duties(record, zone).before(record);
}

}  // namespace hamer
