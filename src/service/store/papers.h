// Which files Hamer made for somebody, so that they can be found when a person is erased: reports, forms, calendars and
// sessions on their way. <data>/papers.jsonl, 0600, a line for each.
//
// A line names the file, what it is of and the SHA-256 of its bytes, and nothing that is in it. A file that was changed
// or moved since is not found, or not as Hamer's. Functions are for any thread.
#pragma once

#include "base/result.h"
#include "platform/files.h"
#include "record/paper.h"

#include <cstddef>
#include <filesystem>
#include <functional>
#include <optional>
#include <string_view>
#include <vector>

namespace hamer {

// Notes the file and then has it written, so that there is none that is not in the list. `bytes` are those of it. What
// could not be written does not stay in the list; what cannot be noted, as on a disk that only lets read, is written
// all the same, and `unnoted` says why it is not in the list.
struct PutPaper {
    std::optional<Error> unnoted{};
};
[[nodiscard]] Result<PutPaper> put_paper(FileSystem& files, const std::filesystem::path& data, Paper paper,
                                         std::string_view bytes, const std::function<Status()>& write);
// Each file once, as it was noted last, without those that are known to be gone. Lines that cannot be read are left out
// and counted.
[[nodiscard]] Result<std::vector<Paper>> papers(FileSystem& files, const std::filesystem::path& data,
                                                std::size_t* unread = nullptr);
// What was made of the record, or of the session, so far: something is erased from it.
[[nodiscard]] Status mark_stale(FileSystem& files, const std::filesystem::path& data, const std::string& record,
                                const std::string& session);

// Whether the file is there, and is what Hamer made.
enum class PaperState { There, Changed, Gone };
[[nodiscard]] Result<PaperState> state_of(FileSystem& files, const Paper& paper);

// Removes the file where it still is what Hamer made, and notes that it is gone. Refused where it was changed.
[[nodiscard]] Status remove_paper(FileSystem& files, const std::filesystem::path& data, const Paper& paper);

}  // namespace hamer
