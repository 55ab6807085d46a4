#include "ui/clerk/dossier_keys.h"

#include "ui/toolkit/widgets/key_sections.h"
#include "ui/toolkit/widgets/scroll.h"

namespace hamer::ui {

namespace {

std::vector<KeyRow> of_the_dossier(const Say& say) {
    const auto row = [&](const char* key, std::string_view nl, std::string_view en) {
        return KeyRow{key, std::string(say(nl, en))};
    };
    return {row("Ctrl+S", "Bewaren", "Save"), row("Ctrl+F", "Zoeken in de dossiers", "Search the records")};
}

}  // namespace

void draw_dossier_keys(Ui& ui, Rect area, const Say& say) {
    Scroll scroll(ui, "panel.keys", area);
    Column column(scroll.content(), ui.metrics().gap(Gap::Tight));
    key_section(ui, column, "Dossier", of_the_dossier(say), "keys.dossier");
    keys_everywhere(ui, column, say);
    scroll.extent(column.used());
}

}  // namespace hamer::ui
