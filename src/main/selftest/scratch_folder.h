// A folder of `hamer selftest`'s own in the data folder: on the very disk that meetings are written on, and apart from
// them. It goes away with its object, and with it what had to be made of the data folder itself. One that a program
// left behind when it was killed is taken away by the next, or by the one after where a program that it started was
// still writing.
#pragma once

#include "platform/files.h"

#include <filesystem>
#include <memory>
#include <vector>

namespace hamer {

// True for the name of such a folder, and for no other.
[[nodiscard]] bool is_scratch_name(const std::filesystem::path& folder);

class ScratchFolder {
  public:
    // `files` outlives it.
    [[nodiscard]] static Result<std::unique_ptr<ScratchFolder>> make(FileSystem& files,
                                                                     const std::filesystem::path& data);
    ~ScratchFolder();
    ScratchFolder(const ScratchFolder&) = delete;
    ScratchFolder& operator=(const ScratchFolder&) = delete;

    [[nodiscard]] const std::filesystem::path& path() const { return path_; }
    // Sooner than its end, and with what went wrong. Nothing happens the second time.
    [[nodiscard]] Status take_away();

  private:
    ScratchFolder(FileSystem& files, std::filesystem::path path, std::vector<std::filesystem::path> made)
        : files_(files), path_(std::move(path)), made_(std::move(made)) {}

    FileSystem& files_;
    std::filesystem::path path_;
    std::vector<std::filesystem::path> made_;  // the folders above it that were not there, the innermost first
    std::unique_ptr<Lock> lock_;               // so that no other takes it for one that was left behind
};

}  // namespace hamer
