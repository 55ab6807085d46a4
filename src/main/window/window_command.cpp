#include "main/commands/clerk_commands.h"
#include "main/commands/commands.h"
#include "main/commands/output.h"
#include "main/window/drill_places.h"
#include "main/window/shown_file.h"
#include "main/window/window_start.h"
#include "platform/clock.h"
#include "platform/desktop_files.h"
#include "platform/patient_files.h"
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
    const auto draw = [&](ui::Ui& ui) { app.draw(ui); };
    ShownFile seen;
    bool shown = false;
    // What a frame shows is from before the tap that it takes.
    std::size_t entries = app.entries();
    while (window.step(monotonic_ms, draw)) {
        seen.write(window.frames(), entries, window.stage().ui().shown());
        entries = app.entries();
        if (choices.frames > 0 && window.frames() >= choices.frames) break;
        // What earlier sessions left for the register can wait for the first frame, as the chair cannot.
        for (const Error& late : service.take_catch_up_problems()) report(late);
        if (std::exchange(shown, true)) continue;
        const auto left_out = service.catch_up();
        if (!left_out) report(left_out.error());
        for (const Error& one : left_out.value_or(std::vector<Error>{})) report(one);
        deliveries.wake();
    }
}

// The exit status where steps did not reach the disk; what is missing, and where it is instead, is said.
std::optional<int> said_at_the_end(const MeetingService& service, Language language) {
    const StorageHealth health = service.storage();
    if (health.unrecorded == 0) return std::nullopt;
    const int status = report(not_on_disk(health, service.session_folder()).value());
    if (!health.second_place.empty()) {
        complain("{}: {}\n", Say{language}("Ze staan in", "They are in"), health.second_place.string());
    }
    return status;
}

}  // namespace

int window_command(const CommonOptions& asked, const WindowChoices& choices) {
    // The window first: without a display nothing is made on disk.
    ui::WindowOptions window_options;
    const auto data = data_folder(asked);
    if (!data) return report(data.error());
    // For ever, as a thread that waits for the disk may be left behind.
    static SystemFiles files;
    static const SystemClock clock;
    static const auto shared_files = std::make_shared<SystemFiles>();
    const WindowFiles own{shared_files, std::make_shared<PatientFiles>(std::make_shared<SystemFiles>()),
                          std::make_shared<PatientFiles>(std::make_shared<SystemFiles>())};
    const Preferences preferences = PreferenceFile(*own.quick, *data).preferences();
    window_options.look = ui::look_of(preferences);
    if (choices.dark) window_options.look.face = ui::Face::Dark;
    window_options.full_screen = choices.full_screen;
    const auto window = ui::Window::open(window_options);
    if (!window) return report(window.error());

    int status = 0;
    const Language spoken_first = language_from(asked.lang).value_or(preferences.language.value_or(Language::Dutch));
    const auto start = start_in_window(**window, asked, choices, *data, own, clock, spoken_first, status);
    if (!start) return status;
    status = 0;  // a start that went wrong and was mended is none
    const CommonOptions& common = start->common;
    const std::unique_ptr<MeetingService>& service = start->service;

    const auto open_control = [&](BroadcastWay way) {
        return open_broadcast(way, service->settings().broadcast, *data, own.quick, clock, [] { ui::Window::nudge(); });
    };
    service->set_broadcast(
        open_control(broadcast_way(service->preferences().preferences(), service->settings().broadcast)));

    ui::Sound sound("default", [] { ui::Window::nudge(); });
    ui::AppOptions app_options;
    if (!common.lang.empty()) app_options.language = language_from(common.lang);
    app_options.problem = start->problem;
    app_options.play_sound = [&sound] { sound.play(); };
    app_options.sound_problem = [&sound] { return sound.problem(); };
    const Settings settings = service->settings();
    const Language language = language_from(common.lang).value_or(settings.language);
    DeliveryService deliveries(
        settings, *data,
        [language, data = *data](const IncidentRecord& record) {
            SystemFiles reading;  // on a thread of its own
            return record_pdf(record, language, procedure_of(reading, data, record).get());
        },
        [] { ui::Window::nudge(); });
    app_options.open_broadcast = open_control;
    app_options.open_clerk = [&](Language chosen) {
        return std::make_unique<ClerkWorker>(
            [common, chosen] { return open_clerk_service(common, files, clock, chosen); }, [] { ui::Window::nudge(); },
            clock);
    };
    const auto drafts = std::make_shared<Drafts>(shared_files, *data, [] { ui::Window::nudge(); });
    app_options.drafts = drafts;
    app_options.desktop = system_desktop_files((*window)->desktop_name(), [] { ui::Window::nudge(); });
    const auto lookout = window_lookout(clock);
    const auto practice = practice_worker(common, *data, own, clock);
    app_options.open_drills = [&](Language chosen) {
        ui::DrillAppOptions drills = drill_app_options(common, *data, *lookout);
        ui::AppOptions in_drill;
        in_drill.play_sound = [&sound] { sound.play(); };
        in_drill.sound_problem = [&sound] { return sound.problem(); };
        drills.open_window = ui::drill_window_with(std::move(in_drill));
        drills.back = Say{chosen}("Vergadering", "Meeting");
        return std::make_unique<ui::DrillApp>(*practice, std::move(drills), chosen);
    };
    app_options.drills = practice.get();
    app_options.deliver = [&] { deliveries.wake(); };
    app_options.deliveries = [&] { return deliveries.version(); };
    ui::App app(*service, std::move(app_options));
    if (choices.dossier) app.open_dossier();
    show_until_closed(**window, app, *service, deliveries, choices);
    drafts->settle(std::chrono::seconds(1));
    return said_at_the_end(*service, settings.language).value_or(status);
}

}  // namespace hamer
