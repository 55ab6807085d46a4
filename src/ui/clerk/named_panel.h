// Where somebody who was erased from a record is named besides: each place with a button that clears it, and what Hamer
// cannot reach.
#pragma once

#include "record/named_place.h"
#include "ui/toolkit/widgets/lines.h"

#include <optional>
#include <string>
#include <vector>

namespace hamer::ui {

struct NamedPanel {
    // In words, such as "verstoorder"; empty: of a whole record.
    std::string who{};
    NameForms names{};
    NamedElsewhere found{};
    std::vector<bool> cleared{};  // of each place
    bool in_front = true;         // else it waits, as somebody types
};

// `busy`: nothing can be cleared now. The place that is to be cleared.
[[nodiscard]] std::optional<std::size_t> draw_named(Lines& lines, const NamedPanel& panel, bool busy);

}  // namespace hamer::ui
