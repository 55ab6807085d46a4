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

// In the order of the form. A record that is still open, or withdrawn, is not complete either.
[[nodiscard]] std::vector<Missing> missing(const IncidentRecord& record);

}  // namespace hamer
