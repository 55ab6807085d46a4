#include "ui/screens/app.h"

namespace hamer::ui {

namespace {

constexpr std::int64_t guard_ms = 500;   // after a card changes its big buttons take no tap for this long
constexpr std::int64_t retry_ms = 1000;  // while something is not on disk

// The key of the widget that sent the command, so that a refusal is said where the finger was.
Rect place_of(const Ui& ui, const std::string& event) {
    for (const Seen& seen : ui.seen()) {
        if (seen.key.starts_with(event)) return seen.rect;
    }
    return ui.area();
}

}  // namespace

App::App(Desk& desk) : desk_(desk), language_(desk.settings().language) {
    if (desk.has_session()) language_ = desk.session().language();
}

void App::refresh(Ui& ui) {
    desk_.tend();
    const Instant now = desk_.now().at;
    const std::uint64_t unrecorded = desk_.storage().unrecorded;
    const bool ticked = view_ && view_->timer_runs && now.milliseconds / 1000 != view_second_;
    if (!view_ || ticked || unrecorded != unrecorded_) {
        view_ = chair_view(desk_, language_, now);
        view_second_ = now.milliseconds / 1000;
        unrecorded_ = unrecorded;
        ++views_;
        if (!card_.empty() && card_ != view_->card) ui.guard_until(ui.now() + guard_ms);
        card_ = view_->card;
    }
    if (view_->timer_runs) ui.wake_at(ui.now() + 1000 - now.milliseconds % 1000);
    if (unrecorded_ > 0) ui.wake_at(ui.now() + retry_ms);
}

void App::draw(Ui& ui) {
    std::vector<Action> actions;
    if (desk_.has_session()) {
        refresh(ui);
        chair_.draw(ui, *view_, desk_, language_, actions);
    } else {
        if (!preparation_) preparation_.emplace(desk_.last_meeting());
        preparation_->draw(ui, desk_.municipality().name, problem_, language_, actions);
    }
    for (const Action& action : actions) perform(ui, action);
    if (!actions.empty()) ui.wake_at(ui.now());
}

void App::perform(Ui& ui, const Action& action) {
    if (const auto* command = std::get_if<Command>(&action)) {
        execute(ui, *command);
    } else if (const auto* begin = std::get_if<BeginMeeting>(&action)) {
        const auto begun = desk_.begin(begin->meeting, language_);
        problem_ = begun ? std::string() : describe(begun.error());
        if (begun) preparation_.reset();
        chair_ = ChairScreen();
        card_.clear();
    } else if (std::get_if<PutAway>(&action)) {
        const auto put_away = desk_.put_away();
        if (!put_away) ui.refuse("put-away", describe(put_away.error()), place_of(ui, "put-away"));
    } else if (std::get_if<SwitchLanguage>(&action)) {
        language_ = language_ == Language::Dutch ? Language::English : Language::Dutch;
    } else if (std::get_if<SwitchFace>(&action)) {
        Look look = ui.look();
        look.face = look.face == Face::Dark ? Face::Light : Face::Dark;
        ui.wish_look(look);
    }
    view_.reset();
}

void App::execute(Ui& ui, const Command& command) {
    const auto done = desk_.execute(command);
    if (done) return;
    const auto* step = std::get_if<Do>(&command.what);
    const std::string key = step ? step->event : "undo";
    ui.refuse(key, done.error().message.in(language_), place_of(ui, key));
}

}  // namespace hamer::ui
