// What the steps of a record are called. A record holds the ids of events; their names stand in the procedure of its
// session, which is not always at hand.
#pragma once

#include "procedure/procedure.h"

#include <string>

namespace hamer {

// The event's label, "notitie" or "afwijking" for "note" and "deviation", and "stap" for what is not known.
// `procedure` may be null.
[[nodiscard]] std::string step_in_words(const Procedure* procedure, const std::string& id, Language language);

}  // namespace hamer
