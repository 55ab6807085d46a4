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
}

void members(auto& visit, Is<DutyDone> auto& part) {
    visit("kind", part.kind);
    visit.maybe("person", part.person);
    visit("at", part.at);
    visit("by", part.by);
    visit.maybe("remark", part.remark);
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
    visit.maybe("informed", part.informed);
    visit.maybe("measures", part.measures);
    visit.maybe("no_measures", part.no_measures);
    visit.maybe("charges", part.charges);
    visit("communication", part.communication);
    visit.maybe("done", part.done);
    visit("completed", part.completed);
}

}  // namespace hamer
