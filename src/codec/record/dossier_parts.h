// The keys of what the clerk adds to a record. Internal to codec/; see record_parts.h.
//
// A visitor's `maybe` leaves out what has its first value, so that a patch need not name what it does not set.
#pragma once

#include "codec/record/record_parts.h"
#include "record/dossier.h"

namespace hamer {

void members(auto& visit, Is<Person> auto& part) {
    visit("id", part.id);
    visit("role", part.role);
    visit.maybe("known", part.known);
    visit.maybe("name", part.name);
    visit.maybe("address", part.address);
    visit.maybe("description", part.description);
    visit("office", part.office);
    visit.maybe("injured", part.injured);
    visit.maybe("seriously", part.seriously);
    visit.maybe("injury", part.injury);
}

void members(auto& visit, Is<Informed> auto& part) {
    visit("who", part.who);
    visit("at", part.at);
    visit.maybe("by", part.by);
}

void members(auto& visit, Is<Measure> auto& part) {
    visit("kind", part.kind);
    visit.maybe("person", part.person);
    visit.maybe("from", part.from);
    visit.maybe("until", part.until);
    visit.maybe("condition", part.condition);
    visit.maybe("decided_by", part.decided_by);
    visit.maybe("text", part.text);
}

void members(auto& visit, Is<Communication> auto& part) {
    visit.maybe("spokesperson", part.spokesperson);
    visit("agreed_with_affected", part.agreed_with_affected);
    visit.maybe("prosecutor_leads", part.prosecutor_leads);
    visit.maybe("text", part.text);
    visit.maybe("internal", part.internal);
    visit("deputy_mayor", part.deputy_mayor);
    visit("press_office", part.press_office);
    visit("no_measures_told", part.no_measures_told);
}

void members(auto& visit, Is<Reporter> auto& part) {
    visit.maybe("name", part.name);
    visit("office", part.office);
}

void members(auto& visit, Is<Registration> auto& part) {
    visit.maybe("number", part.number);
    visit.maybe("date", part.date);
}

void members(auto& visit, Is<Hearing> auto& part) {
    visit("held", part.held);
    visit.maybe("text", part.text);
}

void members(auto& visit, Is<Earlier> auto& part) {
    visit("officials_too", part.officials_too);
    visit.maybe("text", part.text);
}

void members(auto& visit, Is<PoliceFile> auto& part) {
    visit.maybe("by", part.by);
    visit.maybe("mandated", part.mandated);
    visit.maybe("number", part.number);
    visit.maybe("date", part.date);
    visit("may_be_told", part.may_be_told);
    visit("mediation", part.mediation);
    visit.maybe("why_not", part.why_not);
}

void members(auto& visit, Is<Aftercare> auto& part) {
    visit("person", part.person);
    visit.maybe("offered", part.offered);
    visit.maybe("by", part.by);
    visit.maybe("home", part.home);
    visit.maybe("insurance", part.insurance);
    visit.maybe("support_team", part.support_team);
    visit.maybe("referral", part.referral);
    visit.maybe("remark", part.remark);
}

void members(auto& visit, Is<DutyOwner> auto& part) {
    visit("kind", part.kind);
    visit.maybe("person", part.person);
    visit("owner", part.owner);
}

void members(auto& visit, Is<DutyDone> auto& part) {
    visit("kind", part.kind);
    visit.maybe("person", part.person);
    visit("at", part.at);
    visit("by", part.by);
    visit.maybe("remark", part.remark);
}

void members(auto& visit, Is<Evaluation> auto& part) {
    visit.maybe("date", part.date);
    visit.maybe("present", part.present);
    visit.maybe("good", part.good);
    visit.maybe("better", part.better);
}

void members(auto& visit, Is<Improvement> auto& part) {
    visit("id", part.id);
    visit("text", part.text);
    visit.maybe("owner", part.owner);
    visit.maybe("until", part.until);
}

void members(auto& visit, Is<Attachment> auto& part) {
    visit("id", part.id);
    visit("name", part.name);
    visit("type", part.type);
    visit("size", part.size);
    visit.maybe("sha256", part.sha256);
    visit("at", part.at);
    visit.maybe("by", part.by);
    visit.maybe("remark", part.remark);
}

void members(auto& visit, Is<Signal> auto& part) {
    visit.maybe("meeting", part.meeting);
    visit.maybe("confidential", part.confidential);
    visit.maybe("talked", part.talked);
    visit.maybe("team", part.team);
    visit.maybe("adviser", part.adviser);
    visit.maybe("mayor", part.mayor);
    visit.maybe("answered", part.answered);
    visit("ended", part.ended);
    visit.maybe("why", part.why);
    visit.maybe("record", part.record);
}

void members(auto& visit, Is<Precaution> auto& part) {
    visit("id", part.id);
    visit("kind", part.kind);
    visit.maybe("text", part.text);
    visit.maybe("owner", part.owner);
    visit.maybe("until", part.until);
}

void members(auto& visit, Is<Estimate> auto& part) {
    visit.maybe("day", part.day);
    visit("kind", part.kind);
    visit.maybe("room", part.room);
    visit.maybe("address", part.address);
    visit.maybe("item", part.item);
    visit.maybe("groups", part.groups);
    visit.maybe("demonstration", part.demonstration);
    visit.maybe("speakers", part.speakers);
    visit("level", part.level);
    visit.maybe("why", part.why);
    visit.maybe("considered", part.considered);
    visit.maybe("afterwards", part.afterwards);
}

void members(auto& visit, Is<Learning> auto& part) {
    visit("kind", part.kind);
    visit.maybe("day", part.day);
    visit.maybe("given_by", part.given_by);
    visit.maybe("bodies", part.bodies);
    visit.maybe("present", part.present);
    visit.maybe("concluded", part.concluded);
}

void members(auto& visit, Is<Hold> auto& part) {
    visit("why", part.why);
    visit.maybe("since", part.since);
    visit.maybe("text", part.text);
}

void members(auto& visit, Is<Completion> auto& part) {
    visit("at", part.at);
    visit("by", part.by);
}

void members(auto& visit, Is<Dossier> auto& part) {
    visit.maybe("conduct", part.conduct);
    visit("channel", part.channel);
    visit.maybe("place", part.place);
    visit.maybe("with_what", part.with_what);
    visit.maybe("manner", part.manner);
    visit.maybe("reason", part.reason);
    visit.maybe("persons", part.persons);
    visit("damage", part.damage);
    visit.maybe("damage_text", part.damage_text);
    visit("repetition", part.repetition);
    visit.maybe("earlier", part.earlier);
    visit.maybe("reporter", part.reporter);
    visit.maybe("informed", part.informed);
    visit.maybe("gir", part.gir);
    visit.maybe("hearing", part.hearing);
    visit.maybe("measures", part.measures);
    visit.maybe("no_measures", part.no_measures);
    visit.maybe("no_measures_why", part.no_measures_why);
    visit.maybe("charges", part.charges);
    visit.maybe("police_file", part.police_file);
    visit("communication", part.communication);
    visit.maybe("aftercare", part.aftercare);
    visit.maybe("owners", part.owners);
    visit.maybe("done", part.done);
    visit.maybe("evaluation", part.evaluation);
    visit.maybe("improvements", part.improvements);
    visit.maybe("attachments", part.attachments);
    visit("signal", part.signal);
    visit("estimate", part.estimate);
    visit("learning", part.learning);
    visit.maybe("precautions", part.precautions);
    visit("hold", part.hold);
    visit("completed", part.completed);
}

}  // namespace hamer
