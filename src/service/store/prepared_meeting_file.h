// <data>/prepared-meeting.json: the one meeting that the clerk put ready for the chair (session/prepared_meeting.h). It
// goes when that meeting begins, and with the record that it came from.
#pragma once

#include "platform/files.h"
#include "session/prepared_meeting.h"

#include <filesystem>
#include <optional>
#include <string_view>

namespace hamer {

inline constexpr std::string_view prepared_meeting_name = "prepared-meeting.json";

// Nothing: there is none.
[[nodiscard]] Result<std::optional<PreparedMeeting>> find_prepared_meeting(FileSystem& files,
                                                                           const std::filesystem::path& data);
// In place of the former one. Durable when this returns.
[[nodiscard]] Status keep_prepared_meeting(FileSystem& files, const std::filesystem::path& data,
                                           const PreparedMeeting& meeting);
// Where there is one.
[[nodiscard]] Status remove_prepared_meeting(FileSystem& files, const std::filesystem::path& data);

}  // namespace hamer
