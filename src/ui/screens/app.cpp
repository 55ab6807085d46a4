#include "ui/screens/app.h"

#include "ui/screens/say.h"

#include <algorithm>
#include <fmt/format.h>

namespace hamer::ui {

namespace {

constexpr std::int64_t guard_ms = 500;   // after a card changes its big buttons take no tap for this long
constexpr std::int64_t retry_ms = 1000;  // while something is not on disk

// Where the widget stands that asked, so that a refusal is said where the finger was.
Rect place_of(const Ui& ui, std::string_view key) {
    const auto found = std::ranges::find(ui.seen(), key, &Seen::key);
    return found == ui.seen().end() ? ui.area() : found->rect;
}

}  // namespace

App::App(Desk& desk) : desk_(desk), language_(desk.settings().language) {
    if (desk.has_session()) language_ = desk.session().language();
}

void App::refresh(Ui& ui) {
    desk_.tend();
    const Instant now = desk_.now().at;
    const ViewStamp stamp = view_stamp(observe(desk_), language_);
    if (!view_ || stamp != stamp_) {
        view_ = chair_view(observe(desk_), language_);
        stamp_ = stamp;
        ++views_;
        if (!card_.empty() && card_ != view_->card) ui.guard_until(ui.now() + guard_ms);
        card_ = view_->card;
    }
    tell_time(*view_, now);
    if (view_->ticks) {
        // When the timer shows its next second.
        const std::int64_t passed = std::max<std::int64_t>(0, now.milliseconds - view_->ticks->milliseconds);
        ui.wake_at(ui.now() + 1001 - passed % 1000);
    }
    if (stamp_.unrecorded > 0) ui.wake_at(ui.now() + retry_ms);
}

void App::draw(Ui& ui) {
    std::vector<Action> actions;
    if (desk_.has_session()) {
        refresh(ui);
        chair_.draw(ui, *view_, desk_, language_, actions);
    } else {
        if (!preparation_) preparation_.emplace(desk_.last_meeting());
        preparation_->draw(ui, desk_, problem_, language_, actions);
    }
    for (const Action& action : actions) perform(ui, action);
    if (!actions.empty()) ui.wake_at(ui.now());
}

void App::perform(Ui& ui, const Action& action) {
    if (const auto* record = std::get_if<Record>(&action)) {
        execute(ui, *record);
    } else if (const auto* begin = std::get_if<BeginMeeting>(&action)) {
        begin_meeting(ui, begin->meeting);
    } else if (std::get_if<PutAway>(&action)) {
        put_away(ui);
    } else if (std::get_if<SwitchLanguage>(&action)) {
        language_ = language_ == Language::Dutch ? Language::English : Language::Dutch;
    } else if (std::get_if<SwitchFace>(&action)) {
        Look look = ui.look();
        look.face = look.face == Face::Dark ? Face::Light : Face::Dark;
        ui.wish_look(look);
    }
}

void App::execute(Ui& ui, const Record& record) {
    const auto done = desk_.execute(record.command);
    if (!done) {
        ui.refuse(record.key, done.error().message.in(language_), place_of(ui, record.key));
        return;
    }
    chair_.recorded();
    // Also where the card stays: its buttons, or what the next undo takes back, are others now.
    const auto& what = record.command.what;
    if (!std::holds_alternative<AddNote>(what) && !std::holds_alternative<Amend>(what)) {
        ui.guard_until(ui.now() + guard_ms);
    }
}

void App::begin_meeting(Ui& ui, const Meeting& meeting) {
    const Say say{language_};
    if (const auto begun = desk_.begin(meeting, language_); !begun) {
        problem_ = fmt::format("{} {}",
                               say("Hamer kan deze vergadering niet vastleggen.", "Hamer cannot record this meeting."),
                               describe(begun.error()));
        return;
    }
    problem_.clear();
    preparation_.reset();
    show_anew(ui);
}

void App::put_away(Ui& ui) {
    const Say say{language_};
    const auto refuse = [&](std::string_view why) { ui.refuse(put_away_key, why, place_of(ui, put_away_key)); };
    if (desk_.storage().unrecorded > 0) {
        refuse(say("Nog niet alles is vastgelegd. Dat moet eerst.",
                   "Not everything has been recorded yet. That comes first."));
    } else if (const auto put_away = desk_.put_away(); !put_away) {
        refuse(describe(put_away.error()));
    } else {
        show_anew(ui);
    }
}

// Another screen: nothing of the former one stays, and a second tap of the same finger does nothing on it.
void App::show_anew(Ui& ui) {
    chair_ = ChairScreen();
    view_.reset();
    card_.clear();
    ui.guard_until(ui.now() + guard_ms);
}

}  // namespace hamer::ui
