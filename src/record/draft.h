// What was typed in the form of a record and is not saved yet.
#pragma once

#include "record/dossier.h"

#include <map>
#include <string>

namespace hamer {

struct Draft {
    std::string record{};  // its id; empty: an incident that has no record yet
    int revision = 0;      // the one on which it was typed
    Dossier dossier{};
    // What stands in fields whose value is none, or not one of the dossier's: as it was typed, by the field's key.
    std::map<std::string, std::string> typed{};

    bool operator==(const Draft&) const = default;
};

}  // namespace hamer
