// What a record still needs before the clerk can complete it: each thing with the place of its field, so that one can
// go there.
#pragma once

#include "record/incident.h"

#include <string>
#include <vector>

namespace hamer {

struct Missing {
    std::string place;  // in the dossier, as in the JSON: "conduct", "persons", "informed/mayor"
    LocalText text;
};

// In the order of the form. A record that is still open, or withdrawn, is not complete either. Of what is not reported
// (weight.h) only what happened is asked. A signal asks for what chapter 2 does with it, an estimate for what 5.1 does,
// what was held to learn from when it was and who was there.
// What contradicts table 1 is among it until it was mended, or somebody said why.
[[nodiscard]] std::vector<Missing> missing(const IncidentRecord& record);

// Something is missing that was not before: what somebody completed under earlier rules stays complete until then.
[[nodiscard]] bool lacks_more(const std::vector<Missing>& before, const std::vector<Missing>& after);

}  // namespace hamer
