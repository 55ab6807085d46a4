// What a window needs before its first screen: the meeting service on its data folder, with the meeting that was open.
// What goes wrong meanwhile is shown in the window, with the ways on.
//
// All of it is read on a thread of its own: a disk that does not answer keeps neither the window nor a meeting waiting.
#pragma once

#include "main/commands/commands.h"
#include "service/meeting/meeting_service.h"
#include "service/sharing/sharing.h"
#include "ui/surface/window.h"

#include <filesystem>
#include <memory>
#include <string>

namespace hamer {

// The file systems of a window (meeting_service.h says which is for what).
struct WindowFiles {
    std::shared_ptr<FileSystem> data;  // for the threads that may wait
    std::shared_ptr<FileSystem> quick;
    std::shared_ptr<FileSystem> quick_second;
};

// Those of this program. For ever, as a thread that waits for the disk may be left behind.
[[nodiscard]] const WindowFiles& window_files();

struct WindowStart {
    std::unique_ptr<Lock> lock;  // one window on a data folder; none where the disk does not give one
    std::unique_ptr<MeetingService> service;
    CommonOptions common;              // with the settings that were used
    std::shared_ptr<Sharing> sharing;  // null: what is recorded goes nowhere else
    std::string problem;  // why the meeting that was open does not go on, in words; empty: it does, or there was none
};

// Nothing when the user gave up, or the frames asked for are drawn: `status` is then the program's. `clock` and `files`
// are for ever: a thread that waits for the disk may use them when the window is gone.
[[nodiscard]] std::optional<WindowStart> start_in_window(ui::Window& window, const CommonOptions& common,
                                                         const WindowChoices& choices,
                                                         const std::filesystem::path& data, const WindowFiles& files,
                                                         const Clock& clock, Language language, int& status);

}  // namespace hamer
