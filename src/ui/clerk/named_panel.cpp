#include "ui/clerk/named_panel.h"

#include <fmt/format.h>

namespace hamer::ui {

namespace {

bool draw_place(Lines& lines, const NamedPlace& place, std::size_t index, bool cleared, bool busy) {
    lines.words({.text = lines.say(place.where), .type = Type::Strong, .key = fmt::format("named.{}", index)});
    if (cleared) {
        lines.note(lines.say("Gewist.", "Erased."), Ink::Accent);
        return false;
    }
    for (const Mention& one : place.mentions.all()) lines.note("“" + one.excerpt + "”", Ink::Normal);
    if (!place.mentions.empty() && !place.mentions.is_whole())
        lines.note(lines.say("Alleen de achternaam: kijk of het dezelfde persoon is.",
                             "The surname alone: see whether it is the same person."));
    if (place.held) {
        lines.note(lines.say(*place.held));
        return false;
    }
    const bool is_file = place.kind == NamedPlace::Kind::File;
    const std::string key = fmt::format("named.{}.clear", index);
    const std::string label = is_file ? lines.say("Wis dit bestand", "Erase this file")
                                      : lines.say("Wis de naam hier", "Erase the name here");
    const std::string why = lines.say("Wacht tot dit klaar is.", "Wait until this is done.");
    const std::string hint = lines.say("Houd ingedrukt: dit kan niet terug.", "Hold it down: this cannot be undone.");
    const QuietButton clear{.key = key,
                            .label = label,
                            .intent = Intent::Danger,
                            .enabled = !busy,
                            .why = why,
                            .hold_ms = 1500,
                            .hold_hint = hint,
                            .guarded = false};
    Ui& ui = lines.ui();
    Rect room = lines.column().next(quiet_button_height(ui, clear, lines.column().width()));
    room.w = std::min(room.w, quiet_button_width(ui, clear));
    return quiet_button(ui, room, clear) == Tap::Taken;
}

}  // namespace

std::optional<std::size_t> draw_named(Lines& lines, const NamedPanel& panel, bool busy) {
    std::optional<std::size_t> chosen;
    const bool of_person = !panel.who.empty();
    if (panel.found.places.empty()) {
        lines.note(
            of_person ? lines.say("Deze naam staat verder nergens in Hamer.", "This name stands nowhere else in Hamer.")
                      : lines.say("Hamer maakte er verder niets van.", "Hamer made nothing else of it."));
    } else {
        lines.note(of_person ? lines.say("De naam staat ook op deze plaatsen. Kijk of het dezelfde persoon is, en wis "
                                         "hem dan daar.",
                                         "The name stands in these places too. See whether it is the same person, and "
                                         "erase it there.")
                             : lines.say("Dit is er ook van gemaakt. Wis wat weg moet.",
                                         "This was made of it too. Erase what has to go."));
    }
    for (std::size_t i = 0; i < panel.found.places.size(); ++i) {
        lines.column().skip(lines.ui().metrics().gap(Gap::Snug));
        if (draw_place(lines, panel.found.places[i], i, panel.cleared[i], busy)) chosen = i;
    }
    lines.column().skip(lines.ui().metrics().gap(Gap::Snug));
    lines.heading(lines.say("Buiten bereik van Hamer", "Beyond Hamer's reach"));
    for (const LocalText& one : panel.found.beyond) lines.note(lines.say(one), Ink::Normal);
    return chosen;
}

}  // namespace hamer::ui
