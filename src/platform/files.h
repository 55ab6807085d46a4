// The seam to the operating system: files, folders and the lock, so that tests can fail or crash at each call.
//
// Writing and syncing are separate: bytes written are durable only after sync() said yes, a file's name only after its
// folder's sync_folder() did. A failed sync is final: the system may have dropped the data, so no caller may sync the
// same File again and believe the answer.
// Errors are of kind Storage and name the file, what the system said and what to do; a lock that another holds is
// Refused. Objects may be used by one thread at a time.
#pragma once

#include "base/result.h"

#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace hamer {

// A file opened to add to its end.
class File {
  public:
    File(std::filesystem::path path, std::uint64_t size) : path_(std::move(path)), size_(size) {}
    virtual ~File() = default;
    File(const File&) = delete;
    File& operator=(const File&) = delete;

    // Adds all the bytes, whatever the number of system calls that takes (EINTR, short writes). After a failure any
    // beginning of them may be in the file.
    [[nodiscard]] Status write(std::string_view bytes);
    // Makes what was written, and the file's length, survive a power cut (fdatasync). Never retried, also not at EINTR.
    [[nodiscard]] Status sync();
    // Cuts the file to `size` bytes; durable after sync().
    [[nodiscard]] Status truncate(std::uint64_t size);
    // Whether who opens the file by its name finds what was written here. Fails, in words, when it was moved, removed,
    // replaced, cut or added to by another, as writing and syncing an open file succeed all the same.
    [[nodiscard]] Status check_name();

    [[nodiscard]] const std::filesystem::path& path() const { return path_; }

  protected:
    // One system call each. The error is a number of the system's (error_number.h), 0 when there is none.
    struct Written {
        std::size_t count = 0;
        int error = 0;
    };
    virtual Written write_some(std::string_view bytes) = 0;
    virtual int sync_data() = 0;
    virtual int cut(std::uint64_t size) = 0;
    // What stands at the name now.
    struct Standing {
        bool this_file = false;
        std::uint64_t size = 0;
        int error = 0;
    };
    virtual Standing standing() = 0;

  private:
    friend class PatientFiles;  // makes the same calls elsewhere

    std::filesystem::path path_;
    std::uint64_t size_;  // as it must be if nobody else wrote
};

// Held as long as it lives, and released by the system when the process dies.
class Lock {
  public:
    Lock() = default;
    virtual ~Lock() = default;
    Lock(const Lock&) = delete;
    Lock& operator=(const Lock&) = delete;
};

// What tells whether a file, or a folder's list of names, is another than before, without reading it.
struct FileState {
    std::uint64_t size = 0;
    std::uint64_t id = 0;          // of the file behind the name: another one after a rename over it
    std::int64_t modified_ns = 0;  // as coarse as the file system keeps it

    bool operator==(const FileState&) const = default;
};

class FileSystem {
  public:
    virtual ~FileSystem() = default;
    using Path = std::filesystem::path;

    // An existing file; a symbolic link is refused, as it could lead what is written to anywhere.
    [[nodiscard]] virtual Result<std::unique_ptr<File>> open_to_append(const Path& path) = 0;
    // A new, empty file of mode 0600 whatever the umask; fails when the name exists.
    [[nodiscard]] virtual Result<std::unique_ptr<File>> create(const Path& path) = 0;
    // All bytes of a file; nothing when there is no such file.
    [[nodiscard]] virtual Result<std::optional<std::string>> read(const Path& path) = 0;
    // The bytes from `offset` to the file's end; nothing when there is no such file.
    [[nodiscard]] virtual Result<std::optional<std::string>> read_from(const Path& path, std::uint64_t offset) = 0;
    // Fills `into` with the bytes from `offset` on, and gives how many there were: fewer only at the file's end.
    // Nothing when there is no such file.
    [[nodiscard]] virtual Result<std::optional<std::size_t>> read_into(const Path& path, std::uint64_t offset,
                                                                       std::span<char> into);
    // A file's or a folder's state; nothing when there is none. Asked of the disk itself, also over a network.
    [[nodiscard]] virtual Result<std::optional<FileState>> look(const Path& path) = 0;
    // The names in a folder, sorted.
    [[nodiscard]] virtual Result<std::vector<std::string>> list(const Path& folder) = 0;
    // Makes the folder and its missing parents with mode 0700 whatever the umask, durably. An existing one is left as
    // is.
    [[nodiscard]] virtual Status make_folder(const Path& folder) = 0;
    // Makes the folder where it is missing, for a place where others may make names too, such as /tmp. Refused when
    // what is there is not a folder of this user's own, or a link, or one that others could write to; one that others
    // could only look into becomes 0700.
    [[nodiscard]] virtual Status make_own_folder(const Path& folder) = 0;
    [[nodiscard]] virtual Status sync_folder(const Path& folder) = 0;
    // Writes bytes that stand in the file already once more, and makes them durable. A failed sync may have made the
    // system forget that they never reached the disk; then no later sync would put them there, but this does. Changes
    // nothing, and fails, when other bytes stand there.
    [[nodiscard]] virtual Status write_again(const Path& path, std::uint64_t offset, std::string_view bytes) = 0;
    // Replaces `to`; durable after sync_folder.
    [[nodiscard]] virtual Status rename(const Path& from, const Path& to) = 0;
    // A file, or an empty folder. Durable after sync_folder.
    [[nodiscard]] virtual Status remove(const Path& path) = 0;
    // Takes the lock file at `path`, making it where missing, without waiting; a symbolic link is refused.
    [[nodiscard]] virtual Result<std::unique_ptr<Lock>> lock(const Path& path) = 0;
};

// The failure of write_again when the bytes are others.
[[nodiscard]] Error changed_meanwhile(const std::filesystem::path& path);
// What a failed system call comes to: "path: cannot be written: No space left on device. Free some space, …"
[[nodiscard]] Error storage_error(const std::filesystem::path& path, std::string_view what, int error);
// The refusal when somebody else holds the lock.
[[nodiscard]] Error lock_held(const std::filesystem::path& path);

// The lock of a session's folder: one writer per session.
[[nodiscard]] Result<std::unique_ptr<Lock>> lock_folder(FileSystem& files, const std::filesystem::path& folder);

}  // namespace hamer
