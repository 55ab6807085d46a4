#include "ui/toolkit/widgets/place_waiting.h"

#include "ui/toolkit/widgets/place_head.h"

#include <fmt/format.h>

namespace hamer::ui {

namespace {

constexpr std::int64_t noticed_ms = 700;
constexpr std::int64_t long_ms = 3000;
constexpr std::int64_t told_ms = 250;  // how far it is

}  // namespace

bool is_noticed(const PlaceWaiting& waiting) { return waiting.ms >= noticed_ms; }

std::int64_t next_waiting_ms(std::int64_t waited, const Progress::Told& told) {
    if (waited < noticed_ms) return noticed_ms - waited;
    return told.total > 0 ? told_ms : 1001 - waited % 1000;
}

// How far it is, with the way to stop it; where that is not told, or it does not stop, the way to wait no longer.
WaitingTap place_waiting(Ui& ui, Rect room, const PlaceWaiting& waiting, const Say& say) {
    const Progress::Told& told = waiting.told;
    const std::string what = told.what.empty() ? waiting.what : told.what.in(say.language);
    std::string words = fmt::format("{}… {} s", what, waiting.ms / 1000);
    if (told.total > 0)
        words = fmt::format("{}: {} {} {}", what, told.done, say("van", "of"), told.total);
    else if (waiting.ms >= long_ms && told.what.empty())
        words = fmt::format("{}: {} ({} s)", what, say("er is nog geen antwoord", "there is no answer yet"),
                            waiting.ms / 1000);
    const bool can_stop = told.can_stop && !told.is_stopping;
    const std::string_view button = can_stop                ? say("Stoppen", "Stop")
                                    : waiting.ms >= long_ms ? say("Niet langer wachten", "Wait no longer")
                                                            : "";
    const Banner banner{
        .key = "waiting", .text = words, .icon = Icon::Clock, .intent = Intent::Attention, .button = button};
    if (place_message(ui, room, banner, {}) != MessageTap::Button) return WaitingTap::None;
    return can_stop ? WaitingTap::Stop : WaitingTap::NoLonger;
}

}  // namespace hamer::ui
