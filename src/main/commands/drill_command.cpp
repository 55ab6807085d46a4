// A drill without a window: a scenario and a script of steps, in simulated time.
#include "base/attempt.h"
#include "codec/drill/drill_result_json.h"
#include "codec/drill/drill_script.h"
#include "codec/drill/held_json.h"
#include "codec/drill/scenario_json.h"
#include "drill/council_terms.h"
#include "drill/from_session.h"
#include "main/commands/commands.h"
#include "main/commands/output.h"
#include "main/commands/output_file.h"
#include "platform/clock.h"
#include "platform/system_files.h"
#include "platform/text_file.h"
#include "report/debrief.h"
#include "report/pdf.h"
#include "service/store/drill_folder.h"
#include "service/store/held_drills.h"
#include "service/store/session_folder.h"

#include <algorithm>
#include <fmt/format.h>
#include <fmt/ranges.h>
#include <tuple>

namespace hamer {

namespace {

// Stands at the same evening at each start, and moves when told.
class SimulatedClock final : public Clock {
  public:
    [[nodiscard]] Stamp now() const override { return {{began + passed_ms_, 60}, "drill", passed_ms_}; }
    void set(std::int64_t passed_ms) { passed_ms_ = passed_ms; }

    static constexpr std::int64_t began = 1'773'342'000'000;  // 2026-03-12T20:00:00+01:00

