// What is known of all sessions in a folder without reading each of them: a list of twenty thousand takes as long as
// looking whether their files changed.
//
// The index is a file beside the folder, <data>/sessions.index, a line for each session. It is never believed without a
// look: a line holds as long as the session's files are those that it was made from, by their inode, size and time;
// else the session is read. It may be missing, damaged, or somebody else's: then it is made again, and where it cannot
// be written every list takes longer. It vouches for nothing; who has to know whether a journal is whole reads it. It
// holds the meeting's name, so what is erased has to go from it too (erasing.h).
#pragma once

#include "base/result.h"
#include "platform/files.h"
#include "record/session_summary.h"
#include "service/store/session_folder.h"

#include <cstddef>
#include <filesystem>
#include <map>
#include <string>
#include <vector>

namespace hamer {

[[nodiscard]] LogState log_state(JournalState state);

class SessionIndex {
  public:
    // `folder` is that of the sessions. Both outlive it.
    SessionIndex(FileSystem& files, std::filesystem::path folder);

    // The ids of all sessions, oldest first, as the folder has them now.
    [[nodiscard]] Result<std::vector<std::string>> ids();
    // Of one of them, as it is now. Errors are of a session that cannot be read at all.
    [[nodiscard]] Result<SessionSummary> summary(const std::string& id);
    // How many had to be read so far.
    [[nodiscard]] std::size_t read_count() const { return read_count_; }
    // Keeps what was learnt for the next time. Where that fails, all the more is read then.
    void keep();

    // Takes a session out of the file, with the words in it.
    static Status forget(FileSystem& files, const std::filesystem::path& folder, const std::string& id);

  private:
    [[nodiscard]] static std::filesystem::path file_of(const std::filesystem::path& folder);
    // The state of the files that a summary is made from; empty when it cannot be told.
    [[nodiscard]] std::string state_of(const std::string& id, std::uint32_t segments);
    [[nodiscard]] Result<SessionSummary> read(const std::string& id);

    FileSystem& files_;
    std::filesystem::path folder_;
    std::map<std::string, SessionSummary, std::less<>> known_;
    ReadProcedures procedures_;
    std::size_t read_count_ = 0;
    bool changed_ = false;
};

}  // namespace hamer
