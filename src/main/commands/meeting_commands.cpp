#include "main/commands/meeting_commands.h"

#include "main/commands/commands.h"
#include "main/commands/csv_option.h"

#include <CLI/CLI.hpp>
#include <memory>

namespace hamer {

namespace {

// What the subcommands are given.
struct Given {
    std::vector<std::string> files;
    WalkOptions walk;
    std::string session, file, output, marks, certificates;
    std::string format = "text";
    CsvKind csv = CsvKind::Dutch;
    DemonstrateOptions demonstrate;
    SelfTestOptions self_test;
    PairOptions pair;
};

class MeetingCommands {
  public:
    MeetingCommands(const CommonOptions& common, int& status) : common_(common), status_(status) {}

    void add_to(CLI::App& app) const {
        checks(app);
        procedure(app);
        walk(app);
        sessions(app);
        log(app);
        verify(app);
        others(app);
        self_test(app);
        pair(app);
    }

  private:
    template <typename Work>
    void runs(CLI::App* command, const Work& work) const {
        command->callback(
            [&common = common_, &status = status_, given = given_, work] { status = work(common, *given); });
    }

    void checks(CLI::App& app) const {
        CLI::App* check = app.add_subcommand("check", "Check procedures, settings and scripts");
        check->add_option("files", given_->files, "Files to check; without any, those in use")->type_name("FILE");
        runs(check, [](const CommonOptions& common, const Given& given) { return check_command(common, given.files); });
    }

    void procedure(CLI::App& app) const {
        CLI::App* procedure = app.add_subcommand("procedure", "Work with a procedure file");
        procedure->require_subcommand(1);
        CLI::App* draw = procedure->add_subcommand("draw", "Draw a procedure: its regions, states and events");
        draw->add_option("file", given_->file, "The procedure; without it, the one in use")->type_name("FILE");
        draw->add_option("-o,--output", given_->output, "The picture, as .svg, or its text, as .dot")
            ->type_name("FILE");
        runs(draw, [](const CommonOptions& common, const Given& given) {
            return procedure_draw_command(common, given.file, given.output);
        });
    }

    void walk(CLI::App& app) const {
        CLI::App* walk = app.add_subcommand("walk", "Drive a meeting by lines of JSON on standard input");
        WalkOptions& options = given_->walk;
        walk->add_option("--procedure", options.procedure, "Procedure file")->type_name("FILE");
        walk->add_option("--session", options.session, "Go on with this session")->type_name("ID");
        walk->add_option("--meeting", options.meeting, "The meeting, as JSON")->type_name("JSON");
        walk->add_flag("--drill", options.drill, "A drill: kept apart, never in the register");
        runs(walk, [](const CommonOptions& common, const Given& given) { return walk_command(common, given.walk); });
    }

    void sessions(CLI::App& app) const {
        CLI::App* sessions = app.add_subcommand("sessions", "List the sessions; carry one to another machine");
        sessions->require_subcommand(0, 1);
        CLI::App* exported = sessions->add_subcommand("export", "Write a session to one file");
        exported->add_option("session", given_->session, "Session id")->required()->type_name("SESSION");
        exported->add_option("-o,--output", given_->file, "The file; without it, SESSION.hamer")->type_name("FILE");
        runs(exported, [](const CommonOptions& common, const Given& given) {
            return sessions_export_command(common, given.session, given.file);
        });
        CLI::App* imported = sessions->add_subcommand("import", "Verify such a file, and take its session in");
        imported->add_option("file", given_->file, "The file")->required()->type_name("FILE");
        runs(imported, [](const CommonOptions& common, const Given& given) {
            return sessions_import_command(common, given.file);
        });
        sessions->callback([&common = common_, &status = status_, sessions] {
            if (sessions->get_subcommands().empty()) status = sessions_command(common);
        });
    }

    void pair(CLI::App& app) const {
        CLI::App* pair = app.add_subcommand("pair", "Keep what is recorded here at `hamer serve` too");
        PairOptions& options = given_->pair;
        CLI::Option* address = pair->add_option("address", options.address, "wss://… of the other Hamer");
        address->type_name("ADDRESS");
        pair->add_option("code", options.code, "The six digits that it shows")->type_name("CODE")->needs(address);
        pair->add_option("--name", options.name, "What this device is called there")->type_name("NAME");
        pair->add_option("--roots", options.roots, "Certificates to trust instead of the system's")->type_name("FILE");
        pair->add_flag("--forget", options.forget, "Pair with nobody any more")->excludes(address);
        runs(pair, [](const CommonOptions& common, const Given& given) { return pair_command(common, given.pair); });
    }

    void log(CLI::App& app) const {
        CLI::App* log = app.add_subcommand("log", "Print a session's log");
        log->add_option("session", given_->session, "Session id")->required()->type_name("SESSION");
        log->add_option("--format", given_->format, "text, json or csv")->check(CLI::IsMember({"text", "json", "csv"}));
        add_csv_option(*log, given_->csv);
        runs(log, [](const CommonOptions& common, const Given& given) {
            return log_command(common, given.session, given.format, given.csv);
        });
    }

    void verify(CLI::App& app) const {
        CLI::App* verify = app.add_subcommand("verify", "Verify a session's journal");
        verify->add_option("session", given_->session, "Session id, or a session's folder")
            ->required()
            ->type_name("SESSION");
        verify->add_option("--marks", given_->marks, "Hold it against the marks in this file too")->type_name("FILE");
        verify->add_option("--ca", given_->certificates, "The certificates of who signs time stamps")
            ->type_name("FILE");
        runs(verify, [](const CommonOptions& common, const Given& given) {
            return verify_command(common, given.session, given.marks, given.certificates);
        });
    }

    void others(CLI::App& app) const {
        runs(app.add_subcommand("broadcast", "Try the control of the broadcast by lines: pause, resume…"),
             [](const CommonOptions& common, const Given&) { return broadcast_command(common); });
        CLI::App* demonstrate = app.add_subcommand("demonstrate", "Play a demonstration meeting without a window");
        DemonstrateOptions& options = given_->demonstrate;
        demonstrate->add_option("script", options.script, "Lines as for walk")->type_name("FILE");
        demonstrate->add_option("--pictures", options.pictures, "Folder for a picture of each card")->type_name("DIR");
        runs(demonstrate, [](const CommonOptions& common, const Given& given) {
            return demonstrate_command(common, given.demonstrate);
        });
    }

    void self_test(CLI::App& app) const {
        CLI::App* test = app.add_subcommand("selftest", "Prove on this machine what a meeting rests on: disk, clock…");
        SelfTestOptions& options = given_->self_test;
        test->add_option("-o,--output", options.output, "Write the report there too, to send in")->type_name("FILE");
        test->add_flag("--window", options.window, "It fails where no window can be opened");
        test->add_flag("--touch", options.touch, "Wait for a tap on the window, 15 seconds at most");
        test->add_option("--part", options.part, "What a program does that the test starts")
            ->check(CLI::IsMember({"write", "lock"}))
            ->group("");
        runs(test,
             [](const CommonOptions& common, const Given& given) { return selftest_command(common, given.self_test); });
    }

    const CommonOptions& common_;
    int& status_;
    std::shared_ptr<Given> given_ = std::make_shared<Given>();
};

}  // namespace

void add_meeting_commands(CLI::App& app, const CommonOptions& common, int& status) {
    MeetingCommands(common, status).add_to(app);
}

}  // namespace hamer
