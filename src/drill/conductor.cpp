#include "drill/conductor.h"

#include <algorithm>

namespace hamer {

std::vector<TrainerAct> standing_acts(const std::vector<TrainerAct>& all) {
    std::vector<TrainerAct> standing;
    for (const TrainerAct& act : all) {
        if (act.kind != TrainerAct::Kind::TakeBack) {
            standing.push_back(act);
            continue;
        }
        const auto last = std::ranges::find_if(standing.rbegin(), standing.rend(),
                                               [](const TrainerAct& one) { return one.kind != TrainerAct::Kind::End; });
        if (last != standing.rend()) standing.erase(std::next(last).base());
    }
    return standing;
}

DrillTimes::DrillTimes(const DrillScenario& scenario, const Session& session, Instant began,
                       const std::vector<TrainerAct>& acts, std::int64_t now_ms)
    : scenario_(scenario), session_(session), began_(began), now_ms_(now_ms) {
    // Each may refer to those before it only, so one round is enough.
    injects_.reserve(scenario.injects.size());
    for (const Inject& one : scenario.injects) injects_.push_back(state_of(one, acts));
}

InjectState DrillTimes::state_of(const Inject& inject, const std::vector<TrainerAct>& acts) const {
    std::int64_t delay_ms = inject.delay_ms;
    std::optional<std::int64_t> skipped_ms;
    for (const TrainerAct& act : acts) {
        if (act.id != inject.id || act.at_ms > now_ms_) continue;
        // What came cannot be fired again, put off or skipped any more.
        const auto since_ms = when_ms(inject.after);
        const bool came = since_ms && *since_ms + delay_ms <= act.at_ms;
        if (came || skipped_ms) continue;
        if (act.kind == TrainerAct::Kind::Fire) return {InjectState::Kind::Fired, act.at_ms};
        if (act.kind == TrainerAct::Kind::Skip) skipped_ms = act.at_ms;
        if (act.kind == TrainerAct::Kind::Delay) delay_ms += act.delay_ms;
    }
    if (skipped_ms) return {InjectState::Kind::Skipped, *skipped_ms};
    const auto since_ms = when_ms(inject.after);
    if (!since_ms) return {InjectState::Kind::Waiting, 0};
    const std::int64_t at_ms = *since_ms + delay_ms;
    return {at_ms <= now_ms_ ? InjectState::Kind::Fired : InjectState::Kind::Due, at_ms};
}

std::optional<std::int64_t> DrillTimes::when_ms(const DrillMoment& moment) const {
    if (moment.kind == DrillMoment::Kind::Begin) return 0;
    if (moment.kind == DrillMoment::Kind::Inject) {
        for (std::size_t i = 0; i < injects_.size(); ++i) {
            if (scenario_.injects[i].id != moment.id) continue;
            if (injects_[i].kind == InjectState::Kind::Fired) return injects_[i].at_ms;
            return std::nullopt;
        }
        return std::nullopt;
    }
    const auto all = occurrences(moment.id);
    if (moment.nth < 1 || all.size() < static_cast<std::size_t>(moment.nth)) return std::nullopt;
    return all[static_cast<std::size_t>(moment.nth) - 1].at_ms;
}

std::vector<DrillTimes::Occurrence> DrillTimes::occurrences(const std::string& event) const {
    std::vector<Occurrence> found;
    for (const Entry* entry : session_.steps(event)) {
        const std::int64_t at_ms = entry->when().milliseconds - began_.milliseconds;
        if (at_ms >= 0 && at_ms <= now_ms_) found.push_back({at_ms, entry});
    }
    return found;
}

std::optional<std::int64_t> next_inject_ms(const DrillTimes& times) {
    std::optional<std::int64_t> next_ms;
    for (const InjectState& one : times.injects()) {
        if (one.kind == InjectState::Kind::Due) next_ms = std::min(next_ms.value_or(one.at_ms), one.at_ms);
    }
    return next_ms;
}

}  // namespace hamer
