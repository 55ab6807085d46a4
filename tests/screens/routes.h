// The ways to each card of the guide: what must happen for the chair to stand before it.
#pragma once

#include "procedure/procedure.h"
#include "session/command.h"

#include <string>
#include <vector>

namespace hamer::ui {

struct Route {
    std::string card;
    std::vector<Do> steps;
    int alerts = 0;  // standing lines that it brings along
};

// For each reachable card the shortest way.
[[nodiscard]] const std::vector<Route>& shortest_routes();
// For each reachable card the way with most standing lines.
[[nodiscard]] const std::vector<Route>& crowded_routes();
// The shortest way to one card.
[[nodiscard]] const std::vector<Do>& route_to(const std::string& card);

}  // namespace hamer::ui
