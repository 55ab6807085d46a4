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

template <typename Part>
bool stood_at(const Lasting<Part>& one, std::uint64_t seq) {
    return one.from < seq && (!one.until || *one.until > seq);
}

// A pause that one has asked to end lasts until that is confirmed, but belongs to no later incident.
bool stood_at(const Lasting<BroadcastPause>& one, std::uint64_t seq) {
    const auto& asked = one.part.resume_asked;
    return one.from < seq && (!one.until || *one.until > seq) && (!asked || asked->seq > seq);
}

enum class Attached { WhileOpen, AlsoInAftermath };

// What the whole meeting is in goes with every incident that it really overlaps.
template <typename Part>
void attach(const std::vector<Case>& cases, std::size_t which, const std::vector<Lasting<Part>>& list, Attached when,
            std::vector<Part>& to) {
    const Case& incident = cases[which];
    for (const Lasting<Part>& one : list) {
        const bool began =
            incident.is_open_at(one.from) || (when == Attached::AlsoInAftermath && owner_at(cases, one.from) == which);
        if (began || stood_at(one, incident.opened)) to.push_back(one.part);
    }
}

// Who was called goes with the incident of the call, and with a later one only where the call ended in it: there
// somebody was removed or handed over. A call before all incidents goes with the first.
template <typename Part>
void attach_call(const std::vector<Case>& cases, std::size_t which, const std::vector<Lasting<Part>>& list,
                 std::vector<Part>& to) {
    const Case& incident = cases[which];
    for (const Lasting<Part>& one : list) {
        const auto owner = owner_at(cases, one.from);
        const bool of_it = owner ? *owner == which : which == 0 && stood_at(one, incident.opened);
        const bool ended_in_it = one.from < incident.opened && one.until && incident.is_open_at(*one.until);
        if (of_it || ended_in_it) to.push_back(one.part);
    }
}

// "yes" and "no" are answers; a flag of an earlier procedure was false where nobody had been asked.
Consulted consulted(const Fields& fields, std::string_view id) {
    const auto found = fields.find(id);
    if (found == fields.end()) return Consulted::NotAsked;
    if (const auto* flag = std::get_if<bool>(&found->second)) return *flag ? Consulted::Yes : Consulted::NotAsked;
    const auto word = std::ranges::find(consulted_words, std::get<std::string>(found->second));
    return word == consulted_words.end() ? Consulted::NotAsked : static_cast<Consulted>(word - consulted_words.begin());
}

}  // namespace

Timeline::Timeline(const Session& session) : cases_(cases_of(session)) {
    for (const Fact& fact : facts(session)) add(fact);
}

void Timeline::add_to_meeting(const Fact& fact) {
    const Moment at = moment(*fact.entry);
    if (fact.meaning == Meaning::MeetingOpened) meeting_opened_ = at;
    if (fact.meaning == Meaning::MeetingSuspended) {
        begin(suspensions_, fact) = {
            at, fact.deviation ? fact.why : text(fact.fields, "reason"), fact.said, {}, fact.proposed};
    }
    if (fact.meaning == Meaning::MeetingClosed) {
        meeting_closed_ = at;
        if (auto* one = standing(suspensions_)) one->until = at.seq;
    }
    if (fact.meaning == Meaning::MeetingResumed) {
        if (auto* one = standing(suspensions_)) {
            one->part.resumed = at;
            one->until = at.seq;
        }
    }
}

void Timeline::add_to_room(const Fact& fact) {
    const Moment at = moment(*fact.entry);
    if (fact.meaning == Meaning::RoomCleared) {
        begin(clearings_, fact) = {at, {}};
        return;
    }
    if (auto* one = standing(clearings_)) {
        one->part.reentered = at;
        one->until = at.seq;
    }
}

