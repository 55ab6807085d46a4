#include "base/version.h"
#include "main/commands/clerk_commands.h"
#include "main/commands/commands.h"
#include "main/commands/meeting_commands.h"
#include "main/commands/output.h"
#include "main/commands/serve_command.h"
#include "main/commands/usage_error.h"
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

// What each command shares, and the window, which needs none.
struct Asked {
    hamer::CommonOptions common;
    hamer::WindowChoices window;
    bool follow = false;
};

void add_shared_options(CLI::App& app, Asked& asked) {
    using namespace hamer;
    app.add_option("--data", asked.common.data, "Folder for sessions and the register")->type_name("DIR");
    app.add_option("--config", asked.common.config, "Settings file")->type_name("FILE");
    app.add_option("--lang", asked.common.lang, "Language: nl or en")
        ->check(CLI::IsMember({"nl", "en"}))
        ->each([](const std::string& chosen) { speak(language_from(chosen).value_or(Language::Dutch)); });
    app.add_flag("--force", asked.common.force, "Replace the file that -o names, where there is one");
    WindowChoices& window = asked.window;
    app.add_flag("--dark", window.dark, "Begin with the dark face");
    app.add_flag("--full-screen", window.full_screen, "Begin in full screen (F11 switches)");
    app.add_flag("--dossier", window.dossier, "Begin in the clerk's place; a meeting that is open is one tap away");
    app.add_flag("--follow", asked.follow, "Only look on at the running meeting in the data folder");
    app.add_flag("--drills", window.drill, "With --follow: look on at drills")->needs("--follow");
    app.add_option("--frames", window.frames, "Stop after so many frames; for measuring")->group("");
}

int run(int argc, char** argv) {
    using namespace hamer;
    CLI::App app{"Hamer guides the chair of a council meeting through a disturbance, and records each step."};
    // A word that begins with a slash is a word on each system, such as a path.
    app.allow_windows_style_options(false);
    app.set_version_flag("--version", std::string(program_version));
    app.fallthrough();
    Asked asked;
    int status = 0;
    add_shared_options(app, asked);
    add_meeting_commands(app, asked.common, status);
    add_clerk_commands(app, asked.common, status);
    add_serve_command(app, asked.common, status);
    add_drill_command(app, asked.common, asked.window.dark, status);

    clean_words(app);
    try {
        app.parse(argc, argv);
    } catch (const CLI::Success& asked_for) {  // help, or the version
        std::ostringstream out;
        app.exit(asked_for, out, out);
        say_lines(out.str());
        return 0;
    } catch (const CLI::ParseError& error) {
        speak(language_asked({argv + 1, argv + argc}));
        return report(usage_error(app, error));
    }
    if (!app.get_subcommands().empty()) return status;
    return asked.follow ? follow_command(asked.common, asked.window) : window_command(asked.common, asked.window);
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
