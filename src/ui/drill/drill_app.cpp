#include "ui/drill/drill_app.h"

#include "base/counted.h"
#include "base/typed_time.h"
#include "service/store/held_drills.h"
#include "ui/toolkit/widgets/log_list.h"
#include "ui/toolkit/widgets/place_head.h"
#include "ui/toolkit/widgets/scroll.h"

#include <fmt/format.h>

namespace hamer::ui {

DrillApp::DrillApp(FileSystem& files, DrillAppOptions options, Language language)
    : files_(files), options_(std::move(options)), language_(language) {
    if (const auto opened = open_service(); !opened) say_problem(cannot_open(), opened.error());
    refresh();
}

void DrillApp::say_problem(const std::string& what, const Error& error) {
    problem_ = fmt::format("{} {}", what, describe(error, language_));
}

std::string DrillApp::cannot_open() const {
    return say("De oefeningen kunnen niet worden geopend.", "The drills cannot be opened.");
}

// A service has one session in its life here: what a drill left behind is not in the next one.
Status DrillApp::open_service() {
    service_.reset();
    auto service = options_.open_service();
    if (!service) return tl::unexpected<Error>(service.error());
    service_ = *std::move(service);
    return {};
}

void DrillApp::refresh() {
    ++edition_;
    shelf_.clear();
    if (service_) shelf_ = shelved_scenarios(files_, options_.shelves, service_->procedure());
    const bool gone = chosen_ && (*chosen_ >= shelf_.size() || !shelf_[*chosen_].scenario);
    if (gone) chosen_.reset();
    auto held = drills_begun(files_, options_.data);
    if (!held) return say_problem(cannot_open(), held.error());
    held_ = *std::move(held);
}

Status DrillApp::begin(const DrillScenario& scenario, const DrillSetup& setup) {
    if (!service_ || service_->has_session()) {
        if (auto opened = open_service(); !opened) return opened;
    }
    practice_.emplace(*service_, files_);
    if (auto begun = practice_->begin(scenario, setup, language_); !begun) {
        leave_drill();
        return begun;
    }
    form_.begun();
    start_window();
    return {};
}

void DrillApp::start_window() {
    problem_.clear();
    debrief_.reset();
    window_ = options_.open_window(*service_, *practice_, language_);
    options_.watch(practice_->watched());
}

void DrillApp::resume(const std::string& session) {
    if (!service_) return;  // why was said when it could not be opened
    practice_.emplace(*service_, files_);
    if (const auto resumed = practice_->resume(session); !resumed) {
        leave_drill();
        return say_problem(say("Deze oefening kan niet verdergaan.", "This drill cannot go on."), resumed.error());
    }
    start_window();
}

// The drill's own service and screen go; what they kept is on disk.
void DrillApp::leave_drill() {
    if (window_) language_ = window_->language();
    window_.reset();
    practice_.reset();
    options_.watch({});
    if (const auto opened = open_service(); !opened) say_problem(cannot_open(), opened.error());
    refresh();
}

void DrillApp::to_debrief(const std::string& session, const std::optional<Error>& problem) {
    auto debriefing = Debriefing::open(files_, options_.data, session);
    if (!debriefing) {
        return say_problem(say("De nabespreking kan niet worden geopend.", "The debrief cannot be opened."),
                           debriefing.error());
    }
    options_.watch(debriefing->watched());
    debrief_.emplace(*std::move(debriefing), language_, say("Naar de oefeningen", "To the drills"),
                     problem ? describe(*problem, language_) : std::string());
}

void DrillApp::draw(Ui& ui) {
    if (window_) {
        window_->draw(ui);
        if (practice_->ended()) {
            const std::string session = service_->session_id();
            const std::optional<Error> problem = practice_->problem();
            leave_drill();
            to_debrief(session, problem);
            ui.wake_at(ui.now());
        }
        return;
    }
    if (debrief_) {
        debrief_->draw(ui);
        if (debrief_->wants_back()) {
            debrief_.reset();
            options_.watch({});
            refresh();
        }
        return;
    }
    draw_place(ui);
}

void DrillApp::draw_place(Ui& ui) {
    const Metrics& m = ui.metrics();
    Rect area = ui.area().inset(m.gap(Gap::Normal));
    // Where there is room for one thing at a time: the list, or what was opened from it.
    const bool one = m.portrait() || m.compact();
    const bool alone = one && chosen_;
    const std::string back = alone ? say("Naar de lijst", "To the list") : options_.back;
    if (place_head(ui, area, {.back = back, .title = Say{language_}("Oefening", "Drill"), .icon = Icon::Drill})) {
        if (alone)
            chosen_.reset();
        else
            wants_back_ = true;
    }
    problem_line(ui, area, problem_);
    if (one) return chosen_ ? draw_scenario(ui, area) : draw_lists(ui, area);
    draw_lists(ui, area.cut_left(std::round(area.w * 0.40F), m.gap(Gap::Snug)));
    if (chosen_) return draw_scenario(ui, area);
    const Rect inside = panel(ui, area);
    const std::string words =
        say("Kies links een scenario. Zo oefent u de stappen van het protocol op het scherm van een "
            "echte vergadering. Er gaat niets naar politie, uitzending of register.",
            "Choose a scenario on the left. You practise the protocol's steps on the screen of a "
            "real meeting. Nothing goes to the police, the broadcast or the register.");
    (void)text(ui, inside, {.text = words, .ink = Ink::Soft});
}

void DrillApp::draw_lists(Ui& ui, Rect area) {
    const Metrics& m = ui.metrics();
    Rect inside = panel(ui, area, Ground::Surface, Gap::Normal);
    const Chips which{.key = "list",
                      .labels = {say("Scenario’s", "Scenarios"), say("Gehouden", "Held")},
                      .chosen = static_cast<int>(list_)};
    const int tapped = chips(ui, inside.cut_top(chips_height(ui, which, inside.w), m.gap(Gap::Snug)), which);
    if (tapped >= 0) {
        list_ = static_cast<List>(tapped);
        chosen_.reset();
    }
    const std::string none = list_ == List::Scenarios
                                 ? say("Er zijn geen scenario’s.", "There are no scenarios.")
                                 : say("Nog geen oefening op dit apparaat.", "No drill on this device yet.");
    LogList list{.key = list_ == List::Scenarios ? "scenarios" : "held",
                 .empty = none,
                 .count = static_cast<int>(list_ == List::Scenarios ? shelf_.size() : held_.size()),
                 .revision = edition_ * 2 + (language_ == Language::Dutch ? 0 : 1),
                 .row = {},
                 .order = LogList::Order::OldestFirst,
                 .days = list_ != List::Scenarios,
                 .icons = false};
    if (list_ == List::Scenarios) {
        list.row = [&](int row) {
            const ShelvedScenario& one = shelf_[static_cast<std::size_t>(row)];
            if (!one.scenario) {
                const std::string why = fmt::format("{}: {}", say("Kan niet worden gebruikt", "Cannot be used"),
                                                    describe(*one.problem, language_));
                return LogRow{"!", one.file.filename().string(), why, Icon::None, Tone::Danger, false};
            }
            // Not what happens in it: whoever plays the chair reads this too.
            return LogRow{std::to_string(row + 1), one.scenario->title.in(language_), {}};
        };
        if (chosen_) list.marked = static_cast<int>(*chosen_);
    } else {
        list.row = [&](int row) {
            const HeldDrill& one = held_[static_cast<std::size_t>(row)];
            std::string detail =
                one.setup.lead == DrillLead::Program ? say("Alleen geoefend · ", "Practised alone · ") : std::string();
            detail += one.result ? fmt::format("{} {} {}", one.result->points, say("van", "of"),
                                               counted(static_cast<std::uint64_t>(one.result->of), {"punt", "point"},
                                                       {"punten", "points"})
                                                   .in(language_))
                                 : say("Niet afgerond: tik om verder te gaan.", "Not finished: tap to go on.");
            for (const std::string& name : one.setup.attendance) detail += " · " + name;
            return LogRow{shown_day(one.held), one.title, detail};
        };
    }
    const int opened = log_list(ui, inside, list);
    if (opened < 0) return;
    const auto at = static_cast<std::size_t>(opened);
    problem_.clear();
    if (list_ == List::Scenarios) {
        if (shelf_[at].scenario)
            chosen_ = at;
        else
            problem_ =
                fmt::format("{} {}",
                            say("Dit bestand kan niet worden gebruikt. Verbeter het, of haal het uit de map. "
                                "Wat er mis is:",
                                "This file cannot be used. Mend it, or take it out of the folder. What is wrong:"),
                            describe(*shelf_[at].problem, language_));
    } else if (held_[at].result) {
        to_debrief(held_[at].session, {});
    } else {
        resume(held_[at].session);
    }
    ui.wake_at(ui.now());
}

void DrillApp::draw_scenario(Ui& ui, Rect area) {
    const Metrics& m = ui.metrics();
    Rect inside = panel(ui, area);
    const DrillScenario& scenario = *shelf_[*chosen_].scenario;
    const std::string label = say("Begin de oefening", "Begin the drill");
    const BigButton begin_button{
        .key = "begin", .label = label, .icon = Icon::Drill, .filled = true, .shortcut = '1', .guarded = false};
    const Rect place = inside.cut_bottom(big_button_height(ui, begin_button, inside.w), m.gap(Gap::Normal));
    {
        Scroll scroll(ui, "scenario", inside, Scroll::Stop::No);
        Column column(scroll.content(), m.gap(Gap::Tight));
        Lines lines(ui, column, language_);
        form_.draw(lines, scenario, options_.open_trainer != nullptr);
        scroll.extent(column.used() + m.gap(Gap::Normal));
    }
    if (big_button(ui, place, begin_button) != Tap::Taken) return;
    const DrillScenario begun = scenario;  // what was read anew meanwhile takes nothing away
    Status done = begin(begun, form_.setup(begun));
    if (done && form_.wants_trainer_window()) done = options_.open_trainer();
    if (!done) {
        say_problem(practice_ ? say("Het venster van de trainer kan niet worden geopend.",
                                    "The trainer’s window cannot be opened.")
                              : say("De oefening kan niet beginnen.", "The drill cannot begin."),
                    done.error());
    }
    ui.wake_at(ui.now());
}

}  // namespace hamer::ui
