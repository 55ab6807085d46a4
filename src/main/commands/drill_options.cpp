#include "main/commands/commands.h"
#include "main/commands/meeting_commands.h"

#include <CLI/CLI.hpp>
#include <memory>

namespace hamer {

namespace {

struct Given {
    std::string scenario, script, from, output;
    DrillSetup setup;
    bool no_hints = false, held = false, json = false, by_trainer = false, trainer = false;
};

void add_window_options(CLI::App& drill, CLI::Option* scenario, Given& given) {
    drill.add_flag("--no-hints", given.no_hints, "In the window: do not say what the protocol asks");
    drill.add_option("--pace", given.setup.pace_percent, "In the window: percent of the scenario's times")
        ->check(CLI::Range(25, 400))
        ->type_name("PERCENT");
    drill.add_option("--attend", given.setup.attendance, "In the window: who is there; may be given more than once")
        ->type_name("NAME");
    CLI::Option* list_held =
        drill.add_flag("--held", given.held, "List the drills that were held; status 1: not yet in this term");
    drill.add_flag("--json", given.json, "With --held: as JSON")->needs(list_held);
    drill.add_flag("--with-trainer", given.by_trainer,
                   "In the window: a trainer leads it, the screen does not say what comes");
    drill.add_flag("--trainer", given.trainer, "The trainer's own window, beside the one in which the drill is held")
        ->excludes(scenario);
}

int run(const CommonOptions& common, Given& given, bool dark) {
    given.setup.lead = given.by_trainer ? DrillLead::Trainer : DrillLead::Program;
    given.setup.shown = !given.by_trainer;
    given.setup.hints = !given.no_hints && !given.by_trainer;
    if (given.trainer) return trainer_command(common, dark);
    if (given.held) return drills_held_command(common, given.json);
    if (!given.from.empty()) return drill_from_command(common, given.from, given.output);
    if (given.script.empty()) return practice_command(common, given.scenario, given.setup, dark);
    if (given.scenario.empty()) {
        return report(fail(ErrorKind::Usage, "--script",
                           LocalText{"verwacht: ook het scenario waarvoor de stappen zijn, gevonden: niets",
                                     "expected the scenario that the steps are for as well, found nothing"},
                           LocalText{"Noem het ervoor: hamer drill BESTAND --script STAPPEN",
                                     "Name it before: hamer drill FILE --script STEPS"},
                           Trouble::WrongInput)
                          .value());
    }
    return drill_command(common, given.scenario, given.script, given.output);
}

}  // namespace

void add_drill_command(CLI::App& app, const CommonOptions& common, const bool& dark, int& status) {
    const auto given = std::make_shared<Given>();
    CLI::App* drill = app.add_subcommand("drill", "Practise in the window, or play a scenario with a script of steps");
    CLI::Option* scenario = drill->add_option("file", given->scenario, "The scenario")->type_name("FILE");
    drill->add_option("--from", given->from, "Make a scenario of this session, anonymous; -o names the file")
        ->type_name("SESSION")
        ->excludes(scenario);
    drill->add_option("--script", given->script, "The steps, a line of JSON each; without it, the window")
        ->type_name("STEPS");
    add_window_options(*drill, scenario, *given);
    drill->add_option("-o,--output", given->output, "The debrief, as .pdf or .txt; with --from the scenario")
        ->type_name("FILE");
    drill->callback([given, &common, &dark, &status] { status = run(common, *given, dark); });
}

}  // namespace hamer
