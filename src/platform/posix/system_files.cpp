#include "platform/system_files.h"

#include "platform/guarded_files.h"

#include <algorithm>
#include <cerrno>
#include <cstdio>
#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

namespace hamer {

namespace {

constexpr mode_t file_mode = 0600;
constexpr mode_t folder_mode = 0700;

class Descriptor {
  public:
    explicit Descriptor(int number) : number_(number) {}
    ~Descriptor() {
        if (number_ >= 0) ::close(number_);
    }
    Descriptor(Descriptor&& other) noexcept : number_(std::exchange(other.number_, -1)) {}
    Descriptor& operator=(Descriptor&&) = delete;

    [[nodiscard]] int number() const { return number_; }
    [[nodiscard]] bool valid() const { return number_ >= 0; }

  private:
    int number_;
};

Descriptor open_file(const std::filesystem::path& path, int flags) {
    int number = -1;
    if (is_guarded(path)) {
        errno = EBUSY;
        return Descriptor(number);
    }
    do {
        number = ::open(path.c_str(), flags | O_CLOEXEC, file_mode);
    } while (number < 0 && errno == EINTR);
    return Descriptor(number);
}

// That a file system knows no modes, as its refusals say it.
bool knows_no_modes(int error) {
    return error == EPERM || error == EACCES || error == EOPNOTSUPP || error == ENOSYS || error == EINVAL ||
           error == EROFS;
}

// What is private by its making is not changed: some file systems know no modes (FAT, exFAT, many a share), and refuse
// even what is so already. Where they know none at all, the file is made all the same; whoever may come at the folder
// can then read it, which is told where it is made (docs/security.md).
bool make_private(int number, mode_t mode) {
    struct stat status {};
    if (::fstat(number, &status) != 0) return false;
    return (status.st_mode & 07777) == mode || ::fchmod(number, mode) == 0 || knows_no_modes(errno);
}

bool make_folder_private(const std::filesystem::path& folder) {
    struct stat status {};
    if (::stat(folder.c_str(), &status) != 0) return false;
    return (status.st_mode & 07777) == folder_mode || ::chmod(folder.c_str(), folder_mode) == 0 ||
           knows_no_modes(errno);
}

bool lacks_locks(int error) { return error == ENOLCK || error == EOPNOTSUPP || error == ENOSYS || error == EINVAL; }

tl::unexpected<Error> failed(const std::filesystem::path& path, std::string_view what) {
    return tl::unexpected(storage_error(path, what, errno));
}

class PosixFile final : public File {
  public:
    PosixFile(std::filesystem::path path, const struct stat& found, Descriptor descriptor)
        : File(std::move(path), static_cast<std::uint64_t>(found.st_size)),
          device_(found.st_dev),
          inode_(found.st_ino),
          descriptor_(std::move(descriptor)) {}

  protected:
    Written write_some(std::string_view bytes) override {
        const ssize_t count = ::write(descriptor_.number(), bytes.data(), bytes.size());
        return count < 0 ? Written{0, errno} : Written{static_cast<std::size_t>(count), 0};
    }
    int sync_data() override { return ::fdatasync(descriptor_.number()) == 0 ? 0 : errno; }
    int cut(std::uint64_t size) override {
        return ::ftruncate(descriptor_.number(), static_cast<off_t>(size)) == 0 ? 0 : errno;
    }

    // One call, as every step waits for it: while the file is open nobody else gets its number.
    Standing standing() override {
        struct stat named {};
        if (::lstat(path().c_str(), &named) != 0) return {false, 0, errno};
        return {named.st_dev == device_ && named.st_ino == inode_, static_cast<std::uint64_t>(named.st_size), 0};
    }

  private:
    dev_t device_;
    ino_t inode_;
    Descriptor descriptor_;
};

class PosixLock final : public Lock {
  public:
    explicit PosixLock(Descriptor descriptor) : descriptor_(std::move(descriptor)) {}

