#include "ui/clerk/bodies_choice.h"

#include "record/names.h"

#include <algorithm>
#include <fmt/format.h>

namespace hamer::ui {

void choose_bodies(Lines& lines, const std::string& key, std::vector<Body>& bodies) {
    lines.words({.text = lines.say("Wie waren erbij?", "Who was there?"), .type = Type::Strong});
    for (std::size_t i = 0; i < body_words.size(); ++i) {
        const auto one = static_cast<Body>(i);
        const auto there = std::ranges::find(bodies, one);
        bool on = there != bodies.end();
        const bool was = on;
        lines.toggle(fmt::format("{}.{}", key, i), lines.say(name_of(one)), on);
        if (on && !was) bodies.push_back(one);
        if (!on && was) bodies.erase(there);
    }
    std::ranges::sort(bodies);
}

}  // namespace hamer::ui
