#include "base/attempt.h"
#include "main/commands/clerk_commands.h"
#include "main/commands/commands.h"
#include "main/commands/output.h"
#include "main/commands/walk_script.h"
#include "main/window/pictures.h"
#include "platform/clock.h"
#include "platform/system_files.h"
#include "platform/text_file.h"
#include "report/log_lines.h"

#include <fmt/format.h>

namespace hamer {

namespace {

// Goes by the times in the script, shifted so that the meeting ends now: the log, the timers and the pictures then read
// as they would in the chamber. The session's boot says that no machine's clock stood behind them.
class ScriptClock final : public Clock {
  public:
    explicit ScriptClock(Stamp start) : stamp_(std::move(start)) { stamp_.boot = "demonstration"; }
    [[nodiscard]] Stamp now() const override { return stamp_; }
    void set(std::int64_t milliseconds) {
        stamp_.monotonic_ms += milliseconds - stamp_.at.milliseconds;
        stamp_.at.milliseconds = milliseconds;
    }

  private:
    Stamp stamp_;
};

// The script's commands at shifted times; a command without a time comes right after the one before.
struct Script {
    std::vector<Command> commands;
    std::vector<std::int64_t> times;
};

Script shifted(std::vector<Command> commands, Instant end) {
    Script script{std::move(commands), {}};
    std::int64_t time = 0;
    for (Command& command : script.commands) {
        if (command.occurred) time = command.occurred->milliseconds;
        command.occurred.reset();
        script.times.push_back(time);
    }
    for (std::int64_t& each : script.times) each += end.milliseconds - time;
    return script;
}

// Plays every command; after each a picture, where a folder was named.
Status play(MeetingService& service, ScriptClock& clock, const Script& script, CardPictures* pictures) {
    if (pictures) {
        RETURN_IF_ERROR(pictures->draw(service));
    }
    for (std::size_t i = 0; i < script.commands.size(); ++i) {
        clock.set(script.times[i]);
        const auto done = service.execute(script.commands[i]);
        if (!done) {
            return fail(ErrorKind::Refused, service.session_id(), done.error().message.in(service.settings().language));
        }
        if (!pictures) continue;
        RETURN_IF_ERROR(pictures->draw(service));
    }
    return {};
}

// The pictures would replace others of their names.
Status may_fill(const CommonOptions& common, const std::string& folder) {
    std::error_code code;
    if (common.force || folder.empty() || !std::filesystem::exists(folder, code)) return {};
    if (std::filesystem::is_empty(folder, code) && !code) return {};
    return fail(ErrorKind::Usage, folder,
                LocalText{"verwacht een nieuwe of een lege map voor de afbeeldingen",
                          "expected a new or an empty folder for the pictures"},
                LocalText{"Noem een andere, of zet er --force bij om te vervangen wat erin staat",
                          "Name another one, or add --force to replace what is in it"});
}

}  // namespace

int demonstrate_command(const CommonOptions& common, const DemonstrateOptions& demonstrate) {
    if (auto may = may_fill(common, demonstrate.pictures); !may) return report(may.error());
    std::string script = demonstrate.script;
    if (script.empty()) {
        const auto shipped = shipped_file("scenarios/demonstration.jsonl");
        if (!shipped) return report(shipped.error());
        script = shipped->string();
    }
    const auto text = read_text_file(script);
    if (!text) return report(text.error());
    const auto commands = read_walk_script(*text, script);
    if (!commands) return report(commands.error());
    auto options = meeting_options(common);
    if (!options) return report(options.error());
    const auto data = data_folder(common);
    if (!data) return report(data.error());
    options->data = *data;
    options->on_failure = OnFailure::GiveUp;
    SystemFiles files;
    const Stamp end = SystemClock().now();
    const Script script_now = shifted(*commands, end.at);
    ScriptClock clock(end);
    if (!script_now.times.empty()) clock.set(script_now.times.front());
    auto opened = MeetingService::open(*std::move(options), files, clock);
    if (!opened) return report(opened.error());
    MeetingService& service = **opened;
    const Meeting meeting{"Raadsvergadering (demonstratie)",
                          calendar_date(clock.now().at),
                          "Burgemeester De Wit",
                          "Griffier Van Dam",
                          "Raadzaal",
                          true,
                          MeetingKind::Council,
                          {},
                          {}};
    const Language language = service.settings().language;
    if (auto begun = service.begin(meeting, language); !begun) return report(begun.error());

    std::optional<CardPictures> pictures;
    if (!demonstrate.pictures.empty()) pictures.emplace(demonstrate.pictures);
    if (auto played = play(service, clock, script_now, pictures ? &*pictures : nullptr); !played)
        return report(played.error());

    say_lines(log_as_text(service.session(), service.session_id(), language) + "\n");
    say("journal   {}\nregister  {}\n", service.session_folder().string(), shown_register(service.settings(), *data));
    if (pictures) say("pictures  {} ({})\n", demonstrate.pictures, pictures->count());
    for (const auto& [id, incident, missing] : service.handed_over()) {
        say("record    {}\n", id);
        if (const int status = record_show_command({data->string(), common.config, common.lang}, id, std::nullopt);
            status != 0)
            return status;
    }
    if (const auto& problem = service.register_problem()) return report(*problem);
    if (auto put_away = service.put_away(); !put_away) return report(put_away.error());
    return 0;
}

}  // namespace hamer
