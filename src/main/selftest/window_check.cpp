#include "main/selftest/checks.h"
#include "main/selftest/test_window.h"
#include "main/window/shown_file.h"
#include "platform/screen_on.h"

#include <fmt/format.h>

namespace hamer {

namespace {

const LocalText of_window{"venster", "window"};

constexpr std::uint64_t least_frames = 3;
constexpr std::int64_t for_an_answer_ms = 4000;  // of the desktop, about the screen

LocalText about_the_screen(ScreenOn::Answer answer) {
    switch (answer) {
        case ScreenOn::Answer::Kept:
            return {"het scherm blijft aan", "the screen stays on"};
        case ScreenOn::Answer::Refused:
            return {"dit bureaublad belooft niet dat het scherm aan blijft",
                    "this desktop does not promise that the screen stays on"};
        case ScreenOn::Answer::NotYet:
            break;
    }
    return {"dit bureaublad gaf geen antwoord op de vraag het scherm aan te laten",
            "this desktop did not answer when it was asked to leave the screen on"};
}

struct Opened {
    TestWindow::End end;
    std::uint64_t frames;
    std::int64_t first_ms;  // until the first
    ScreenOn::Answer answer;
};

Finding judged(const Opened& window) {
    if (window.end == TestWindow::End::Closed) {
        Finding finding = not_tried(of_window, {"het venster werd gesloten voor Hamer klaar was",
                                                "the window was closed before Hamer was done"});
        finding.advice = {"Probeer het nog eens", "Try once more"};
        return finding;
    }
    if (window.frames < least_frames) {
        return {
            FindingKind::Failed,
            of_window,
            {fmt::format("geopend, maar in {} seconden kwamen er {} beelden", for_an_answer_ms / 1000, window.frames),
             fmt::format("opened, but in {} seconds {} frames came", for_an_answer_ms / 1000, window.frames)},
            {"Werk het stuurprogramma van de grafische kaart bij", "Update the graphics card's driver"}};
    }
    const LocalText screen = about_the_screen(window.answer);
    Finding finding{
        FindingKind::Good,
        of_window,
        {fmt::format("geopend, na {} ms een beeld gegeven (of het te zien is, meet Hamer niet); {}", window.first_ms,
                     screen.nl),
         fmt::format("opened, a frame given after {} ms (whether it can be seen Hamer does not measure); {}",
                     window.first_ms, screen.en)}};
    if (window.answer == ScreenOn::Answer::Kept) return finding;
    finding.kind = FindingKind::Mind;
    finding.advice = {"Zet de schermbeveiliging en de slaapstand uit", "Switch the screen saver and sleep off"};
    return finding;
}

// The window library's own words name the display, and with it a machine.
Finding without_display(bool asked_for) {
    const LocalText none{"er is hier geen beeldscherm", "there is no display here"};
    if (!asked_for) return not_tried(of_window, none);
    return {FindingKind::Failed, of_window, none, {"Begin Hamer op een bureaublad", "Start Hamer on a desktop"}};
}

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
        return {no_display ? without_display(asked.window || asked.touch) : failed_by(of_window, opened.error()),
                check_touch_screen()};
    }
    TestWindow window(**opened, language);
    ScreenOn screen;
    screen.keep(true, monotonic_ms());
    std::int64_t first_ms = 0;
    const auto end =
        window.draw_until(for_an_answer_ms, window.say()("Hamer test dit venster", "Hamer tests this window"), [&] {
            if (first_ms == 0 && window.frames() > 0) first_ms = monotonic_ms() - begun;
            return window.frames() >= least_frames && screen.answer() != ScreenOn::Answer::NotYet;
        });
    return {judged({end, window.frames(), first_ms, screen.answer()}),
            asked.touch ? check_tap(window) : check_touch_screen()};
}

}  // namespace hamer
