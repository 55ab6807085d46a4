#include "ui/meeting/follow_view.h"

#include "base/text.h"
#include "base/typed_time.h"
#include "service/watch/follower.h"

#include <fmt/format.h>

namespace hamer::ui {

namespace {

constexpr std::int64_t clocks_differ_ms = 2000;

class Builder {
  public:
    Builder(const Follower& follower, Language language) : follower_(follower), say_{language} {}

    FollowView build() {
        view_.waiting = !follower_.has_session();
        view_.drill = follower_.drill();
        view_.folder = follower_.folder().string();
        if (!view_.waiting) meeting();
        reading();
        if (!view_.waiting) writer();
        if (!view_.waiting) journal();
        phones();
        return std::move(view_);
    }

  private:
    void stands(std::vector<AlertView>& lines, std::string key, std::string text, Tone tone) {
        lines.push_back({std::move(key), std::move(text), tone, std::nullopt});
    }

    void meeting() {
        const Session& session = follower_.session();
        view_.chair = chair_view(observe(follower_), say_.language);
        view_.choices = std::exchange(view_.chair.buttons, {});
        // Beside a card's own words those of its buttons stand in its notes, as on the chair's screen.
        if (!view_.chair.say.empty() || !view_.chair.telephone.empty()) {
            for (ButtonView& each : view_.choices) each.say.clear();
        }
        view_.chair.quiet.clear();
        view_.chair.corner.reset();
        for (AlertView& alert : std::exchange(view_.chair.alerts, {})) {
            alert.button.reset();
            view_.beside.push_back(std::move(alert));
        }
        if (!session.is_put_away()) return;
        view_.choices.clear();
        stands(view_.beside, "put-away",
               std::string(say_("Deze vergadering is afgesloten. De volgende verschijnt hier vanzelf.",
                                "This meeting was put away. The next one appears here by itself.")),
               Tone::Primary);
    }

    [[nodiscard]] std::string today() const { return calendar_date(follower_.now().at); }

    // Whether anything can be read at all.
    void reading() {
        if (is_late(follower_)) {
            const auto& late = *follower_.out_of_date();
            stands(view_.across, "out-of-date",
                   fmt::format("{} {}. {} ({})", say_("NIET ACTUEEL sinds", "NOT UP TO DATE since"),
                               clock_beside(today(), late.since),
                               say_("Kijk mee op het scherm van de voorzitter.", "Look along on the chair's screen."),
                               describe(late.why, say_.language)),
                   Tone::Danger);
        }
        if (const auto& newer = follower_.newer_unreadable()) {
            stands(view_.across, "newer",
                   fmt::format("{} ({})",
                               say_("Er is een nieuwere vergadering, maar die kan Hamer niet lezen.",
                                    "There is a newer meeting, but Hamer cannot read it."),
                               describe(*newer, say_.language)),
                   Tone::Danger);
        }
    }

    // Whether anybody still writes. Where nothing can be read that is said already.
    void writer() {
        const auto silent = follower_.chair_silent();
        if (!silent || is_late(follower_)) return;
        const std::string_view what =
            silent->closed ? say_("HAMER IS AFGESLOTEN bij de voorzitter, om", "HAMER WAS CLOSED at the chair's, at")
                           : say_("NIETS GEHOORD van Hamer bij de voorzitter sinds",
                                  "NOTHING HEARD from Hamer at the chair's since");
        stands(view_.across, "chair-silent",
               fmt::format("{} {}. {}", what, clock_beside(today(), silent->since),
                           say_("De tijden lopen hier door, maar er wordt niets vastgelegd. Ga naar de voorzitter.",
                                "The times go on here, but nothing is recorded. Go to the chair.")),
               Tone::Danger);
    }

    // Whether what was read is right and whole.
    void journal() {
        const FollowedSession& followed = follower_.followed();
        if (!followed.procedure_matches()) {
            stands(
                view_.across, "procedure",
                std::string(say_("De kaart kan verkeerd zijn: het protocol in deze map is niet dat van de vergadering.",
                                 "The card may be wrong: the protocol in this folder is not the meeting's own.")),
                Tone::Danger);
        }
        if (const auto& unreadable = followed.unreadable()) {
            stands(view_.across, "unreadable",
                   fmt::format("{} ({})",
                               say_("NIET ACTUEEL: deze versie van Hamer begrijpt een regel niet.",
                                    "NOT UP TO DATE: this version of Hamer does not understand a line."),
                               describe(*unreadable, say_.language)),
                   Tone::Danger);
        }
        if (followed.lost() > 0) {
            stands(view_.across, "lost",
                   fmt::format("{}: {}", say_("Uit het logboek zijn regels verdwenen", "Lines are gone from the log"),
                               followed.lost()),
                   Tone::Danger);
        }
        damage(followed.journal());
        const Instant last = follower_.session().entries().back().stamp.at;
        const std::int64_t ahead = last.milliseconds - follower_.now().at.milliseconds;
        if (ahead > clocks_differ_ms) {
            stands(view_.beside, "clock",
                   fmt::format("{} {} s. {}",
                               say_("De klok van dit apparaat loopt achter op die van de voorzitter:",
                                    "This device's clock is behind the chair's by"),
                               ahead / 1000,
                               say_("De lopende tijden kloppen hier niet.", "The running times are not right here.")),
                   Tone::Attention);
        }
    }

    void damage(const JournalContents& journal) {
        for (const SegmentVerdict& segment : journal.segments) {
            if (segment.state != JournalState::Damaged) continue;
            const bool goes_on = &segment != &journal.segments.back();
            stands(goes_on ? view_.beside : view_.across, "damage." + segment_name(segment.segment),
                   fmt::format("{} ({}: {})",
                               goes_on ? say_("Het logboek is beschadigd en gaat verder in een nieuw deel.",
                                              "The log is damaged and goes on in a new part.")
                                       : say_("NIET ACTUEEL: het logboek is beschadigd. Wat ervoor staat, klopt.",
                                              "NOT UP TO DATE: the log is damaged. What stands before it is right."),
                               segment_name(segment.segment), describe(segment).in(say_.language)),
                   goes_on ? Tone::Attention : Tone::Danger);
        }
    }

    void phones() {
        const Municipality& municipality = follower_.settings().municipality;
        const auto add = [](std::vector<PhoneView>& list, const char* key, std::string_view label,
                            const std::string& number) {
            if (!number.empty()) list.push_back({key, std::string(label), number});
        };
        add(view_.phones, "phone.emergency", say_("Nood", "Emergency"), municipality.emergency_number);
        add(view_.phones, "phone.police", say_("Politie, geen spoed", "Police, not urgent"),
            municipality.police_number);
        add(view_.extensions, "phone.regie", "Regie", municipality.regie_number);
        add(view_.extensions, "phone.security", say_("Beveiliging", "Security"), municipality.security_number);
    }

    const Follower& follower_;
    Say say_;
    FollowView view_;
};

}  // namespace

bool is_late(const Follower& follower) {
    const auto& late = follower.out_of_date();
    return late && follower.now().monotonic_ms - late->since_ms >= patience_ms;
}

FollowView follow_view(const Follower& follower, Language language) { return Builder(follower, language).build(); }

}  // namespace hamer::ui
