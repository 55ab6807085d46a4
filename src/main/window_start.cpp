#include "main/window_start.h"

#include "journal/posix_file.h"
#include "main/seen_file.h"
#include "ui/screens/start_problem.h"

#include <fmt/format.h>

namespace hamer {

namespace {

using Cause = ui::StartProblem::Cause;

tl::unexpected<ui::StartProblem> problem(Cause cause, Error error) {
    return tl::unexpected(ui::StartProblem{cause, std::move(error), false});
}

// Whose settings these are.
enum class SettingsFrom { User, Shipped };

tl::expected<WindowStart, ui::StartProblem> try_start(const CommonOptions& common, SettingsFrom source,
                                                      const std::filesystem::path& data, FileSystem& files,
                                                      const Clock& clock) {
    auto options = desk_options(common);
    if (!options) return problem(Cause::Settings, options.error());
    options->data = data;
    options->other_settings = source == SettingsFrom::Shipped;
    options->changed = [] { ui::Window::nudge(); };
    options->heartbeat = std::make_shared<PosixFileSystem>();
    const Language language = options->settings.language;
    auto desk = Desk::open(*std::move(options), files, clock);
    if (!desk) return problem(Cause::Settings, desk.error());
    WindowStart start{nullptr, *std::move(desk), common, {}};
    auto lock = lock_folder(files, data);
    if (lock) {
        start.lock = *std::move(lock);
    } else if (lock.error().kind == ErrorKind::Refused) {
        return problem(Cause::AlreadyOpen, lock.error());
    } else {
        report(lock.error());  // each session tries for itself, and says what comes of it
    }
    const auto say = [language](const char* nl, const char* en) { return language == Language::Dutch ? nl : en; };
    if (source == SettingsFrom::Shipped) {
        start.problem = say("Let op: namen en nummers zijn niet die van uw gemeente. ",
                            "Mind: the names and numbers are not your municipality's. ");
    }
    if (const auto writable = start.desk->try_disk(); !writable) {
        report(writable.error());
        start.problem += fmt::format("{} {} ",
                                     say("Hamer kan nu niet opslaan. Een vergadering kan wel beginnen: de stappen "
                                         "worden dan apart bewaard.",
                                         "Hamer cannot save now. A meeting can begin: the steps are then kept aside."),
                                     describe(writable.error(), language));
    }
    if (const auto reopened = start.desk->reopen_last(); !reopened) {
        report(reopened.error());
        start.problem +=
            fmt::format("{} {}", say("De vorige vergadering kan niet verder.", "The former meeting cannot go on."),
                        describe(reopened.error(), language));
    }
    return start;
}

// Until a way is chosen, or the window closed.
ui::WayOn ask(ui::Window& window, const ui::StartProblem& problem, Language language, std::uint64_t frames) {
    ui::WayOn way = ui::WayOn::None;
    SeenFile seen;
    const auto draw = [&](ui::Ui& ui) {
        way = draw_start_problem(ui, problem, language);
        if (way != ui::WayOn::None) ui.wake_at(ui.now());
    };
    while (window.step(monotonic_ms, draw)) {
        seen.write(window.frames(), 0, window.stage().ui().seen());
        if (way != ui::WayOn::None) return way;
        if (frames > 0 && window.frames() >= frames) break;
    }
    return ui::WayOn::Close;
}

}  // namespace

std::optional<WindowStart> start_in_window(ui::Window& window, const CommonOptions& common,
                                           const WindowChoices& choices, const std::filesystem::path& data,
                                           FileSystem& files, const Clock& clock, int& status) {
    const Preferences preferences = PreferenceFile(files, data).preferences();
    const Language language = language_from(common.lang).value_or(preferences.language.value_or(Language::Dutch));
    CommonOptions used = common;
    SettingsFrom source = SettingsFrom::User;
    while (true) {
        auto start = try_start(used, source, data, files, clock);
        if (start) return *std::move(start);
        ui::StartProblem& problem = start.error();
        status = report(problem.error);
        const auto shipped = shipped_file("config/hamer.json");
        problem.shipped = problem.cause == Cause::Settings && shipped && used.config != shipped->string();
        const ui::WayOn way = ask(window, problem, language, choices.frames);
        if (way == ui::WayOn::Close) return std::nullopt;
        if (way == ui::WayOn::Shipped) {
            used.config = shipped->string();
            source = SettingsFrom::Shipped;
        }
    }
}

}  // namespace hamer
