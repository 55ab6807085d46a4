#include "ui/screens/keys_panel.h"

#include "ui/widgets/card.h"
#include "ui/widgets/scroll.h"
#include "ui/widgets/text.h"

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

Rows everywhere(const Say& say) {
    const auto row = [&](const char* key, std::string_view nl, std::string_view en) {
        return KeyRow{key, std::string(say(nl, en))};
    };
    return {row("Tab", "Naar het volgende; met Shift terug", "To the next; back with Shift"),
            row("Enter", "Doet wat de omlijnde knop zegt", "Does what the ringed button says"),
            {std::string(say("Pijl", "Arrow")),
             std::string(say("Door het logboek en door keuzes", "Through the log and choices"))},
            row("Esc", "Sluit het paneel; er gaat niets verloren", "Closes the panel; nothing is lost"),
            row("F1", "Deze lijst", "This list"),
            row("F11", "Volledig scherm en terug", "Full screen and back")};
}

Rows of_the_dossier(const Say& say) {
    const auto row = [&](const char* key, std::string_view nl, std::string_view en) {
        return KeyRow{key, std::string(say(nl, en))};
    };
    return {row("Ctrl+S", "Bewaren", "Save"), row("Ctrl+F", "Zoeken in de dossiers", "Search the records")};
}

void section(Ui& ui, Column& column, std::string_view title, const Rows& rows, std::string_view key) {
    if (rows.empty()) return;
    const Text heading{.text = title, .type = Type::Strong, .ink = Ink::Accent};
    (void)text(ui, column.next(text_height(ui, heading, column.width())), heading);
    const KeyTable table{.key = key, .rows = rows};
    key_table(ui, column.next(key_table_height(ui, table, column.width())), table);
}

}  // namespace

void draw_keys(Ui& ui, Rect area, const ChairView* view, const Say& say) {
    Scroll scroll(ui, "panel.keys", area);
    Column column(scroll.content(), ui.metrics().gap(Gap::Tight));
    if (view) {
        section(ui, column, say("Nu", "Now"), of_the_card(*view, say), "keys.now");
        section(ui, column, say("Altijd", "Always"), always(say), "keys.always");
    }
    section(ui, column, say("Overal", "Everywhere"), everywhere(say), "keys.everywhere");
    scroll.extent(column.used());
}

void draw_dossier_keys(Ui& ui, Rect area, const Say& say) {
    Scroll scroll(ui, "panel.keys", area);
    Column column(scroll.content(), ui.metrics().gap(Gap::Tight));
    section(ui, column, "Dossier", of_the_dossier(say), "keys.dossier");
    section(ui, column, say("Overal", "Everywhere"), everywhere(say), "keys.everywhere");
    scroll.extent(column.used());
}

}  // namespace hamer::ui
