// The subcommands. Each gives an exit status: 0 done, 1 the answer is no (refused, damaged, incomplete), 2 wrong use or
// input that cannot be read, 3 storage.
#pragma once

#include "main/commands/locations.h"
#include "report/csv.h"
#include "service/practice/practice.h"

#include <string>
#include <vector>

namespace hamer {

// Schema and model check of procedures, settings and walk scripts; without files those that are in use.
int check_command(const CommonOptions& common, const std::vector<std::string>& files);

// Draws a procedure, by default the one in use: a picture, or its text as DOT where `output` ends so; empty: the
// picture on standard output.
int procedure_draw_command(const CommonOptions& common, const std::string& file, const std::string& output);

struct WalkOptions {
    std::string procedure;
    std::string session;
    std::string meeting;
    bool drill = false;
};
// The line interface on standard input and output. Without --data all is in memory.
int walk_command(const CommonOptions& common, const WalkOptions& options);

int sessions_command(const CommonOptions& common);
// One file that holds the session, for another machine; and its way back in.
int sessions_export_command(const CommonOptions& common, const std::string& session, const std::string& file);
int sessions_import_command(const CommonOptions& common, const std::string& file);
int log_command(const CommonOptions& common, const std::string& session, const std::string& format, CsvKind csv);
// Also against the marks in a file, where one is named. `ca_file`: of who signs time stamps; empty: as in the settings.
int verify_command(const CommonOptions& common, const std::string& session, const std::string& marks_file,
                   const std::string& ca_file);

struct SelfTestOptions {
    std::string output;   // the report goes there too; empty: nowhere
    bool window = false;  // also where there seems to be no display
    bool touch = false;
    std::string part;  // of a program that another self test starts
};
// Proves on this machine what a meeting rests on; 1 when something failed. Leaves nothing behind in the data folder.
int selftest_command(const CommonOptions& common, const SelfTestOptions& options);

struct PairOptions {
    std::string address;  // of a keeper; empty: say with whom this device is paired
    std::string code;
    std::string name;   // of this device, for the keeper's list
    std::string roots;  // a file of certificates to trust instead of the system's
    bool forget = false;
};
// What is recorded in this user's windows goes to that keeper too, from the next start on.
int pair_command(const CommonOptions& common, const PairOptions& options);

struct WindowChoices {
    bool dark = false;
    bool full_screen = false;
    bool dossier = false;      // begin in the clerk's place
    bool drill = false;        // of a window that looks on: at the drills
    std::uint64_t frames = 0;  // stop after so many; 0: when the user closes the window
};
int window_command(const CommonOptions& common, const WindowChoices& choices);
// A window that only looks on at the meeting which another Hamer records in the data folder.
int follow_command(const CommonOptions& common, const WindowChoices& choices);

// The control of the broadcast, by lines on standard input: pause, resume, leave, again, test, stop, slate FILE. Prints
// how it stands whenever that changes, and what is seen. Not while a window is open on the data folder.
int broadcast_command(const CommonOptions& common);

// Plays a scenario with a script of steps in simulated time, in memory, and prints how it went as JSON.
// `output`: the debrief goes there too, as .pdf or .txt; empty: nowhere.
int drill_command(const CommonOptions& common, const std::string& file, const std::string& script,
                  const std::string& output);
// Makes a scenario of what was recorded in a session, anonymous, into a file.
int drill_from_command(const CommonOptions& common, const std::string& session, const std::string& output);
// The drills that were held, with date, attendance and result; exit status 1 when this term's was not.
int drills_held_command(const CommonOptions& common, bool json);
// The place for drills in a window; with a scenario its drill begins at once.
int practice_command(const CommonOptions& common, const std::string& file, const DrillSetup& setup, bool dark);
// The trainer's own window, on the drill that another Hamer holds on the data folder.
int trainer_command(const CommonOptions& common, bool dark);
// Reads a scenario; nothing of it is looked up in a procedure.
[[nodiscard]] Result<DrillScenario> open_scenario(const std::string& file);
// Whether a scenario fits the procedure in use; prints each thing that does not, and that it does unless told
// otherwise.
enum class Loudness { All, Problems };
int check_scenario_file(const CommonOptions& common, const std::string& file, Loudness loudness = Loudness::All);

struct DemonstrateOptions {
    std::string script;    // walk lines; the shipped demonstration when empty
    std::string pictures;  // folder for a picture of each card; none when empty
};
// Plays a meeting through the engine, journal and register, and prints the log and the record.
int demonstrate_command(const CommonOptions& common, const DemonstrateOptions& options);

}  // namespace hamer
