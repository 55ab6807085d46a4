// Somebody else saved the record that is open in the form: what they changed, and what both did, to be decided.
#pragma once

#include "codec/record/dossier_merge.h"
#include "record/change.h"
#include "ui/clerk/dossier_action.h"
#include "ui/toolkit/widgets/lines.h"

#include <optional>
#include <string>
#include <vector>

namespace hamer::ui {

struct Merging {
    int before = 0;    // the revision on which it was typed
    int revision = 0;  // theirs
    std::vector<Change> theirs;
    std::vector<Clash> clashes;
    std::vector<int> chosen;  // of each clash: 0 theirs, 1 mine, -1 not decided

    [[nodiscard]] bool is_decided() const;
};

// The clash that was decided in this frame.
[[nodiscard]] std::optional<DecideClash> draw_merging(Lines& lines, const Merging& merging, const Dossier& draft);

}  // namespace hamer::ui
