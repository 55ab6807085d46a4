#include "report/plot.h"

#include "base/text.h"
#include "report/document.h"

#include <fmt/format.h>

namespace hamer {

Table plot_as_table(const Plot& plot, const std::string& head) {
    const bool compared = !plot.before.empty();
    Table made;
    made.heads = {head, plot.now};
    made.shares = {60, 20};
    if (compared) {
        made.heads.push_back(plot.before);
        made.shares.push_back(20);
    }
    for (const PlotBar& one : plot.bars) {
        made.rows.push_back({one.label, std::to_string(one.number)});
        if (compared) made.rows.back().push_back(one.before ? std::to_string(*one.before) : "–");
    }
    return made;
}

std::string plot_as_text(const Plot& plot) {
    std::string text = plot.now + ": ";
    for (std::size_t i = 0; i < plot.bars.size(); ++i) {
        const PlotBar& one = plot.bars[i];
        text += fmt::format("{}{} {}", i == 0 ? "" : "; ", one.label, one.number);
        if (one.before) text += fmt::format(" ({}: {})", plot.before, *one.before);
    }
    return printable(text, std::string::npos);
}

}  // namespace hamer
