// What a keeper notes of each session beside its folder: which devices wrote in it, which texts were erased, and who is
// to be told of that (docs/link.md, "On the keeper's disk"). In memory since the first question; this process alone
// writes. One thread.
#pragma once

#include "codec/link/keeper_files.h"
#include "platform/files.h"

#include <filesystem>
#include <map>
#include <string>
#include <vector>

namespace hamer {

class NotesShelf {
  public:
    NotesShelf(FileSystem& files, std::filesystem::path folder) : files_(files), folder_(std::move(folder)) {}

    // Of a session; nothing was noted of most.
    [[nodiscard]] Result<KeptNotes> of(const std::string& session);
    // Durable when it says yes; else it is as before.
    [[nodiscard]] Status keep(const std::string& session, KeptNotes notes);
    // Of all sessions.
    [[nodiscard]] Result<std::vector<LinkErase>> owed(const std::string& device);
    [[nodiscard]] Status settled(const std::string& device, const std::string& id);

  private:
    [[nodiscard]] Status read_all();

    FileSystem& files_;
    std::filesystem::path folder_;
    std::map<std::string, KeptNotes> notes_;
    bool is_read_ = false;
};

}  // namespace hamer
