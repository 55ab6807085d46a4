#include "main/window/window_start.h"

#include "base/mutex.h"
#include "base/worker.h"
#include "codec/settings/settings_json.h"
#include "main/commands/data_place.h"
#include "main/commands/exit_status.h"
#include "main/commands/shipped.h"
#include "main/window/sharing_start.h"
#include "main/window/shown_file.h"
#include "platform/patient_files.h"
#include "platform/system_files.h"
#include "ui/shell/start_problem.h"

#include <condition_variable>
#include <fmt/format.h>
#include <functional>
#include <optional>
#include <utility>

namespace hamer {

namespace {

using Cause = ui::StartProblem::Cause;

constexpr std::chrono::milliseconds before_it_is_said{700};     // most disks answer in a tenth of it
constexpr std::chrono::milliseconds patience_at_the_end{2000};  // so that a window which is closed is soon gone

tl::unexpected<ui::StartProblem> problem(Cause cause, Error error) {
    return tl::unexpected(ui::StartProblem{cause, std::move(error), false});
}

// Whose settings these are.
enum class SettingsFrom { User, Shipped };

using Attempt = tl::expected<WindowStart, ui::StartProblem>;

// All that a start needs; copied to the thread that makes it.
struct Asked {
    CommonOptions common;
    SettingsFrom source = SettingsFrom::User;
    std::filesystem::path data;
    WindowFiles files;
    const Clock& clock;
};

MeetingServiceOptions in_a_window(MeetingServiceOptions options, const Asked& asked) {
    options.data = asked.data;
    options.quick = asked.files.quick;
    options.quick_second = asked.files.quick_second;
    options.apart = asked.files.data;
    options.patience_at_the_end = patience_at_the_end;
    options.changed = [] { ui::Window::nudge(); };
    options.heartbeat = asked.files.data;
    return options;
}

Attempt try_start(const Asked& asked) {
    auto read = meeting_options(asked.common);
    if (!read) return problem(Cause::Settings, read.error());
    MeetingServiceOptions options = in_a_window(*std::move(read), asked);
    options.other_settings = asked.source == SettingsFrom::Shipped;
    const Language language = options.settings.language;
    const auto sharing = open_sharing(*asked.files.data, options.state, asked.clock);
    if (sharing) options.listener = *sharing;
    auto service = MeetingService::open(std::move(options), *asked.files.data, asked.clock);
    if (!service) return problem(Cause::Settings, service.error());
    WindowStart start{nullptr, *std::move(service), asked.common, sharing.value_or(nullptr), {}};
    start.service->offer(procedures_beside(*asked.files.quick, start.service->options().procedure_file));
    auto lock = lock_folder(*asked.files.data, asked.data);
    if (lock) {
        start.lock = *std::move(lock);
    } else if (lock.error().kind == ErrorKind::Refused) {
        return problem(Cause::AlreadyOpen, lock.error());
    } else {
        report(lock.error());  // each session tries for itself, and says what comes of it
    }
    const Say say{language};
    if (asked.source == SettingsFrom::Shipped) {
        start.problem = say("Let op: namen en nummers zijn niet die van uw gemeente. ",
                            "Mind: the names and numbers are not your municipality's. ");
    }
    if (!sharing) {
        report(sharing.error());
        start.problem += fmt::format("{} {} ",
                                     say("Wat hier gebeurt gaat nu niet naar de griffier.",
                                         "What is recorded here does not go to the keeper now."),
                                     describe(sharing.error(), language));
    }
    // Standard error is seen by nobody who starts it from a menu.
    if (const auto doubt = doubt_about(asked.data, place_of(asked.data))) {
        start.problem += fmt::format("{} ", describe(*doubt, language));
    }
    if (const auto writable = start.service->try_disk(); !writable) {
        report(writable.error());
        start.problem += fmt::format("{} {} ",
                                     say("Hamer kan nu niet opslaan. Een vergadering kan wel beginnen: de stappen "
                                         "worden dan apart bewaard.",
                                         "Hamer cannot save now. A meeting can begin: the steps are then kept aside."),
                                     describe(writable.error(), language));
    }
    if (const auto reopened = start.service->reopen_last(); !reopened) {
        report(reopened.error());
        start.problem +=
            fmt::format("{} {}", say("De vorige vergadering kan niet verder.", "The former meeting cannot go on."),
                        describe(reopened.error(), language));
    }
    return start;
}

// With nothing of the disk: what it has of meetings stays there, and comes at the next start.
Attempt start_without_disk(const Asked& asked) {
    auto settings = read_settings(std::string(shipped_settings()), "hamer.json");
    if (!settings) return problem(Cause::Settings, settings.error());
    if (const auto language = language_from(asked.common.lang)) settings->language = *language;
    const Say word{settings->language};
    MeetingServiceOptions options;
    options.procedure_file = settings->procedure;
    options.procedure_text = shipped_procedure();
    options.settings = *std::move(settings);
    options.second_place = second_place_folder();
    options.other_settings = true;
    auto service = MeetingService::open(in_a_window(std::move(options), asked), *asked.files.data, asked.clock);
    if (!service) return problem(Cause::Settings, service.error());
    return WindowStart{nullptr, *std::move(service), asked.common, nullptr,
                       word("De schijf antwoordt niet. De stappen worden apart bewaard. Let op: namen en nummers "
                            "zijn niet die van uw gemeente.",
                            "The disk does not answer. The steps are kept aside. Mind: the names and numbers are "
                            "not your municipality's.")};
}

// What a thread of its own makes of a start, while the window waits for it.
struct Starting {
    Mutex mutex;
    std::condition_variable_any came;
    std::optional<Attempt> attempt GUARDED_BY(mutex);
    bool awaited GUARDED_BY(mutex) = true;

