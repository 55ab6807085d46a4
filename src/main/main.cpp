#include "base/version.h"
#include "main/commands/clerk_commands.h"
#include "main/commands/commands.h"
#include "main/commands/csv_option.h"
#include "main/commands/output.h"
#include "main/process.h"
#include "platform/files.h"

#include <CLI/CLI.hpp>
#include <sstream>
#include <system_error>

namespace {

// Words that a person gave, of each option that has no other kind of value (a file, an id), as the one cleaner gives
// them.
void clean_words(CLI::App& app) {
    for (CLI::Option* option : app.get_options()) {
        const std::string kind = option->get_type_name();
        if (kind != "TEXT" && kind != "NAME") continue;
        option->transform([](const std::string& given) { return hamer::printable(given, std::string::npos); }, "");
    }
    for (CLI::App* command : app.get_subcommands([](const CLI::App*) { return true; })) clean_words(*command);
}

int run(int argc, char** argv) {
    using namespace hamer;
    CLI::App app{"Hamer guides the chair of a council meeting through a disturbance, and records each step."};
    app.set_version_flag("--version", std::string(program_version));
    app.fallthrough();
    app.failure_message([](const CLI::App*, const CLI::Error& error) {
        return printable(error.what(), std::string::npos) + "\nRun with --help for more information.\n";
    });
    CommonOptions common;
    app.add_option("--data", common.data, "Folder for sessions and the register")->type_name("DIR");
    app.add_option("--config", common.config, "Settings file")->type_name("FILE");
    app.add_option("--lang", common.lang, "Language: nl or en")
        ->check(CLI::IsMember({"nl", "en"}))
        ->each([](const std::string& chosen) { speak(language_from(chosen).value_or(Language::Dutch)); });
    app.add_flag("--force", common.force, "Replace the file that -o names, where there is one");
    WindowChoices window;
    app.add_flag("--dark", window.dark, "Begin with the dark face");
    app.add_flag("--full-screen", window.full_screen, "Begin in full screen (F11 switches)");
    app.add_flag("--dossier", window.dossier, "Begin in the clerk's place; a meeting that is open is one tap away");
    bool follow = false;
    app.add_flag("--follow", follow, "Only look on at the running meeting in the data folder");
    app.add_flag("--drills", window.drill, "With --follow: look on at drills")->needs("--follow");
    app.add_option("--frames", window.frames, "Stop after so many frames; for measuring")->group("");
    int status = 0;

    std::vector<std::string> files;
    CLI::App* check = app.add_subcommand("check", "Check procedures, settings and scripts");
    check->add_option("files", files, "Files to check; without any, those in use")->type_name("FILE");
    check->callback([&] { status = check_command(common, files); });

    WalkOptions walk_options;
    CLI::App* walk = app.add_subcommand("walk", "Drive a meeting by lines of JSON on standard input");
    walk->add_option("--procedure", walk_options.procedure, "Procedure file")->type_name("FILE");
    walk->add_option("--session", walk_options.session, "Go on with this session")->type_name("ID");
    walk->add_option("--meeting", walk_options.meeting, "The meeting, as JSON")->type_name("JSON");
    walk->add_flag("--drill", walk_options.drill, "A drill: kept apart, never in the register");
    walk->callback([&] { status = walk_command(common, walk_options); });

    std::string session;
    std::string bundle;
    CLI::App* sessions = app.add_subcommand("sessions", "List the sessions; carry one to another machine");
    sessions->require_subcommand(0, 1);
    CLI::App* carry = sessions->add_subcommand("export", "Write a session to one file");
    carry->add_option("session", session, "Session id")->required()->type_name("SESSION");
    carry->add_option("-o,--output", bundle, "The file; without it, SESSION.hamer")->type_name("FILE");
    carry->callback([&] { status = sessions_export_command(common, session, bundle); });
    CLI::App* bring = sessions->add_subcommand("import", "Verify such a file, and take its session in");
    bring->add_option("file", bundle, "The file")->required()->type_name("FILE");
    bring->callback([&] { status = sessions_import_command(common, bundle); });
    sessions->callback([&] {
        if (sessions->get_subcommands().empty()) status = sessions_command(common);
    });

    std::string format = "text";
    CLI::App* log = app.add_subcommand("log", "Print a session's log");
    log->add_option("session", session, "Session id")->required()->type_name("SESSION");
    log->add_option("--format", format, "text, json or csv")->check(CLI::IsMember({"text", "json", "csv"}));
    CsvKind csv = CsvKind::Dutch;
    add_csv_option(*log, csv);
    log->callback([&] { status = log_command(common, session, format, csv); });

    CLI::App* verify = app.add_subcommand("verify", "Verify a session's journal");
    verify->add_option("session", session, "Session id, or a session's folder")->required()->type_name("SESSION");
    std::string marks_file;
    verify->add_option("--marks", marks_file, "Hold it against the marks in this file too")->type_name("FILE");
    std::string ca_file;
    verify->add_option("--ca", ca_file, "The certificates of who signs time stamps")->type_name("FILE");
    verify->callback([&] { status = verify_command(common, session, marks_file, ca_file); });

    add_clerk_commands(app, common, status);

    CLI::App* broadcast = app.add_subcommand("broadcast", "Try the control of the broadcast by lines: pause, resume…");
    broadcast->callback([&] { status = broadcast_command(common); });

    std::string scenario;
    std::string script;
    CLI::App* drill = app.add_subcommand("drill", "Practise in the window, or play a scenario with a script of steps");
    CLI::Option* scenario_file = drill->add_option("file", scenario, "The scenario")->type_name("FILE");
    std::string from;
    drill->add_option("--from", from, "Make a scenario of this session, anonymous; -o names the file")
        ->type_name("SESSION")
        ->excludes(scenario_file);
    drill->add_option("--script", script, "The steps, a line of JSON each; without it, the window")->type_name("STEPS");
    DrillSetup practice;
    bool no_hints = false;
    drill->add_flag("--no-hints", no_hints, "In the window: do not say what the protocol asks");
    drill->add_option("--pace", practice.pace_percent, "In the window: percent of the scenario's times")
        ->check(CLI::Range(25, 400))
        ->type_name("PERCENT");
    drill->add_option("--attend", practice.attendance, "In the window: who is there; may be given more than once")
        ->type_name("NAME");
    bool held = false, held_json = false;
    CLI::Option* list_held =
        drill->add_flag("--held", held, "List the drills that were held; status 1: not yet in this term");
    drill->add_flag("--json", held_json, "With --held: as JSON")->needs(list_held);
    bool by_trainer = false, trainer = false;
    drill->add_flag("--with-trainer", by_trainer,
                    "In the window: a trainer leads it, the screen does not say what comes");
    drill->add_flag("--trainer", trainer, "The trainer's own window, beside the one in which the drill is held")
        ->excludes(scenario_file);
    std::string debrief;
    drill->add_option("-o,--output", debrief, "The debrief, as .pdf or .txt; with --from the scenario")
        ->type_name("FILE");
    drill->callback([&] {
        practice.lead = by_trainer ? DrillLead::Trainer : DrillLead::Program;
        practice.shown = !by_trainer;
        practice.hints = !no_hints && !by_trainer;
        if (trainer) {
            status = trainer_command(common, window.dark);
            return;
        }
        if (held) {
            status = drills_held_command(common, held_json);
            return;
        }
        if (!from.empty()) {
            status = drill_from_command(common, from, debrief);
            return;
        }
        if (scenario.empty() && !script.empty()) throw CLI::RequiredError("file");
        status = script.empty() ? practice_command(common, scenario, practice, window.dark)
                                : drill_command(common, scenario, script, debrief);
    });

    DemonstrateOptions demonstrate_options;
    CLI::App* demonstrate = app.add_subcommand("demonstrate", "Play a demonstration meeting without a window");
    demonstrate->add_option("script", demonstrate_options.script, "Lines as for walk")->type_name("FILE");
    demonstrate->add_option("--pictures", demonstrate_options.pictures, "Folder for a picture of each card")
        ->type_name("DIR");
    demonstrate->callback([&] { status = demonstrate_command(common, demonstrate_options); });

    clean_words(app);
    try {
        app.parse(argc, argv);
    } catch (const CLI::ParseError& error) {
        std::ostringstream out;
        std::ostringstream err;
        const int status_of_parsing = app.exit(error, out, err);
        say_lines(out.str());
        write_err(err.str());
        return status_of_parsing == 0 ? 0 : 2;
    }
    if (app.get_subcommands().empty())
        status = follow ? follow_command(common, window) : window_command(common, window);
    return status;
}

}  // namespace

int main(int argc, char** argv) {
    hamer::begin_process();
    int status = 0;
    try {
        status = run(argc, argv);
    } catch (const std::system_error& refused) {  // mostly a thread that the system does not give
        status = hamer::report(
            hamer::storage_error("hamer", "the system refuses what the program needs", refused.code().value()));
    }
    return hamer::end_process(status);
}
