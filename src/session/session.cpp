#include "session/session.h"

#include <algorithm>

namespace hamer {

namespace {

std::string as_text(const FieldValue& value) {
    if (const auto* flag = std::get_if<bool>(&value)) return *flag ? "true" : "false";
    return std::get<std::string>(value);
}

}  // namespace

Session::Session(std::shared_ptr<const Procedure> procedure)
    : procedure_(std::move(procedure)), configuration_(procedure_->initial()), incidents_(*procedure_) {}

void Session::apply(Entry entry) {
    if (const auto* opened = entry.as<SessionOpened>()) {
        opened_ = *opened;
        meeting_ = opened->meeting;
    } else if (const auto* step = entry.as<StepRecorded>()) {
        change(entry, step->to);
        happened_[step->event].push_back(entries_.size());
        for (const std::string& event : step->raised) happened_[event].push_back(entries_.size());
    } else if (const auto* deviation = entry.as<DeviationRecorded>()) {
        change(entry, deviation->to);
        deviated_.push_back(entries_.size());
    } else if (const auto* undo = entry.as<StepTakenBack>()) {
        if (!undoable_.empty() && undoable_.back().seq == undo->seq) {
            configuration_ = undoable_.back().before;
            entered_ = undoable_.back().entered_before;
            incidents_.take_back(undoable_.back().incidents);
            undoable_.pop_back();
            taken_back_.insert(undo->seq);
        }
    } else if (const auto* amendment = entry.as<StepAmended>()) {
        for (const auto& [field, value] : amendment->fields) amended_[amendment->seq].insert_or_assign(field, value);
    } else if (const auto* correction = entry.as<MeetingCorrected>()) {
        meeting_ = correction->meeting;
    } else if (entry.as<SessionClosed>()) {
        closed_ = true;
    }
    if (entry.as<StepTakenBack>() || entry.as<StepAmended>()) ++revisions_;
    entries_.push_back(std::move(entry));
}

void Session::change(const Entry& entry, const std::map<std::string, std::string>& to) {
    undoable_.push_back({entry.seq, configuration_, entered_, {}});
    const Configuration before = configuration_;
    for (const auto& [region, state] : to) {
        const auto ref = procedure_->state(region, state);
        if (!ref) continue;
        if (configuration_[ref->region] != ref->state)
            entered_[ref->region] = static_cast<std::uint32_t>(entries_.size() + 1);
        configuration_[ref->region] = ref->state;
    }
    undoable_.back().incidents = incidents_.follow(*procedure_, entry, before, configuration_);
}

Language Session::language() const { return language_from(opened_.language).value_or(Language::Dutch); }

std::map<std::string, std::string> Session::situation() const {
    std::map<std::string, std::string> map;
    for (std::size_t i = 0; i < procedure_->regions.size(); ++i) {
        map[procedure_->regions[i].id] = procedure_->active(configuration_, i).id;
    }
    return map;
}

const Entry* Session::last_undoable() const { return undoable_.empty() ? nullptr : entry(undoable_.back().seq); }

const Entry* Session::last_undoable_by_hand() const {
    for (auto it = undoable_.rbegin(); it != undoable_.rend(); ++it) {
        const Entry* one = entry(it->seq);
        if (one->actor != program_actor) return one;
    }
    return nullptr;
}

const Entry* Session::entry(std::uint64_t seq) const {
    const auto found = std::ranges::lower_bound(entries_, seq, {}, &Entry::seq);
    return found == entries_.end() || found->seq != seq ? nullptr : &*found;
}

Fields Session::fields_of(const Entry& step) const {
    Fields fields;
    if (const auto* recorded_step = step.as<StepRecorded>()) fields = recorded_step->fields;
    if (const auto later = amended_.find(step.seq); later != amended_.end()) {
        for (const auto& [field, value] : later->second) fields.insert_or_assign(field, value);
    }
    return fields;
}

const FieldValue* Session::value_of(const Entry& step, std::string_view field) const {
    if (const auto later = amended_.find(step.seq); later != amended_.end()) {
        if (const auto found = later->second.find(field); found != later->second.end()) return &found->second;
    }
    const auto* recorded_step = step.as<StepRecorded>();
    if (!recorded_step) return nullptr;
    const auto found = recorded_step->fields.find(field);
    return found == recorded_step->fields.end() ? nullptr : &found->second;
}

const Incident* Session::incident(std::uint64_t opened) const {
    const auto found = std::ranges::find(incidents(), opened, &Incident::opened);
    return found == incidents().end() ? nullptr : &*found;
}

const Incident* Session::undecided() const {
    const Event* decision = procedure_->event_meaning(Meaning::ChargesDecided);
    std::set<std::string> decided;
    if (decision) {
        for (const Entry* step : steps(decision->id)) {
            const auto names = std::ranges::find(decision->fields, FieldKind::Incident, &Field::kind);
            if (names != decision->fields.end()) {
                if (const FieldValue* value = value_of(*step, names->id)) decided.insert(as_text(*value));
                continue;
            }
            // Where a decision names no incident (revision 1) it was about all that were over.
            for (const Incident& one : incidents()) {
                if (one.ended.value_or(step->seq) < step->seq) decided.insert(std::to_string(one.number));
            }
        }
    }
    for (const Incident& one : incidents()) {
        if (one.ended && !decided.contains(std::to_string(one.number))) return &one;
    }
    return nullptr;
}

int Session::requests_until(std::uint64_t seq) const {
    const Event* spoken = procedure_->event_meaning(Meaning::RequestSpoken);
    const auto opened =
        std::find_if(incidents().rbegin(), incidents().rend(), [&](const Incident& one) { return one.opened <= seq; });
    if (!spoken || opened == incidents().rend()) return 0;
    const auto steps = happened_.find(spoken->id);
    if (steps == happened_.end()) return 0;
    int count = 0;
    for (auto it = steps->second.rbegin(); it != steps->second.rend(); ++it) {
        const Entry& step = entries_[*it];
        if (step.seq < opened->opened) break;
        if (step.seq <= seq && !is_taken_back(step.seq)) ++count;
    }
    return count;
}

std::uint64_t Session::values_from() const {
    if (const Incident* now = present_incident()) return now->opened;
    std::uint64_t from = 0;
    for (const Incident& one : incidents()) from = std::max(from, one.ended.value_or(0) + 1);
    return from;
}

std::optional<FieldValue> Session::recorded(std::string_view event, std::string_view field) const {
    const auto steps = happened_.find(event);
    if (steps == happened_.end()) return std::nullopt;
    const std::uint64_t from = values_from();
    for (auto it = steps->second.rbegin(); it != steps->second.rend(); ++it) {
        const Entry& candidate = entries_[*it];
        if (candidate.seq < from) break;
        if (candidate.as<StepRecorded>()->event != event || is_taken_back(candidate.seq)) continue;
        if (const FieldValue* value = value_of(candidate, field)) return *value;
    }
    return std::nullopt;
}

std::optional<FieldValue> Session::recorded(std::string_view field) const {
    const std::uint64_t from = values_from();
    for (auto it = entries_.rbegin(); it != entries_.rend() && it->seq >= from; ++it) {
        const Entry& candidate = *it;
        if (!candidate.as<StepRecorded>() || is_taken_back(candidate.seq)) continue;
        if (const FieldValue* value = value_of(candidate, field)) return *value;
    }
    return std::nullopt;
}

const Entry* Session::entered_by(std::size_t region) const {
    return entered_[region] == 0 ? nullptr : &entries_[entered_[region] - 1];
}

std::optional<Instant> Session::entered(std::size_t region) const {
    const Entry* entry = entered_by(region);
    return entry ? std::optional(entry->when()) : std::nullopt;
}

const Entry* Session::last(Meaning meaning) const {
    const Event* event = procedure_->event_meaning(meaning);
    if (!event) return nullptr;
    const auto steps = happened_.find(event->id);
    if (steps == happened_.end()) return nullptr;
    for (auto it = steps->second.rbegin(); it != steps->second.rend(); ++it) {
        if (!is_taken_back(entries_[*it].seq)) return &entries_[*it];
    }
    return nullptr;
}

std::int64_t Session::passed_since(const Entry& entry, const Stamp& now) const {
    if (entry.stamp.boot == now.boot) {
        const std::int64_t recorded_later = entry.stamp.at.milliseconds - entry.when().milliseconds;
        return now.monotonic_ms - entry.stamp.monotonic_ms + recorded_later;
    }
    std::int64_t passed = now.at.milliseconds - entry.when().milliseconds;
    for (auto later = entries_.rbegin(); later != entries_.rend() && later->seq > entry.seq; ++later) {
        if (const auto* jump = later->as<ClockJumped>()) passed -= jump->milliseconds;
    }
    return passed;
}

std::vector<const Entry*> Session::standing(const std::vector<std::size_t>& places) const {
    std::vector<const Entry*> entries;
    for (const std::size_t place : places) {
        if (!is_taken_back(entries_[place].seq)) entries.push_back(&entries_[place]);
    }
    return entries;
}

std::vector<const Entry*> Session::steps(std::string_view event) const {
    const auto places = happened_.find(event);
    return places == happened_.end() ? std::vector<const Entry*>() : standing(places->second);
}

std::vector<const Entry*> Session::deviations() const { return standing(deviated_); }

Circumstances Session::circumstances() const {
    return {.configuration = configuration_,
            .meeting = meeting().kind,
            .undecided = undecided() != nullptr,
            .recorded = [this](std::size_t event, std::string_view field) -> std::optional<std::string> {
                const auto value = recorded(procedure_->events[event].id, field);
                if (!value) return std::nullopt;
                return as_text(*value);
            },
            .entered =
                [this](const hamer::Entered& how) {
                    if (how.after && entered_[how.region] <= entered_[*how.after]) return false;
                    const Entry* by = entered_by(how.region);
                    if (!by) return false;
                    if (how.by.empty()) return true;
                    const auto* step = by->as<StepRecorded>();
                    return step && std::ranges::any_of(how.by, [&](std::size_t event) {
                               return procedure_->events[event].id == step->event;
                           });
                }};
}

const Card* Session::card() const { return current_card(*procedure_, circumstances()); }

}  // namespace hamer
