#include "ui/clerk/merging.h"

#include "ui/clerk/change_words.h"

#include <algorithm>
#include <fmt/format.h>

namespace hamer::ui {

bool Merging::is_decided() const {
    return std::ranges::none_of(chosen, [](int one) { return one < 0; });
}

std::optional<DecideClash> draw_merging(Lines& lines, const Merging& merging, const Dossier& draft) {
    lines.words(
        {.text = fmt::format(
             "{} {}.", lines.say("Een ander bewaarde intussen revisie", "Somebody else saved meanwhile: revision"),
             merging.revision),
         .type = Type::Strong,
         .icon = Icon::Notice,
         .key = "merging"});
    lines.note(
        lines.say("Uw werk staat er nog. Hieronder staat wat die ander veranderde. Kijk het na en bewaar opnieuw.",
                  "Your work is still there. Below is what they changed. Check it, and save again."));
    for (const Change& one : merging.theirs) {
        const auto value = [&](const std::string& text) {
            return text.empty() ? lines.say("niets", "nothing") : value_in_words(one.place, text, lines.language());
        };
        lines.words({.text = fmt::format("{}: {} {}, {} {}", place_in_words(one.place, lines.language()),
                                         lines.say("eerst", "first"), value(one.before), lines.say("nu", "now"),
                                         value(one.after)),
                     .bullet = true});
    }
    std::optional<DecideClash> decided;
    for (std::size_t i = 0; i < merging.clashes.size(); ++i) {
        const Clash& one = merging.clashes[i];
        const auto side = [&](const Clash::Side& of) {
            return of.json.empty() ? lines.say("weg", "gone")
                                   : value_in_words(plain_place(one.path), of.words, lines.language());
        };
        const std::vector<std::string> sides{
            fmt::format("{}: {}", lines.say("van de ander", "theirs"), side(one.theirs)),
            fmt::format("{}: {}", lines.say("van u", "yours"), side(one.mine))};
        const int before = merging.chosen[i];
        const int now =
            lines.chips(fmt::format("clash.{}", i),
                        fmt::format("{}: {}", lines.say("U veranderde dit allebei", "You both changed this"),
                                    clash_in_words(one.path, draft, lines.language())),
                        sides, before);
        if (now == before || now < 0) continue;
        decided = DecideClash{i, now};
    }
    return decided;
}

}  // namespace hamer::ui