  private:
    Descriptor descriptor_;
};

// On a disk that the system made read-only, as it does after an error, a lock that is there holds all the same.
Descriptor open_lock_file(const std::filesystem::path& path) {
    Descriptor file = open_file(path, O_RDWR | O_CREAT | O_NOFOLLOW);
    if (file.valid() || errno != EROFS) return file;
    return open_file(path, O_RDONLY | O_NOFOLLOW);
}

Result<std::string> read_to_end(const std::filesystem::path& path, const Descriptor& file, std::uint64_t offset) {
    struct stat status {};
    if (::fstat(file.number(), &status) != 0) return failed(path, "cannot be read");
    if (!S_ISREG(status.st_mode))
        return fail(ErrorKind::Storage, path.string(), "is not a file", "Check the name", Trouble::NotAFile);
    const auto size = static_cast<std::uint64_t>(status.st_size);
    // One byte more than expected, so that the end is seen without growing.
    std::string bytes(static_cast<std::size_t>(size - std::min(size, offset)) + 1, '\0');
    std::size_t filled = 0;
    while (true) {
        if (filled == bytes.size()) bytes.resize(bytes.size() * 2);
        const ssize_t count =
            ::pread(file.number(), bytes.data() + filled, bytes.size() - filled, static_cast<off_t>(offset + filled));
        if (count < 0 && errno == EINTR) continue;
        if (count < 0) return failed(path, "cannot be read");
        if (count == 0) break;
        filled += static_cast<std::size_t>(count);
    }
    bytes.resize(filled);
    return bytes;
}

}  // namespace

Result<std::unique_ptr<File>> SystemFiles::open_to_append(const Path& path) {
    Descriptor file = open_file(path, O_WRONLY | O_APPEND | O_NONBLOCK | O_NOFOLLOW);
    struct stat status {};
    if (!file.valid() || ::fstat(file.number(), &status) != 0) return failed(path, "cannot be opened");
    return std::make_unique<PosixFile>(path, status, std::move(file));
}

Result<std::unique_ptr<File>> SystemFiles::create(const Path& path) {
    Descriptor file = open_file(path, O_WRONLY | O_APPEND | O_CREAT | O_EXCL);
    struct stat status {};
    if (!file.valid()) return failed(path, "cannot be made");
    if (!make_private(file.number(), file_mode) || ::fstat(file.number(), &status) != 0) {
        const auto failure = failed(path, "cannot be made");
        ::unlink(path.c_str());
        return failure;
    }
    return std::make_unique<PosixFile>(path, status, std::move(file));
}

Result<std::optional<std::string>> SystemFiles::read(const Path& path) { return read_from(path, 0); }

Result<std::optional<std::string>> SystemFiles::read_from(const Path& path, std::uint64_t offset) {
    // Not blocking, for a name that turns out to be a pipe.
    const Descriptor file = open_file(path, O_RDONLY | O_NONBLOCK);
    if (!file.valid() && errno == ENOENT) return std::optional<std::string>();
    if (!file.valid()) return failed(path, "cannot be opened");
    return read_to_end(path, file, offset).map([](std::string&& bytes) { return std::optional(std::move(bytes)); });
}

Result<std::optional<std::size_t>> SystemFiles::read_into(const Path& path, std::uint64_t offset,
                                                          std::span<char> into) {
    const Descriptor file = open_file(path, O_RDONLY | O_NONBLOCK);
    if (!file.valid() && errno == ENOENT) return std::optional<std::size_t>();
    if (!file.valid()) return failed(path, "cannot be opened");
    std::size_t count = 0;
    while (count < into.size()) {
        const auto at = static_cast<off_t>(offset + count);
        const ssize_t read = ::pread(file.number(), into.data() + count, into.size() - count, at);
        if (read < 0 && errno == EINTR) continue;
        if (read < 0) return failed(path, "cannot be read");
        if (read == 0) break;
        count += static_cast<std::size_t>(read);
    }
    return std::optional(count);
}

Result<std::optional<FileState>> SystemFiles::look(const Path& path) {
    // Opened rather than asked for by name: a network's client may answer by name from what it remembers.
    struct stat status {};
    if (is_guarded(path)) {
        if (::stat(path.c_str(), &status) != 0) return failed(path, "cannot be looked at");
    } else {
        const Descriptor file = open_file(path, O_RDONLY | O_NONBLOCK);
        if (!file.valid() && errno == ENOENT) return std::optional<FileState>();
        if (!file.valid() || ::fstat(file.number(), &status) != 0) return failed(path, "cannot be opened");
    }
    constexpr std::int64_t nanoseconds = 1'000'000'000;
    return FileState{static_cast<std::uint64_t>(status.st_size), status.st_ino,
                     status.st_mtim.tv_sec * nanoseconds + status.st_mtim.tv_nsec};
}

Result<std::vector<std::string>> SystemFiles::list(const Path& folder) {
    std::error_code code;
    std::filesystem::directory_iterator entry(folder, code);
    std::vector<std::string> names;
    for (; !code && entry != std::filesystem::directory_iterator(); entry.increment(code)) {
        names.push_back(entry->path().filename().string());
    }
    if (code) return tl::unexpected(storage_error(folder, "cannot be listed", code.value()));
    std::sort(names.begin(), names.end());
    return names;
}

Status SystemFiles::make_folder(const Path& folder) {
    std::error_code code;
    if (folder.empty() || std::filesystem::is_directory(folder, code)) return {};
    const Path parent = folder.has_filename() ? folder.parent_path() : folder.parent_path().parent_path();
    if (const Status made = make_folder(parent); !made) return made;
    if (::mkdir(folder.c_str(), folder_mode) != 0) {
        // Somebody else may have made it since we looked.
        if (errno == EEXIST && std::filesystem::is_directory(folder, code)) return {};
        return failed(folder, "cannot be made");
    }
    if (!make_folder_private(folder)) return failed(folder, "cannot be made private");
    return sync_folder(parent);
}

Status SystemFiles::make_own_folder(const Path& folder) {
    if (::mkdir(folder.c_str(), folder_mode) == 0) {
        if (!make_folder_private(folder)) return failed(folder, "cannot be made private");
        return sync_folder(folder.parent_path());
    }
    if (errno == ENOENT) {
        if (const Status made = make_folder(folder.parent_path()); !made) return made;
        return make_folder(folder);
    }
    if (errno != EEXIST) return failed(folder, "cannot be made");
    const Descriptor found = open_file(folder, O_RDONLY | O_DIRECTORY | O_NOFOLLOW);
    if (!found.valid()) return failed(folder, "cannot be opened as a folder of your own");
    struct stat status {};
    if (::fstat(found.number(), &status) != 0) return failed(folder, "cannot be opened");
    if (status.st_uid != ::geteuid() || (status.st_mode & (S_IWGRP | S_IWOTH)) != 0) {
        return fail(ErrorKind::Storage, folder.string(), "somebody else can write here", "Take that folder away",
                    Trouble::NotPrivate);
    }
    if (!make_private(found.number(), folder_mode)) return failed(folder, "cannot be made private");
    return {};
}

Status SystemFiles::sync_folder(const Path& folder) {
    // The parent of a bare name is written as nothing.
    const Descriptor file = open_file(folder.empty() ? "." : folder, O_RDONLY | O_DIRECTORY);
    if (!file.valid()) return failed(folder, "cannot be opened");
    // This file system has no syncing of folders, so there is nothing more to be had.
    const auto has_none = [](int error) { return error == EINVAL || error == EOPNOTSUPP || error == ENOSYS; };
    if (::fsync(file.number()) != 0 && !has_none(errno)) return failed(folder, "cannot be made durable");
    return {};
}

Status SystemFiles::write_again(const Path& path, std::uint64_t offset, std::string_view bytes) {
    const auto there = read_from(path, offset);
    if (!there) return tl::unexpected(there.error());
    if (!there->has_value() || !std::string_view(**there).starts_with(bytes)) {
        return tl::unexpected(changed_meanwhile(path));
    }
    // Not to append: pwrite would then ignore the offset.
    const Descriptor file = open_file(path, O_WRONLY | O_NONBLOCK);
    if (!file.valid()) return failed(path, "cannot be opened");
    while (!bytes.empty()) {
        const ssize_t count = ::pwrite(file.number(), bytes.data(), bytes.size(), static_cast<off_t>(offset));
        if (count < 0 && errno == EINTR) continue;
        if (count == 0) errno = EIO;
        if (count <= 0) return failed(path, "cannot be written");
        bytes.remove_prefix(static_cast<std::size_t>(count));
        offset += static_cast<std::uint64_t>(count);
    }
    if (::fdatasync(file.number()) != 0) return failed(path, "cannot be made durable");
    return {};
}

Status SystemFiles::rename(const Path& from, const Path& to) {
    if (::rename(from.c_str(), to.c_str()) != 0) return failed(to, "cannot be replaced");
    return {};
}

Status SystemFiles::remove(const Path& path) {
    if (std::remove(path.c_str()) != 0) return failed(path, "cannot be removed");
    return {};
}

// flock: it belongs to the open file, so it also refuses a second writer in the same process.
Result<std::unique_ptr<Lock>> SystemFiles::lock(const Path& path) {
    Descriptor file = open_lock_file(path);
    if (!file.valid() || !make_private(file.number(), file_mode)) return failed(path, "cannot be locked");
    while (::flock(file.number(), LOCK_EX | LOCK_NB) != 0) {
        if (errno == EWOULDBLOCK) return tl::unexpected(lock_held(path));
        if (lacks_locks(errno)) {
            return fail(ErrorKind::Storage, path.parent_path().string(), "this file system cannot lock files",
                        "Choose a data folder on a disk of this machine", Trouble::NoLocks);
        }
        if (errno != EINTR) return failed(path, "cannot be locked");
    }
    return std::make_unique<PosixLock>(std::move(file));
}

}  // namespace hamer
