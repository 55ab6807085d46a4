#include "record/timeline.h"

#include <algorithm>

namespace hamer {

namespace {

template <typename Part>
Lasting<Part>* standing(std::vector<Lasting<Part>>& list) {
    return list.empty() || list.back().until ? nullptr : &list.back();
}

// The one that stands, or a new one: a deviation may record a later stage alone.
template <typename Part>
Lasting<Part>& standing_or_new(std::vector<Lasting<Part>>& list, const Fact& fact) {
    if (auto* found = standing(list)) return *found;
    return list.emplace_back(Lasting<Part>{{}, fact.entry->seq, {}});
}

template <typename Part>
Part& begin(std::vector<Lasting<Part>>& list, const Fact& fact) {
    return list.emplace_back(Lasting<Part>{{}, fact.entry->seq, {}}).part;
}

enum class Attached { WhileOpen, AlsoInAftermath };

template <typename Part>
void attach(const Case& incident, const std::vector<Lasting<Part>>& list, Attached when, std::vector<Part>& to) {
    for (const Lasting<Part>& one : list) {
        const bool stood = one.from < incident.opened && (!one.until || *one.until > incident.opened);
        const bool began =
            incident.is_open_at(one.from) || (when == Attached::AlsoInAftermath && incident.is_aftermath_at(one.from));
        if (stood || began) to.push_back(one.part);
    }
}

}  // namespace

Moment moment(const Entry& entry) {
    Moment made{entry.seq, entry.when(), std::nullopt};
    if (entry.occurred && *entry.occurred != entry.stamp.at) made.recorded = entry.stamp.at;
    return made;
}

Timeline::Timeline(const Session& session) {
    for (const Fact& fact : facts(session)) add(fact);
}

void Timeline::add(const Fact& fact) {
    const Moment at = moment(*fact.entry);
    switch (fact.meaning) {
        case Meaning::MeetingOpened:
            meeting_opened_ = at;
            break;
        case Meaning::MeetingClosed:
            meeting_closed_ = at;
            break;
        case Meaning::MeetingSuspended:
            begin(suspensions_, fact) = {at, fact.deviation ? fact.why : text(fact.fields, "reason"), fact.said, {}};
            break;
        case Meaning::MeetingResumed:
            if (auto* one = standing(suspensions_)) {
                one->part.resumed = at;
                one->until = at.seq;
            }
            break;
        case Meaning::RoomCleared:
            begin(clearings_, fact) = {at, {}};
            break;
        case Meaning::RoomReentered:
            if (auto* one = standing(clearings_)) {
                one->part.reentered = at;
                one->until = at.seq;
            }
            break;
        case Meaning::BroadcastStarted:
            break;
        case Meaning::BroadcastPauseAsked:
        case Meaning::BroadcastPaused:
        case Meaning::BroadcastResumeAsked:
        case Meaning::BroadcastResumed:
        case Meaning::BroadcastEnded:
            add_to_broadcast(fact);
            break;
        case Meaning::IncidentOpened:
        case Meaning::ScenarioA:
        case Meaning::ScenarioB:
        case Meaning::RequestSpoken:
        case Meaning::RequestRefused:
        case Meaning::RequestHeeded:
        case Meaning::IncidentEnded:
            add_to_incident(fact);
            break;
        case Meaning::SecurityCalled:
        case Meaning::SecurityRemoved:
            add_to_security(fact);
            break;
        case Meaning::PoliceCalled:
        case Meaning::PoliceArrived:
        case Meaning::PoliceHandedOver:
            add_to_police(fact);
            break;
        case Meaning::EmergencyDeclared:
        case Meaning::ForceUsed:
        case Meaning::EmergencyOver:
            add_to_emergency(fact);
            break;
        case Meaning::ChargesDecided:
            decide_charges(fact);
            break;
    }
}

Case& Timeline::open(const Fact& fact, IncidentKind kind) {
    const std::uint64_t seq = fact.entry->seq;
    if (!cases_.empty()) cases_.back().next = seq;
    Case& made = cases_.emplace_back();
    made.opened = seq;
    made.record.kind = kind;
    made.record.started = moment(*fact.entry);
    made.record.what = fact.deviation ? fact.why : text(fact.fields, "what");
    made.record.who = text(fact.fields, "who");
    return made;
}

void Timeline::add_to_incident(const Fact& fact) {
    const Moment at = moment(*fact.entry);
    if (fact.meaning == Meaning::IncidentOpened) {
        open(fact, IncidentKind::Disturbance);
        disturbance_ = cases_.size() - 1;
        return;
    }
    Case* now = disturbance();
    if (!now) return;
    switch (fact.meaning) {
        case Meaning::ScenarioA:
            now->record.addressed.push_back({Approach::A, at, fact.said, text(fact.fields, "agreement")});
            break;
        case Meaning::ScenarioB:
            now->record.addressed.push_back({Approach::B, at, fact.said, {}});
            break;
        case Meaning::RequestSpoken:
            now->record.requests.push_back({static_cast<int>(now->record.requests.size()) + 1,
                                            at,
                                            text(fact.fields, "speaker"),
                                            text(fact.fields, "to"),
                                            fact.said,
                                            Answer::None,
                                            {}});
            break;
        case Meaning::RequestRefused:
            answer(fact, Answer::Refused);
            break;
        case Meaning::RequestHeeded:
            answer(fact, Answer::Heeded);
            end_disturbance(fact, EndedBy::Heeded, text(fact.fields, "how"));
            break;
        default:
            end_disturbance(fact, fact.deviation ? EndedBy::Deviation : EndedBy::Report,
                            fact.deviation ? fact.why : text(fact.fields, "how"));
            break;
    }
}

void Timeline::answer(const Fact& fact, Answer given) {
    auto& requests = disturbance()->record.requests;
    if (requests.empty() || requests.back().answer != Answer::None) return;
    requests.back().answer = given;
    requests.back().answered = moment(*fact.entry);
}

void Timeline::end_disturbance(const Fact& fact, EndedBy by, std::string how) {
    Case& now = *disturbance();
    Ending ending{moment(*fact.entry), by, std::move(how), std::nullopt};
    const auto& requests = now.record.requests;
    if (by == EndedBy::Heeded && !requests.empty()) ending.request = requests.back().number;
    now.record.ended = std::move(ending);
    now.ended = fact.entry->seq;
    disturbance_.reset();
}

void Timeline::add_to_broadcast(const Fact& fact) {
    const Moment at = moment(*fact.entry);
    auto* now = standing(pauses_);
    const auto finish = [&](std::optional<Moment>& part) {
        part = at;
        now->until = at.seq;
    };
    switch (fact.meaning) {
        case Meaning::BroadcastPauseAsked:
            // Asked again before the resumption was confirmed: that pause never ended, and another begins.
            if (now && now->part.resume_asked) now->until = at.seq;
            if (auto& one = standing_or_new(pauses_, fact); !one.part.asked && !one.part.paused) one.part.asked = at;
            break;
        case Meaning::BroadcastPaused:
            if (auto& one = standing_or_new(pauses_, fact); !one.part.paused) one.part.paused = at;
            break;
        case Meaning::BroadcastResumeAsked:
            if (now) now->part.resume_asked = at;
            break;
        case Meaning::BroadcastResumed:
            if (now) finish(now->part.resumed);
            break;
        default:
            if (now) finish(now->part.ended);
            break;
    }
}

void Timeline::add_to_security(const Fact& fact) {
    const Moment at = moment(*fact.entry);
    if (fact.meaning == Meaning::SecurityCalled) {
        begin(security_, fact).called = at;
        return;
    }
    auto& one = standing_or_new(security_, fact);
    one.part.removed = at;
    one.part.who = text(fact.fields, "who");
    one.until = at.seq;
}

void Timeline::add_to_police(const Fact& fact) {
    const Moment at = moment(*fact.entry);
    if (fact.meaning == Meaning::PoliceCalled) {
        begin(police_, fact) = {text(fact.fields, "number"), text(fact.fields, "by"), fact.said, at, {}, {}};
        return;
    }
    auto& one = standing_or_new(police_, fact);
    if (fact.meaning == Meaning::PoliceArrived) {
        one.part.arrived = at;
    } else {
        one.part.handed_over = at;
        one.until = at.seq;
    }
}

void Timeline::add_to_emergency(const Fact& fact) {
    const Moment at = moment(*fact.entry);
    if (fact.meaning == Meaning::EmergencyDeclared) {
        const std::string what = fact.deviation ? fact.why : text(fact.fields, "what");
        if (!disturbance_) open(fact, IncidentKind::Emergency);
        begin(emergencies_, fact) = {what, fact.said, at, {}, {}};
        return;
    }
    auto& one = standing_or_new(emergencies_, fact);
    if (fact.meaning == Meaning::ForceUsed) {
        one.part.force.push_back({at, text(fact.fields, "purpose"), text(fact.fields, "who")});
        return;
    }
    one.part.over = at;
    one.until = at.seq;
    for (Case& incident : cases_) {
        if (incident.record.kind != IncidentKind::Emergency || incident.ended) continue;
        incident.record.ended = Ending{at, EndedBy::EmergencyOver, fact.why, std::nullopt};
        incident.ended = at.seq;
    }
}

void Timeline::decide_charges(const Fact& fact) {
    if (cases_.empty()) return;
    auto latest = std::find_if(cases_.rbegin(), cases_.rend(),
                               [](const Case& one) { return one.record.kind == IncidentKind::Disturbance; });
    if (latest == cases_.rend()) latest = cases_.rbegin();
    latest->record.charges =
        ChargesDecision{moment(*fact.entry), text(fact.fields, "decision"), flag(fact.fields, "clerk_consulted"),
                        flag(fact.fields, "adviser_consulted")};
}

std::vector<Case> Timeline::cases() const {
    std::vector<Case> all = cases_;
    for (Case& one : all) {
        one.record.meeting_opened = meeting_opened_;
        one.record.meeting_closed = meeting_closed_;
        attach(one, suspensions_, Attached::WhileOpen, one.record.suspensions);
        attach(one, pauses_, Attached::WhileOpen, one.record.broadcast_pauses);
        attach(one, clearings_, Attached::AlsoInAftermath, one.record.room_clearings);
        attach(one, security_, Attached::AlsoInAftermath, one.record.security);
        attach(one, police_, Attached::AlsoInAftermath, one.record.police);
        attach(one, emergencies_, Attached::AlsoInAftermath, one.record.emergencies);
    }
    return all;
}

}  // namespace hamer