    std::optional<Attempt> take(std::chrono::milliseconds patience) {
        MutexLock hold(mutex);
        came.wait_for(hold, patience, [this]() REQUIRES(mutex) { return attempt.has_value(); });
        return std::exchange(attempt, std::nullopt);
    }
    void give_up() {
        const MutexLock hold(mutex);
        awaited = false;
    }
};

std::shared_ptr<Starting> begin_start(Worker& worker, const Asked& asked) {
    auto starting = std::make_shared<Starting>();
    worker.give([starting, asked] {
        std::optional<Attempt> attempt(try_start(asked));
        const MutexLock hold(starting->mutex);
        if (!starting->awaited) return;  // what was opened is closed again, here
        starting->attempt = std::move(attempt);
        starting->came.notify_all();
        ui::Window::nudge();
    });
    return starting;
}

// Shows what is wrong until a way is chosen, the window is closed, or `done` says that it may go on.
class Waiting {
  public:
    Waiting(ui::Window& window, Language language, std::uint64_t frames)
        : window_(window), language_(language), frames_(frames) {}

    ui::WayOn ask(const ui::StartProblem& problem, const std::function<bool()>& done) {
        ui::WayOn way = ui::WayOn::None;
        const auto draw = [&](ui::Ui& ui) {
            const ui::WayOn chosen = draw_start_problem(ui, problem, language_);
            if (chosen != ui::WayOn::None) way = chosen;  // kept: a step may draw more than one frame
        };
        while (window_.step(monotonic_ms, draw)) {
            seen_.write(window_.frames(), 0, window_.stage().ui().shown());
            if (way != ui::WayOn::None || done()) return way;
            if (frames_ > 0 && window_.frames() >= frames_) break;
        }
        return ui::WayOn::Close;
    }

  private:
    ui::Window& window_;
    Language language_;
    std::uint64_t frames_;
    ShownFile seen_;
};

// The attempt; nothing when the user closed the window.
std::optional<Attempt> awaited_start(Worker& worker, const Asked& asked, Waiting& waiting) {
    const auto starting = begin_start(worker, asked);
    auto attempt = starting->take(before_it_is_said);
    if (attempt) return attempt;
    const Error silent{ErrorKind::Storage, asked.data.string(), "does not answer within the time limit",
                       "Check the disk", Trouble::TimedOut};
    const ui::WayOn way = waiting.ask({Cause::NoAnswer, silent, false}, [&] {
        attempt = starting->take(std::chrono::milliseconds(0));
        return attempt.has_value();
    });
    if (attempt) return attempt;
    starting->give_up();
    if (way != ui::WayOn::WithoutDisk) return std::nullopt;
    return start_without_disk(asked);
}

}  // namespace

const WindowFiles& window_files() {
    static const WindowFiles files{std::make_shared<SystemFiles>(),
                                   std::make_shared<PatientFiles>(std::make_shared<SystemFiles>()),
                                   std::make_shared<PatientFiles>(std::make_shared<SystemFiles>())};
    return files;
}

std::optional<WindowStart> start_in_window(ui::Window& window, const CommonOptions& common,
                                           const WindowChoices& choices, const std::filesystem::path& data,
                                           const WindowFiles& files, const Clock& clock, Language language,
                                           int& status) {
    Worker worker;
    worker.wait_at_the_end(std::chrono::milliseconds(50));
    Waiting waiting(window, language, choices.frames);
    Asked asked{common, SettingsFrom::User, data, files, clock};
    while (true) {
        auto attempt = awaited_start(worker, asked, waiting);
        if (!attempt) {
            status = exit_status(ErrorKind::Storage);
            return std::nullopt;
        }
        if (*attempt) return **std::move(attempt);
        ui::StartProblem& problem = attempt->error();
        status = report(problem.error);
        const auto shipped = shipped_file("config/hamer.json");
        problem.shipped = problem.cause == Cause::Settings && shipped && asked.common.config != shipped->string();
        const ui::WayOn way = waiting.ask(problem, [] { return false; });
        if (way == ui::WayOn::Close) return std::nullopt;
        if (way == ui::WayOn::Shipped) {
            asked.common.config = shipped->string();
            asked.source = SettingsFrom::Shipped;
        }
    }
}

}  // namespace hamer
