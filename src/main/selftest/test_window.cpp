#include "main/selftest/test_window.h"

#include "main/window/shown_file.h"
#include "platform/interruption.h"
#include "ui/toolkit/widgets/text.h"

namespace hamer {

namespace {

constexpr std::int64_t look_every_ms = 50;

}  // namespace

TestWindow::End TestWindow::draw_until(std::int64_t at_most_ms, const char* words, const std::function<bool()>& done) {
    const std::int64_t end = monotonic_ms() + at_most_ms;
    pressed_ = false;
    const auto draw = [&](ui::Ui& ui) {
        const ui::Rect area = ui.area().inset(ui.metrics().gap(ui::Gap::Wide));
        (void)ui::text(ui, area, {.text = words, .type = ui::Type::Title, .key = "selftest"});
        pressed_ = pressed_ || ui.pointer_down();
        ui.wake_at(ui.now() + look_every_ms);
    };
    while (!interrupted() && monotonic_ms() < end) {
        if (!window_.step(monotonic_ms, draw)) return End::Closed;
        if (done()) return End::Done;
    }
    return interrupted() ? End::Interrupted : End::Late;
}

}  // namespace hamer
