#include "drill/from_session.h"

#include <algorithm>
#include <fmt/format.h>
#include <map>

namespace hamer {

namespace {

constexpr std::int64_t until_it_begins_ms = 20'000;
constexpr std::int64_t shortest_ms = 15'000;
constexpr std::int64_t roundness_ms = 5'000;

// What others do, in words that name nobody; nothing where it is the chair's own step.
std::optional<LocalText> seen(Meaning meaning) {
    switch (meaning) {
        case Meaning::IncidentOpened:
            return LocalText{"De orde van de vergadering wordt verstoord.", "The order of the meeting is disturbed."};
        case Meaning::MemberReported:
            return LocalText{"Een lid hindert de vergadering.", "A member hinders the meeting."};
        case Meaning::MemberExcluded:
            return LocalText{"Het voorstel is aangenomen.", "The proposal is carried."};
        case Meaning::MemberKept:
            return LocalText{"Het voorstel is verworpen.", "The proposal is rejected."};
        case Meaning::RequestRefused:
            return LocalText{"Ze gaan niet weg.", "They do not leave."};
        case Meaning::RequestHeeded:
            return LocalText{"Ze gaan weg.", "They leave."};
        case Meaning::IncidentEnded:
            return LocalText{"Het is weer rustig.", "It is quiet again."};
        case Meaning::PoliceArrived:
            return LocalText{"De politie komt de zaal in.", "The police come into the room."};
        case Meaning::PoliceHandedOver:
            return LocalText{"De politie neemt het over.", "The police take over."};
        case Meaning::BroadcastPaused:
            return LocalText{"De regie meldt: de uitzending staat op pauze.",
                             "The control room reports: the broadcast is paused."};
        case Meaning::BroadcastResumed:
            return LocalText{"De regie meldt: de uitzending is weer live.",
                             "The control room reports: the broadcast is live again."};
        case Meaning::EmergencyDeclared:
            return LocalText{"Er is gevaar.", "There is danger."};
        case Meaning::EmergencyOver:
            return LocalText{"Het gevaar is voorbij.", "The danger is over."};
        default:
            return std::nullopt;
    }
}

// Choices and flags say what kind of thing it was; texts may name people, and an incident's number is of that session.
Fields without_texts(const Event& event, const Fields& fields) {
    Fields kept;
    for (const auto& [id, value] : fields) {
        const Field* field = event.field(id);
        if (!field) continue;
        if (field->kind == FieldKind::Choice || field->kind == FieldKind::Flag) kept[id] = value;
    }
    return kept;
}

std::int64_t rounded_up(std::int64_t ms) { return (ms + roundness_ms - 1) / roundness_ms * roundness_ms; }

class Making {
  public:
    Making(const Session& session, const std::string& id) : session_(session), procedure_(session.procedure()) {
        made_.id = id;
        made_.title = {"Naar een vergadering", "After a meeting"};
        made_.summary = {"Gemaakt uit het logboek van een vergadering, zonder namen en zonder getypte woorden.",
                         "Made from the log of a meeting, without names and without words that were typed."};
        made_.procedure = procedure_.id;
    }

    Result<DrillScenario> make() {
        for (const Entry& entry : session_.entries()) {
            const auto* step = entry.as<StepRecorded>();
            if (!step || session_.is_taken_back(entry.seq)) continue;
            const auto number = procedure_.event(step->event);
            if (!number) continue;
            take(entry, *step, procedure_.events[*number]);
            if (ended_) break;
        }
        if (made_.expected.size() < 2) {
            return fail(ErrorKind::Refused, made_.id,
                        LocalText{"in deze vergadering staat geen verstoring met stappen daarna",
                                  "this session has no disturbance with steps after it"},
                        {"Kies een vergadering die is verstoord", "Choose a meeting that was disturbed"});
        }
        return std::move(made_);
    }

  private:
    void take(const Entry& entry, const StepRecorded& step, const Event& event) {
        const bool opens = event.meaning && opens_disturbance(*event.meaning);
        if (!last_ms_ && !opens) {
            made_.start.push_back({step.event, without_texts(event, step.fields)});
            return;
        }
        const int nth = ++times_[step.event];
        const std::int64_t took_ms = last_ms_ ? std::max<std::int64_t>(0, entry.when().milliseconds - *last_ms_) : 0;
        DrillMoment after = before_;
        std::int64_t within_ms = std::max(shortest_ms, rounded_up(took_ms * 3 / 2));
        if (const auto words = event.meaning ? seen(*event.meaning) : std::nullopt) {
            const std::string id = fmt::format("inject-{}", made_.injects.size() + 1);
            made_.injects.push_back({id, before_, last_ms_ ? rounded_up(took_ms / 2) : until_it_begins_ms, "", *words});
            after = {DrillMoment::Kind::Inject, id, 1};
            within_ms = opens ? 2 * shortest_ms : within_ms;
        }
        made_.expected.push_back({fmt::format("step-{}", made_.expected.size() + 1), step.event,
                                  without_texts(event, step.fields), after, within_ms, "", event.source, 2});
        before_ = {DrillMoment::Kind::Step, step.event, nth};
        last_ms_ = entry.when().milliseconds;
        ended_ = event.meaning && ends_disturbance(*event.meaning);
    }

    const Session& session_;
    const Procedure& procedure_;
    DrillScenario made_;
    std::map<std::string, int> times_;  // how often each event was recorded since the disturbance began
    DrillMoment before_;
    std::optional<std::int64_t> last_ms_;
    bool ended_ = false;
};

}  // namespace

Result<DrillScenario> scenario_from(const Session& session, const std::string& id) {
    return Making(session, id).make();
}

}  // namespace hamer
