// The files of Windows.
//
// What is durable when. A file's bytes and length are once FlushFileBuffers has said yes: it writes all data and
// metadata of the file, and has the disk empty its own cache. A folder's names are metadata of the folder: NTFS takes a
// flush of a folder that was opened to write in it, by the same call, which is what sync_folder asks
// (https://learn.microsoft.com/windows-hardware/drivers/ddi/ntifs/nf-ntifs-ntflushbuffersfileex speaks of handles of
// folders, and of data, metadata and the disk's cache). A file system that refuses it, as FAT and some servers do, has
// nothing more to give, as with POSIX. Besides, a rename does not come back before it was carried out on the disk
// (MOVEFILE_WRITE_THROUGH), and NTFS writes its changes of names to a log of its own in the order in which they were
// made, so that the flush of a file, after it was made, brings its name along.
#include "platform/system_files.h"

#include "platform/windows/names.h"
#include "platform/windows/own_access.h"
#include "platform/windows/system_error.h"
#include "platform/windows/windows_file.h"

#include <algorithm>
#include <cerrno>

namespace hamer {

namespace {

constexpr DWORD to_be_read = FILE_SHARE_READ;

tl::unexpected<Error> failed(const std::filesystem::path& path, std::string_view what) {
    return tl::unexpected(storage_error(path, what, last_error_number()));
}

bool is_not_there() {
    const DWORD error = ::GetLastError();
    return error == ERROR_FILE_NOT_FOUND || error == ERROR_PATH_NOT_FOUND;
}

bool is_folder(const std::wstring& name) {
    const DWORD attributes = ::GetFileAttributesW(name.c_str());
    return attributes != INVALID_FILE_ATTRIBUTES && (attributes & FILE_ATTRIBUTE_DIRECTORY) != 0;
}

struct Read {
    DWORD count = 0;
    bool failed = false;
};
Read read_at(HANDLE open, std::uint64_t offset, std::span<char> into) {
    OVERLAPPED at{};
    at.Offset = static_cast<DWORD>(offset & 0xFFFFFFFF);
    at.OffsetHigh = static_cast<DWORD>(offset >> 32);
    const auto size = static_cast<DWORD>(std::min<std::size_t>(into.size(), 1u << 30));
    Read read;
    if (::ReadFile(open, into.data(), size, &read.count, &at) != 0) return read;
    read.failed = ::GetLastError() != ERROR_HANDLE_EOF;
    return read;
}

Result<std::string> read_to_end(const std::filesystem::path& path, HANDLE open, std::uint64_t offset) {
    const Seen seen = look_at(open);
    if (seen.error != 0) return tl::unexpected(storage_error(path, "cannot be read", seen.error));
    if (seen.is_folder || seen.is_device)
        return fail(ErrorKind::Storage, path.string(), "is not a file", "Check the name", Trouble::NotAFile);
    // One byte more than expected, so that the end is seen without growing.
    std::string bytes(static_cast<std::size_t>(seen.size - std::min(seen.size, offset)) + 1, '\0');
    std::size_t filled = 0;
    while (true) {
        if (filled == bytes.size()) bytes.resize(bytes.size() * 2);
        const Read read = read_at(open, offset + filled, {bytes.data() + filled, bytes.size() - filled});
        if (read.failed) return failed(path, "cannot be read");
        if (read.count == 0) break;
        filled += read.count;
    }
    bytes.resize(filled);
    return bytes;
}

// A folder is opened like a file, so that a name that turns out to be one is told so.
Handle open_to_read(const std::wstring& name) { return open_patiently(name, {.flags = FILE_FLAG_BACKUP_SEMANTICS}); }

Result<std::unique_ptr<File>> opened(const std::filesystem::path& path, std::wstring name, Handle open,
                                     std::string_view what) {
    if (!open.valid()) return failed(path, what);
    const Seen seen = look_at(open.get());
    if (seen.error != 0) return tl::unexpected(storage_error(path, what, seen.error));
    if (seen.is_folder) return tl::unexpected(storage_error(path, what, EISDIR));
    if (seen.is_link || seen.is_device) return tl::unexpected(storage_error(path, what, ELOOP));
    return std::make_unique<WindowsFile>(path, std::move(name), seen, std::move(open));
}

class WindowsLock final : public Lock {
  public:
    explicit WindowsLock(Handle open) : open_(std::move(open)) {}
    // Said, as what Windows takes away from whoever died may come a little later.
    ~WindowsLock() override {
        OVERLAPPED first{};
        ::UnlockFileEx(open_.get(), 0, 1, 0, &first);
    }
    WindowsLock(const WindowsLock&) = delete;
    WindowsLock& operator=(const WindowsLock&) = delete;

