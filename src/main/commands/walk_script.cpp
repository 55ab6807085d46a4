#include "main/commands/walk_script.h"

#include "codec/journal/walk_json.h"
#include "main/commands/output.h"
#include "platform/clock.h"
#include "platform/system_files.h"

#include <fmt/format.h>

namespace hamer {

Result<std::vector<Command>> read_walk_script(std::string_view text, const std::string& file) {
    std::vector<Command> commands;
    Meeting meeting;  // as it stands after the lines above
    for (int number = 1; !text.empty(); ++number) {
        const std::size_t end = text.find('\n');
        const std::string_view line = text.substr(0, end);
        text.remove_prefix(end == std::string_view::npos ? text.size() : end + 1);
        if (line.find_first_not_of(" \t\r") == std::string_view::npos) continue;
        auto command = read_walk_line(line, meeting);
        if (!command) return fail(ErrorKind::Usage, fmt::format("{}: line {}", file, number), command.error().message);
        if (const auto* correction = std::get_if<CorrectMeeting>(&command->what)) meeting = correction->meeting;
        commands.push_back(*std::move(command));
    }
    return commands;
}

int check_walk_script(const CommonOptions& common, const std::string& file, std::string_view text) {
    const auto commands = read_walk_script(text, file);
    if (!commands) return report(commands.error());
    auto options = meeting_options(common);
    if (!options) return report(options.error());
    SystemFiles files;
    const SystemClock clock;
    const auto service = MeetingService::open(*std::move(options), files, clock);
    if (!service) return report(service.error());
    if (auto begun = (*service)->begin({}, Language::Dutch); !begun) return report(begun.error());
    for (std::size_t i = 0; i < commands->size(); ++i) {
        const auto done = (*service)->execute((*commands)[i]);
        if (done) continue;
        say("{}: command {} is refused: {}\n", file, i + 1, done.error().message.in(spoken()));
        return 1;
    }
    say("{}: {} commands, all accepted\n", file, commands->size());
    return 0;
}

}  // namespace hamer
