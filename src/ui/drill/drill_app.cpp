#include "ui/drill/drill_app.h"

#include "service/practice/practice.h"
#include "service/practice/practice_worker.h"

#include <fmt/format.h>
#include <utility>

namespace hamer::ui {

DrillApp::DrillApp(PracticeWorker& worker, DrillAppOptions options, Language language)
    : worker_(worker),
      options_(std::move(options)),
      requests_(worker),
      view_{.language = language, .back = options_.back, .has_trainer_window = options_.open_trainer != nullptr},
      debrief_(requests_, view_.debrief, typing_.debrief) {
    refresh();
}

DrillApp::~DrillApp() = default;

void DrillApp::say_problem(const std::string& what, const Error& error) {
    view_.problem = fmt::format("{} {}", what, describe(error, view_.language));
}

std::string DrillApp::cannot_open() const {
    return view_.say("De oefeningen kunnen niet worden geopend.", "The drills cannot be opened.");
}

void DrillApp::refresh() {
    requests_.lists([this](Result<DrillLists> read) {
        if (!read) return say_problem(cannot_open(), read.error());
        take(*std::move(read));
    });
}

void DrillApp::take(DrillLists read) {
    DrillListsView& lists = view_.lists;
    // What was open stays open, wherever it stands now.
    const auto open = lists.open ? lists.shelf[*lists.open].file : std::filesystem::path{};
    lists.open.reset();
    for (std::size_t i = 0; i < read.shelf.size() && !open.empty(); ++i) {
        if (read.shelf[i].file == open && read.shelf[i].scenario) lists.open = i;
    }
    lists.shelf = std::move(read.shelf);
    lists.held = std::move(read.held);
    lists.is_read = true;
    ++lists.edition;
    if (read.problem) say_problem(cannot_open(), *read.problem);
}

void DrillApp::draw(Ui& ui) {
    if (worker_.take()) ui.wake_at(ui.now());
    if (window_) return draw_drill(ui);
    tell_waiting();
    DrillActions actions;
    draw_drill_place(ui, view_, typing_, actions);
    for (const DrillAction& action : actions) perform(action);
    if (!actions.empty()) ui.wake_at(ui.now());
    debrief_.read();
    if (worker_.busy()) ui.wake_at(ui.now() + next_waiting_ms(worker_.waiting_ms(), {}));
}

void DrillApp::tell_waiting() {
    view_.waiting.what = acting_.empty() ? view_.say("Wachten op de schijf", "Waiting for the disk") : acting_;
    view_.waiting.ms = worker_.waiting_ms();
    if (view_.debrief) view_.debrief->waiting = view_.waiting;
}

void DrillApp::draw_drill(Ui& ui) {
    window_->draw(ui);
    if (!practice_->ended()) return;
    Result<ReadDebrief> debrief = *practice_->ended();
    undebriefed_ = practice_->take_unstored();
    undebriefed_of_ = practice_->observed().drill.session;
    leave_drill();
    show_debrief(std::move(debrief));
    ui.wake_at(ui.now());
}

void DrillApp::perform(const DrillAction& action) {
    std::visit([this](const auto& one) { perform_one(one); }, action);
}

void DrillApp::perform_one(DrillDo what) {
    switch (what) {
        case DrillDo::GoBack:
            wants_back_ = true;
            return;
        case DrillDo::ToTheList:
            view_.lists.open.reset();
            return;
        case DrillDo::LeaveDebrief:
            return debrief_.leave([this] {
                options_.watch({});
                refresh();
            });
        case DrillDo::WaitNoLonger:
            return worker_.give_up();
        case DrillDo::FollowNewer:
        case DrillDo::EndDrill:
            return;  // of the trainer's window
    }
}

void DrillApp::perform_one(const ChooseDrillList& action) {
    view_.lists.chosen = action.list;
    view_.lists.open.reset();
}

void DrillApp::perform_one(const OpenDrillRow& action) {
    view_.problem.clear();
    DrillListsView& lists = view_.lists;
    if (lists.chosen == DrillList::Scenarios) {
        if (lists.shelf[action.row].scenario) {
            lists.open = action.row;
            return;
        }
        return say_problem(view_.say("Dit bestand kan niet worden gebruikt. Verbeter het, of haal het uit de map. "
                                     "Wat er mis is:",
                                     "This file cannot be used. Mend it, or take it out of the folder. What is wrong:"),
                           *lists.shelf[action.row].problem);
    }
    const HeldDrill& drill = lists.held[action.row];
    drill.result ? open_debrief(drill.session) : resume(drill.session);
}

bool DrillApp::begin_act(const std::string& words) {
    if (!acting_.empty() || window_) return false;
    acting_ = words;
    view_.problem.clear();
    return true;
}

void DrillApp::perform_one(const BeginDrill& action) {
    if (view_.scenario()) begin(*view_.scenario(), action);
}

void DrillApp::begin(const DrillScenario& scenario, const DrillSetup& setup) { begin(scenario, BeginDrill{setup}); }

void DrillApp::begin(const DrillScenario& scenario, const BeginDrill& how) {
    if (!begin_act(view_.say("De oefening begint", "The drill begins"))) return;
    refused_.reset();
    requests_.begin(scenario, how.setup, view_.language,
                    [this, opens_trainer = how.opens_trainer](Result<BegunDrill> begun) {
                        acting_.clear();
                        if (!begun) {
                            refused_ = begun.error();
                            refresh();
                            return say_problem(view_.say("De oefening kan niet beginnen.", "The drill cannot begin."),
                                               begun.error());
                        }
                        typing_.form.begun();
                        show_drill(*std::move(begun));
                        if (opens_trainer) open_trainer();
                    });
}

void DrillApp::open_trainer() {
    if (const auto opened = options_.open_trainer(); !opened) {
        say_problem(
            view_.say("Het venster van de trainer kan niet worden geopend.", "The trainer’s window cannot be opened."),
            opened.error());
    }
}

void DrillApp::resume(const std::string& session) {
    if (!begin_act(view_.say("De oefening gaat verder", "The drill goes on"))) return;
    requests_.resume(session, [this](Result<BegunDrill> begun) {
        acting_.clear();
        if (begun) return show_drill(*std::move(begun));
        say_problem(view_.say("Deze oefening kan niet verdergaan.", "This drill cannot go on."), begun.error());
        refresh();
    });
}

void DrillApp::show_drill(BegunDrill begun) {
    view_.problem.clear();
    view_.debrief.reset();
    MeetingService& service = *begun.service;
    practice_ = std::make_unique<Practice>(std::move(begun), worker_);
    window_ = options_.open_window(service, *practice_, view_.language);
    options_.watch(practice_->watched());
}

// The drill's own service and screen go; what they kept is on disk.
void DrillApp::leave_drill() {
    view_.language = window_->language();
    window_.reset();
    practice_.reset();
    options_.watch({});
    refresh();
}

void DrillApp::open_debrief(const std::string& session) {
    if (!begin_act(view_.say("De nabespreking openen", "Opening the debrief"))) return;
    const std::vector<TrainerAct> typed = session == undebriefed_of_ ? undebriefed_ : std::vector<TrainerAct>{};
    requests_.open_debrief(session, typed, view_.language, [this, session](Result<ReadDebrief> read) {
        acting_.clear();
        if (read && session == undebriefed_of_) undebriefed_.clear();
        show_debrief(std::move(read));
    });
}

void DrillApp::show_debrief(Result<ReadDebrief> read) {
    if (!read) {
        return say_problem(view_.say("De nabespreking kan niet worden geopend.", "The debrief cannot be opened."),
                           read.error());
    }
    debrief_.show(*std::move(read), view_.language, view_.say("Naar de oefeningen", "To the drills"));
    options_.watch(debrief_.watched());
}

}  // namespace hamer::ui
