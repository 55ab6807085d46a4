// A window that asks the desktop for a file, for file_chooser_test.py; prints its name on the portal, and what was
// chosen.
//
//     choose_file open|save TITLE FOLDER SUGGESTED FILTER     a file; "nothing" when it was closed
//     choose_file show FILE                                   opens it; "done"
#include "platform/posix/surface/portal_files.h"
#include "ui/surface/window.h"

#include <cstdio>
#include <iostream>

using namespace hamer;

int main(int count, char** given) {
    const std::vector<std::string> words(given + 1, given + count);
    const auto window = ui::Window::open({});
    if (!window || words.size() < 2) return 2;
    std::cout << (*window)->desktop_name() << std::endl;
    // The desktop of a test may be slow; what is limited is tried elsewhere.
    using std::chrono::seconds;
    PortalFiles files({.parent = (*window)->desktop_name(),
                       .changed = [] { ui::Window::nudge(); },
                       .patience = {seconds(30), seconds(30), seconds(0)}});
    std::string answer;
    if (words[0] == "show") {
        files.open(words[1],
                   [&](const Status& status) { answer = status ? "done" : describe(status.error(), Language::Dutch); });
    } else if (words.size() == 5) {
        const bool began = files.choose(
            {.kind = words[0] == "save" ? FileChoice::Kind::Save : FileChoice::Kind::Open,
             .title = words[1],
             .suggested = words[3],
             .folder = words[2],
             .filters = {{words[4], {words[4]}}}},
            [&](const ChosenFile& file) {
                answer = !file ? describe(file.error(), Language::Dutch) : *file ? (*file)->string() : "nothing";
            });
        if (!began) return 2;
    }
    const auto draw = [&](ui::Ui&) {
        if (files.take()) std::cout << answer << std::endl;
    };
    std::int64_t now = 0;
    (*window)->run([&] { return ++now; }, draw);
}