  private:
    std::int64_t passed_ms_ = 0;
};

std::string name_of(const Command& command) {
    const auto* step = std::get_if<Do>(&command.what);
    return step ? step->event : std::holds_alternative<Undo>(command.what) ? "undo" : "note";
}

Result<std::vector<DrillLine>> open_script(const std::string& file) {
    const auto text = read_text_file(file);
    if (text) return read_drill_script(*text, file);
    if (text.error().trouble != Trouble::NotAFile) return tl::unexpected<Error>(text.error());
    return fail(ErrorKind::Usage, file,
                LocalText{"verwacht: een bestand met stappen, een regel JSON voor elke stap; dit is geen bestand",
                          "expected a file of steps, a line of JSON for each; this is no file"},
                LocalText{R"(Schrijf ze in een bestand, zoals {"at": 5, "do": "disturbance.report"})",
                          R"(Write them in a file, such as {"at": 5, "do": "disturbance.report"})"},
                Trouble::NotAFile);
}

int print_problems(const std::string& file, const std::vector<ScenarioProblem>& problems) {
    for (const ScenarioProblem& one : problems) {
        report({ErrorKind::Usage, fmt::format("{}: {}", file, one.place), one.problem, {}, Trouble::WrongShape});
    }
    return problems.empty() ? 0 : 2;
}

Status write_debrief(const CommonOptions& common, const DrillHeld& drill, const std::string& output,
                     Language language) {
    const Document document = debrief_of(drill, language);
    const std::string ending = std::filesystem::path(output).extension().string();
    Result<std::string> made = document_as_text(document);
    if (ending == ".pdf") {
        made = document_as_pdf(document, drill.began);
        if (!made) return tl::unexpected<Error>(made.error());
    } else if (ending != ".txt") {
        return fail(
            ErrorKind::Usage, output,
            LocalText{"verwacht: een bestand dat eindigt op .pdf of .txt", "expected a file that ends in .pdf or .txt"},
            {"Kies zo’n naam", "Name it so"}, Trouble::WrongInput);
    }
    return write_output_file(common, output, *made);
}

// What is never there at a drill: a data folder, a register, a broadcast.
MeetingServiceOptions in_memory(MeetingServiceOptions options) {
    options.data.clear();
    options.second_place.clear();
    options.drill = true;
    return options;
}

// The one that the scenario is written for, where it lies beside the settings' own; else the check says that it is not.
void use_procedure_of(const DrillScenario& scenario, MeetingService& service, FileSystem& files) {
    service.offer(procedures_beside(files, service.options().procedure_file));
    std::ignore = service.use(scenario.procedure);
}

// What is done before the drill begins is no part of it; it may have no place in the procedure.
std::vector<ScenarioProblem> do_the_start(MeetingService& service, SimulatedClock& clock,
                                          const DrillScenario& scenario) {
    clock.set(-1000);
    for (std::size_t i = 0; i < scenario.start.size(); ++i) {
        const auto done = service.execute({scenario.start[i], {}, "trainer"});
        if (!done) return {{fmt::format("/start/{}", i), done.error().message.in(Language::English)}};
    }
    return {};
}

// Whether the inject or the goal that the trainer means is in the scenario.
Status has_what_is_meant(const DrillScenario& scenario, const TrainerAct& act, const std::string& script) {
    if (act.id.empty()) return {};
    const bool about_goal = act.kind == TrainerAct::Kind::Rate;
    const bool known = about_goal ? std::ranges::find(scenario.goals, act.id, &DrillGoal::id) != scenario.goals.end()
                                  : scenario.inject(act.id) != nullptr;
    if (known) return {};
    return fail(ErrorKind::Usage, script,
                fmt::format("the scenario has no {} “{}”", about_goal ? "goal" : "inject", printable(act.id, 80)), "");
}

struct PlayedDrill {
    std::vector<TrainerAct> acts{};
    std::vector<RefusedStep> refused{};
    std::int64_t lasted_ms = 0;
};

Result<PlayedDrill> play(MeetingService& service, SimulatedClock& clock, const DrillScenario& scenario,
                         const std::vector<DrillLine>& lines, const std::string& script) {
    PlayedDrill played;
    for (const DrillLine& line : lines) {
        played.lasted_ms = line.at_ms;
        clock.set(line.at_ms);
        if (line.act) {
            RETURN_IF_ERROR(has_what_is_meant(scenario, *line.act, script));
            played.acts.push_back(*line.act);
            continue;
        }
        const auto done = service.execute(*line.command);
        if (!done) played.refused.push_back({line.at_ms, name_of(*line.command), std::string(word(done.error().code))});
    }
    return played;
}

}  // namespace

Result<DrillScenario> open_scenario(const std::string& file) {
    ASSIGN_OR_RETURN(const auto text, read_text_file(file, largest_scenario));
    return read_scenario(text, file);
}

int drill_from_command(const CommonOptions& common, const std::string& session, const std::string& output) {
    if (output.empty()) {
        return report(Error{ErrorKind::Usage, "--from", "expected a file for the scenario", "Name it with -o FILE",
                            Trouble::WrongInput, "er is geen bestand voor het scenario. Noem het met -o BESTAND"});
    }
    const auto data = data_folder(common);
    if (!data) return report(data.error());
    SystemFiles files;
    const auto stored = read_session(files, sessions_folder(*data, false), session);
    if (!stored) return report(stored.error());
    const auto made = scenario_from(stored->session, std::filesystem::path(output).stem().string());
    if (!made) return report(made.error());
    const std::string text = write_scenario(*made);
    // What was made must be what can be read: the file's name becomes the scenario's.
    if (const auto read = read_scenario(text, output); !read) return report(read.error());
    if (auto put = write_output_file(common, output, text); !put) return report(put.error());
    return 0;
}

int drills_held_command(const CommonOptions& common, bool json) {
    const auto options = meeting_options(common);
    if (!options) return report(options.error());
    const auto data = data_folder(common);
    if (!data) return report(data.error());
    SystemFiles files;
    const auto held = held_drills(files, *data);
    if (!held) return report(held.error());
    if (json) {
        say_json(held_as_json(*held));
    } else {
        for (const HeldDrill& one : *held) {
            const Say word{options->settings.language};
            const char* lead = one.setup.lead == DrillLead::Trainer ? word("met een trainer", "with a trainer")
                                                                    : word("alleen geoefend", "practised alone");
            say("{}  {}  {}/{}  {}  ({})\n", to_rfc3339(one.held), one.title, one.result->points, one.result->of,
                fmt::format("{}", fmt::join(one.setup.attendance, ", ")), lead);
        }
    }
    const std::string today = calendar_date(SystemClock().now().at);
    const CouncilTerm* term = term_of(options->settings.terms, today);
    return term && !held_in(*held, *term) ? 1 : 0;
}

int check_scenario_file(const CommonOptions& common, const std::string& file, Loudness loudness) {
    const auto scenario = open_scenario(file);
    if (!scenario) return report(scenario.error());
    const auto options = meeting_options(common);
    if (!options) return report(options.error());
    SystemFiles files;
    const SimulatedClock clock;
    const auto service = MeetingService::open(in_memory(*options), files, clock);
    if (!service) return report(service.error());
    use_procedure_of(*scenario, **service, files);
    const auto problems = check_scenario(*scenario, (*service)->procedure());
    if (!problems.empty()) return print_problems(file, problems);
    if (loudness == Loudness::Problems) return 0;
    say("{}: scenario “{}”: {} injects, {} expectations, {} mistakes\n", file,
        scenario->title.in(options->settings.language), scenario->injects.size(), scenario->expected.size(),
        scenario->mistakes.size());
    return 0;
}

int drill_command(const CommonOptions& common, const std::string& file, const std::string& script,
                  const std::string& output) {
    const auto scenario = open_scenario(file);
    if (!scenario) return report(scenario.error());
    const auto lines = open_script(script);
    if (!lines) return report(lines.error());
    auto options = meeting_options(common);
    if (!options) return report(options.error());

    SystemFiles files;
    SimulatedClock clock;
    const Language language = options->settings.language;
    const auto service = MeetingService::open(in_memory(*std::move(options)), files, clock);
    if (!service) return report(service.error());
    use_procedure_of(*scenario, **service, files);
    const Procedure& procedure = (*service)->procedure();
    if (const auto problems = check_scenario(*scenario, procedure); !problems.empty()) {
        return print_problems(file, problems);
    }
    Meeting meeting;
    meeting.name = "OEFENING: " + scenario->title.in(language);
    meeting.date = "2026-03-12";
    meeting.room = "Raadzaal";
    meeting.kind = (*service)->usual_kind();
    if (const auto begun = (*service)->begin(meeting, language); !begun) return report(begun.error());
    if (const auto problems = do_the_start(**service, clock, *scenario); !problems.empty()) {
        return print_problems(file, problems);
    }
    const auto played = play(**service, clock, *scenario, *lines, script);
    if (!played) return report(played.error());
    const std::int64_t lasted_ms = played->lasted_ms;
    const std::vector<TrainerAct> acts = standing_acts(played->acts);
    const Instant began{SimulatedClock::began, 60};
    const Session& session = (*service)->session();
    const DrillTimes times(*scenario, session, began, acts, lasted_ms);
    const DrillScore score = score_drill(*scenario, session, began, acts, lasted_ms);
    if (!output.empty()) {
        const auto put = write_debrief(
            common, {*scenario, procedure, times, score, acts, began, lasted_ms, {}, attendance_of({}, acts)}, output,
            language);
        if (!put) return report(put.error());
    }
    say_json(drill_as_json(*scenario, procedure, times, score, played->refused, lasted_ms, language));
    return 0;
}

}  // namespace hamer
