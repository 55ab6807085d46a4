// The place for drills: choosing a scenario and who does what, the drill itself on the chair's own screen, and its
// debrief; and the drills that were held here.
//
// A drill has a meeting service of its own, on the folder for drills; nothing of it is where the real meetings are. One
// thread.
#pragma once

#include "service/practice/practice.h"
#include "service/practice/scenario_shelf.h"
#include "ui/drill/debrief_screen.h"
#include "ui/drill/drill_form.h"
#include "ui/drill/drill_window.h"
#include "ui/toolkit/widgets/ui.h"

#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace hamer::ui {

struct DrillAppOptions {
    std::filesystem::path data;
    std::vector<std::filesystem::path> shelves;  // folders with scenarios
    // A meeting service for drills on `data`; one at a time.
    std::function<Result<std::unique_ptr<MeetingService>>()> open_service;
    // From now on these are looked at, and a frame is drawn when they change: what a trainer does in another window.
    std::function<void(std::vector<std::filesystem::path>)> watch = [](std::vector<std::filesystem::path>) {};
    // Opens the trainer's window, another program; why not, where it cannot. Empty: there is no such thing.
    std::function<Status()> open_trainer{};
    OpenDrillWindow open_window;  // the chair's screens in a drill
    std::string back{};           // the words of the way back; empty: there is none
};

class DrillApp {
  public:
    DrillApp(FileSystem& files, DrillAppOptions options, Language language);  // `files` outlives it

    void draw(Ui& ui);
    // Begins at once, as the button does.
    [[nodiscard]] Status begin(const DrillScenario& scenario, const DrillSetup& setup);
    // Goes on with one that was broken off.
    void resume(const std::string& session);
    [[nodiscard]] bool wants_back() const { return wants_back_; }
    [[nodiscard]] Language language() const { return window_ ? window_->language() : language_; }
    // Of the drill's session on the screen.
    [[nodiscard]] std::size_t entries() const { return window_ ? window_->entries() : 0; }
    [[nodiscard]] const Practice* practice() const { return practice_ ? &*practice_ : nullptr; }

  private:
    enum class List { Scenarios, Held };
    void refresh();
    void say_problem(const std::string& what, const Error& error);
    [[nodiscard]] std::string cannot_open() const;
    [[nodiscard]] Status open_service();
    void start_window();
    void to_debrief(const std::string& session, const std::optional<Error>& problem);
    void leave_drill();
    void draw_place(Ui& ui);
    void draw_lists(Ui& ui, Rect area);
    void draw_scenario(Ui& ui, Rect area);
    [[nodiscard]] std::string say(std::string_view nl, std::string_view en) const {
        return std::string(Say{language_}(nl, en));
    }

    FileSystem& files_;
    DrillAppOptions options_;
    Language language_;
    List list_ = List::Scenarios;
    std::vector<ShelvedScenario> shelf_;
    std::vector<HeldDrill> held_;
    std::uint64_t edition_ = 0;  // of the lists
    std::optional<std::size_t> chosen_;
    DrillForm form_;
    std::string problem_;
    bool wants_back_ = false;

    std::unique_ptr<MeetingService> service_;  // the drill's: with a session while one goes on
    std::optional<Practice> practice_;
    std::unique_ptr<DrillWindow> window_;
    std::optional<DebriefScreen> debrief_;
};

}  // namespace hamer::ui
