#include "main/commands/clerk_commands.h"
#include "main/commands/commands.h"
#include "main/window/drill_places.h"
#include "main/window/sharing_start.h"
#include "main/window/shown_file.h"
#include "main/window/unsaved_steps.h"
#include "main/window/window_start.h"
#include "platform/clock.h"
#include "platform/desktop_files.h"
#include "platform/free_memory.h"
#include "platform/system_files.h"
#include "service/clerk/record_report.h"
#include "service/handover/delivery_service.h"
#include "service/meeting/open_broadcast.h"
#include "service/store/drafts.h"
#include "ui/drill/drill_app.h"
#include "ui/shell/app.h"
#include "ui/surface/sound.h"
#include "ui/surface/window.h"

#include <optional>
#include <utility>

namespace hamer {

namespace {

// Draws until the user closes the window, or the frames asked for are drawn.
void show_until_closed(ui::Window& window, ui::App& app, MeetingService& service, DeliveryService& deliveries,
                       const WindowChoices& choices) {
    std::size_t entries = 0;
    const auto draw = [&](ui::Ui& ui) {
        entries = app.entries();  // what a frame shows is from before the tap that it takes
        app.draw(ui);
    };
    ShownFile seen;
    bool shown = false;
    while (window.step(monotonic_ms, draw)) {
        seen.write(window.frames(), entries, window.stage().ui().shown());
        if (choices.frames > 0 && window.frames() >= choices.frames) break;
        // What earlier sessions left for the register can wait for the first frame, as the chair cannot.
        for (const Error& late : service.take_catch_up_problems()) report(late);
        if (std::exchange(shown, true)) continue;
        give_back_free_memory();
        const auto left_out = service.catch_up();
        if (!left_out) report(left_out.error());
        for (const Error& one : left_out.value_or(std::vector<Error>{})) report(one);
        deliveries.wake();
    }
}

// What the chair's window is made of besides the service; all of it outlives the app.
class WindowParts {
  public:
    WindowParts(const ui::Window& window, const CommonOptions& common, const std::filesystem::path& data,
                MeetingService& service)
        : common_(common),
          data_(data),
          service_(service),
          deliveries_(
              service.settings(), data,
              [language = language(), data](const IncidentRecord& record) {
                  SystemFiles reading;  // on a thread of its own
                  return record_pdf(record, document_of(record, language, procedure_of(reading, data, record).get()));
              },
              ui::Window::nudge),
          drafts_(std::make_shared<Drafts>(window_files().data, data, ui::Window::nudge)),
          desktop_(system_desktop_files(window.desktop_name(), ui::Window::nudge)),
          lookout_(window_lookout(clock())),
          practice_(practice_worker(common, data, window_files(), clock())) {}

    // For ever, as a thread that is left behind may look at it.
    static const SystemClock& clock() {
        static const SystemClock clock;
        return clock;
    }

    [[nodiscard]] ui::AppOptions options(const std::string& problem);
    [[nodiscard]] DeliveryService& deliveries() { return deliveries_; }
    [[nodiscard]] Drafts& drafts() { return *drafts_; }
    [[nodiscard]] Language language() const {
        return language_from(common_.lang).value_or(service_.settings().language);
    }
    [[nodiscard]] std::unique_ptr<BroadcastControl> open_control(BroadcastWay way) const {
        return open_broadcast(way, service_.settings().broadcast, data_, window_files().quick, clock(),
                              ui::Window::nudge);
    }

  private:
    [[nodiscard]] std::unique_ptr<ui::DrillApp> open_drills(Language chosen);
    void add_sound(ui::AppOptions& options);

    const CommonOptions& common_;
    std::filesystem::path data_;
    MeetingService& service_;
    ui::Sound sound_{"default", ui::Window::nudge};
    DeliveryService deliveries_;
    std::shared_ptr<Drafts> drafts_;
    std::shared_ptr<DesktopFiles> desktop_;
    std::unique_ptr<Lookout> lookout_;
    std::unique_ptr<PracticeWorker> practice_;
};

void WindowParts::add_sound(ui::AppOptions& options) {
    options.play_sound = [this] { sound_.play(); };
    options.sound_problem = [this] { return sound_.problem(); };
}

std::unique_ptr<ui::DrillApp> WindowParts::open_drills(Language chosen) {
    ui::DrillAppOptions drills = drill_app_options(common_, data_, *lookout_);
    ui::AppOptions in_drill;
    add_sound(in_drill);
    drills.open_window = ui::drill_window_with(std::move(in_drill));
    drills.back = Say{chosen}("Vergadering", "Meeting");
    return std::make_unique<ui::DrillApp>(*practice_, std::move(drills), chosen);
}

ui::AppOptions WindowParts::options(const std::string& problem) {
    ui::AppOptions options;
    if (!common_.lang.empty()) options.language = language_from(common_.lang);
    options.problem = problem;
    add_sound(options);
    options.open_broadcast = [this](BroadcastWay way) { return open_control(way); };
    options.open_clerk = [common = common_](Language chosen) {
        return std::make_unique<ClerkWorker>(
            [common, chosen] { return open_clerk_service(common, *window_files().data, clock(), chosen); },
            ui::Window::nudge, clock());
    };
    options.drafts = drafts_;
    options.desktop = desktop_;
    options.open_drills = [this](Language chosen) { return open_drills(chosen); };
    options.drills = practice_.get();
    options.deliver = [this] { deliveries_.wake(); };
    options.deliveries = [this] { return deliveries_.version(); };
    return options;
}

}  // namespace

int window_command(const CommonOptions& asked, const WindowChoices& choices) {
    // The window first: without a display nothing is made on disk.
    const auto data = data_folder(asked);
    if (!data) return report(data.error());
    const Preferences preferences = PreferenceFile(*window_files().quick, *data).preferences();
    ui::WindowOptions window_options;
    window_options.look = ui::look_of(preferences);
    if (choices.dark) window_options.look.face = ui::Face::Dark;
    window_options.full_screen = choices.full_screen;
    const auto window = ui::Window::open(window_options);
    if (!window) return report(window.error());

    int status = 0;
    const Language spoken_first = language_from(asked.lang).value_or(preferences.language.value_or(Language::Dutch));
    const auto start =
        start_in_window(**window, asked, choices, *data, window_files(), WindowParts::clock(), spoken_first, status);
    if (!start) return status;
    MeetingService& service = *start->service;
    WindowParts parts(**window, start->common, *data, service);
    const BroadcastSettings& ways = service.settings().broadcast;
    service.set_broadcast(parts.open_control(broadcast_way(service.device().chosen(), ways)));

    status = 0;  // a start that went wrong and was mended is none
    {
        ui::AppOptions options = parts.options(start->problem);
        options.link = log_link(service, start->sharing);
        ui::App app(service, std::move(options));
        if (choices.dossier) app.open_dossier();
        show_until_closed(**window, app, service, parts.deliveries(), choices);
        if (app.drill())
            status = say_unsaved_steps(app.drill()->meeting(), service.settings().language).value_or(status);
    }
    if (start->sharing) start->sharing->settle(std::chrono::seconds(2));
    parts.drafts().settle(std::chrono::seconds(1));
    return say_unsaved_steps(service, service.settings().language).value_or(status);
}

}  // namespace hamer
