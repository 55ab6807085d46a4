#include "service/store/prepared_meeting_file.h"

#include "base/attempt.h"
#include "codec/settings/prepared_meeting_json.h"
#include "journal/durable.h"

namespace hamer {

Result<std::optional<PreparedMeeting>> find_prepared_meeting(FileSystem& files, const std::filesystem::path& data) {
    const auto file = data / prepared_meeting_name;
    ASSIGN_OR_RETURN(const auto text, files.read(file));
    if (!text) return std::nullopt;
    ASSIGN_OR_RETURN(auto meeting, read_prepared_meeting(*text, file.string()));
    return std::optional(std::move(meeting));
}

Status keep_prepared_meeting(FileSystem& files, const std::filesystem::path& data, const PreparedMeeting& meeting) {
    return replace_file(files, data / prepared_meeting_name, write_prepared_meeting(meeting));
}

Status remove_prepared_meeting(FileSystem& files, const std::filesystem::path& data) {
    const auto file = data / prepared_meeting_name;
    ASSIGN_OR_RETURN(const auto there, files.look(file));
    if (!there) return {};
    RETURN_IF_ERROR(files.remove(file));
    return files.sync_folder(data);
}

}  // namespace hamer
