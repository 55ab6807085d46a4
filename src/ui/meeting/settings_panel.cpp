#include "ui/meeting/settings_panel.h"

#include "ui/toolkit/widgets/button.h"
#include "ui/toolkit/widgets/choice.h"
#include "ui/toolkit/widgets/scroll.h"
#include "ui/toolkit/widgets/text.h"

#include <algorithm>
#include <charconv>
#include <cmath>

namespace hamer::ui {

namespace {

int number(const std::string& text) {
    int value = 0;
    std::from_chars(text.data(), text.data() + text.size(), value);
    return value;
}

class SettingsPanel {
  public:
    SettingsPanel(Ui& ui, const SettingsView& view, std::vector<Action>& actions)
        : ui_(ui), view_(view), say_{view.language}, actions_(actions) {}

    void draw(Column& column) {
        Preferences chosen = view_.preferences;
        const float gap = ui_.metrics().gap(Gap::Snug);
        const SegmentedControl language{.key = "settings.language",
                                        .label = say_("Taal", "Language"),
                                        .segments = {{"nl", "NL"}, {"en", "EN"}},
                                        .chosen = code(view_.language)};
        const SegmentedControl face{.key = "settings.face",
                                    .label = say_("Uiterlijk", "Look"),
                                    .segments = {{"light", words("Licht", "Light")}, {"dark", words("Donker", "Dark")}},
                                    .chosen = chosen.dark ? "dark" : "light"};
        const float narrow = std::round(column.width() * 0.38F);
        const float wide = column.width() - narrow - gap;
        Rect line = column.next(std::max(choice_height(ui_, language, narrow), choice_height(ui_, face, wide)));
        if (const std::string id = choice(ui_, line.cut_left(narrow, gap), language); !id.empty()) {
            chosen.language = language_from(id);
        }
        if (const std::string id = choice(ui_, line, face); !id.empty()) chosen.dark = id == "dark";

        const std::string size =
            segments(column, "settings.text", say_("Grootte van de tekst (%)", "Size of the text (%)"),
                     {{"100", "100"}, {"125", "125"}, {"150", "150"}, {"175", "175"}, {"200", "200"}},
                     std::to_string(chosen.text_percent));
        if (!size.empty()) chosen.text_percent = number(size);
        const std::string limit = segments(
            column, "settings.limit", say_("Tijd voor een statement (minuten)", "Time for a statement (minutes)"),
            {{"60", "1"}, {"120", "2"}, {"180", "3"}, {"300", "5"}}, std::to_string(view_.statement_limit_seconds));
        if (!limit.empty()) chosen.statement_limit_seconds = number(limit);
        broadcast(column, chosen);
        others(column);
        sound(column, chosen);
        motion(column, chosen);
        if (!(chosen == view_.preferences)) actions_.emplace_back(Choose{chosen});
        keys(column);
    }

  private:
    [[nodiscard]] std::string words(std::string_view nl, std::string_view en) const {
        return std::string(say_(nl, en));
    }

    std::string segments(Column& column, std::string_view key, std::string_view label, std::vector<Segment> segments,
                         std::string_view chosen) {
        const SegmentedControl asked{.key = key, .label = label, .segments = std::move(segments), .chosen = chosen};
        return choice(ui_, column.next(choice_height(ui_, asked, column.width())), asked);
    }

    bool button(Rect place, const QuietButton& button) { return quiet_button(ui_, place, button) == Tap::Taken; }

    void broadcast(Column& column, Preferences& chosen) {
        if (view_.broadcast_ways.size() < 2) return;
        std::vector<Segment> ways;
        for (const BroadcastWay way : view_.broadcast_ways) {
            const std::string id(broadcast_way_words[static_cast<std::size_t>(way)]);
            ways.push_back({id, way == BroadcastWay::Regie ? "Regie"
                                : way == BroadcastWay::Obs ? "OBS"
                                                           : words("Programma", "Program")});
        }
        const std::string id =
            segments(column, "settings.broadcast", say_("Wie pauzeert de uitzending?", "Who pauses the broadcast?"),
                     ways, broadcast_way_words[static_cast<std::size_t>(view_.broadcast)]);
        const auto found = std::ranges::find(broadcast_way_words, id);
        if (found != broadcast_way_words.end()) {
            chosen.broadcast = static_cast<BroadcastWay>(found - broadcast_way_words.begin());
        }
        if (view_.broadcast != BroadcastWay::Obs) return;
        const QuietButton stop{
            .key = "settings.broadcast.stop",
            .label = say_("Stop de stream in OBS", "Stop the stream in OBS"),
            .intent = Intent::Danger,
            .hold_ms = 1500,
            .hold_hint = say_("Houd ingedrukt: de uitzending eindigt.", "Hold it down: the broadcast ends."),
            .guarded = false};
        if (button(column.next(quiet_button_height(ui_, stop, column.width())), stop)) {
            actions_.emplace_back(AskBroadcast::StopStream);
        }
    }

