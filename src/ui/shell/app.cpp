#include "ui/shell/app.h"

#include "base/text.h"
#include "base/typed_time.h"
#include "service/device/chair_device.h"
#include "service/meeting/meeting_service.h"
#include "service/practice/practice.h"
#include "service/practice/practice_worker.h"
#include "ui/drill/drill_app.h"
#include "ui/meeting/goes_on.h"

#include <algorithm>
#include <cmath>
#include <fmt/format.h>

namespace hamer::ui {

namespace {

constexpr std::int64_t longest_sleep_ms = 60'000;
constexpr std::int64_t retry_ms = 1000;  // while something is not on disk

// Where the widget stands that asked, so that a refusal is said where the finger was.
Rect place_of(const Ui& ui, std::string_view key) {
    const auto found = std::ranges::find(ui.shown(), key, &ShownWidget::key);
    return found == ui.shown().end() ? ui.area() : found->rect;
}

}  // namespace

Look look_of(const Preferences& preferences) {
    return {.face = preferences.dark ? Face::Dark : Face::Light,
            .text_size = static_cast<float>(preferences.text_percent) / 100,
            .motion = preferences.motion};
}

OpenDrillWindow drill_window_with(AppOptions options) {
    return [options](MeetingService& service, Practice& practice, Language language) {
        AppOptions own = options;
        own.language = language;
        own.practice = &practice;
        return std::make_unique<App>(service, std::move(own));
    };
}

App::~App() = default;

std::size_t App::entries() const {
    if (service_.has_session()) return service_.session().entries().size();
    return drills_ ? drills_->entries() : 0;
}

App::App(MeetingService& service, AppOptions options)
    : service_(service),
      options_(std::move(options)),
      language_(service.settings().language),
      chair_(new_chair_screen()),
      problem_(options_.problem) {
    if (service.has_session()) language_ = service.session().language();
    language_ = options_.language.value_or(service.device().chosen().language.value_or(language_));
    if (options_.drills) drill_requests_.emplace(*options_.drills);
}

// One tone when a time limit passes under the chair's eyes, not when a window opens on one that passed before.
void App::remind() {
    if (!view_->limit) return;
    if (!view_->limit->over) {
        within_limit_ = view_->limit->seq;
    } else if (within_limit_ == view_->limit->seq) {
        within_limit_.reset();
        if (service_.device().chosen().sound) options_.play_sound();
    }
}

// What is at work now, which the command line may have asked for.
SettingsView App::settings_view(const Ui& ui) const {
    const Say say{language_};
    SettingsView view{.preferences = service_.device().chosen(), .language = language_};
    view.preferences.dark = ui.look().face == Face::Dark;
    view.preferences.text_percent = static_cast<int>(std::lround(ui.look().text_size * 100));
    view.preferences.motion = ui.look().motion;
    view.broadcast = broadcast_way(view.preferences, service_.settings().broadcast);
    view.broadcast_ways.push_back(BroadcastWay::Regie);
    if (service_.settings().broadcast.obs) view.broadcast_ways.push_back(BroadcastWay::Obs);
    if (service_.settings().broadcast.command) view.broadcast_ways.push_back(BroadcastWay::Command);
    if (options_.link) view.others_may_ask = options_.link->lets_others();
    view.statement_limit_seconds = static_cast<int>(statement_limit(view.preferences, service_.settings()).count());
    if (const auto& problem = service_.device().problem()) {
        view.problem = fmt::format("{}: {}", say("Niet bewaard", "Not kept"), describe(*problem, language_));
    } else if (const std::string silent = options_.sound_problem(); !silent.empty()) {
        view.problem = fmt::format(
            "{} ({})", say("Geen geluid. Controleer de luidspreker.", "No sound. Check the loudspeaker."), silent);
    }
    return view;
}

void App::choose(Ui& ui, const Preferences& preferences) {
    const BroadcastSettings& ways = service_.settings().broadcast;
    const BroadcastWay way = broadcast_way(preferences, ways);
    const bool another = way != broadcast_way(service_.device().chosen(), ways);
    service_.device().choose(preferences);
    if (another && options_.open_broadcast) service_.set_broadcast(options_.open_broadcast(way));
    ui.wish_look(look_of(preferences));
    if (preferences.language) language_ = *preferences.language;
}

MeetingFacts App::facts() const {
    MeetingFacts facts = observe(service_);
    if (options_.practice) facts.practice = options_.practice->practised(language_);
    if (options_.link) facts.elsewhere = options_.link->elsewhere();
    return facts;
}

// What the trainer did elsewhere, and when something comes by itself.
void App::tend_practice(Ui& ui) {
    if (!options_.practice) return;
    options_.practice->tend();
    trainer_.give_back(options_.practice->take_unstored());
    if (options_.practice->asks_to_end()) {
        end_practice();
        ui.wake_at(ui.now() + 1001);  // where it cannot be ended now
    }
    if (const auto next_ms = options_.practice->until_next_ms()) ui.wake_at(ui.now() + *next_ms + 1);
}

void App::end_practice() {
    if (options_.practice->may_end()) options_.practice->end(trainer_.take_typed(), language_);
}

// The trainer's panel counts seconds.
void App::refresh_trainer(Ui& ui) {
    view_->trainer.reset();
    if (!options_.practice || !chair_.panels().shows_trainer()) return;
    const DrillFacts seen = options_.practice->observed();
    view_->trainer = trainer_view(seen, language_);
    ui.wake_at(ui.now() + 1001 - seen.now_ms % 1000);
}

MeetingFacts App::refresh(Ui& ui) {
    service_.tend();
    tend_practice(ui);
    const std::int64_t now_ms = service_.now().monotonic_ms;
    MeetingFacts known = facts();
    const ViewStamp stamp = view_stamp(known, language_);
    if (!view_ || stamp != stamp_) {
        view_ = chair_view(known, language_);
        const Session& session = service_.session();
        if (options_.open_clerk && session.procedure().is_closed(session.configuration())) offer_dossier(*view_);
        stamp_ = stamp;
        ++views_;
        if (!card_.empty() && card_ != view_->card) {
            const std::chrono::milliseconds wait = std::chrono::seconds(service_.settings().answer_wait_seconds);
            ui.guard_until(ui.now() + guard_ms);
            answers_from_ = view_->answers ? ui.now() + wait.count() : 0;
        }
        card_ = view_->card;
    }
    tell_time(*view_, now_ms);
    const std::int64_t wait = std::max<std::int64_t>(0, answers_from_ - ui.now());
    view_->answer_wait = static_cast<int>((wait + 999) / 1000);
    if (wait > 0) ui.wake_at(ui.now() + (wait - 1) % 1000 + 1);
    remind();
    if (view_->ticks_ms) {
        // When the timer shows its next second.
        const std::int64_t passed = std::max<std::int64_t>(0, now_ms - *view_->ticks_ms);
        ui.wake_at(ui.now() + 1001 - passed % 1000);
    }
    if (stamp_.unrecorded > 0) ui.wake_at(ui.now() + retry_ms);
    if (const auto due = service_.until_hand_over_ms()) ui.wake_at(ui.now() + std::min(*due, longest_sleep_ms) + 1);
    return known;
}

void App::draw(Ui& ui) {
    std::vector<Action> actions;
    std::optional<MeetingFacts> facts;
    if (options_.link) options_.link->tend();
    if (service_.has_session()) {
        facts.emplace(refresh(ui));
        if (goes_on(service_.session())) ui.wish_screen_on();
    }
    if (in_dossier_) {
        draw_dossier(ui);
    } else if (service_.has_session()) {
        refresh_trainer(ui);
        chair_.draw(ui, *view_, *facts, settings_view(ui), actions);
    } else if (drills_) {
        drills_->draw(ui);
        if (drills_->wants_back()) close_drills(ui);
    } else {
        if (options_.drills && options_.drills->take()) ui.wake_at(ui.now());
        draw_preparation(ui, actions);
    }
    for (const Action& action : actions) perform(ui, action);
    if (!actions.empty()) ui.wake_at(ui.now());
}
void App::begin_preparation() {
    Meeting offered = service_.device().last_meeting();
    prepared_ = service_.options().drill ? std::nullopt : service_.device().prepared_meeting();
    if (prepared_) offered = filled_in(std::move(offered), *prepared_);
    preparation_.emplace(offered, service_.municipality());
    ask_broken_off();
}

void App::draw_preparation(Ui& ui, std::vector<Action>& actions) {
    if (!preparation_) begin_preparation();
    std::string words;
    if (broken_off_) {
        const Say say{language_};
        words = fmt::format("{}: “{}”, {} {}.", say("Een oefening is afgebroken", "A drill was broken off"),
                            broken_off_->title, say("begonnen om", "begun at"),
                            time_beside(calendar_date(service_.now().at), broken_off_->held));
    }
    PreparationView view{.municipality = service_.municipality().name,
                         .drill = service_.options().drill,
                         .broadcast = {},
                         .obs = false,
                         .problem = problem_,
                         .broken_off = std::move(words),
                         .prepared = prepared_ ? words_of(*prepared_, language_) : std::string(),
                         .procedures = {}};
    for (const OfferedProcedure& one : service_.procedures()) {
        view.procedures.push_back({one.id, one.title, one.meetings});
    }
    if (service_.broadcast()) {
        view.broadcast = service_.broadcast()->status();
        view.obs = broadcast_way(service_.device().chosen(), service_.settings().broadcast) == BroadcastWay::Obs;
    }
    preparation_->draw(ui, view, settings_view(ui),
                       {.dossier = options_.open_clerk != nullptr, .drills = options_.open_drills != nullptr}, actions);
}

void App::perform(Ui& ui, const Action& action) {
    if (const auto* asked = std::get_if<GiveCommand>(&action)) {
        execute(ui, *asked);
    } else if (const auto* begin = std::get_if<BeginMeeting>(&action)) {
        begin_meeting(ui, begin->meeting);
    } else if (std::get_if<PutAway>(&action)) {
        if (options_.practice) return perform(ui, EndPractice{});
        put_away(ui);
    } else if (const auto* choice = std::get_if<Choose>(&action)) {
        choose(ui, choice->preferences);
    } else if (const auto* others = std::get_if<LetOthers>(&action)) {
        if (options_.link) options_.link->let_others(others->on);
    } else if (std::get_if<TrySound>(&action)) {
        options_.play_sound();
    } else if (std::get_if<ToggleFullScreen>(&action)) {
        ui.wish_full_screen();
    } else if (std::get_if<OpenSettings>(&action)) {
        service_.has_session() ? chair_.panels().open_settings() : preparation_->open_settings();
    } else if (std::get_if<OpenDossier>(&action)) {
        open_dossier();
    } else if (std::get_if<EndPractice>(&action)) {
        end_practice();
    } else if (const auto* train = std::get_if<Train>(&action)) {
        options_.practice->act(train->act);
    } else if (std::get_if<OpenDrills>(&action)) {
        open_drills();
    } else if (std::get_if<GoOnWithDrill>(&action)) {
        open_drills();
        if (drills_) drills_->resume(broken_off_->session);
    } else if (const auto* what = std::get_if<AskBroadcast>(&action)) {
        ask_broadcast(*what);
    } else if (std::get_if<OpenKeys>(&action)) {
        service_.has_session() ? chair_.panels().open_keys() : preparation_->open_keys();
    }
}

void App::ask_broadcast(AskBroadcast what) {
    BroadcastControl* broadcast = service_.broadcast();
    if (!broadcast) return;
    if (what == AskBroadcast::Again) broadcast->again();
    if (what == AskBroadcast::Test) broadcast->test();
    if (what == AskBroadcast::StopStream) broadcast->stop_stream();
    if (what == AskBroadcast::Forget) broadcast->forget();
    if (what == AskBroadcast::MakeSlate) {
        if (const auto picture = service_.device().write_slate(language_)) {
            broadcast->make_slate(picture->string());
        } else {
            problem_ = describe(picture.error(), language_);
        }
    }
}
void App::execute(Ui& ui, const GiveCommand& asked) {
    const auto done = service_.execute(asked.command);
    if (!done) {
        ui.refuse(asked.key, done.error().message.in(language_), place_of(ui, asked.key));
        return;
    }
    chair_.recorded();
    // Also where the card stays: its buttons, or what the next undo takes back, are others now.
    const auto& what = asked.command.what;
    if (!std::holds_alternative<AddNote>(what) && !std::holds_alternative<Amend>(what) &&
        !std::holds_alternative<CorrectMeeting>(what)) {
        ui.guard_until(ui.now() + guard_ms);
    }
}

void App::begin_meeting(Ui& ui, const Meeting& meeting) {
    const Say say{language_};
    const std::string& chosen = preparation_->procedure();
    if (const auto used = service_.use(chosen.empty() ? service_.procedures().front().id : chosen); !used) {
        problem_ =
            fmt::format("{} {}", say("Deze procedure kan niet worden gebruikt.", "This procedure cannot be used."),
                        describe(used.error(), language_));
        return;
    }
    if (const auto begun = service_.begin(meeting, language_); !begun) {
        problem_ = fmt::format("{} {}",
                               say("Hamer kan deze vergadering niet vastleggen.", "Hamer cannot record this meeting."),
                               describe(begun.error(), language_));
        return;
    }
    // That there will be a broadcast is known: should its start be forgotten, it is asked for, and paused all the same.
    const Event* planned = service_.session().procedure().event_meaning(Meaning::BroadcastPlanned);
    if (meeting.broadcast && planned) {
        [[maybe_unused]] const auto done =
            service_.execute(Command{Do{planned->id, {}}, std::nullopt, std::string(program_actor)});
    }
    problem_.clear();
    preparation_.reset();
    show_anew(ui);
}

void App::put_away(Ui& ui) {
    const Say say{language_};
    const auto refuse = [&](std::string_view why) { ui.refuse(put_away_key, why, place_of(ui, put_away_key)); };
    if (service_.storage().unrecorded > 0) {
        refuse(say("Nog niet alles is vastgelegd. Dat moet eerst.",
                   "Not everything has been recorded yet. That comes first."));
    } else if (const auto put_away = service_.put_away(); !put_away) {
        refuse(describe(put_away.error(), language_));
    } else {
        show_anew(ui);
    }
}

// Another screen: nothing of the former one stays, and a second tap of the same finger does nothing on it.
void App::show_anew(Ui& ui) {
    trainer_ = TrainerPanel();
    chair_ = new_chair_screen();
    view_.reset();
    card_.clear();
    ui.guard_until(ui.now() + guard_ms);
}

ChairScreen App::new_chair_screen() {
    if (!options_.practice) return ChairScreen();
    return ChairScreen([this](Ui& ui, Rect area, const TrainerView& view, Language language,
                              std::vector<Action>& actions) { trainer_.draw(ui, area, view, language, actions); });
}

}  // namespace hamer::ui
