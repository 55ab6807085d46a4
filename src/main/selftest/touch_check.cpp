#include "main/selftest/checks.h"
#include "main/selftest/test_window.h"
#include "platform/system_facts.h"
#include "platform/window_watch.h"

namespace hamer {

namespace {

const LocalText of_touch{"aanraken", "touch"};
const LocalText once_more{"Probeer het nog eens met --touch", "Try once more with --touch"};

constexpr std::int64_t for_a_tap_ms = 15'000;

Finding told(Finding finding, FindingKind kind, const LocalText& measured, const LocalText& advice = {}) {
    finding.kind = kind;
    finding.measured.nl += "; " + measured.nl;
    finding.measured.en += "; " + measured.en;
    finding.advice = advice;
    return finding;
}

Finding pressed(const Finding& finding, bool by_finger) {
    if (!fingers_are_told_apart()) {
        return told(finding, FindingKind::Good,
                    {"een tik of klik gezien (of het een vinger was, zegt dit systeem Hamer niet)",
                     "a tap or a click was seen (whether it was a finger this system does not tell Hamer)"});
    }
    if (by_finger) return told(finding, FindingKind::Good, {"een vinger tikte", "a finger tapped"});
    return told(finding, FindingKind::Mind,
                {"een muis of pen klikte, geen vinger", "a mouse or pen clicked, no finger"}, once_more);
}

}  // namespace

Finding check_touch_screen() {
    const auto has = has_touch_screen();
    if (!has) {
        return not_tried(of_touch, {"dit systeem zegt niet of er een aanraakscherm is",
                                    "this system does not say whether there is a touch screen"});
    }
    return {FindingKind::Good, of_touch,
            *has ? LocalText{"er is een aanraakscherm", "there is a touch screen"}
                 : LocalText{"er is geen aanraakscherm", "there is no touch screen"}};
}

Finding check_tap(TestWindow& window) {
    const Finding finding = check_touch_screen();
    const auto end = window.draw_until(
        for_a_tap_ms, window.say()("Tik op dit venster, binnen 15 seconden", "Tap on this window, within 15 seconds"),
        [&] { return window.pressed(); });
    if (end == TestWindow::End::Done) return pressed(finding, window.by_finger());
    if (end == TestWindow::End::Closed) {
        return told(finding, FindingKind::NotTried,
                    {"het venster werd gesloten voor er een tik was", "the window was closed before there was a tap"},
                    once_more);
    }
    return told(finding, FindingKind::Mind, {"er werd geen tik gezien", "no tap was seen"}, once_more);
}

}  // namespace hamer
