// What the program and its module for the desktop know of each other.
#pragma once

#include "platform/desktop_files.h"

#include <chrono>
#include <memory>

namespace hamer {

// While it lives the screen stays on; also a program that is killed lets go of it.
class ScreenKept {
  public:
    ScreenKept() = default;
    virtual ~ScreenKept() = default;
    ScreenKept(const ScreenKept&) = delete;
    ScreenKept& operator=(const ScreenKept&) = delete;
};

// How long the desktop is waited for. A person is waited for without a limit.
struct DesktopPatience {
    std::chrono::milliseconds connecting{1000};
    std::chrono::milliseconds first_answer{3000};  // the portal may have to be started first
    // What ends sooner was not ended by a person.
    std::chrono::milliseconds glance{1000};
};

// Each may wait for another program, and gives null where it cannot keep the screen on.
std::unique_ptr<ScreenKept> keep_on_by_x11();
std::unique_ptr<ScreenKept> keep_on_by_bus();

// Each waits for another program, and ends soon when the descriptor `wake` can be read. `parent`: the window that asks,
// as the portal names it.
ChosenFile choose_by_portal(const FileChoice& choice, const std::string& parent, const DesktopPatience& patience,
                            int wake);
Status open_by_desktop(const std::filesystem::path& file, const std::string& parent, const DesktopPatience& patience,
                       int wake);

struct DesktopModule {
    decltype(&keep_on_by_x11) by_x11;
    decltype(&keep_on_by_bus) by_bus;
    decltype(&choose_by_portal) choose;
    decltype(&open_by_desktop) open;
};

}  // namespace hamer
