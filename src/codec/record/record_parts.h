// The keys of an incident record's parts, each listed once for writing and reading. Internal to codec/.
//
// A visitor is called as visit(key, member). For members that are optional the key may be absent.
#pragma once

#include "record/incident.h"

#include <concepts>
#include <type_traits>

namespace hamer {

template <typename Value, typename Part>
concept Is = std::same_as<std::remove_const_t<Value>, Part>;

void members(auto& visit, Is<Moment> auto& part) {
    visit("seq", part.seq);
    visit("at", part.at);
    visit("recorded", part.recorded);
}

void members(auto& visit, Is<Address> auto& part) {
    visit("scenario", part.scenario);
    visit("at", part.at);
    visit("said", part.said);
    visit("agreement", part.agreement);
    visit.maybe("proposed", part.proposed);
}

void members(auto& visit, Is<SpokenRequest> auto& part) {
    visit("number", part.number);
    visit("at", part.at);
    visit("speaker", part.speaker);
    visit("to", part.to);
    visit("said", part.said);
    visit("answer", part.answer);
    visit("answered", part.answered);
    visit.maybe("proposed", part.proposed);
}

void members(auto& visit, Is<Ending> auto& part) {
    visit("at", part.at);
    visit("by", part.by);
    visit("how", part.how);
    visit("request", part.request);
}

void members(auto& visit, Is<Suspension> auto& part) {
    visit("from", part.from);
    visit("reason", part.reason);
    visit("said", part.said);
    visit("resumed", part.resumed);
    visit.maybe("proposed", part.proposed);
}

void members(auto& visit, Is<RoomClearing> auto& part) {
    visit("from", part.from);
    visit("reentered", part.reentered);
}

void members(auto& visit, Is<BroadcastPause> auto& part) {
    visit("asked", part.asked);
    visit("paused", part.paused);
    visit("resume_asked", part.resume_asked);
    visit("resumed", part.resumed);
    visit("ended", part.ended);
}

void members(auto& visit, Is<SecurityCall> auto& part) {
    visit("called", part.called);
    visit("removed", part.removed);
    visit("who", part.who);
}

void members(auto& visit, Is<PoliceCall> auto& part) {
    visit("number", part.number);
    visit("by", part.by);
    visit("said", part.said);
    visit("called", part.called);
    visit("arrived", part.arrived);
    visit("handed_over", part.handed_over);
    visit.maybe("proposed", part.proposed);
}

void members(auto& visit, Is<Force> auto& part) {
    visit("at", part.at);
    visit("purpose", part.purpose);
    visit("who", part.who);
}

void members(auto& visit, Is<Emergency> auto& part) {
    visit("what", part.what);
    visit("said", part.said);
    visit("declared", part.declared);
    visit("force", part.force);
    visit("over", part.over);
    visit.maybe("proposed", part.proposed);
}

void members(auto& visit, Is<MemberStep> auto& part) {
    visit("at", part.at);
    visit.maybe("said", part.said);
    visit.maybe("proposed", part.proposed);
}

void members(auto& visit, Is<MemberVote> auto& part) {
    visit("at", part.at);
    visit("outcome", part.outcome);
    visit.maybe("until", part.until);
}

void members(auto& visit, Is<MemberProceeding> auto& part) {
    visit.maybe("ordered", part.ordered);
    visit("proposal", part.proposal);
    visit("vote", part.vote);
}

void members(auto& visit, Is<ChargesDecision> auto& part) {
    visit("at", part.at);
    visit("decision", part.decision);
    visit("clerk_consulted", part.clerk_consulted);
    visit("adviser_consulted", part.adviser_consulted);
}

void members(auto& visit, Is<Note> auto& part) {
    visit("at", part.at);
    visit("by", part.by);
    visit("text", part.text);
}

void members(auto& visit, Is<TakenBack> auto& part) {
    visit("at", part.at);
    visit("by", part.by);
    visit("why", part.why);
    visit("step", part.step);
    visit("event", part.event);
    visit("fields", part.fields);
}

void members(auto& visit, Is<Amendment> auto& part) {
    visit("at", part.at);
    visit("by", part.by);
    visit("step", part.step);
    visit("event", part.event);
    visit("before", part.before);
    visit("after", part.after);
}

void members(auto& visit, Is<Deviation> auto& part) {
    visit("at", part.at);
    visit("by", part.by);
    visit("to", part.to);
    visit("why", part.why);
}

void members(auto& visit, Is<LateAddition> auto& part) {
    visit("at", part.at);
    visit("what", part.what);
}

void members(auto& visit, Is<ClockChange> auto& part) {
    visit("at", part.at);
    visit("milliseconds", part.milliseconds);
}

void members(auto& visit, Is<Meeting> auto& part) {
    visit("name", part.name);
    visit("date", part.date);
    visit("chair", part.chair);
    visit("clerk", part.clerk);
    visit("room", part.room);
    visit("broadcast", part.broadcast);
    visit.maybe("kind", part.kind);
    visit.maybe("place", part.place);
    visit.maybe("address", part.address);
}

void members(auto& visit, Is<RecordSource> auto& part) {
    visit("session", part.session);
    visit("head", part.head);
    visit("procedure", part.procedure);
    visit("procedure_revision", part.procedure_revision);
    visit("procedure_sha256", part.procedure_sha256);
    visit("program", part.program);
}

// `format`, `status` and `scenario` are written before it; they are read apart.
void members(auto& visit, Is<IncidentRecord> auto& part) {
    visit("id", part.id);
    visit("revision", part.revision);
    visit("kind", part.kind);
    visit("drill", part.drill);
    visit("municipality", part.municipality);
    visit("address", part.address);
    visit("meeting", part.meeting);
    visit("meeting_opened", part.meeting_opened);
    visit("meeting_closed", part.meeting_closed);
    visit("what", part.what);
    visit("who", part.who);
    visit("started", part.started);
    visit("ended", part.ended);
    visit("addressed", part.addressed);
    visit("requests", part.requests);
    visit("member", part.member);
    visit("suspensions", part.suspensions);
    visit("room_clearings", part.room_clearings);
    visit("broadcast_pauses", part.broadcast_pauses);
    visit("security", part.security);
    visit("police", part.police);
    visit("emergencies", part.emergencies);
    visit("charges", part.charges);
    visit("notes", part.notes);
    visit("taken_back", part.taken_back);
    visit("amendments", part.amendments);
    visit("deviations", part.deviations);
    visit("late_additions", part.late_additions);
    visit.maybe("clock_changes", part.clock_changes);
    visit("source", part.source);
    visit("dossier", part.dossier);
}

}  // namespace hamer
