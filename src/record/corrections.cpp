#include "record/corrections.h"

#include "procedure/event_name.h"
#include "session/words.h"

#include <algorithm>
#include <ranges>
#include <string>

namespace hamer {

namespace {

// What still belongs to an incident when it is over.
bool is_about_aftermath(Meaning meaning) {
    switch (meaning) {
        case Meaning::RoomCleared:
        case Meaning::RoomReentered:
        case Meaning::SecurityCalled:
        case Meaning::SecurityRemoved:
        case Meaning::PoliceCalled:
        case Meaning::PoliceArrived:
        case Meaning::PoliceHandedOver:
        case Meaning::EmergencyDeclared:
        case Meaning::ForceUsed:
        case Meaning::EmergencyOver:
        case Meaning::ChargesDecided:
            return true;
        default:
            return false;
    }
}

bool is_about_incident(Meaning meaning) {
    return is_about_aftermath(meaning) || opens_disturbance(meaning) || ends_disturbance(meaning) ||
           meaning == Meaning::ScenarioA || meaning == Meaning::ScenarioB || meaning == Meaning::RequestSpoken ||
           meaning == Meaning::RequestRefused || meaning == Meaning::MemberOrdered ||
           meaning == Meaning::MemberProposed || meaning == Meaning::MemberExcluded;
}

// Only what differs.
Fields changed_from(const Fields& before, const Fields& change) {
    Fields fields;
    for (const auto& [id, value] : change) {
        const auto former = before.find(id);
        if (former != before.end()) fields.emplace(id, former->second);
    }
    return fields;
}

// The event of a step that the record has no part for: the procedure's own, such as calling the emergency team.
const Event* own_step(const Session& session, const Entry& entry) {
    const auto* step = entry.as<StepRecorded>();
    const auto number = step ? session.procedure().event(step->event) : std::nullopt;
    const Event* event = number ? &session.procedure().events[*number] : nullptr;
    return event && !event->meaning && !event->internal ? event : nullptr;
}

// What it is called and what was recorded with it, save what is kept apart.
std::string in_words(const Session& session, const Event& event, const Entry& entry) {
    std::string text = event_name(event, session.language());
    std::string details;
    const Fields fields = session.fields_of(entry);
    for (const Field& field : event.fields) {
        const auto value = fields.find(field.id);
        if (field.is_private || value == fields.end()) continue;
        const std::string words = shown(session, field, value->second, session.language());
        if (!words.empty()) {
            details += (details.empty() ? "" : "; ") + field.label.in(session.language()) + ": " + words;
        }
    }
    return details.empty() ? text : text + " (" + details + ")";
}

class Corrections {
  public:
    Corrections(const Session& session, std::vector<Case>& cases) : session_(session), cases_(cases) {}

    void add_all() {
        for (const Entry& entry : session_.entries()) {
            if (const auto* undo = entry.as<StepTakenBack>()) {
                add(entry, *undo);
            } else if (const auto* amendment = entry.as<StepAmended>()) {
                add(entry, *amendment);
            } else if (!session_.is_taken_back(entry.seq)) {
                add_as_recorded(entry);
            }
        }
    }

  private:
    void add(const Entry& entry, const StepTakenBack& undo) {
        const Entry* step = session_.entry(undo.seq);
        if (!step || !session_.is_taken_back(undo.seq)) return;
        Case* incident = of_taken_back(*step);
        if (!incident) return;
        const auto* recorded = step->as<StepRecorded>();
        incident->record.taken_back.push_back({moment(entry), entry.actor, undo.why, moment(*step),
                                               recorded ? recorded->event : std::string(), session_.fields_of(*step)});
    }

    void add(const Entry& entry, const StepAmended& amendment) {
        const Entry* step = session_.entry(amendment.seq);
        const auto* recorded = step ? step->as<StepRecorded>() : nullptr;
        if (!recorded || session_.is_taken_back(amendment.seq)) return;
        const auto [known, is_new] = amended_.try_emplace(amendment.seq, recorded->fields);
        Fields& fields = known->second;
        if (Case* incident = of(*step)) {
            incident->record.amendments.push_back({moment(entry), entry.actor, amendment.seq, recorded->event,
                                                   changed_from(fields, amendment.fields), amendment.fields});
        }
        for (const auto& [id, value] : amendment.fields) fields.insert_or_assign(id, value);
    }

