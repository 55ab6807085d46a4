// `hamer serve`: keeps a copy of the sessions that devices write, and gives it to those that look on (docs/link.md,
// docs/tablet.md). Until it is interrupted.
#pragma once

#include "main/commands/locations.h"

#include <CLI/CLI.hpp>
#include <string>
#include <vector>

namespace hamer {

struct ServeOptions {
    std::string listen = "127.0.0.1:8470";
    std::string certificate, key;  // PEM files
    bool behind_proxy = false;
    std::vector<std::string> hosts;
    std::string page;      // the folder that is given out; empty: none
    bool devices = false;  // only list who is paired
    std::string revoke;    // only end this pairing
    std::string pair;      // show a code for this role, of this server or of the one that runs
};

int serve_command(const CommonOptions& common, const ServeOptions& options);
void add_serve_command(CLI::App& app, const CommonOptions& common, int& status);

}  // namespace hamer
