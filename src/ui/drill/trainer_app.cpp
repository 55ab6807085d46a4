#include "ui/drill/trainer_app.h"

#include "service/practice/practice_worker.h"

#include <fmt/format.h>
#include <utility>

namespace hamer::ui {

namespace {

constexpr std::int64_t a_second_ms = 1000;

}  // namespace

TrainerApp::TrainerApp(PracticeWorker& worker, TrainerAppOptions options, Language language)
    : worker_(worker),
      options_(std::move(options)),
      requests_(worker),
      language_(language),
      kept_debrief_(requests_, debrief_, debrief_typing_) {}

void TrainerApp::draw(Ui& ui) {
    if (worker_.take()) ui.wake_at(ui.now());
    if (is_over() && debriefed_ != session()) open_debrief();
    if (is_over() && !opens_debrief_ && debriefed_ == session() && !debrief_) follow_newer();
    DrillActions actions;
    if (debrief_) {
        tell_debrief();
        draw_debrief(ui, *debrief_, debrief_typing_, actions);
    } else {
        const TrainerWindowView shown = view();
        if (shown.drill) ui.wake_at(ui.now() + a_second_ms + 1 - facts().now_ms % a_second_ms);
        draw_trainer_window(ui, shown, panel_, actions);
    }
    for (const DrillAction& action : actions) perform(action);
    if (!actions.empty()) ui.wake_at(ui.now());
    if (was_refused()) ui.wake_at(ui.now() + a_second_ms + 1);  // then it is asked for again
    kept_debrief_.read();
    look();
    if (worker_.busy()) ui.wake_at(ui.now() + next_waiting_ms(worker_.waiting_ms(), {}));
}

void TrainerApp::look() {
    if (looks_) return;
    looks_ = true;
    requests_.follow(shown(), [this](Result<std::optional<FollowedDrill>> read) {
        looks_ = false;
        if (read && *read) take(**std::move(read));
    });
}

// What is on the screen stays there where it cannot be read now.
void TrainerApp::take(FollowedDrill followed) {
    if (!followed.kept) {
        followed.kept = std::move(followed_.kept);
        followed.session = std::move(followed_.session);
    }
    followed_ = std::move(followed);
    options_.watch(followed_.watched);
}

DrillFacts TrainerApp::facts() const { return followed_.kept->facts(*followed_.session, options_.clock->now().at); }

TrainerWindowView TrainerApp::view() const {
    const Say say{language_};
    TrainerWindowView made{.language = language_};
    made.waiting = {std::string(say("Wachten op de schijf", "Waiting for the disk")), worker_.waiting_ms(), {}};
    if (const auto& wrong = unadded_ ? unadded_ : followed_.problem) made.problem = describe(*wrong, language_);
    // One that is over is there until its debrief is.
    const bool goes_on = followed_.kept && (!is_over() || opens_debrief_);
    if (!goes_on) return made;
    made.drill = trainer_view(facts(), language_);
    made.id = session();
    made.session = followed_.session;
    if (followed_.newer) made.newer = followed_.newer->title;
    return made;
}

void TrainerApp::tell_debrief() {
    const Say say{language_};
    DebriefLine& standing = debrief_->standing;
    standing = {std::string(say("Deze oefening is afgelopen.", "This drill has ended.")), {}};
    if (!followed_.newer) return;
    standing.text +=
        fmt::format(" {}: {}.", say("De volgende is begonnen", "The next one has begun"), followed_.newer->title);
    standing.button = say("Volg de nieuwe", "Follow the new one");
}

void TrainerApp::perform(const DrillAction& action) {
    std::visit([this](const auto& one) { perform_one(one); }, action);
}

void TrainerApp::perform_one(DrillDo what) {
    switch (what) {
        case DrillDo::LeaveDebrief:
            return kept_debrief_.leave([] {});
        case DrillDo::FollowNewer:
            // Once the debrief is put away the newer one is followed by itself.
            return debrief_ ? kept_debrief_.leave([] {}) : follow_newer();
        case DrillDo::WaitNoLonger:
            return worker_.give_up();
        case DrillDo::EndDrill: {
            std::vector<TrainerAct> acts = panel_.take_typed();
            acts.push_back({.kind = TrainerAct::Kind::End});
            return act(std::move(acts));
        }
        case DrillDo::GoBack:
        case DrillDo::ToTheList:
            return;  // of the place for drills
    }
}

void TrainerApp::perform_one(const Train& action) {
    if (debrief_) return kept_debrief_.add(action);
    act({action.act});
}

void TrainerApp::act(std::vector<TrainerAct> acts, std::function<void()> then) {
    std::erase_if(acts, [this](const TrainerAct& one) { return !pending_.add(one); });
    const std::int64_t now_ms = facts().now_ms;
    for (TrainerAct& one : acts) one.at_ms = now_ms;
    requests_.act_in_followed(session(), acts, [this, acts, then = std::move(then)](Result<FollowedDrill> followed) {
        take_acted(std::move(followed), acts, then);
    });
}

void TrainerApp::take_acted(Result<FollowedDrill> followed, const std::vector<TrainerAct>& acts,
                            const std::function<void()>& then) {
    for (const TrainerAct& one : acts) pending_.answered(one);
    panel_.give_back(followed ? followed->unadded : acts);
    unadded_.reset();
    if (!followed) unadded_ = followed.error();
    if (followed && !followed->unadded.empty()) unadded_ = followed->problem;
    if (followed) take(*std::move(followed));
    if (!unadded_) return then();
    follows_newer_ = false;
    refused_ = options_.clock->now().at;
}

bool TrainerApp::was_refused() const {
    return refused_ && options_.clock->now().at.milliseconds - refused_->milliseconds < a_second_ms;
}

// What was typed is of the drill that is left, and is stored there first.
void TrainerApp::follow_newer() {
    if (!followed_.newer || follows_newer_ || was_refused()) return;
    follows_newer_ = true;
    ask_for_newer();
}

void TrainerApp::ask_for_newer() {
    std::vector<TrainerAct> typed = panel_.take_typed();
    if (!typed.empty() || !pending_.empty()) return act(std::move(typed), [this] { ask_for_newer(); });
    requests_.follow_newer(shown(), [this](Result<FollowedDrill> followed) {
        follows_newer_ = false;
        if (followed)
            take(*std::move(followed));
        else
            followed_.problem = followed.error();
    });
}

// Where it is not to be read yet it is asked for again.
void TrainerApp::open_debrief() {
    if (was_refused()) return;
    debriefed_ = session();
    opens_debrief_ = true;
    for (TrainerAct& typed : panel_.take_typed()) undebriefed_.push_back(std::move(typed));
    requests_.open_debrief(session(), undebriefed_, language_, [this](Result<ReadDebrief> read) {
        opens_debrief_ = false;
        if (!read) {
            refused_ = options_.clock->now().at;
            debriefed_.clear();
            followed_.problem = read.error();
            return;
        }
        refused_.reset();
        undebriefed_.clear();
        const std::string back(Say{language_}("Wacht op de volgende oefening", "Wait for the next drill"));
        kept_debrief_.show(*std::move(read), language_, back);
    });
}

}  // namespace hamer::ui