    void add_as_recorded(const Entry& entry) {
        const auto* step = entry.as<StepRecorded>();
        const auto* note = entry.as<NoteAdded>();
        const auto* deviation = entry.as<DeviationRecorded>();
        if (const auto* jump = entry.as<ClockJumped>()) add_to_all(entry, *jump);
        if (!step && !note && !deviation) return;
        Case* incident = of(entry);
        if (!incident) return;
        IncidentRecord& record = incident->record;
        const Moment at = moment(entry);
        if (note) record.notes.push_back({at, entry.actor, note->text});
        if (const Event* own = own_step(session_, entry)) {
            record.notes.push_back({at, entry.actor, in_words(session_, *own, entry)});
        }
        if (deviation) record.deviations.push_back({at, entry.actor, deviation->to, deviation->why});
        if (at.recorded) record.late_additions.push_back({at, step ? step->event : note ? "note" : "deviation"});
    }

    // Of every incident that has times on both sides of it.
    void add_to_all(const Entry& entry, const ClockJumped& jump) {
        for (Case& incident : cases_) {
            const bool is_its = &incident == owner(entry.seq) || incident.is_open_at(entry.seq);
            if (entry.seq <= incident.opened || !is_its) continue;
            incident.record.clock_changes.push_back({moment(entry), jump.milliseconds});
        }
    }

    Case* of(const Entry& entry) {
        if (is_decision(entry)) {
            const auto which = decided_about(cases_, session_.fields_of(entry), entry.seq);
            return which ? &cases_[*which] : nullptr;
        }
        for (Case& incident : cases_) {
            if (happened_during(entry, incident)) return &incident;
        }
        Case* incident = owner(entry.seq);
        return incident && concerns(entry, *incident) ? incident : nullptr;
    }

    Case* owner(std::uint64_t seq) {
        const auto which = owner_at(cases_, seq);
        return which ? &cases_[*which] : nullptr;
    }

    [[nodiscard]] bool is_decision(const Entry& entry) const {
        return std::ranges::count(meanings(session_.procedure(), entry), Meaning::ChargesDecided) > 0;
    }

    // A false start, taken back before the incident was opened for good, belongs to that incident.
    Case* of_taken_back(const Entry& step) {
        const auto about = meanings(session_.procedure(), step);
        if (!std::ranges::any_of(about, opens_disturbance)) {
            if (Case* incident = of(step)) return incident;
            if (!std::ranges::any_of(about, is_about_incident)) return nullptr;
        }
        const auto next = std::ranges::find_if(cases_, [&](const Case& one) { return one.opened > step.seq; });
        return next == cases_.end() ? nullptr : &*next;
    }

    // Recorded afterwards, of the time when it was open.
    static bool happened_during(const Entry& entry, const Case& incident) {
        const auto& ended = incident.record.ended;
        return entry.occurred && ended && incident.record.started.at <= *entry.occurred &&
               *entry.occurred <= ended->at.at && entry.seq > incident.opened;
    }

    [[nodiscard]] bool concerns(const Entry& entry, const Case& incident) const {
        if (incident.is_open_at(entry.seq)) return true;
        // What went otherwise, or has a meaning to the procedure alone, is never left out: nobody can tell what it was
        // about.
        if (entry.as<DeviationRecorded>() || own_step(session_, entry)) return true;
        const auto& closed = incident.record.meeting_closed;
        if (closed && entry.seq > closed->seq) return true;
        return std::ranges::any_of(meanings(session_.procedure(), entry), is_about_aftermath);
    }

    const Session& session_;
    std::vector<Case>& cases_;
    std::map<std::uint64_t, Fields> amended_;
};

}  // namespace

void add_corrections(const Session& session, std::vector<Case>& cases) { Corrections(session, cases).add_all(); }

}  // namespace hamer
