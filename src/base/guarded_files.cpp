#include "base/guarded_files.h"

#include <algorithm>
#include <mutex>
#include <sys/stat.h>
#include <utility>
#include <vector>

namespace hamer {

namespace {

using Id = std::pair<dev_t, ino_t>;

struct Guarded {
    std::mutex mutex;
    std::vector<Id> files;
};

Guarded& guarded_files() {
    static Guarded guarded;
    return guarded;
}

}  // namespace

void guard_file(const std::filesystem::path& path) {
    struct stat status {};
    if (::stat(path.c_str(), &status) != 0) return;
    Guarded& guarded = guarded_files();
    const std::lock_guard hold(guarded.mutex);
    const Id id{status.st_dev, status.st_ino};
    if (std::ranges::find(guarded.files, id) == guarded.files.end()) guarded.files.push_back(id);
}

bool is_guarded(const std::filesystem::path& path) {
    Guarded& guarded = guarded_files();
    {
        const std::lock_guard hold(guarded.mutex);
        if (guarded.files.empty()) return false;
    }
    struct stat status {};
    if (::stat(path.c_str(), &status) != 0) return false;
    const std::lock_guard hold(guarded.mutex);
    return std::ranges::find(guarded.files, Id{status.st_dev, status.st_ino}) != guarded.files.end();
}

}  // namespace hamer
