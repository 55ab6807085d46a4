// What the second place kept of a session (recorder.h), read against its journal when it is opened again.
#pragma once

#include "codec/rescue_json.h"
#include "desk/session_folder.h"
#include "session/entry.h"

#include <filesystem>
#include <vector>

namespace hamer {

struct Rescue {
    struct Kept {
        EncodedEntry encoded;
        Entry entry;
    };
    // What goes on exactly where the journal ends, in order. A later entry in the place of one makes it void.
    std::vector<Kept> waiting;
};

// Nothing when there is no such file, or it cannot be read.
[[nodiscard]] Rescue read_rescue(FileSystem& files, const std::filesystem::path& file, const StoredSession& stored);

}  // namespace hamer
