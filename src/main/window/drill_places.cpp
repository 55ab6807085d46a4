#include "main/window/drill_places.h"

#include "base/attempt.h"
#include "base/worker.h"
#include "platform/child_process.h"
#include "platform/patient_files.h"
#include "platform/system_files.h"
#include "service/meeting/meeting_service.h"
#include "service/practice/practice_service.h"
#include "ui/shell/app.h"
#include "ui/surface/window.h"

#include <algorithm>
#include <cstdlib>

namespace hamer {

namespace {

constexpr std::chrono::milliseconds for_the_settings{1000};
constexpr std::chrono::milliseconds patience_at_the_end{2000};

// Read anew for each drill, on a thread that a disk which hangs may keep.
Result<MeetingServiceOptions> read_meeting_options(const CommonOptions& common) {
    auto read = within<Result<MeetingServiceOptions>>(for_the_settings, [common] { return meeting_options(common); });
    if (read) return *std::move(read);
    return fail(ErrorKind::Storage, common.config, "does not answer within the time limit", "Check the disk",
                Trouble::TimedOut);
}

// A program that outlives this one: the trainer may talk the drill over when the chair's window is closed. Where
// HAMER_SEEN names a file, that window has one of its own beside it.
Status start_beside(const std::vector<std::string>& words) {
    StartOptions with;
    constexpr const char* seen = "HAMER_SEEN";
    if (const char* file = std::getenv(seen)) with.environment[seen] = std::string(file) + ".trainer";
    const auto started = start_program(words, with);
    if (started) return {};
    Error error = started.error();
    error.advice = "Start it by hand: hamer drill --trainer";
    error.trouble = Trouble::Unnamed;
    return tl::unexpected(std::move(error));
}

}  // namespace

std::vector<std::filesystem::path> scenario_shelves(const std::filesystem::path& data) {
    std::vector<std::filesystem::path> shelves;
    if (const auto shipped = shipped_file("scenarios/sit-in.json")) shelves.push_back(shipped->parent_path());
    shelves.push_back(data / "scenarios");
    return shelves;
}

std::unique_ptr<Lookout> window_lookout(const Clock& clock) {
    const auto look = [looking = SystemFiles()](const std::filesystem::path& path) mutable {
        const auto state = looking.look(path);
        return state ? *state : std::nullopt;
    };
    return std::make_unique<Lookout>(look, clock, ui::Window::nudge);
}

std::unique_ptr<PracticeWorker> practice_worker(const CommonOptions& common, const std::filesystem::path& data,
                                                const WindowFiles& files, const Clock& clock) {
    const auto open_meeting = [common, data, files, &clock]() -> Result<std::unique_ptr<MeetingService>> {
        ASSIGN_OR_RETURN(auto options, read_meeting_options(common));
        options.data = data;
        options.drill = true;
        options.changed = [] { ui::Window::nudge(); };
        options.quick = files.quick;
        options.quick_second = files.quick_second;
        options.patience_at_the_end = patience_at_the_end;
        options.heartbeat = files.data;
        auto service = MeetingService::open(std::move(options), *files.data, clock);
        if (service) (*service)->offer(procedures_beside(*files.quick, (*service)->options().procedure_file));
        return service;
    };
    const auto make = [data, open_meeting] {
        // Its own: what hangs here keeps nobody else from asking.
        return std::make_shared<PracticeService>(
            PracticeService::Options{data, scenario_shelves(data),
                                     std::make_shared<PatientFiles>(std::make_shared<SystemFiles>()), open_meeting});
    };
    return std::make_unique<PracticeWorker>(
        make, [] { ui::Window::nudge(); }, clock);
}

ui::DrillAppOptions drill_app_options(const CommonOptions& common, const std::filesystem::path& data,
                                      Lookout& lookout) {
    ui::DrillAppOptions made;
    made.watch = [&lookout](std::vector<std::filesystem::path> paths) { lookout.watch(std::move(paths)); };
    made.open_trainer = [common, data]() -> Status {
        std::vector<std::string> words{this_program(), "--data", data.string()};
        if (!common.config.empty()) words.insert(words.end(), {"--config", common.config});
        if (!common.lang.empty()) words.insert(words.end(), {"--lang", common.lang});
        words.insert(words.end(), {"drill", "--trainer"});
        return start_beside(words);
    };
    made.open_window = ui::drill_window_with({});
    return made;
}

}  // namespace hamer
