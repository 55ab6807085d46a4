#include "gallery.h"

#include "ui/toolkit/widgets/button.h"
#include "ui/toolkit/widgets/card.h"
#include "ui/toolkit/widgets/choice.h"
#include "ui/toolkit/widgets/field.h"
#include "ui/toolkit/widgets/log_list.h"
#include "ui/toolkit/widgets/text.h"

namespace hamer::ui::gallery {
namespace {

LogRow row(int index) {
    static const char* const texts[] = {"Vergadering geopend", "Ordeverstoring gemeld",
                                        "Aangesproken: scenario B, ordeverstoring zonder einde in zicht",
                                        "Uitzending pauzeren gevraagd aan de regie"};
    LogRow result;
    result.time = "20:14:0" + std::to_string(index % 10);
    result.text = texts[index % 4];
    if (index % 4 == 1) result.detail = "Roepen en fluiten vanaf de tribune";
    result.icon = index % 4 == 3 ? Icon::Camera : Icon::Gavel;
    result.taken_back = index % 7 == 5;
    return result;
}

void draw_band(Ui& ui, Rect rect) {
    facts(
        ui, rect,
        {{.key = "band.meeting", .label = "Vergadering", .value = "Loopt", .icon = Icon::Gavel, .intent = Intent::Calm},
         {.key = "band.broadcast",
          .label = "Uitzending",
          .value = "Pauze gevraagd",
          .icon = Icon::Camera,
          .intent = Intent::Attention},
         {.key = "band.room", .label = "Zaal", .value = "Bezet", .icon = Icon::People, .intent = Intent::Calm},
         {.key = "band.police", .label = "Politie", .value = "Gebeld", .icon = Icon::Shield, .intent = Intent::Danger},
         {.key = "band.timer", .label = "Verstoring", .value = "4:12", .icon = Icon::Clock, .intent = Intent::Normal}});
}

constexpr std::string_view speech =
    "Ik verzoek u voor de eerste keer de zaal te verlaten. U verstoort de orde van de vergadering. Geeft u geen "
    "gehoor, dan bent u in overtreding en bel ik de politie.";

std::vector<BigButton> card_buttons() {
    return {{.key = "request.speak",
             .label = "Eerste verzoek uitgesproken",
             .icon = Icon::Speak,
             .filled = true,
             .shortcut = '1'},
            {.key = "request.heed", .label = "Verzoek is opgevolgd", .icon = Icon::Check, .shortcut = '2'},
            {.key = "security.remove",
             .label = "Beveiliging verwijdert",
             .shortcut = '3',
             .enabled = false,
             .why = "Pas na een geweigerd verzoek"}};
}

void draw_buttons(Ui& ui, Rect rect, Model& model) {
    const auto buttons = card_buttons();
    const int taken = big_buttons(ui, rect, buttons);
    if (taken < 0) return;
    ++model.taps;
    model.last = buttons[static_cast<std::size_t>(taken)].key;
    ui.guard_until(ui.now() + 500);
}

void draw_card(Ui& ui, Rect rect, Model& model) {
    Rect inside = panel(ui, rect, Ground::Surface, Gap::Normal);
    // The buttons stand at the foot, so that they keep their places whatever the words above.
    const Rect foot = inside.cut_bottom(big_buttons_height(ui, card_buttons(), inside.w), ui.metrics().gap(Gap::Snug));
    draw_buttons(ui, foot, model);
    Scroll scroll(ui, "card", inside);
    Column column(scroll.content(), ui.metrics().gap(Gap::Snug));
    trail(ui, column.next(trail_height(ui)),
          {.key = "trail",
           .steps = {{"Schorsen", Mark::Done},
                     {"Aanspreken", Mark::Done},
                     {"Verzoek", Mark::Now},
                     {"Politie", Mark::Ahead},
                     {"Ontruimen", Mark::NotApplicable},
                     {"Noodhulp", Mark::NotApplicable},
                     {"Uitzending", Mark::Skipped},
                     {"Afronden", Mark::Ahead},
                     {"Aangifte", Mark::Ahead}},
           .present = "6.1.3 Verzoek om te vertrekken"});
    const Text title{.text = "Vraag om de zaal te verlaten", .type = Type::Title, .key = "card.title"};
    const Counter requests{.key = "requests", .label = "Verzoek", .count = 1, .of = 3, .detail = "0:42 geleden"};
    const bool narrow = column.width() < ui.metrics().px(620);
    const float counter_room = narrow ? 0 : counter_width(ui, requests) + ui.metrics().gap(Gap::Normal);
    Rect head = column.next(std::max(text_height(ui, title, column.width() - counter_room), counter_height(ui)));
    if (!narrow) counter(ui, head.cut_right(counter_width(ui, requests)), requests);
    const float title_height = text_height(ui, title, head.w);
    text(ui, {head.x, head.centre().y - title_height / 2, head.w, title_height}, title);
    if (model.two_ways) {
        const OptionPanel a{.key = "option.a",
                            .mark = "A",
                            .title = "Kort statement",
                            .signs = {"vreedzaam", "vrij rustig", "kort"},
                            .say = "U krijgt kort het woord. Daarna gaat u rustig zitten. Afgesproken?",
                            .follows = "De uitzending mag doorgaan."};
        const OptionPanel b{.key = "option.b",
                            .mark = "B",
                            .title = "Direct stoppen",
                            .signs = {"agressief", "houdt niet op", "luistert niet"},
                            .say = "U verstoort de vergadering. Dat is strafbaar. Stop hier onmiddellijk mee.",
                            .follows = "De uitzending gaat op pauze.",
                            .intent = Intent::Danger};
        const float each = (column.width() - ui.metrics().gap(Gap::Normal)) / 2;
        const bool stacked = ui.metrics().portrait();
        const float wide = stacked ? column.width() : each;
        const float high = std::max(option_panel_height(ui, a, wide), option_panel_height(ui, b, wide));
        const auto places = stacked ? std::vector<Rect>{column.next(high), column.next(high)}
                                    : columns(column.next(high), 2, ui.metrics().gap(Gap::Normal));
        option_panel(ui, places[0], a);
        option_panel(ui, places[1], b);
    } else {
        const Words words{.key = "say", .label = "Zeg", .text = speech};
        spoken_words(ui, column.next(words_height(ui, words, column.width())), words);
    }
    scroll.extent(column.used());
}

std::vector<QuietButton> row_of_quiet() {
    return {{.key = "note", .label = "Notitie", .icon = Icon::Note, .shortcut = 'N'},
            {.key = "broadcast.pause", .label = "Pauzeer uitzending", .icon = Icon::Pause, .shortcut = 'P'},
            {.key = "room.clear",
             .label = "Zaal ontruimen",
             .icon = Icon::Leave,
             .shortcut = 'O',
             .enabled = false,
             .why = "Eerst schorsen: de zaal wordt alleen ontruimd bij een geschorste of gesloten vergadering."},
            {.key = "deviate", .label = "Afwijking", .icon = Icon::Branch, .shortcut = 'A'}};
}

void draw_quiet(Ui& ui, Rect rect, Model& model) {
    const auto buttons = row_of_quiet();
    const int taken = quiet_buttons(ui, rect, buttons);
    if (taken < 0) return;
    model.last = buttons[static_cast<std::size_t>(taken)].key;
    if (model.last == "note") {
        model.side_panel = true;
        ui.focus("note.text");
    }
}

void draw_side(Ui& ui, Rect rect, Model& model) {
    const SidePanel side(ui, "panel", rect, "Notitie", "Sluiten");
    if (side.closed()) model.side_panel = false;
    Scroll scroll(ui, "panel.content", side.content());
    Column column(scroll.content(), ui.metrics().gap(Gap::Normal));
    const TextField note{.key = "note.text", .label = "Wat gebeurde er?", .many_lines = true, .least_lines = 3};
    field(ui, column.next(field_height(ui, note, model.note, column.width())), note, model.note);
    const Chips suggestions{.key = "note.suggest",
                            .labels = {"Roepen", "Fluiten", "Spandoek", "Gooien met voorwerpen"}};
    const int tapped = chips(ui, column.next(chips_height(ui, suggestions, column.width())), suggestions);
    if (tapped >= 0) model.note = suggestions.labels[static_cast<std::size_t>(tapped)];
    const SegmentedControl who{.key = "note.who",
                               .label = "Wie",
                               .segments = {{"audience", "Publiek"}, {"speaker", "Spreker"}, {"member", "Raadslid"}},
                               .chosen = model.who};
    const std::string chosen = choice(ui, column.next(choice_height(ui, who, column.width())), who);
    if (!chosen.empty()) model.who = chosen;
    const TextField name{.key = "note.name",
                         .label = "Naam",
                         .hint = "Nog niet bekend",
                         .below = "Persoonsgegeven: alleen voor het dossier"};
    field(ui, column.next(field_height(ui, name, model.name, column.width())), name, model.name);
    const Toggle consulted{.key = "note.consulted", .label = "Griffier is geraadpleegd", .on = model.consulted};
    if (toggle(ui, column.next(toggle_height(ui, consulted, column.width())), consulted)) {
        model.consulted = !model.consulted;
    }
    const QuietButton save{.key = "note.save", .label = "Vastleggen", .icon = Icon::Check, .filled = true};
    if (quiet_button(ui, column.next(quiet_button_height(ui, save, column.width())), save) == Tap::Taken)
        model.last = "note.save";
    scroll.extent(column.used());
}

void draw_log(Ui& ui, Rect rect, Model& model) {
    Rect inside = panel(ui, rect, Ground::Surface, Gap::Normal);
    const QuietButton undo{.key = "undo", .label = "Herstel: uitzending", .icon = Icon::Undo};
    const float title = text_width(ui.fonts(), Type::Strong, "Logboek") + ui.metrics().gap(Gap::Snug);
    const float wide = std::min(inside.w - title, quiet_button_width(ui, undo));
    Rect head = inside.cut_top(quiet_button_height(ui, undo, wide), ui.metrics().gap(Gap::Hair));
    if (quiet_button(ui, head.cut_right(wide, ui.metrics().gap(Gap::Snug)), undo) == Tap::Taken) model.last = "undo";
    text_line(ui, head, {.text = "Logboek", .type = Type::Strong, .ink = Ink::Soft});
    const int opened =
        log_list(ui, inside, {.key = "log", .empty = "Nog niets vastgelegd.", .count = model.log_rows, .row = row});
    if (opened >= 0) model.last = "log." + std::to_string(opened);
}

void draw_idle(Ui& ui, Rect rect, Model& model) {
    const BigButton report{.key = "disturbance.report",
                           .label = "VERSTORING",
                           .detail = "Meldt een ordeverstoring en toont wat u nu kunt zeggen",
                           .icon = Icon::Hand,
                           .filled = true,
                           .shortcut = '1',
                           .type = Type::Display};
    if (big_button(ui, rect, report) == Tap::Taken) {
        model.idle = false;
        ++model.taps;
        ui.guard_until(ui.now() + 500);
    }
}

}  // namespace

void draw(Ui& ui, Model& model) {
    const Metrics& m = ui.metrics();
    Rect area = ui.area().inset(m.gap(Gap::Normal));
    const float gap = m.gap(Gap::Snug);
    const auto band =
        area.cut_top(facts_height(ui,
                                  {{.key = "x", .label = "Vergadering", .value = "Loopt", .icon = Icon::Gavel},
                                   {.key = "x", .label = "Uitzending", .value = "Pauze gevraagd", .icon = Icon::Camera},
                                   {.key = "x", .label = "Zaal", .value = "Bezet", .icon = Icon::People},
                                   {.key = "x", .label = "Politie", .value = "Gebeld", .icon = Icon::Shield},
                                   {.key = "x", .label = "Verstoring", .value = "4:12", .icon = Icon::Clock}},
                                  area.w),
                     gap);
    draw_band(ui, band);
    const Banner pause{
        .key = "alert.pause",
        .text = "Vraag de regie de uitzending te pauzeren: 071 516 50 00. Gevraagd 20:14:05, nog niet bevestigd.",
        .icon = Icon::Camera,
        .button = "Regie bevestigt: gepauzeerd"};
    if (!model.idle && banner(ui, area.cut_top(banner_height(ui, pause, area.w), gap), pause) == Tap::Taken)
        model.last = "alert";

    const float emergency_width = m.px(40) + m.with_type(180);
    const float quiet = quiet_buttons_height(ui, row_of_quiet(), area.w - emergency_width - m.danger_gap());
    Rect foot = area.cut_bottom(std::max(m.main_button(), quiet), m.danger_gap());
    const BigButton emergency{.key = "emergency",
                              .label = "NOOD 112",
                              .icon = Icon::Phone,
                              .intent = Intent::Danger,
                              .filled = true,
                              .type = Type::Title};
    Rect corner = foot.cut_right(emergency_width, m.danger_gap());
    if (big_button(ui, corner.cut_bottom(m.main_button()), emergency) == Tap::Taken) model.last = "emergency";
    const bool portrait = m.portrait();
    if (model.idle) {
        draw_idle(ui, area, model);
        draw_quiet(ui, {foot.x, foot.bottom() - quiet, foot.w, quiet}, model);
        return;
    }
    Rect side = portrait ? area.cut_bottom(area.h * 0.28F, gap) : area.cut_right(m.px(400), gap);
    draw_card(ui, area, model);
    if (model.side_panel)
        draw_side(ui, side, model);
    else
        draw_log(ui, side, model);
    draw_quiet(ui, {foot.x, foot.bottom() - quiet, foot.w, quiet}, model);
}

}  // namespace hamer::ui::gallery
