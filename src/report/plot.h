// Numbers to be seen beside each other, each with that of the year before where there is one. A plain value for whoever
// draws it; the same in words and as a table, for who cannot see it.
#pragma once

#include <optional>
#include <string>
#include <vector>

namespace hamer {

struct PlotBar {
    std::string label{};
    int number = 0;
    std::optional<int> before{};
};

struct Plot {
    // Columns: next to each other, in the order of time. Bars: under each other, with long names.
    enum class Shape { Columns, Bars };

    Shape shape = Shape::Bars;
    std::string now{};     // what the numbers are of: "2026"
    std::string before{};  // and those of before: "2025"; empty: there are none
    std::vector<PlotBar> bars{};
};

struct Table;

// A row for each bar. `head`: of what they are.
[[nodiscard]] Table plot_as_table(const Plot& plot, const std::string& head);
// "januari 3 (2025: 1); februari 0 (2025: 2)"
[[nodiscard]] std::string plot_as_text(const Plot& plot);

}  // namespace hamer
