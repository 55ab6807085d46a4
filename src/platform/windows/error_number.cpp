// The numbers and their meaning: "System Error Codes",
// https://learn.microsoft.com/windows/win32/debug/system-error-codes.
#include "platform/error_number.h"

#include "platform/windows/system_error.h"

#include <algorithm>
#include <array>
#include <cerrno>
#include <fmt/format.h>

namespace hamer {

namespace {

// Above the C++ library's numbers.
constexpr int as_itself = 1'000'000;

// Not in these headers.
constexpr DWORD virus_infected = 225;
constexpr DWORD virus_deleted = 226;
constexpr DWORD stopped_on_symlink = 681;
constexpr DWORD disk_quota_exceeded = 1295;

struct Same {
    DWORD system;
    int number;
};
constexpr std::array same{
    Same{ERROR_FILE_NOT_FOUND, ENOENT},
    Same{ERROR_PATH_NOT_FOUND, ENOENT},
    Same{ERROR_INVALID_DRIVE, ENOENT},
    Same{ERROR_BAD_PATHNAME, ENOENT},
    Same{ERROR_INVALID_NAME, ENOENT},
    Same{ERROR_MOD_NOT_FOUND, ENOENT},
    Same{ERROR_DELETE_PENDING, ENOENT},
    Same{ERROR_BAD_NETPATH, EHOSTUNREACH},
    Same{ERROR_BAD_NET_NAME, EHOSTUNREACH},
    Same{ERROR_NETWORK_UNREACHABLE, ENETUNREACH},
    Same{ERROR_HOST_UNREACHABLE, EHOSTUNREACH},
    Same{ERROR_NETNAME_DELETED, ECONNRESET},
    Same{ERROR_UNEXP_NET_ERR, ECONNRESET},
    Same{ERROR_DEV_NOT_EXIST, ENODEV},
    Same{ERROR_NOT_READY, ENODEV},
    Same{ERROR_DEVICE_NOT_CONNECTED, ENODEV},
    Same{ERROR_ACCESS_DENIED, EACCES},
    Same{ERROR_NETWORK_ACCESS_DENIED, EACCES},
    Same{ERROR_PRIVILEGE_NOT_HELD, EPERM},
    Same{virus_infected, EPERM},
    Same{virus_deleted, EPERM},
    Same{ERROR_WRITE_PROTECT, EROFS},
    Same{ERROR_DISK_FULL, ENOSPC},
    Same{ERROR_HANDLE_DISK_FULL, ENOSPC},
    Same{disk_quota_exceeded, ENOSPC},
    Same{ERROR_FILE_TOO_LARGE, EFBIG},
    Same{ERROR_IO_DEVICE, EIO},
    Same{ERROR_CRC, EIO},
    Same{ERROR_SEEK, EIO},
    Same{ERROR_SECTOR_NOT_FOUND, EIO},
    Same{ERROR_WRITE_FAULT, EIO},
    Same{ERROR_READ_FAULT, EIO},
    Same{ERROR_GEN_FAILURE, EIO},
    Same{ERROR_DISK_OPERATION_FAILED, EIO},
    Same{ERROR_FILE_CORRUPT, EIO},
    Same{ERROR_DISK_CORRUPT, EIO},
    Same{ERROR_UNRECOGNIZED_VOLUME, EIO},
    Same{ERROR_FILE_EXISTS, EEXIST},
    Same{ERROR_ALREADY_EXISTS, EEXIST},
    Same{ERROR_DIRECTORY, ENOTDIR},
    Same{ERROR_DIR_NOT_EMPTY, ENOTEMPTY},
    Same{ERROR_FILENAME_EXCED_RANGE, ENAMETOOLONG},
    Same{ERROR_BUFFER_OVERFLOW, ENAMETOOLONG},
    Same{ERROR_CANT_RESOLVE_FILENAME, ELOOP},
    Same{stopped_on_symlink, ELOOP},
    Same{ERROR_SHARING_VIOLATION, EBUSY},
    Same{ERROR_LOCK_VIOLATION, EBUSY},
    Same{ERROR_BUSY, EBUSY},
    Same{ERROR_USER_MAPPED_FILE, EBUSY},
    Same{ERROR_SHARING_BUFFER_EXCEEDED, ENOLCK},
    Same{ERROR_NOT_SUPPORTED, EOPNOTSUPP},
    Same{ERROR_CALL_NOT_IMPLEMENTED, ENOSYS},
    Same{ERROR_INVALID_FUNCTION, ENOSYS},
    Same{ERROR_TOO_MANY_OPEN_FILES, EMFILE},
    Same{ERROR_NOT_ENOUGH_MEMORY, ENOMEM},
    Same{ERROR_OUTOFMEMORY, ENOMEM},
    Same{ERROR_COMMITMENT_LIMIT, ENOMEM},
    Same{ERROR_INVALID_HANDLE, EBADF},
    Same{ERROR_INVALID_PARAMETER, EINVAL},
    Same{ERROR_BAD_EXE_FORMAT, ENOEXEC},
    Same{ERROR_EXE_MACHINE_TYPE_MISMATCH, ENOEXEC},
    Same{ERROR_BROKEN_PIPE, EPIPE},
    Same{ERROR_NO_DATA, EPIPE},
    Same{ERROR_SEM_TIMEOUT, ETIMEDOUT},
    Same{WAIT_TIMEOUT, ETIMEDOUT},
    Same{ERROR_CONNECTION_REFUSED, ECONNREFUSED},
};

struct Meaning {
    int number;
    const char* words;
    Trouble trouble;
    const char* advice;
};
constexpr auto check_name = "Check the name";
constexpr auto check_rights = "Check who may read and write here, or choose another data folder";
constexpr auto other_disk = "This file system does not do that; choose a data folder on a local disk";
constexpr auto check_disk = "Check the disk and the folder";
// The C library's own words are wrong for some of them.
constexpr std::array meanings{
    Meaning{ENOENT, "No such file or directory", Trouble::NotThere, check_name},
    Meaning{ENODEV, "No such device", Trouble::NotThere, check_disk},
    Meaning{ENXIO, "No such device or address", Trouble::NotThere, check_disk},
    Meaning{EACCES, "Permission denied", Trouble::NoRights, check_rights},
    Meaning{EPERM, "Operation not permitted", Trouble::NoRights, check_rights},
    Meaning{EROFS, "Read-only file system", Trouble::NoRights, check_rights},
    Meaning{ENOSPC, "No space left on device", Trouble::NoSpace, "Free some space, or choose another data folder"},
    Meaning{EFBIG, "File too large", Trouble::NoSpace, "Choose a data folder on another disk"},
    Meaning{EIO, "Input/output error", Trouble::Disk, "Check the disk, and save a copy of the folder"},
    Meaning{ENOTDIR, "Not a directory", Trouble::NotAFile, check_name},
    Meaning{EISDIR, "Is a directory", Trouble::NotAFile, check_name},
    Meaning{EEXIST, "File exists", Trouble::NotAFile, check_name},
    Meaning{ELOOP, "It is a link to somewhere else", Trouble::NotAFile, check_disk},
    Meaning{ENAMETOOLONG, "File name too long", Trouble::NotAFile, check_disk},
    Meaning{ENOTEMPTY, "Directory not empty", Trouble::Unnamed, check_disk},
    Meaning{EBUSY, "Another program has it open", Trouble::InUse, "Close that program, and try again"},
    Meaning{EAGAIN, "Resource temporarily unavailable", Trouble::InUse, check_disk},
    Meaning{ENOLCK, "No locks available", Trouble::NoLocks, other_disk},
    Meaning{EOPNOTSUPP, "Operation not supported", Trouble::Unsupported, other_disk},
    Meaning{ENOSYS, "Function not implemented", Trouble::Unsupported, other_disk},
    Meaning{EMFILE, "Too many open files", Trouble::Unnamed, "Close other programs"},
    Meaning{ENFILE, "Too many open files", Trouble::Unnamed, "Close other programs"},
    Meaning{ENOMEM, "Cannot allocate memory", Trouble::Unnamed, "Close other programs"},
    Meaning{EBADF, "Bad file descriptor", Trouble::Unnamed, check_disk},
    Meaning{EINVAL, "Invalid argument", Trouble::Unnamed, check_disk},
    Meaning{ENOEXEC, "It is no program that runs here", Trouble::Unnamed, check_name},
    Meaning{EPIPE, "Broken pipe", Trouble::Unnamed, check_disk},
    Meaning{ETIMEDOUT, "It does not answer", Trouble::TimedOut, check_disk},
    Meaning{ENETUNREACH, "Network is unreachable", Trouble::NotReachable, check_disk},
    Meaning{EHOSTUNREACH, "No route to host", Trouble::NotReachable, check_disk},
    Meaning{ENOTCONN, "Not connected", Trouble::NotReachable, check_disk},
    Meaning{ECONNREFUSED, "Connection refused", Trouble::NotReachable, check_disk},
    Meaning{ECONNRESET, "Connection reset", Trouble::NotReachable, check_disk},
};

const Meaning* meaning_of(int error_number) {
    const auto found = std::ranges::find(meanings, error_number, &Meaning::number);
    return found == meanings.end() ? nullptr : &*found;
}

}  // namespace

int error_number_of(DWORD system_error) {
    const auto found = std::ranges::find(same, system_error, &Same::system);
    return found == same.end() ? as_itself + static_cast<int>(system_error) : found->number;
}

Trouble trouble_of(int error_number) {
    const Meaning* meaning = meaning_of(error_number);
    return meaning ? meaning->trouble : Trouble::Unnamed;
}

std::string words_for(int error_number) {
    if (const Meaning* meaning = meaning_of(error_number)) return meaning->words;
    if (error_number >= as_itself) return fmt::format("Windows error {}", error_number - as_itself);
    return fmt::format("error {}", error_number);
}

std::string advice_for(int error_number) {
    const Meaning* meaning = meaning_of(error_number);
    return meaning ? meaning->advice : check_disk;
}

}  // namespace hamer
