// The checks of `hamer selftest`. Each does what a meeting does, on this machine, and says what it measured. `scratch`
// is a folder in which it may do as it likes (scratch_folder.h). None reads or writes anything of a session that is
// there.
#pragma once

#include "base/time.h"
#include "main/selftest/finding.h"
#include "platform/files.h"

#include <filesystem>
#include <optional>
#include <vector>

namespace hamer {

// How long a journal's line takes to be durable, beside a bare write and sync of the same bytes.
[[nodiscard]] Finding check_sync(FileSystem& files, const std::filesystem::path& scratch);
// Programs that record steps and are killed: what they acknowledged is there, and the journal can be gone on with.
[[nodiscard]] Finding check_kills(FileSystem& files, const std::filesystem::path& scratch);
// A second program does not get in where a first one writes.
[[nodiscard]] Finding check_lock(FileSystem& files, const std::filesystem::path& scratch);
// A file is replaced whole; and names in letters of all kinds, in a long path.
[[nodiscard]] Finding check_replacing(FileSystem& files, const std::filesystem::path& scratch);
[[nodiscard]] Finding check_names(FileSystem& files, const std::filesystem::path& scratch);
// Who can get at the folder, how much room it has, and where it lies.
[[nodiscard]] Finding check_rights(const std::filesystem::path& data, const std::filesystem::path& scratch);
[[nodiscard]] Finding check_room(const std::filesystem::path& data);
[[nodiscard]] Finding check_place(const std::filesystem::path& data);
// The letters of the window, and a paper drawn with those of papers.
[[nodiscard]] Finding check_fonts();

// Watches the clock from its making on.
class ClockCheck {
  public:
    ClockCheck();
    // Between other checks, so that it is watched all the time.
    void look();
    [[nodiscard]] Finding finding();

  private:
    Stamp first_;
    Stamp last_;
    bool went_back_ = false;
};

struct WindowAsked {
    bool window = false;  // also where there seems to be no display
    bool touch = false;   // have the user tap on it
};
// A small window, a screen that stays on, and the touch screen; check_window does the other two.
[[nodiscard]] std::vector<Finding> check_window(const WindowAsked& asked, Language language);
[[nodiscard]] Finding check_touch_screen();
class TestWindow;
[[nodiscard]] Finding check_tap(TestWindow& window);

// What the programs do that check_kills and check_lock start, on a scratch folder: an exit status.
int write_until_killed(const std::filesystem::path& scratch);
int try_lock(const std::filesystem::path& scratch);

}  // namespace hamer
