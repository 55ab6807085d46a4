// The clerk's place as a whole: its head, the lists on the left, what was opened from them on the right.
#include "ui/clerk/dossier_keys.h"
#include "ui/clerk/dossier_view.h"
#include "ui/toolkit/widgets/card.h"
#include "ui/toolkit/widgets/place_head.h"

#include <cmath>

namespace hamer::ui {

namespace {

bool has_opened(const DossierView& view, const DossierTyping& typing) {
    return typing.form || typing.fresh || typing.bundle || typing.name || view.record.meeting || view.named ||
           view.destroying;
}

void draw_keys(Ui& ui, Rect area, const DossierView& view, DossierTyping& typing) {
    const Say say{view.language};
    const SidePanel side(ui, "panel", area, say("Toetsen", "Keys"), say("Sluiten", "Close"));
    draw_dossier_keys(ui, side.content(), say);
    if (side.closed()) typing.keys = false;
}

void draw_right(Ui& ui, Rect area, const DossierView& view, DossierTyping& typing, DossierActions& actions) {
    if (view.named && view.named->in_front) return draw_named_places(ui, area, view, actions);
    if (view.destroying) return draw_destroying(ui, area, view, actions);
    if (typing.name) return draw_name(ui, area, view, *typing.name, actions);
    if (typing.bundle) return draw_import(ui, area, view, *typing.bundle, actions);
    if (typing.fresh) return draw_fresh(ui, area, view, *typing.fresh, actions);
    if (typing.form) return draw_record(ui, area, view, typing, actions);
    if (view.record.meeting) return draw_meeting(ui, area, view, typing.filter, actions);
    const Rect inside = panel(ui, area);
    (void)text(
        ui, inside,
        {.text = Say{view.language}("Kies links een dossier.", "Choose a record on the left."), .ink = Ink::Soft});
}

// `one`: there is room for one thing at a time.
DrawnDossier draw_parts(Ui& ui, Rect area, bool one, const DossierView& view, DossierTyping& typing,
                        DossierActions& actions) {
    const Metrics& m = ui.metrics();
    if (typing.keys) {
        const Rect keys = m.portrait() ? area.cut_bottom(area.h * 0.4F, m.gap(Gap::Snug))
                                       : area.cut_right(area.w * 0.32F, m.gap(Gap::Snug));
        draw_keys(ui, keys, view, typing);
    }
    const bool opened = has_opened(view, typing);
    if (one && opened) {
        draw_right(ui, area, view, typing, actions);
        return {.sees_lists = false};
    }
    const Rect left = one ? area : area.cut_left(std::round(area.w * 0.36F), m.gap(Gap::Snug));
    draw_lists(ui, left, view, typing, actions);
    if (!one) draw_right(ui, area, view, typing, actions);
    return {.sees_lists = true};
}

}  // namespace

DrawnDossier draw_dossier(Ui& ui, const DossierView& view, DossierTyping& typing, DossierActions& actions) {
    const Metrics& m = ui.metrics();
    Rect area = ui.area().inset(m.gap(Gap::Normal));
    // Where there is room for one thing at a time: the list, or what was opened from it.
    const bool one = m.portrait() || m.compact();
    const bool alone = one && has_opened(view, typing);
    const std::string back = alone ? view.say("Naar de lijst", "To the list") : view.back;
    draw_open_meeting(ui, area, view, actions);
    Rect room;
    if (place_head(ui, area, {.back = back, .title = "Dossier", .icon = Icon::Folder}, room))
        actions.emplace_back(alone ? DossierDo::ToTheList : DossierDo::GoBack);
    if (ui.take(Key::F1)) typing.keys = !typing.keys;
    DrawnDossier drawn;
    if (typing.keys && m.compact())
        draw_keys(ui, area, view, typing);
    else
        drawn = draw_parts(ui, area, one, view, typing, actions);
    draw_message(ui, room, view, actions);
    return drawn;
}

}  // namespace hamer::ui
