#include "platform/guarded_files.h"

#include "base/mutex.h"

#include <optional>
#include <set>
#include <sys/stat.h>

namespace hamer {

namespace {

// A file as often as it is guarded.
struct Guarded {
    Mutex mutex;
    std::multiset<FileGuard::File> files GUARDED_BY(mutex);
};

Guarded& guarded_files() {
    static Guarded guarded;
    return guarded;
}

std::optional<FileGuard::File> file_behind(const std::filesystem::path& path) {
    struct stat status {};
    if (::stat(path.c_str(), &status) != 0) return std::nullopt;
    return FileGuard::File{status.st_dev, status.st_ino};
}

}  // namespace

void FileGuard::add(const std::filesystem::path& path) {
    const auto file = file_behind(path);
    if (!file) return;
    files_.push_back(*file);
    Guarded& guarded = guarded_files();
    const MutexLock hold(guarded.mutex);
    guarded.files.insert(*file);
}

FileGuard::~FileGuard() {
    if (files_.empty()) return;
    Guarded& guarded = guarded_files();
    const MutexLock hold(guarded.mutex);
    for (const File& file : files_) guarded.files.extract(file);
}

bool is_guarded(const std::filesystem::path& path) {
    Guarded& guarded = guarded_files();
    {
        const MutexLock hold(guarded.mutex);
        if (guarded.files.empty()) return false;
    }
    const auto file = file_behind(path);
    const MutexLock hold(guarded.mutex);
    return file && guarded.files.contains(*file);
}

}  // namespace hamer
