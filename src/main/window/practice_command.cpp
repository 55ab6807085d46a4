// The place for drills in a window of its own, and the trainer's window beside it.
#include "main/commands/commands.h"
#include "main/window/drill_places.h"
#include "main/window/shown_file.h"
#include "main/window/unsaved_steps.h"
#include "platform/clock.h"
#include "service/store/preference_file.h"
#include "ui/drill/trainer_app.h"
#include "ui/shell/app.h"
#include "ui/surface/window.h"

#include <fmt/format.h>

namespace hamer {

namespace {

// In the user's own face, whatever the window shows.
Result<std::unique_ptr<ui::Window>> open_window(FileSystem& files, const std::filesystem::path& data, bool dark,
                                                std::string title) {
    ui::WindowOptions options;
    options.title = std::move(title);
    options.look = ui::look_of(PreferenceFile(files, data).preferences());
    if (dark) options.look.face = ui::Face::Dark;
    return ui::Window::open(options);
}

}  // namespace

int practice_command(const CommonOptions& common, const std::string& file, const DrillSetup& setup, bool dark) {
    std::optional<DrillScenario> scenario;
    if (!file.empty()) {
        auto read = open_scenario(file);
        if (!read) return report(read.error());
        const int fits = check_scenario_file(common, file, Loudness::Problems);
        if (fits != 0) return fits;
        scenario = *std::move(read);
    }
    const auto options = meeting_options(common);
    if (!options) return report(options.error());
    const auto data = data_folder(common);
    if (!data) return report(data.error());
    const WindowFiles& own = window_files();
    const auto window = open_window(*own.quick, *data, dark, "Hamer – OEFENING");
    if (!window) return report(window.error());

    static const SystemClock clock;
    const auto lookout = window_lookout(clock);
    const Language chosen =
        PreferenceFile(*own.quick, *data).preferences().language.value_or(options->settings.language);
    const Language language = language_from(common.lang).value_or(chosen);
    const auto practice = practice_worker(common, *data, own, clock);
    ui::DrillApp app(*practice, drill_app_options(common, *data, *lookout), language);
    if (scenario) app.begin(*scenario, setup);
    ShownFile seen;
    std::size_t entries = 0;
    const auto draw = [&](ui::Ui& ui) {
        entries = app.entries();  // what a frame shows is from before the tap that it takes
        app.draw(ui);
    };
    while ((*window)->step(monotonic_ms, draw)) {
        // What was asked for on the command line is answered there.
        if (app.practice()) scenario.reset();
        if (scenario && app.refused()) return report(*app.refused());
        seen.write((*window)->frames(), entries, (*window)->stage().ui().shown());
    }
    if (!app.practice()) return 0;
    return say_unsaved_steps(app.practice()->meeting(), language).value_or(0);
}

int trainer_command(const CommonOptions& common, bool dark) {
    const auto options = meeting_options(common);
    if (!options) return report(options.error());
    const auto data = data_folder(common);
    if (!data) return report(data.error());
    FileSystem& files = *window_files().quick;
    const auto window = open_window(files, *data, dark, "Hamer – OEFENING, trainer");
    if (!window) return report(window.error());

    static const SystemClock clock;
    const auto lookout = window_lookout(clock);
    const auto practice = practice_worker(common, *data, window_files(), clock);
    ui::TrainerApp app(
        *practice,
        {.clock = &clock, .watch = [&](std::vector<std::filesystem::path> paths) { lookout->watch(std::move(paths)); }},
        options->settings.language);
    ShownFile seen;
    while ((*window)->step(monotonic_ms, [&](ui::Ui& ui) { app.draw(ui); })) {
        seen.write((*window)->frames(), app.entries(), (*window)->stage().ui().shown());
    }
    return 0;
}

}  // namespace hamer
