// What the entries of a session mean, in order: the one place that goes from events and regions to meanings.
//
// A step means what its event and the events it raised mean. A deviation names regions and states, not events: it means
// what the events mean that lead into that state, if they all mean the same. Entries that were taken back mean nothing.
// Which incidents there are is the session's to say (session/incidents.h).
#pragma once

#include "session/session.h"

#include <string>
#include <vector>

namespace hamer {

struct Fact {
    Meaning meaning = Meaning::MeetingOpened;
    const Entry* entry = nullptr;  // in the session; outlives this
    Fields fields;                 // with amendments; empty for a deviation
    std::string said;
    std::string proposed;
    std::string why;  // of a deviation
    bool deviation = false;
};

[[nodiscard]] std::vector<Fact> facts(const Session& session);
std::vector<Fact> facts(const Session&& session) = delete;  // which would not outlive them

// What a step or deviation means, also when it was taken back. A deviation's own meaning depends on the situation, so
// it gives none here.
[[nodiscard]] std::vector<Meaning> meanings(const Procedure& procedure, const Entry& entry);

// A field that is recorded with an event, as text; empty when it is not there.
[[nodiscard]] std::string text(const Fields& fields, std::string_view id);

}  // namespace hamer