    // It holds until the program ends: nobody is to be surprised by help that was switched off.
    void others(Column& column) {
        if (!view_.others_may_ask) return;
        const Toggle helping{
            .key = "settings.others",
            .label = say_("De griffier mag op een eigen scherm meedoen", "The clerk may help on a screen of their own"),
            .on = *view_.others_may_ask};
        if (toggle(ui_, column.next(toggle_height(ui_, helping, column.width())), helping)) {
            actions_.emplace_back(LetOthers{!*view_.others_may_ask});
        }
    }

    void sound(Column& column, Preferences& chosen) {
        const Toggle reminders{.key = "settings.sound",
                               .label = say_("Geluid als tijd om is", "Sound when time is over"),
                               .on = chosen.sound};
        const QuietButton attempt{.key = "settings.sound.try", .label = say_("Probeer", "Try"), .guarded = false};
        const float gap = ui_.metrics().gap(Gap::Tight);
        const float beside = quiet_button_width(ui_, attempt);
        Rect line = column.next(toggle_height(ui_, reminders, column.width() - beside - gap));
        const Rect place = line.cut_right(beside, gap);
        if (toggle(ui_, line, reminders)) chosen.sound = !chosen.sound;
        if (button(place, attempt)) actions_.emplace_back(TrySound{});
        if (view_.problem.empty()) return;
        const Text problem{.text = view_.problem, .type = Type::Body, .icon = Icon::Notice, .key = "settings.problem"};
        (void)text(ui_, column.next(text_height(ui_, problem, column.width())), problem);
    }

    void motion(Column& column, Preferences& chosen) {
        const Toggle moving{.key = "settings.motion", .label = say_("Beweging", "Motion"), .on = chosen.motion};
        const QuietButton full{
            .key = "settings.full-screen", .label = say_("Volledig scherm", "Full screen"), .guarded = false};
        const float gap = ui_.metrics().gap(Gap::Tight);
        const float beside = std::min(quiet_button_width(ui_, full), column.width() * 0.55F);
        const float rest = column.width() - beside - gap;
        Rect line = column.next(std::max(toggle_height(ui_, moving, rest), quiet_button_height(ui_, full, beside)));
        const Rect place = line.cut_right(beside, gap);
        if (toggle(ui_, line, moving)) chosen.motion = !chosen.motion;
        if (button(place, full)) actions_.emplace_back(ToggleFullScreen{});
    }

    void keys(Column& column) {
        const QuietButton keys{.key = "settings.keys",
                               .label = say_("Alle toetsen (F1)", "All keys (F1)"),
                               .icon = Icon::Keyboard,
                               .guarded = false};
        const Rect place = column.next(quiet_button_height(ui_, keys, column.width()));
        if (button(place, keys)) actions_.emplace_back(OpenKeys{});
    }

    Ui& ui_;
    const SettingsView& view_;
    Say say_;
    std::vector<Action>& actions_;
};

}  // namespace

void draw_settings(Ui& ui, Rect area, const SettingsView& view, std::vector<Action>& actions) {
    area.h -= ui.metrics().gap(Gap::Tight);  // away from the red corner below
    Scroll scroll(ui, "panel.settings", area, Scroll::Stop::No);
    Column column(scroll.content(), ui.metrics().gap(Gap::Hair));  // so that all of them are in sight at once
    SettingsPanel(ui, view, actions).draw(column);
    scroll.extent(column.used());
}

}  // namespace hamer::ui
