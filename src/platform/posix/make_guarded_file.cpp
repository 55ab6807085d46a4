#include "platform/error_number.h"
#include "platform/guarded_files.h"

#include <cerrno>
#include <fcntl.h>
#include <sys/stat.h>
#include <system_error>
#include <unistd.h>
#include <vector>

namespace hamer {

namespace {

namespace fs = std::filesystem;

tl::unexpected<Error> failed(const fs::path& path, const std::string& what, int code) {
    return fail(ErrorKind::Storage, path.string(), what + ": " + std::generic_category().message(code),
                "Check that the folder exists and that you may write there", trouble_of(code));
}

Status make_folders(const fs::path& folder) {
    std::vector<fs::path> missing;
    std::error_code ignored;
    for (fs::path at = folder; !at.empty() && !fs::exists(at, ignored); at = at.parent_path()) {
        missing.push_back(at);
        if (at == at.parent_path()) break;
    }
    for (auto at = missing.rbegin(); at != missing.rend(); ++at) {
        if (::mkdir(at->c_str(), 0700) != 0 && errno != EEXIST) return failed(*at, "cannot make this folder", errno);
    }
    return {};
}

void sync_folder(const fs::path& folder) {
    const int fd = ::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (fd < 0) return;
    ::fsync(fd);
    ::close(fd);
}

}  // namespace

// The file itself is never opened here: closing a descriptor of it would drop the locks that a library holds on it
// elsewhere in this process.
Result<FileGuard> make_guarded_file(const fs::path& path, const std::string& what) {
    const fs::path folder = path.parent_path();
    if (!folder.empty()) {
        if (auto made = make_folders(folder); !made) return tl::unexpected<Error>(made.error());
    }
    if (::mknod(path.c_str(), S_IFREG | 0600, 0) == 0) {
        sync_folder(folder.empty() ? "." : folder);
    } else if (errno != EEXIST) {
        return failed(path, "cannot make " + what, errno);
    }
    struct stat found {};
    if (::stat(path.c_str(), &found) != 0) return failed(path, "cannot read " + what, errno);
    if (!S_ISREG(found.st_mode)) {
        return fail(ErrorKind::Storage, path.string(), "expected a file, found something else",
                    "Name a file for " + what, Trouble::NotAFile);
    }
    // A file system without modes refuses it; then whoever may come at the folder may read it too.
    if ((found.st_mode & 07777) != 0600 && ::chmod(path.c_str(), 0600) != 0 && errno != EPERM && errno != EACCES &&
        errno != EOPNOTSUPP && errno != ENOSYS && errno != EINVAL) {
        return failed(path, "cannot make " + what + " readable for you alone", errno);
    }
    FileGuard guard;
    guard.add(path);
    return guard;
}

}  // namespace hamer
