// Two people filled in the same record: what both did, put together.
//
// A three-way merge from what both began with. A field that one of them changed is as that one left it; persons, people
// informed, measures and deadlines are told apart by what they are and not by their place in a list. A field that both
// changed, each in another way, is a clash, and nobody's to decide but theirs.
#pragma once

#include "record/dossier.h"

#include <optional>
#include <string>
#include <vector>

namespace hamer {

struct Clash {
    // Where it stands, by what it belongs to: {"persons", "p1", "name"}; of informed people the office, of measures the
    // kind and which of that kind ("ban 1"), of deadlines the kind and the person ("first-talk p1").
    std::vector<std::string> path;
    // What each of them made of it: as people read it, and as JSON. Empty: it was taken away.
    struct Side {
        std::string words{};
        std::string json{};
    } theirs, mine;
};

struct MergedDossier {
    Dossier dossier;             // with mine where there is a clash
    std::vector<Clash> clashes;  // in the order of the form
};

// A person that both added under the same id is two persons: mine gets another id. `completed` is theirs.
[[nodiscard]] MergedDossier merge_dossiers(const Dossier& before, const Dossier& theirs, const Dossier& mine);

// The draft with one side of a clash in its place; as it was where what it belongs to is gone.
[[nodiscard]] Dossier with_side(const Dossier& draft, const Clash& clash, const Clash::Side& side);

}  // namespace hamer
