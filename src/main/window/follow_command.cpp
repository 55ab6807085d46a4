#include "main/commands/commands.h"
#include "main/window/shown_file.h"
#include "platform/clock.h"
#include "platform/system_files.h"
#include "service/watch/follower_marks.h"
#include "service/watch/life_watch.h"
#include "service/watch/lookout.h"
#include "ui/shell/app.h"
#include "ui/shell/follow_app.h"
#include "ui/surface/window.h"

namespace hamer {

int follow_command(const CommonOptions& common, const WindowChoices& choices) {
    const auto data = data_folder(common);
    if (!data) return report(data.error());
    const auto options = meeting_options(common);
    if (!options) return report(options.error());
    ui::WindowOptions window_options;
    window_options.title = "Hamer – meekijken";
    window_options.look.face = choices.dark ? ui::Face::Dark : ui::Face::Light;
    window_options.full_screen = choices.full_screen;
    const auto window = ui::Window::open(window_options);
    if (!window) return report(window.error());

    SystemFiles files;
    const SystemClock clock;
    Follower follower({*data, options->settings, choices.drill}, files, clock);
    follower.poll(Follower::Thoroughness::Everything);
    ui::FollowApp app(follower, options->settings.language);
    const auto look = [looking = SystemFiles()](const std::filesystem::path& path) mutable {
        const auto state = looking.look(path);
        return state ? *state : std::nullopt;
    };
    Lookout lookout(look, clock, ui::Window::nudge);
    const auto read = [reading = SystemFiles()](const std::filesystem::path& path) mutable {
        const auto text = reading.read(path);
        return text ? *text : std::nullopt;
    };
    LifeWatch life(read, clock, ui::Window::nudge);
    ShownFile seen;
    FollowerMarks seen_marks(files, options->state);
    const auto draw = [&](ui::Ui& ui) {
        if (const auto since = lookout.silent_since())
            follower.does_not_answer(*since);
        else
            seen_marks.poll(follower);
        lookout.watch(follower.watched());
        life.watch(follower.has_session() ? follower.session_folder() : std::filesystem::path{});
        follower.hears(life.silence());
        app.draw(ui);
    };
    while ((*window)->step(monotonic_ms, draw)) {
        seen.write((*window)->frames(), follower.has_session() ? follower.session().entries().size() : 0,
                   (*window)->stage().ui().shown());
        if (choices.frames > 0 && (*window)->frames() >= choices.frames) break;
    }
    return 0;
}

}  // namespace hamer
