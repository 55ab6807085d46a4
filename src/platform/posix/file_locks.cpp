#include "platform/file_locks.h"

#include <cerrno>
#include <cstdlib>
#include <fcntl.h>
#include <string>
#include <unistd.h>

namespace hamer {

bool has_locks(const std::filesystem::path& beside) {
    const auto folder = beside.parent_path();
    std::string name = ((folder.empty() ? "." : folder) / ".hamer-lock-XXXXXX").string();
    const int file = ::mkostemp(name.data(), O_CLOEXEC);
    if (file < 0) return true;
    // The kind that SQLite takes.
    struct flock lock {};
    lock.l_type = F_WRLCK;
    lock.l_whence = SEEK_SET;
    lock.l_len = 1;
    const bool locked = ::fcntl(file, F_SETLK, &lock) == 0;
    const int why = errno;
    ::close(file);
    ::unlink(name.c_str());
    return locked || (why != ENOLCK && why != EOPNOTSUPP && why != ENOSYS && why != EINVAL);
}

}  // namespace hamer
