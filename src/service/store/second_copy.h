// The second place: a folder on another disk, where the recorder keeps what it cannot put in the journal, and what it
// kept of a session, read against its journal when it is opened again.
#pragma once

#include "codec/journal/second_copy_json.h"
#include "service/store/session_folder.h"
#include "session/entry.h"

#include <filesystem>
#include <string>
#include <vector>

namespace hamer {

// The file in the second place that belongs to a session.
[[nodiscard]] std::filesystem::path second_place_for(const std::filesystem::path& folder, const std::string& session);
// A session's folder, as each line of that file names it.
[[nodiscard]] std::string folder_text(const std::filesystem::path& session_folder);

// The ids of the sessions below `sessions` of which the second place has the beginning, oldest first. For some of them
// the disk did not take so much as a folder.
[[nodiscard]] std::vector<std::string> sessions_begun_in(FileSystem& files, const std::filesystem::path& second_place,
                                                         const std::filesystem::path& sessions);

struct SecondCopy {
    struct Kept {
        EncodedEntry encoded;
        Entry entry;
    };
    // What goes on exactly where the journal ends, in order: each was to be chained to the entry that is before it now.
    std::vector<Kept> waiting;
};

// Nothing when there is no such file, or it cannot be read.
[[nodiscard]] SecondCopy read_second_copy(FileSystem& files, const std::filesystem::path& file,
                                          const StoredSession& stored);

}  // namespace hamer
