#include "ui/meeting/broadcast_view.h"

#include "broadcast/wish.h"

#include <fmt/format.h>

namespace hamer::ui {

namespace {

using Link = BroadcastStatus::Link;

std::string call_regie(const MeetingFacts& seen, const Say& say) {
    if (seen.municipality.regie_number.empty()) return say("waarschuw de regie", "warn the control room");
    return fmt::format("{}: {}", say("bel de regie", "call the control room"), seen.municipality.regie_number);
}

}  // namespace

std::string_view broadcast_forget_label(Language language) {
    return Say{language}("Dat is al hersteld", "That was put back already");
}

std::optional<PendingBroadcast> pending_broadcast(const MeetingFacts& seen, Meaning confirmation, Language language) {
    if (!seen.broadcast) return std::nullopt;
    const Say say{language};
    const bool pause = confirmation == Meaning::BroadcastPaused;
    const BroadcastStatus& status = *seen.broadcast;
    const bool known = status.link == Link::Refused || status.overridden;
    if (!status.overdue && !known) {
        return PendingBroadcast{pause ? say("De uitzending wordt gepauzeerd…", "The broadcast is being paused…")
                                      : say("De uitzending wordt hervat…", "The broadcast is being resumed…"),
                                false};
    }
    std::string text = fmt::format("{} – {}.",
                                   pause ? say("UITZENDING NOG NIET GEPAUZEERD", "BROADCAST NOT PAUSED YET")
                                         : say("UITZENDING NOG NIET HERVAT", "BROADCAST NOT RESUMED YET"),
                                   call_regie(seen, say));
    if (const std::string why = status.problem.in(language); !why.empty()) text += " " + why;
    return PendingBroadcast{std::move(text), true};
}

std::optional<AlertView> broadcast_alert(const MeetingFacts& seen, Language language) {
    if (!seen.broadcast || !seen.session.meeting().broadcast) return std::nullopt;
    const Say say{language};
    const BroadcastStatus& status = *seen.broadcast;
    const BroadcastWish wish = broadcast_wish(seen.session);
    if (wish == BroadcastWish::Leave && !seen.session.procedure().is_open(seen.session.configuration())) {
        return std::nullopt;
    }
    const std::string why = status.problem.in(language);
    if (status.link == Link::Ready && wish != BroadcastWish::Paused) {
        const bool waits = wish == BroadcastWish::Live && !status.overdue;
        if (!status.owes || status.reached || waits || why.empty()) return std::nullopt;
        ButtonView done;
        done.key = broadcast_forget_key;
        done.label = std::string(broadcast_forget_label(language));
        return AlertView{"control", why, Tone::Attention, std::move(done)};
    }
    if (status.link == Link::Ready) {
        if (status.reached || why.empty()) return std::nullopt;
        ButtonView again;
        again.key = broadcast_again_key;
        again.label = say("Pauzeer opnieuw", "Pause again");
        return AlertView{"control",
                         fmt::format("{} – {}. {}", say("UITZENDING NIET GEPAUZEERD", "BROADCAST NOT PAUSED"),
                                     call_regie(seen, say), why),
                         Tone::Danger, std::move(again)};
    }
    if (status.link == Link::Connecting) return std::nullopt;
    return AlertView{
        "control",
        fmt::format("{} {}: {}.", why, say("Een pauze gaat dan via de regie", "A pause then goes by the control room"),
                    seen.municipality.regie_number.empty() ? "–" : seen.municipality.regie_number),
        Tone::Attention, std::nullopt};
}

std::string broadcast_standing(const BroadcastStatus& status, Language language) {
    const Say say{language};
    if (status.link == Link::Connecting) return say("Verbinding zoeken…", "Connecting…");
    if (status.link != Link::Ready) return status.problem.in(language);
    std::string words = say("Klaar om te pauzeren.", "Ready to pause.");
    if (!status.picture.empty()) {
        words =
            fmt::format("{} “{}”.", say("Verbonden. In beeld:", "Connected. Shown:"), printable(status.picture, 60));
    }
    if (status.owes) words += " " + status.problem.in(language);
    return words;
}

std::string broadcast_test_words(const BroadcastTest& test, Language language) {
    const Say say{language};
    if (test.state == BroadcastTest::State::Running) return say("Bezig…", "Trying…");
    if (test.state == BroadcastTest::State::Failed) {
        return fmt::format("{} {}", say("Het lukte niet.", "It did not work."), test.problem.in(language));
    }
    const auto seconds = [&](std::int64_t ms) {
        std::string text = fmt::format("{:.1f}", static_cast<double>(ms) / 1000);
        if (language == Language::Dutch) text.replace(text.find('.'), 1, ",");
        return text;
    };
    return fmt::format("{} {} s, {} {} s.", say("Het werkt: gepauzeerd na", "It works: paused after"),
                       seconds(test.pause_ms), say("hervat na", "resumed after"), seconds(test.resume_ms));
}

}  // namespace hamer::ui
