#include "main/selftest/checks.h"
#include "main/window/shown_file.h"
#include "platform/interruption.h"
#include "platform/screen_on.h"
#include "platform/system_facts.h"
#include "ui/surface/window.h"
#include "ui/toolkit/widgets/text.h"

#include <fmt/format.h>

namespace hamer {

namespace {

const LocalText of_window{"venster", "window"};
const LocalText of_touch{"aanraken", "touch"};

constexpr std::uint64_t least_frames = 3;
constexpr std::int64_t for_an_answer_ms = 4000;  // of the desktop, about the screen
constexpr std::int64_t for_a_tap_ms = 15'000;
constexpr std::int64_t look_every_ms = 50;

class TestWindow {
  public:
    TestWindow(ui::Window& window, Language language) : window_(window), say_{language} {}

    // Draws until `done` says so, for so long at most; false when it did not, or the window was closed. A finger or a
    // button that is down meanwhile is noted.
    template <typename Done>
    bool draw_until(std::int64_t at_most_ms, const char* words, const Done& done) {
        const std::int64_t end = monotonic_ms() + at_most_ms;
        pressed_ = false;
        const auto draw = [&](ui::Ui& ui) {
            const ui::Rect area = ui.area().inset(ui.metrics().gap(ui::Gap::Wide));
            (void)ui::text(ui, area, {.text = words, .type = ui::Type::Title, .key = "selftest"});
            pressed_ = pressed_ || ui.pointer_down();
            ui.wake_at(ui.now() + look_every_ms);
        };
        while (!interrupted() && monotonic_ms() < end && window_.step(monotonic_ms, draw)) {
            if (done()) return true;
        }
        return false;
    }
    [[nodiscard]] bool pressed() const { return pressed_; }
    [[nodiscard]] const Say& say() const { return say_; }

  private:
    ui::Window& window_;
    Say say_;
    bool pressed_ = false;
};

Finding judged(ScreenOn::Answer answer, bool drawn, std::int64_t took_ms) {
    Finding finding{FindingKind::Good, of_window, {}};
    const LocalText opened{fmt::format("geopend en getekend in {} ms", took_ms),
                           fmt::format("opened and drawn in {} ms", took_ms)};
    if (!drawn) {
        return {FindingKind::Failed,
                of_window,
                {"geopend, maar er werd niets getekend", "opened, but nothing was drawn"},
                {"Werk het stuurprogramma van de grafische kaart bij", "Update the graphics card's driver"}};
    }
    if (answer == ScreenOn::Answer::Kept) {
        finding.measured = {opened.nl + "; het scherm blijft aan", opened.en + "; the screen stays on"};
        return finding;
    }
    finding.kind = FindingKind::Mind;
    finding.measured = {opened.nl + "; dit bureaublad belooft niet dat het scherm aan blijft",
                        opened.en + "; this desktop does not promise that the screen stays on"};
    finding.advice = {"Zet de schermbeveiliging en de slaapstand uit", "Switch the screen saver and sleep off"};
    return finding;
}

Finding touch_screen() {
    const auto has = has_touch_screen();
    if (!has) {
        return not_tried(of_touch, {"dit systeem zegt niet of er een aanraakscherm is",
                                    "this system does not say whether there is a touch screen"});
    }
    return {FindingKind::Good, of_touch,
            *has ? LocalText{"er is een aanraakscherm", "there is a touch screen"}
                 : LocalText{"er is geen aanraakscherm", "there is no touch screen"}};
}

Finding tapped(TestWindow& window) {
    Finding finding = touch_screen();
    const auto& say = window.say();
    const bool seen = window.draw_until(
        for_a_tap_ms, say("Tik op dit venster, binnen 15 seconden", "Tap on this window, within 15 seconds"),
        [&] { return window.pressed(); });
    if (seen) {
        finding.kind = FindingKind::Good;
        finding.measured.nl += "; een tik of klik gezien (of het een vinger was, zegt dit systeem Hamer niet)";
        finding.measured.en += "; a tap or a click was seen (whether it was a finger this system does not tell Hamer)";
        return finding;
    }
    finding.kind = FindingKind::Mind;
    finding.measured.nl += "; er werd geen tik gezien";
    finding.measured.en += "; no tap was seen";
    finding.advice = {"Probeer het nog eens met --touch", "Try once more with --touch"};
    return finding;
}

std::vector<Finding> without(const Finding& of_the_window) { return {of_the_window, touch_screen()}; }

}  // namespace

std::vector<Finding> check_window(const WindowAsked& asked, Language language) {
    const std::int64_t begun = monotonic_ms();
    ui::WindowOptions options;
    options.title = Say{language}("Hamer – zelftest", "Hamer – self test");
    options.width = 640;
    options.height = 480;
    const auto opened = ui::Window::open(options);
    if (!opened) {
        const bool no_display = opened.error().where == "no display";
        if (no_display && !asked.window && !asked.touch) {
            return without(not_tried(of_window, {"er is hier geen beeldscherm", "there is no display here"}));
        }
        return without(failed_by(of_window, opened.error()));
    }
    TestWindow window(**opened, language);
    ScreenOn screen;
    screen.keep(true, monotonic_ms());
    std::int64_t took = 0;
    const bool drawn =
        window.draw_until(for_an_answer_ms, window.say()("Hamer test dit venster", "Hamer tests this window"), [&] {
            if (took == 0 && (*opened)->frames() > 0) took = monotonic_ms() - begun;
            return (*opened)->frames() >= least_frames && screen.answer() != ScreenOn::Answer::NotYet;
        });
    std::vector<Finding> findings{judged(screen.answer(), drawn || (*opened)->frames() >= least_frames, took)};
    findings.push_back(asked.touch ? tapped(window) : touch_screen());
    return findings;
}

}  // namespace hamer
