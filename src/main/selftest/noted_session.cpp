#include "main/selftest/noted_session.h"

#include "base/attempt.h"
#include "codec/settings/settings_json.h"
#include "main/commands/exit_status.h"
#include "main/commands/shipped.h"
#include "main/selftest/checks.h"
#include "platform/clock.h"
#include "platform/system_files.h"
#include "service/meeting/meeting_service.h"

#include <charconv>
#include <chrono>
#include <fmt/format.h>

namespace hamer {

namespace {

namespace fs = std::filesystem;

// A program that nobody kills, as whoever started it was, ends by itself.
constexpr std::chrono::seconds longest_life{20};
constexpr std::string_view acknowledged_name = "acknowledged";

// What comes with the program, and nothing of this user's: no register elsewhere, no witness, no second place.
Result<std::unique_ptr<MeetingService>> service_on(const fs::path& data, FileSystem& files, const Clock& clock) {
    MeetingServiceOptions options;
    ASSIGN_OR_RETURN(options.settings, read_settings(std::string(shipped_settings()), "hamer.json"));
    options.procedure_file = options.settings.procedure;
    options.procedure_text = shipped_procedure();
    options.data = data;
    options.on_failure = OnFailure::GiveUp;
    return MeetingService::open(std::move(options), files, clock);
}

Result<std::uint64_t> note(MeetingService& service) {
    const auto done = service.execute({AddNote{std::string(noted)}, {}, std::string(chair_actor)});
    if (done) return *done;
    return fail(ErrorKind::Storage, "journal", done.error().message);
}

// Begins a session, or goes on with the one that another program left.
Status go_on(MeetingService& service, FileSystem& files, const fs::path& data) {
    ASSIGN_OR_RETURN(const auto ids, list_sessions(files, sessions_folder(data, false)));
    if (!ids.empty()) return service.reopen(ids.back());
    Meeting meeting;
    meeting.name = "Zelftest";
    meeting.date = calendar_date(service.now().at);
    return service.begin(meeting, Language::Dutch);
}

Status write_lines(const fs::path& data) {
    SystemFiles files;
    const SystemClock clock;
    const fs::path path = data / acknowledged_name;
    ASSIGN_OR_RETURN(const auto state, files.look(path));
    ASSIGN_OR_RETURN(auto acknowledged, state ? files.open_to_append(path) : files.create(path));
    ASSIGN_OR_RETURN(const auto service, service_on(data, files, clock));
    RETURN_IF_ERROR(go_on(*service, files, data));
    const auto end = std::chrono::steady_clock::now() + longest_life;
    // Whoever started this one holds the lock of the folder above; with nobody there it writes for nobody.
    while (std::chrono::steady_clock::now() < end && !lock_folder(files, data.parent_path())) {
        ASSIGN_OR_RETURN(const auto seq, note(*service));
        RETURN_IF_ERROR(acknowledged->write(fmt::format("{}\n", seq)));
    }
    return {};
}

}  // namespace

// What stands after the last end of a line is the beginning of one.
std::vector<std::uint64_t> acknowledged_in(FileSystem& files, const fs::path& data) {
    const auto text = files.read(data / acknowledged_name);
    std::vector<std::uint64_t> numbers;
    if (!text || !*text) return numbers;
    const std::string& all = **text;
    for (std::size_t at = 0, end = all.find('\n'); end != std::string::npos; at = end + 1, end = all.find('\n', at)) {
        std::uint64_t number = 0;
        std::from_chars(all.data() + at, all.data() + end, number);
        numbers.push_back(number);
    }
    return numbers;
}

Status add_note(FileSystem& files, const fs::path& data) {
    const SystemClock clock;
    ASSIGN_OR_RETURN(const auto service, service_on(data, files, clock));
    RETURN_IF_ERROR(go_on(*service, files, data));
    return without_value(note(*service));
}

int write_until_killed(const fs::path& scratch) {
    const Status done = write_lines(scratch);
    return done ? 0 : exit_status(done.error().kind);
}

}  // namespace hamer
