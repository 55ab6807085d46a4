// The drafts of Dossier's form on this device: <data>/drafts, a file for each record, 0600 in a folder of 0700. They
// hold names; they go when they are saved, put back, or erased with their record. Functions are for any thread of one
// program.
#pragma once

#include "platform/files.h"
#include "record/draft.h"

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace hamer {

[[nodiscard]] std::filesystem::path drafts_folder(const std::filesystem::path& data);
// The file of a record's draft; with an empty id that of an incident without a record.
[[nodiscard]] std::filesystem::path draft_file(const std::filesystem::path& data, const std::string& record);

// Nothing: there is none. What cannot be read is kept aside as <file>.broken, and said.
[[nodiscard]] Result<std::optional<Draft>> find_draft(FileSystem& files, const std::filesystem::path& data,
                                                      const std::string& record);
// Durable when this returns.
[[nodiscard]] Status keep_draft(FileSystem& files, const std::filesystem::path& data, const Draft& draft);
// With what of it was put aside.
[[nodiscard]] Status remove_draft(FileSystem& files, const std::filesystem::path& data, const std::string& record);
// Those that could not be read and were put aside; none where the folder cannot be listed.
[[nodiscard]] std::vector<std::filesystem::path> damaged_drafts(FileSystem& files, const std::filesystem::path& data);
// The ids of the records that have one.
[[nodiscard]] Result<std::vector<std::string>> records_with_draft(FileSystem& files, const std::filesystem::path& data);

}  // namespace hamer
