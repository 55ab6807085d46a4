#include "platform/windows/windows_file.h"

#include "platform/windows/system_error.h"

#include <algorithm>
#include <cerrno>
#include <chrono>
#include <cstring>
#include <thread>

namespace hamer {

namespace {

constexpr DWORD most_at_once = 1u << 30;
// A second in all, as SQLite waits for virus scanners.
constexpr int tries = 40;
constexpr auto between_tries = std::chrono::milliseconds(25);

// What another program that has it open for a moment makes of a call. A removal or replacement of a file that is open
// elsewhere is answered by "access denied", as lacking rights are; so those are tried again too.
bool may_pass(DWORD error, bool replaces) {
    return error == ERROR_SHARING_VIOLATION || error == ERROR_LOCK_VIOLATION || error == ERROR_USER_MAPPED_FILE ||
           (replaces && error == ERROR_ACCESS_DENIED);
}

std::int64_t nanoseconds_of(LARGE_INTEGER since_1601) {
    constexpr std::int64_t from_1601_to_1970 = 116'444'736'000'000'000;  // in steps of 100 ns
    return (since_1601.QuadPart - from_1601_to_1970) * 100;
}

FileIdentity identity_of(HANDLE open, const BY_HANDLE_FILE_INFORMATION& found) {
    FILE_ID_INFO id{};
    if (::GetFileInformationByHandleEx(open, FileIdInfo, &id, sizeof id) != 0) {
        FileIdentity identity{id.VolumeSerialNumber, 0, 0};
        static_assert(sizeof id.FileId == sizeof identity.high + sizeof identity.low);
        std::memcpy(&identity.low, &id.FileId, sizeof identity.low);
        std::memcpy(&identity.high, reinterpret_cast<const char*>(&id.FileId) + sizeof identity.low,
                    sizeof identity.high);
        return identity;
    }
    // A file system of before Windows 8, or somebody else's.
    return {found.dwVolumeSerialNumber, 0, std::uint64_t{found.nFileIndexHigh} << 32 | found.nFileIndexLow};
}

bool leads_elsewhere(HANDLE open) {
    FILE_ATTRIBUTE_TAG_INFO tag{};
    if (::GetFileInformationByHandleEx(open, FileAttributeTagInfo, &tag, sizeof tag) == 0) return true;
    return IsReparseTagNameSurrogate(tag.ReparseTag);
}

}  // namespace

Seen look_at(HANDLE open) {
    Seen seen;
    if (::GetFileType(open) != FILE_TYPE_DISK) {
        seen.is_device = true;
        return seen;
    }
    BY_HANDLE_FILE_INFORMATION found{};
    if (::GetFileInformationByHandle(open, &found) == 0) {
        seen.error = last_error_number();
        return seen;
    }
    seen.identity = identity_of(open, found);
    seen.size = std::uint64_t{found.nFileSizeHigh} << 32 | found.nFileSizeLow;
    LARGE_INTEGER modified{};
    modified.LowPart = found.ftLastWriteTime.dwLowDateTime;
    modified.HighPart = static_cast<LONG>(found.ftLastWriteTime.dwHighDateTime);
    seen.modified_ns = nanoseconds_of(modified);
    seen.is_folder = (found.dwFileAttributes & FILE_ATTRIBUTE_DIRECTORY) != 0;
    seen.is_link = (found.dwFileAttributes & FILE_ATTRIBUTE_REPARSE_POINT) != 0 && leads_elsewhere(open);
    return seen;
}

Handle open_patiently(const std::wstring& name, const Opening& opening) {
    for (int left = tries;; --left) {
        Handle made(::CreateFileW(name.c_str(), opening.access, opening.sharing, opening.attributes,
                                  opening.disposition, opening.flags, nullptr));
        if (made.valid() || left == 0 || !may_pass(::GetLastError(), false)) return made;
        std::this_thread::sleep_for(between_tries);
    }
}

bool do_patiently(bool (*call)(const std::wstring&, const std::wstring&), const std::wstring& one,
                  const std::wstring& other) {
    for (int left = tries;; --left) {
        if (call(one, other)) return true;
        const DWORD error = ::GetLastError();
        if (left == 0 || !may_pass(error, true)) return false;
        std::this_thread::sleep_for(between_tries);
        ::SetLastError(error);
    }
}

Handle open_without_links(const std::wstring& name, Opening opening) {
    opening.flags |= FILE_FLAG_OPEN_REPARSE_POINT;
    Handle made = open_patiently(name, opening);
    FILE_ATTRIBUTE_TAG_INFO tag{};
    if (!made.valid() || ::GetFileType(made.get()) != FILE_TYPE_DISK ||
        ::GetFileInformationByHandleEx(made.get(), FileAttributeTagInfo, &tag, sizeof tag) == 0 ||
        (tag.FileAttributes & FILE_ATTRIBUTE_REPARSE_POINT) == 0) {
        return made;
    }
    const bool is_link = IsReparseTagNameSurrogate(tag.ReparseTag);
    made.close();
    if (!is_link) {
        // The same thing, with what stands behind it; whether it became a link meanwhile is seen by what is open.
        opening.flags &= ~DWORD{FILE_FLAG_OPEN_REPARSE_POINT};
        opening.disposition = OPEN_EXISTING;
        return open_patiently(name, opening);
    }
    ::SetLastError(ERROR_CANT_RESOLVE_FILENAME);
    return made;
}

WindowsFile::WindowsFile(std::filesystem::path path, std::wstring name, const Seen& found, Handle open)
    : File(std::move(path), found.size), name_(std::move(name)), identity_(found.identity), open_(std::move(open)) {}

// To the end of the file as it is at that moment, which the two numbers ask for:
// https://learn.microsoft.com/windows/win32/api/fileapi/nf-fileapi-writefile
File::Written WindowsFile::write_some(std::string_view bytes) {
    OVERLAPPED to_the_end{};
    to_the_end.Offset = to_the_end.OffsetHigh = 0xFFFFFFFF;
    const DWORD size = static_cast<DWORD>(std::min<std::size_t>(bytes.size(), most_at_once));
    DWORD count = 0;
    if (::WriteFile(open_.get(), bytes.data(), size, &count, &to_the_end) == 0) return {0, last_error_number()};
    return {count, 0};
}

// All data and metadata of the file, and the cache of the disk itself:
// https://learn.microsoft.com/windows/win32/api/fileapi/nf-fileapi-flushfilebuffers
int WindowsFile::sync_data() { return ::FlushFileBuffers(open_.get()) != 0 ? 0 : last_error_number(); }

int WindowsFile::cut(std::uint64_t size) {
    FILE_END_OF_FILE_INFO end{};
    end.EndOfFile.QuadPart = static_cast<LONGLONG>(size);
    const BOOL done = ::SetFileInformationByHandle(open_.get(), FileEndOfFileInfo, &end, sizeof end);
    return done != 0 ? 0 : last_error_number();
}

// The name itself, without what it may lead to. No right that another program could stand in the way of is asked.
File::Standing WindowsFile::standing() {
    Opening opening{.access = FILE_READ_ATTRIBUTES, .flags = FILE_FLAG_BACKUP_SEMANTICS};
    const Handle named = open_without_links(name_, opening);
    if (!named.valid()) {
        const DWORD error = ::GetLastError();
        // A link stands there now.
        if (error == ERROR_CANT_RESOLVE_FILENAME) return {false, 0, 0};
        return {false, 0, error_number_of(error)};
    }
    const Seen seen = look_at(named.get());
    if (seen.error != 0) return {false, 0, seen.error};
    return {!seen.is_link && seen.identity == identity_, seen.size, 0};
}

}  // namespace hamer
