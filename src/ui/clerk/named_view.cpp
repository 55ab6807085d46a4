// Where the name still is of who was erased, in front of what is on the right.
#include "ui/clerk/dossier_view.h"
#include "ui/toolkit/widgets/scroll.h"

namespace hamer::ui {

void draw_named_places(Ui& ui, Rect area, const DossierView& view, DossierActions& actions) {
    const Metrics& m = ui.metrics();
    const NamedPanel& named = *view.named;
    const bool of_person = !named.who.empty();
    const SidePanel side(ui, "named", area,
                         of_person ? view.say("Staat de naam nog ergens?", "Is the name still anywhere?")
                                   : view.say("Wat is er nog van dit dossier?", "What is left of this record?"),
                         view.say("Klaar", "Done"));
    {
        const Rect inside = side.content();
        Scroll scroll(ui, "named", inside, Scroll::Stop::Yes, named.who);
        Column column(scroll.content(), m.gap(Gap::Tight));
        Lines lines(ui, column, view.language);
        if (const auto chosen = draw_named(lines, named, view.is_acting()))
            actions.emplace_back(ClearNamedPlace{*chosen});
        scroll.extent(column.used());
    }
    if (side.closed()) actions.emplace_back(DossierDo::CloseNamed);
}

}  // namespace hamer::ui
