#include "ui/meeting/keys_panel.h"

#include "ui/toolkit/widgets/key_sections.h"
#include "ui/toolkit/widgets/scroll.h"

#include <fmt/format.h>

namespace hamer::ui {

namespace {

using Rows = std::vector<KeyRow>;

Rows of_the_card(const ChairView& view, const Say& say) {
    Rows rows;
    for (std::size_t i = 0; i < view.buttons.size(); ++i) {
        rows.push_back({fmt::format("{}", i + 1), view.buttons[i].label});
    }
    if (view.corner) rows.push_back({"0", view.corner->label});
    if (view.dossier) rows.push_back({std::string(1, view.dossier->letter), view.dossier->label});
    for (const ButtonView& each : view.quiet) {
        if (each.letter == 0) continue;
        const std::string_view how = each.hold ? say(" (ingedrukt houden)", " (hold)") : std::string_view();
        rows.push_back({std::string(1, each.letter), fmt::format("{}{}", each.label, how)});
    }
    return rows;
}

Rows always(const Say& say) {
    const auto row = [&](const char* key, std::string_view nl, std::string_view en) {
        return KeyRow{key, std::string(say(nl, en))};
    };
    return {row("H", "Herstel: neemt de laatste stap terug", "Undo: takes back the last step"),
            row("N", "Notitie", "Note"), row("A", "Anders gegaan", "Went otherwise"),
            row("M", "Meer mogelijkheden", "More possibilities"), row("I", "Instellingen", "Settings")};
}

}  // namespace

void draw_keys(Ui& ui, Rect area, const ChairView* view, const Say& say) {
    Scroll scroll(ui, "panel.keys", area);
    Column column(scroll.content(), ui.metrics().gap(Gap::Tight));
    if (view) {
        key_section(ui, column, say("Nu", "Now"), of_the_card(*view, say), "keys.now");
        key_section(ui, column, say("Altijd", "Always"), always(say), "keys.always");
    }
    keys_everywhere(ui, column, say);
    scroll.extent(column.used());
}

}  // namespace hamer::ui
