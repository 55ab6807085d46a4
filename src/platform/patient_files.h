// A file system that keeps nobody waiting: for the thread that draws the window.
//
// Each call is made on a thread of its own and waited for during `patience` at most; then the answer is the error
// "does not answer" (Trouble::TimedOut), and the call is left to end whenever it ends: what it gives is given back to
// the system unused, and what it changes is changed. While a call hangs, each next one is refused at once, so that
// whoever waits pays for a disk that hangs once. What it opens is written, synced and closed in the same way.
//
// One thread of its own for each PatientFiles: give two disks two of them. Public functions are for any thread.
#pragma once

#include "platform/files.h"

#include <chrono>
#include <memory>

namespace hamer {

class PatientFiles final : public FileSystem {
  public:
    explicit PatientFiles(std::shared_ptr<FileSystem> files,
                          std::chrono::milliseconds patience = std::chrono::milliseconds(500));
    // Leaves a call that hangs behind, with the thread.
    ~PatientFiles() override;
    PatientFiles(const PatientFiles&) = delete;
    PatientFiles& operator=(const PatientFiles&) = delete;

    Result<std::unique_ptr<File>> open_to_append(const Path& path) override;
    Result<std::unique_ptr<File>> create(const Path& path) override;
    Result<std::optional<std::string>> read(const Path& path) override;
    Result<std::optional<std::string>> read_from(const Path& path, std::uint64_t offset) override;
    Result<std::optional<FileState>> look(const Path& path) override;
    Result<std::vector<std::string>> list(const Path& folder) override;
    Status make_folder(const Path& folder) override;
    Status make_own_folder(const Path& folder) override;
    Status sync_folder(const Path& folder) override;
    Status write_again(const Path& path, std::uint64_t offset, std::string_view bytes) override;
    Status rename(const Path& from, const Path& to) override;
    Status remove(const Path& path) override;
    Result<std::unique_ptr<Lock>> lock(const Path& path) override;

  private:
    class Opened;
    class Held;
    class Calls;

    std::shared_ptr<FileSystem> files_;
    std::shared_ptr<Calls> calls_;
};

}  // namespace hamer
