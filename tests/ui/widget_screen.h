// One screen with widgets of most kinds, and what was done on it.
#pragma once

#include "support/driver/driver.h"
#include "ui/toolkit/widgets/button.h"
#include "ui/toolkit/widgets/choice.h"
#include "ui/toolkit/widgets/field.h"

#include <gtest/gtest.h>
#include <map>

namespace hamer::ui {

// A screen with two big buttons, a field of each kind, a choice and a toggle, and what was done on it.
struct Screen {
    std::map<std::string, int> taken;
    std::map<std::string, int> too_soon;
    std::string note;
    std::string name;
    std::string who = "audience";
    bool on = false;
    bool guard_after_tap = false;
    bool can_remove = true;
    int hold_ms = 0;
    bool submitted = false;

    void count(Ui& ui, const char* key, Tap tap) {
        if (tap == Tap::TooSoon) ++too_soon[key];
        if (tap != Tap::Taken) return;
        ++taken[key];
        if (guard_after_tap) ui.guard_until(ui.now() + 500);
    }

    void draw(Ui& ui) {
        Column column(ui.area().inset(20), ui.metrics().danger_gap());
        const float big = ui.metrics().main_button();
        count(ui, "speak",
              big_button(ui, column.next(big), {.key = "speak", .label = "Uitgesproken", .shortcut = '1'}));
        count(ui, "remove",
              big_button(ui, column.next(big),
                         {.key = "remove",
                          .label = "Verwijderen",
                          .shortcut = '2',
                          .enabled = can_remove,
                          .why = "Pas na een geweigerd verzoek",
                          .hold_ms = hold_ms,
                          .hold_hint = "Houd de knop ingedrukt"}));
        const float small = ui.metrics().control();
        count(ui, "note.open",
              quiet_button(ui, column.next(small), {.key = "note.open", .label = "Notitie", .shortcut = 'n'}));
        const TextField text_field{.key = "note", .label = "Wat", .many_lines = true};
        field(ui, column.next(field_height(ui, text_field, note, 300)), text_field, note);
        const TextField name_field{.key = "name", .label = "Naam"};
        submitted =
            field(ui, column.next(field_height(ui, name_field, name, 300)), name_field, name).submitted || submitted;
        const std::string chosen =
            choice(ui, column.next(small),
                   {.key = "who", .segments = {{"audience", "Publiek"}, {"member", "Raadslid"}}, .chosen = who});
        if (!chosen.empty()) who = chosen;
        if (toggle(ui, column.next(small), {.key = "consulted", .label = "Geraadpleegd", .on = on})) on = !on;
    }
};

class Widgets : public testing::Test {
  protected:
    Screen screen_;
    Driver driver_{[this](Ui& ui) { screen_.draw(ui); }};
};

}  // namespace hamer::ui
