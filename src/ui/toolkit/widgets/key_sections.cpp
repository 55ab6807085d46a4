#include "ui/toolkit/widgets/key_sections.h"

#include "ui/toolkit/widgets/text.h"

namespace hamer::ui {

namespace {

std::vector<KeyRow> everywhere(const Say& say) {
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

}  // namespace

void key_section(Ui& ui, Column& column, std::string_view title, const std::vector<KeyRow>& rows,
                 std::string_view key) {
    if (rows.empty()) return;
    const Text heading{.text = title, .type = Type::Strong, .ink = Ink::Accent};
    (void)text(ui, column.next(text_height(ui, heading, column.width())), heading);
    const KeyTable table{.key = key, .rows = rows};
    key_table(ui, column.next(key_table_height(ui, table, column.width())), table);
}

void keys_everywhere(Ui& ui, Column& column, const Say& say) {
    key_section(ui, column, say("Overal", "Everywhere"), everywhere(say), "keys.everywhere");
}

}  // namespace hamer::ui
