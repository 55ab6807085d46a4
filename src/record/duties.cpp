#include "record/duties.h"

#include <algorithm>

namespace hamer {

namespace {

using namespace std::chrono_literals;
using std::chrono::days;

constexpr std::int64_t day_ms = 24 * 3'600'000;
constexpr auto end_of_day = std::chrono::milliseconds(24h) - 1s;

class Duties {
  public:
    Duties(const IncidentRecord& record, const Zone& zone)
        : dossier_(record.dossier ? *record.dossier : nothing_),
          zone_(zone),
          start_(in_zone(record.started.at, zone)),
          day_(day_of(start_)) {}

    std::vector<Duty> all(const IncidentRecord& record) {
        bool serious = false;
        for (const Person& person : dossier_.persons) {
            // Of who worked there, or stood by; the disturber's own is not the employer's to report (7.4).
            serious = serious || (person.seriously && person.role != PersonRole::Disturber);
            if (person.role == PersonRole::Affected) talks(person);
        }
        if (serious) add(DutyKind::LabourInspectorate, {}, start_, after_a_day());
        const std::string& decided = charges_decision(record);
        if (decided == "file" || decided == "report") {
            add(DutyKind::PoliceReport, {}, start_, at_wall(working_days_after(day_, 2), end_of_day, zone_), true);
        }
        if (decided == charges_later) decide_on_charges(record);
        std::ranges::stable_sort(made_, {}, &Duty::due);
        return std::move(made_);
    }

  private:
    void talks(const Person& person) {
        add(DutyKind::FirstTalk, person.id, start_, after_a_day());
        add(DutyKind::SecondTalk, person.id, start_, at_wall(day_ + days{3}, end_of_day, zone_));
        add(DutyKind::ThirdTalk, person.id, at_wall(day_ + days{28}, 0ms, zone_),
            at_wall(day_ + days{42}, end_of_day, zone_));
    }

    // What the meeting put off is decided before one would go to the police.
    void decide_on_charges(const IncidentRecord& record) {
        const Instant met = record.meeting_closed ? in_zone(record.meeting_closed->at, zone_) : start_;
        add(DutyKind::ChargesDecision, {}, met, at_wall(working_days_after(day_of(met), 2), end_of_day, zone_), true);
    }

    [[nodiscard]] Instant after_a_day() const { return in_zone({start_.milliseconds + day_ms, 0}, zone_); }

    void add(DutyKind kind, const std::string& person, Instant from, Instant due, bool advice = false) {
        const auto done = std::ranges::find_if(
            dossier_.done, [&](const DutyDone& one) { return one.kind == kind && one.person == person; });
        made_.push_back({kind, person, from, due, advice, done == dossier_.done.end() ? nullptr : &*done});
    }

    inline static const Dossier nothing_{};
    const Dossier& dossier_;
    const Zone& zone_;
    Instant start_;
    Day day_;
    std::vector<Duty> made_;
};

}  // namespace

std::vector<Duty> duties(const IncidentRecord& record, const Zone& zone) {
    if (record.withdrawn) return {};
    return Duties(record, zone).all(record);
}

}  // namespace hamer