void Timeline::add(const Fact& fact) {
    switch (fact.meaning) {
        case Meaning::MeetingOpened:
        case Meaning::MeetingClosed:
        case Meaning::MeetingSuspended:
        case Meaning::MeetingResumed:
            add_to_meeting(fact);
            break;
        case Meaning::RoomCleared:
        case Meaning::RoomReentered:
            add_to_room(fact);
            break;
        case Meaning::BroadcastPlanned:
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
        case Meaning::MemberReported:
        case Meaning::MemberOrdered:
        case Meaning::MemberProposed:
        case Meaning::MemberExcluded:
        case Meaning::MemberKept:
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

Case* Timeline::disturbance_at(std::uint64_t seq) {
    const auto found = std::ranges::find_if(
        cases_, [&](const Case& one) { return one.kind != Incident::Kind::Emergency && one.is_open_at(seq); });
    return found == cases_.end() ? nullptr : &*found;
}

void Timeline::add_to_incident(const Fact& fact) {
    Case* now = disturbance_at(fact.entry->seq);
    if (!now) return;
    const Moment at = moment(*fact.entry);
    IncidentRecord& record = now->record;
    const auto answer = [&](Answer given) {
        if (record.requests.empty() || record.requests.back().answer != Answer::None) return;
        record.requests.back().answer = given;
        record.requests.back().answered = at;
    };
    switch (fact.meaning) {
        case Meaning::ScenarioA:
            record.addressed.push_back({Approach::A, at, fact.said, text(fact.fields, "agreement"), fact.proposed});
            break;
        case Meaning::ScenarioB:
            record.addressed.push_back({Approach::B, at, fact.said, {}, fact.proposed});
            break;
        case Meaning::RequestSpoken:
            record.requests.push_back({static_cast<int>(record.requests.size()) + 1,
                                       at,
                                       text(fact.fields, "speaker"),
                                       text(fact.fields, "to"),
                                       fact.said,
                                       Answer::None,
                                       {},
                                       fact.proposed});
            break;
        case Meaning::RequestRefused:
            answer(Answer::Refused);
            break;
        case Meaning::RequestHeeded:
            answer(Answer::Heeded);
            if (record.ended && record.ended->by == EndedBy::Heeded && !record.requests.empty()) {
                record.ended->request = record.requests.back().number;
            }
            break;
        default:
            add_to_member(fact, record);
            break;
    }
}

void Timeline::add_to_member(const Fact& fact, IncidentRecord& record) {
    const Moment at = moment(*fact.entry);
    const auto proceeding = [&]() -> MemberProceeding& {
        return record.member ? *record.member : record.member.emplace();
    };
    switch (fact.meaning) {
        case Meaning::MemberOrdered:
            proceeding().ordered.push_back({at, fact.said, fact.proposed});
            break;
        case Meaning::MemberProposed:
            proceeding().proposal = MemberStep{at, fact.said, fact.proposed};
            break;
        case Meaning::MemberExcluded:
            proceeding().vote = MemberVote{at, VoteOutcome::Excluded, text(fact.fields, "until")};
            break;
        case Meaning::MemberKept:
            proceeding().vote = MemberVote{at, VoteOutcome::Kept, {}};
            break;
        default:
            break;
    }
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
        begin(police_, fact) = {
            text(fact.fields, "number"), text(fact.fields, "by"), fact.said, at, {}, {}, fact.proposed};
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
        begin(emergencies_, fact) = {what, fact.said, at, {}, {}, fact.proposed};
        return;
    }
    auto& one = standing_or_new(emergencies_, fact);
    if (fact.meaning == Meaning::ForceUsed) {
        one.part.force.push_back({at, text(fact.fields, "purpose"), text(fact.fields, "who")});
        return;
    }
    one.part.over = at;
    one.until = at.seq;
}

void Timeline::decide_charges(const Fact& fact) {
    // A deviation says that it was decided, and not what.
    if (fact.deviation) return;
    const auto which = decided_about(cases_, fact.fields, fact.entry->seq);
    if (!which) return;
    cases_[*which].record.charges =
        ChargesDecision{moment(*fact.entry), text(fact.fields, "decision"), consulted(fact.fields, "clerk_consulted"),
                        consulted(fact.fields, "adviser_consulted")};
}

std::vector<Case> Timeline::cases() const {
    std::vector<Case> all = cases_;
    for (std::size_t i = 0; i < all.size(); ++i) {
        IncidentRecord& record = all[i].record;
        record.meeting_opened = meeting_opened_;
        record.meeting_closed = meeting_closed_;
        attach(cases_, i, suspensions_, Attached::WhileOpen, record.suspensions);
        attach(cases_, i, pauses_, Attached::WhileOpen, record.broadcast_pauses);
        attach(cases_, i, clearings_, Attached::AlsoInAftermath, record.room_clearings);
        attach(cases_, i, emergencies_, Attached::AlsoInAftermath, record.emergencies);
        attach_call(cases_, i, security_, record.security);
        attach_call(cases_, i, police_, record.police);
    }
    return all;
}

}  // namespace hamer
