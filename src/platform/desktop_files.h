// The desktop's own way to choose a file and to open one, for a window that may wait for no other program.
//
// choose() and open() ask, and come back at once. What came of it is handed over by take(), on the thread that calls
// it: the window's, which alone uses all of this. A `then` is called once at most, and never after leave_off(): who
// asks and goes away calls that first.
#pragma once

#include "base/result.h"

#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace hamer {

// Which files a chooser shows: {"PDF", {"*.pdf"}}.
struct FileFilter {
    std::string name;
    std::vector<std::string> patterns;
    bool operator==(const FileFilter&) const = default;
};

struct FileChoice {
    enum class Kind { Open, Save };

    Kind kind = Kind::Open;
    std::string title{};             // what is chosen, in the user's words
    std::string suggested{};         // the name of a file that is saved, without its folder
    std::filesystem::path folder{};  // where it begins; empty: where the desktop likes
    std::vector<FileFilter> filters{};
};

// The file that was chosen, as it was typed, so perhaps without the ending of its kind; nothing: closed without a
// choice. An Error: the desktop has no such window (Trouble::PartMissing), or it failed.
using ChosenFile = Result<std::optional<std::filesystem::path>>;

class DesktopFiles {
  public:
    DesktopFiles() = default;
    virtual ~DesktopFiles() = default;
    DesktopFiles(const DesktopFiles&) = delete;
    DesktopFiles& operator=(const DesktopFiles&) = delete;

    // False, and nothing is done, while another choice is open.
    [[nodiscard]] virtual bool choose(FileChoice choice, std::function<void(ChosenFile)> then) = 0;
    [[nodiscard]] virtual bool is_choosing() const = 0;
    // With the desktop's program for such files. An Error where that is seen to fail; no program is waited for.
    virtual void open(const std::filesystem::path& file, std::function<void(Status)> then) = 0;
    // Calls the `then` of all that came; whether there was one.
    virtual bool take() = 0;
    // Closes the choice that is open, and forgets each `then`.
    virtual void leave_off() = 0;
};

// The desktop's own. `window`: which window asks, as the desktop names it (window_system.h), or empty. `changed` is
// called from another thread when take() has something, for as long as this lives. At its end it closes what is open on
// the desktop, and waits a second at most.
[[nodiscard]] std::unique_ptr<DesktopFiles> system_desktop_files(std::string window, std::function<void()> changed);

// Where there is no desktop: each answer is that there is none.
class NoDesktopFiles final : public DesktopFiles {
  public:
    [[nodiscard]] bool choose(FileChoice choice, std::function<void(ChosenFile)> then) override;
    [[nodiscard]] bool is_choosing() const override { return static_cast<bool>(chosen_); }
    void open(const std::filesystem::path& file, std::function<void(Status)> then) override;
    bool take() override;
    void leave_off() override;

  private:
    std::function<void()> chosen_;
    std::vector<std::function<void()>> opened_;
};

// Why there is no file from the desktop. `cause` is for who looks after the machine, in English, or empty.
enum class ChooserTrouble {
    None,      // the desktop has none
    Silent,    // it does not answer
    Stopped,   // it ended before anything was chosen
    Unknown,   // its answer is none
    NotLocal,  // what was chosen is on another machine
};
[[nodiscard]] Error chooser_error(ChooserTrouble trouble, FileChoice::Kind kind, const std::string& cause);
[[nodiscard]] Error opening_error(const std::filesystem::path& file, const std::string& cause);

}  // namespace hamer
