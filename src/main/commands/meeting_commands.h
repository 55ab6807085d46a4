// The subcommands on meetings and drills, on the command line: what each is given, and which function it runs.
#pragma once

#include "main/commands/locations.h"

namespace CLI {
class App;
}

namespace hamer {

// Each adds subcommands. The references outlive the command line; `status` gets the exit status of the one that ran.
void add_meeting_commands(CLI::App& app, const CommonOptions& common, int& status);
// `dark`: the face of a window that opens.
void add_drill_command(CLI::App& app, const CommonOptions& common, const bool& dark, int& status);

}  // namespace hamer
