#include "platform/error_number.h"

#include <cerrno>
#include <system_error>

namespace hamer {

Trouble trouble_of(int error_number) {
    switch (error_number) {
        case ENOENT:
        case ENODEV:
        case ENXIO:
        case ESTALE:
            return Trouble::NotThere;
        case EACCES:
        case EPERM:
        case EROFS:
            return Trouble::NoRights;
        case ENOSPC:
        case EDQUOT:
        case EFBIG:
            return Trouble::NoSpace;
        case EIO:
            return Trouble::Disk;
        case ENOTDIR:
        case EISDIR:
        case ELOOP:
        case EEXIST:
        case ENAMETOOLONG:
            return Trouble::NotAFile;
        case EBUSY:
        case EAGAIN:
        case ETXTBSY:
            return Trouble::InUse;
        case ENOLCK:
            return Trouble::NoLocks;
        case EOPNOTSUPP:
        case ENOSYS:
            return Trouble::Unsupported;
        case ETIMEDOUT:
            return Trouble::TimedOut;
        case ENETUNREACH:
        case EHOSTUNREACH:
        case EHOSTDOWN:
        case ENOTCONN:
        case ECONNREFUSED:
        case ECONNRESET:
            return Trouble::NotReachable;
        default:
            return Trouble::Unnamed;
    }
}

std::string words_for(int error_number) { return std::generic_category().message(error_number); }

std::string advice_for(int error_number) {
    switch (error_number) {
        case ENOSPC:
        case EDQUOT:
            return "Free some space, or choose another data folder";
        case EACCES:
        case EPERM:
        case EROFS:
            return "Check who may read and write here, or choose another data folder";
        case EIO:
            return "Check the disk, and save a copy of the folder";
        case ENOENT:
        case ENOTDIR:
        case EISDIR:
        case EEXIST:
            return "Check the name";
        case EMFILE:
        case ENFILE:
            return "Close other programs, or allow more open files (ulimit -n)";
        case EFBIG:
            return "Allow larger files (ulimit -f), or choose another data folder";
        case ENOMEM:
            return "Close other programs, or allow more memory (ulimit -v)";
        case ENOLCK:
        case EOPNOTSUPP:
        case ENOSYS:
            return "This file system does not do that; choose a data folder on a local disk";
        default:
            return "Check the disk and the folder";
    }
}

}  // namespace hamer