  private:
    Handle open_;
};

}  // namespace

Result<std::unique_ptr<File>> SystemFiles::open_to_append(const Path& path) {
    auto name = system_name(path);
    if (!name) return tl::unexpected(name.error());
    Handle open = open_without_links(*name, {.access = GENERIC_READ | GENERIC_WRITE, .sharing = to_be_read});
    // "Access denied" is what Windows says of a folder.
    if (!open.valid() && is_folder(*name)) return tl::unexpected(storage_error(path, "cannot be opened", EISDIR));
    return opened(path, *std::move(name), std::move(open), "cannot be opened");
}

Result<std::unique_ptr<File>> SystemFiles::create(const Path& path) {
    auto name = system_name(path);
    if (!name) return tl::unexpected(name.error());
    const OwnAttributes own = own_attributes(Kind::File);
    if (own.error != 0) return tl::unexpected(storage_error(path, "cannot be made", own.error));
    // A link of that name is something that exists.
    Handle open = open_patiently(*name, {.access = GENERIC_READ | GENERIC_WRITE,
                                         .sharing = to_be_read,
                                         .disposition = CREATE_NEW,
                                         .flags = FILE_ATTRIBUTE_NORMAL | FILE_FLAG_OPEN_REPARSE_POINT,
                                         .attributes = own.attributes});
    return opened(path, *std::move(name), std::move(open), "cannot be made");
}

Result<std::optional<std::string>> SystemFiles::read(const Path& path) { return read_from(path, 0); }

Result<std::optional<std::string>> SystemFiles::read_from(const Path& path, std::uint64_t offset) {
    const auto name = system_name(path);
    if (!name) return tl::unexpected(name.error());
    const Handle open = open_to_read(*name);
    if (!open.valid() && is_not_there()) return std::optional<std::string>();
    if (!open.valid()) return failed(path, "cannot be opened");
    return read_to_end(path, open.get(), offset).map([](std::string&& bytes) {
        return std::optional(std::move(bytes));
    });
}

Result<std::optional<std::size_t>> SystemFiles::read_into(const Path& path, std::uint64_t offset,
                                                          std::span<char> into) {
    const auto name = system_name(path);
    if (!name) return tl::unexpected(name.error());
    const Handle open = open_to_read(*name);
    if (!open.valid() && is_not_there()) return std::optional<std::size_t>();
    if (!open.valid()) return failed(path, "cannot be opened");
    std::size_t count = 0;
    while (count < into.size()) {
        const Read read = read_at(open.get(), offset + count, into.subspan(count));
        if (read.failed) return failed(path, "cannot be read");
        if (read.count == 0) break;
        count += read.count;
    }
    return std::optional(count);
}

Result<std::optional<FileState>> SystemFiles::look(const Path& path) {
    const auto name = system_name(path);
    if (!name) return tl::unexpected(name.error());
    // Opened rather than asked for by name: a server's client answers by name from what it remembers, and NTFS from the
    // folder's list, where a file that is being written has its former size.
    const Handle open = open_patiently(*name, {.access = FILE_READ_ATTRIBUTES, .flags = FILE_FLAG_BACKUP_SEMANTICS});
    if (!open.valid() && is_not_there()) return std::optional<FileState>();
    if (!open.valid()) return failed(path, "cannot be opened");
    const Seen seen = look_at(open.get());
    if (seen.error != 0) return tl::unexpected(storage_error(path, "cannot be looked at", seen.error));
    return FileState{seen.size, seen.identity.low ^ seen.identity.high, seen.modified_ns};
}

Result<std::vector<std::string>> SystemFiles::list(const Path& folder) {
    const auto name = system_name(folder);
    if (!name) return tl::unexpected(name.error());
    std::vector<std::string> names;
    WIN32_FIND_DATAW found{};
    const std::wstring pattern = *name + (name->ends_with(L'\\') ? L"*" : L"\\*");
    const HANDLE search =
        ::FindFirstFileExW(pattern.c_str(), FindExInfoBasic, &found, FindExSearchNameMatch, nullptr, 0);
    if (search == INVALID_HANDLE_VALUE) {
        // The root of a disk may have nothing at all in it.
        if (::GetLastError() == ERROR_FILE_NOT_FOUND && is_folder(*name)) return names;
        return failed(folder, "cannot be listed");
    }
    do {
        const std::wstring_view each = found.cFileName;
        if (each != L"." && each != L"..") names.push_back(to_utf8(each));
    } while (::FindNextFileW(search, &found) != 0);
    const DWORD error = ::GetLastError();
    ::FindClose(search);
    if (error != ERROR_NO_MORE_FILES)
        return tl::unexpected(storage_error(folder, "cannot be listed", error_number_of(error)));
    std::sort(names.begin(), names.end());
    return names;
}

Status SystemFiles::make_folder(const Path& folder) {
    if (folder.empty()) return {};
    const auto name = system_name(folder);
    if (!name) return tl::unexpected(name.error());
    if (is_folder(*name)) return {};
    const Path parent = folder.has_filename() ? folder.parent_path() : folder.parent_path().parent_path();
    if (parent != folder) {
        if (const Status made = make_folder(parent); !made) return made;
    }
    const OwnAttributes own = own_attributes(Kind::Folder);
    if (own.error != 0) return tl::unexpected(storage_error(folder, "cannot be made", own.error));
    if (::CreateDirectoryW(name->c_str(), own.attributes) == 0) {
        // Somebody else may have made it since we looked.
        if (::GetLastError() == ERROR_ALREADY_EXISTS && is_folder(*name)) return {};
        return failed(folder, "cannot be made");
    }
    return sync_folder(parent);
}

Status SystemFiles::make_own_folder(const Path& folder) {
    const auto name = system_name(folder);
    if (!name) return tl::unexpected(name.error());
    if (const Status made = make_folder(folder.parent_path()); !made) return made;
    const OwnAttributes own = own_attributes(Kind::Folder);
    if (own.error != 0) return tl::unexpected(storage_error(folder, "cannot be made", own.error));
    if (::CreateDirectoryW(name->c_str(), own.attributes) != 0) return sync_folder(folder.parent_path());
    if (::GetLastError() != ERROR_ALREADY_EXISTS) return failed(folder, "cannot be made");
    const Handle found =
        open_without_links(*name, {.access = FILE_LIST_DIRECTORY | READ_CONTROL, .flags = FILE_FLAG_BACKUP_SEMANTICS});
    if (!found.valid()) return failed(folder, "cannot be opened as a folder of your own");
    const Seen seen = look_at(found.get());
    if (seen.error == 0 && (!seen.is_folder || seen.is_link)) {
        return tl::unexpected(storage_error(folder, "cannot be opened as a folder of your own", ENOTDIR));
    }
    const Judgement judgement = judge(found.get());
    if (seen.error != 0 || judgement.error != 0) return failed(folder, "cannot be opened");
    if (!judgement.own || judgement.others.change) {
        return fail(ErrorKind::Storage, folder.string(), "somebody else can write here", "Take that folder away",
                    Trouble::NotPrivate);
    }
    if (!make_own(*name, Kind::Folder)) return failed(folder, "cannot be made private");
    return {};
}

Status SystemFiles::sync_folder(const Path& folder) {
    const auto name = system_name(folder);
    if (!name) return tl::unexpected(name.error());
    if (!is_folder(*name)) {
        if (::GetFileAttributesW(name->c_str()) != INVALID_FILE_ATTRIBUTES) ::SetLastError(ERROR_DIRECTORY);
        return failed(folder, "cannot be opened");
    }
    const Handle open = open_patiently(*name, {.access = GENERIC_WRITE, .flags = FILE_FLAG_BACKUP_SEMANTICS});
    // Where this user may make no names, as above the data folder, there are none of ours; and a file system that
    // cannot do it has nothing more to give.
    const auto has_none = [](DWORD error) {
        return error == ERROR_ACCESS_DENIED || error == ERROR_INVALID_FUNCTION || error == ERROR_NOT_SUPPORTED ||
               error == ERROR_INVALID_PARAMETER || error == ERROR_CALL_NOT_IMPLEMENTED;
    };
    if (!open.valid()) return has_none(::GetLastError()) ? Status{} : failed(folder, "cannot be opened");
    if (::FlushFileBuffers(open.get()) == 0 && !has_none(::GetLastError())) {
        return failed(folder, "cannot be made durable");
    }
    return {};
}

Status SystemFiles::write_again(const Path& path, std::uint64_t offset, std::string_view bytes) {
    const auto there = read_from(path, offset);
    if (!there) return tl::unexpected(there.error());
    if (!there->has_value() || !std::string_view(**there).starts_with(bytes)) {
        return tl::unexpected(changed_meanwhile(path));
    }
    const auto name = system_name(path);
    if (!name) return tl::unexpected(name.error());
    const Handle open = open_patiently(*name, {.access = GENERIC_WRITE, .sharing = to_be_read});
    if (!open.valid()) return failed(path, "cannot be opened");
    while (!bytes.empty()) {
        OVERLAPPED at{};
        at.Offset = static_cast<DWORD>(offset & 0xFFFFFFFF);
        at.OffsetHigh = static_cast<DWORD>(offset >> 32);
        DWORD count = 0;
        const auto size = static_cast<DWORD>(std::min<std::size_t>(bytes.size(), 1u << 30));
        if (::WriteFile(open.get(), bytes.data(), size, &count, &at) == 0) return failed(path, "cannot be written");
        if (count == 0) return tl::unexpected(storage_error(path, "cannot be written", EIO));
        bytes.remove_prefix(count);
        offset += count;
    }
    if (::FlushFileBuffers(open.get()) == 0) return failed(path, "cannot be made durable");
    return {};
}

// https://learn.microsoft.com/windows/win32/api/winbase/nf-winbase-movefileexw
Status SystemFiles::rename(const Path& from, const Path& to) {
    const auto former = system_name(from);
    const auto next = system_name(to);
    if (!former) return tl::unexpected(former.error());
    if (!next) return tl::unexpected(next.error());
    const bool done = do_patiently(
        [](const std::wstring& one, const std::wstring& other) {
            return ::MoveFileExW(one.c_str(), other.c_str(), MOVEFILE_REPLACE_EXISTING | MOVEFILE_WRITE_THROUGH) != 0;
        },
        *former, *next);
    return done ? Status{} : failed(to, "cannot be replaced");
}

Status SystemFiles::remove(const Path& path) {
    const auto name = system_name(path);
    if (!name) return tl::unexpected(name.error());
    const bool done = do_patiently(
        [](const std::wstring& one, const std::wstring&) {
            if (::DeleteFileW(one.c_str()) != 0) return true;
            // A folder, or a link to one, is refused so.
            return ::GetLastError() == ERROR_ACCESS_DENIED && is_folder(one) && ::RemoveDirectoryW(one.c_str()) != 0;
        },
        *name);
    return done ? Status{} : failed(path, "cannot be removed");
}

// A lock belongs to the handle, so it also refuses a second writer in the same process; and while it is open nobody
// removes the file or puts another in its place.
Result<std::unique_ptr<Lock>> SystemFiles::lock(const Path& path) {
    const auto name = system_name(path);
    if (!name) return tl::unexpected(name.error());
    const OwnAttributes own = own_attributes(Kind::File);
    if (own.error != 0) return tl::unexpected(storage_error(path, "cannot be locked", own.error));
    Opening opening{.access = GENERIC_READ | GENERIC_WRITE,
                    .sharing = FILE_SHARE_READ | FILE_SHARE_WRITE,
                    .disposition = OPEN_ALWAYS,
                    .attributes = own.attributes};
    Handle open = open_without_links(*name, opening);
    if (!open.valid() && ::GetLastError() == ERROR_WRITE_PROTECT) {
        // On a disk that nobody can write on, a lock that is there holds all the same.
        opening.access = GENERIC_READ;
        opening.disposition = OPEN_EXISTING;
        open = open_without_links(*name, opening);
    }
    if (!open.valid()) return failed(path, "cannot be locked");
    const Seen seen = look_at(open.get());
    if (seen.error == 0 && (seen.is_folder || seen.is_link || seen.is_device)) {
        return tl::unexpected(storage_error(path, "cannot be locked", ELOOP));
    }
    OVERLAPPED first{};
    if (::LockFileEx(open.get(), LOCKFILE_EXCLUSIVE_LOCK | LOCKFILE_FAIL_IMMEDIATELY, 0, 1, 0, &first) == 0) {
        const DWORD error = ::GetLastError();
        if (error == ERROR_LOCK_VIOLATION || error == ERROR_IO_PENDING) return tl::unexpected(lock_held(path));
        if (error == ERROR_NOT_SUPPORTED || error == ERROR_INVALID_FUNCTION || error == ERROR_CALL_NOT_IMPLEMENTED) {
            return fail(ErrorKind::Storage, path.parent_path().string(), "this file system cannot lock files",
                        "Choose a data folder on a disk of this machine", Trouble::NoLocks);
        }
        ::SetLastError(error);
        return failed(path, "cannot be locked");
    }
    auto held = std::make_unique<WindowsLock>(std::move(open));
    if (!make_own(*name, Kind::File)) return failed(path, "cannot be locked");
    return held;
}

}  // namespace hamer
