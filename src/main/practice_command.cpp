// A drill in the window, for a chair who practises alone.
#include "base/text_file.h"
#include "codec/scenario_json.h"
#include "desk/practice.h"
#include "journal/posix_file.h"
#include "main/commands.h"
#include "main/seen_file.h"
#include "ui/drill/debrief_screen.h"
#include "ui/screens/app.h"
#include "ui/surface/window.h"

#include <fmt/format.h>

namespace hamer {

int practice_command(const CommonOptions& common, const std::string& file, const PracticeOptions& choices, bool dark) {
    const auto text = read_text_file(file, largest_scenario);
    if (!text) return report(text.error());
    auto scenario = read_scenario(*text, file);
    if (!scenario) return report(scenario.error());
    auto options = desk_options(common);
    if (!options) return report(options.error());
    const auto data = data_folder(common);
    if (!data) return report(data.error());
    ui::WindowOptions window_options;
    window_options.title = "Hamer – OEFENING";
    PosixFileSystem files;
    window_options.look = ui::look_of(PreferenceFile(files, *data).preferences());
    if (dark) window_options.look.face = ui::Face::Dark;
    const auto window = ui::Window::open(window_options);
    if (!window) return report(window.error());

    const Language language = options->settings.language;
    options->data = *data;
    options->drill = true;
    options->changed = [] { ui::Window::nudge(); };
    const SystemClock clock;
    const auto desk = Desk::open(*std::move(options), files, clock);
    if (!desk) return report(desk.error());
    if (const auto problems = check_scenario(*scenario, (*desk)->procedure()); !problems.empty()) {
        for (const ScenarioProblem& one : problems) {
            fmt::print(stderr, "hamer: {}: {}: {}\n", file, one.place, one.problem);
        }
        return 2;
    }
    Practice practice(*std::move(scenario), **desk, files, choices);
    if (const auto begun = practice.begin(language); !begun) return report(begun.error());
    ui::AppOptions app_options;
    app_options.language = language;
    app_options.practice = &practice;
    std::optional<ui::DebriefScreen> debrief;
    ui::App app(**desk, std::move(app_options));
    const auto draw = [&](ui::Ui& ui) {
        if (!debrief && practice.debrief()) {
            debrief.emplace(*practice.debrief(), practice.debrief_file().string(), app.problem());
        }
        if (debrief)
            debrief->draw(ui);
        else
            app.draw(ui);
    };
    SeenFile seen;
    std::size_t entries = (*desk)->session().entries().size();
    while ((*window)->step(monotonic_ms, draw)) {
        seen.write((*window)->frames(), entries, (*window)->stage().ui().seen());
        if ((*desk)->has_session()) entries = (*desk)->session().entries().size();
    }
    // Also where the window is closed in the middle of it.
    if ((*desk)->has_session()) {
        if (const auto ended = practice.end(language); !ended) return report(ended.error());
    }
    return 0;
}

}  // namespace hamer
