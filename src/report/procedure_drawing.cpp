#include "report/procedure_drawing.h"

#include "procedure/event_name.h"

#include <fmt/format.h>
#include <map>
#include <tuple>
#include <vector>

namespace hamer {

namespace {

// In a quoted text of DOT a backslash begins an escape, and an ampersand a character of HTML.
std::string quoted(std::string_view text) {
    std::string made = "\"";
    for (const char c : printable(text)) {
        if (c == '"' || c == '\\') made += '\\';
        made += c;
        if (c == '&') made += "amp;";
    }
    return made + '"';
}

const char* fill_of(Tone tone) {
    switch (tone) {
        case Tone::Calm:
            return "#dff0e3";
        case Tone::Attention:
            return "#fdeec4";
        case Tone::Danger:
            return "#f9d9d6";
        case Tone::Normal:
        case Tone::Primary:
            break;
    }
    return "#eef1f4";
}

// An arrow: from a state to a state, always or only under a condition.
using Arrow = std::tuple<std::size_t, std::size_t, bool>;

class Drawing {
  public:
    Drawing(const Procedure& procedure, Language language) : procedure_(procedure), say_{language} {}

    std::string make() {
        text_ = fmt::format(
            "digraph procedure {{\n"
            "  graph [rankdir=LR, newrank=true, nodesep=0.25, ranksep=0.7, labelloc=t, fontname=\"Open Sans\", "
            "fontsize=18, label={}]\n"
            "  node [shape=box, style=\"rounded,filled\", color=\"#5b6670\", fontname=\"Open Sans\", fontsize=12]\n"
            "  edge [color=\"#5b6670\", fontname=\"Open Sans\", fontsize=10]\n",
            quoted(procedure_.title.in(say_.language)));
        legend();
        // Dot draws the first one lowest.
        for (std::size_t i = procedure_.regions.size(); i > 0; --i) lane(i - 1);
        return std::move(text_) + "}\n";
    }

  private:
    static std::string node(std::size_t region, std::size_t state) { return fmt::format("r{}s{}", region, state); }

    void lane(std::size_t number) {
        const Region& region = procedure_.regions[number];
        text_ += fmt::format("  subgraph cluster_{} {{\n    label={}; style=rounded; color=\"#b8c0c8\"; fontsize=14\n",
                             number, quoted(region.label.in(say_.language)));
        text_ += fmt::format("    r{} [shape=point, width=0.12]\n    r{} -> {}\n", number, number,
                             node(number, region.initial));
        for (std::size_t i = 0; i < region.states.size(); ++i) {
            const State& state = region.states[i];
            // A double line: here nothing is pending.
            text_ += fmt::format("    {} [label={}, fillcolor=\"{}\"{}]\n", node(number, i),
                                 quoted(state.label.in(say_.language)), fill_of(state.tone),
                                 state.rest ? ", peripheries=2" : "");
        }
        arrows(number);
        text_ += "  }\n";
    }

    // Arrows between the same two states are one, with a line for each event.
    void arrows(std::size_t number) {
        std::map<Arrow, std::vector<std::string>> all;
        const Region& region = procedure_.regions[number];
        for (std::size_t from = 0; from < region.states.size(); ++from) {
            for (const Handler& handler : region.states[from].on) {
                for (const Transition& way : handler.transitions) {
                    const std::size_t to = way.target ? *way.target : from;
                    auto& lines = all[{from, to, way.guard.has_value()}];
                    lines.push_back(event_name(procedure_.events[handler.event], say_.language));
                    for (const std::size_t raised : way.raises) {
                        lines.push_back("→ " + event_name(procedure_.events[raised], say_.language));
                    }
                }
            }
        }
        for (const auto& [arrow, lines] : all) {
            std::string label;
            for (const std::string& line : lines) {
                const std::string one = quoted(line);
                label += (label.empty() ? "" : "\\n") + one.substr(1, one.size() - 2);
            }
            const auto& [from, to, guarded] = arrow;
            text_ += fmt::format("    {} -> {} [label=\"{}\"{}]\n", node(number, from), node(number, to), label,
                                 guarded ? ", style=dashed" : "");
        }
    }

    void legend() {
        text_ += fmt::format("  legend [shape=note, fillcolor=white, fontsize=11, label={}]\n",
                             quoted(say_("Stip: begin. Dubbele rand: in rust. Streeplijn: alleen onder een voorwaarde. "
                                         "Pijl in de tekst: dat volgt vanzelf.",
                                         "Dot: the beginning. Double line: at rest. Dashed: only under a condition. "
                                         "An arrow in the words: that follows by itself.")));
    }

    const Procedure& procedure_;
    Say say_;
    std::string text_;
};

}  // namespace

std::string procedure_as_dot(const Procedure& procedure, Language language) {
    return Drawing(procedure, language).make();
}

}  // namespace hamer
