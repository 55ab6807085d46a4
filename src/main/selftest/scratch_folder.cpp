#include "main/selftest/scratch_folder.h"

#include "base/attempt.h"
#include "platform/random.h"

#include <string_view>
#include <utility>

namespace hamer {

namespace {

namespace fs = std::filesystem;

// Hidden, so no part of what Hamer keeps there (service/store/stray_files.h).
constexpr std::string_view beginning = ".hamer-selftest-";

// With names of any length, which not every library's own way to do this can. Links are not followed.
Status remove_all_of(FileSystem& files, const fs::path& path) {
    std::error_code code;
    if (!fs::is_symlink(fs::symlink_status(path, code))) {
        if (const auto names = files.list(path)) {
            for (const std::string& name : *names) RETURN_IF_ERROR(remove_all_of(files, path / name));
        }
    }
    return files.remove(path);
}

std::vector<fs::path> missing_above(const fs::path& data) {
    std::vector<fs::path> missing;
    std::error_code code;
    const auto is_missing = [&](const fs::path& folder) {
        return fs::symlink_status(folder, code).type() == fs::file_type::not_found;
    };
    for (fs::path folder = data; folder.has_relative_path() && is_missing(folder); folder = folder.parent_path()) {
        missing.push_back(folder);
    }
    return missing;
}

// What cannot be taken away stays for the next time.
void take_away_left_behind(FileSystem& files, const fs::path& data) {
    const auto names = files.list(data);
    if (!names) return;
    for (const std::string& name : *names) {
        if (!is_scratch_name(name)) continue;
        auto lock = lock_folder(files, data / name);
        if (!lock) continue;
        lock->reset();
        (void)remove_all_of(files, data / name);
    }
}

}  // namespace

bool is_scratch_name(const fs::path& folder) { return folder.filename().string().starts_with(beginning); }

Result<std::unique_ptr<ScratchFolder>> ScratchFolder::make(FileSystem& files, const fs::path& data) {
    std::vector<fs::path> missing = missing_above(data);
    std::unique_ptr<ScratchFolder> made(
        new ScratchFolder(files, data / (std::string(beginning) + random_hex(8)), std::move(missing)));
    RETURN_IF_ERROR(files.make_folder(data));
    take_away_left_behind(files, data);
    RETURN_IF_ERROR(files.make_folder(made->path_));
    ASSIGN_OR_RETURN(made->lock_, lock_folder(files, made->path_));
    return made;
}

ScratchFolder::~ScratchFolder() { (void)take_away(); }

Status ScratchFolder::take_away() {
    lock_.reset();
    std::error_code code;
    const fs::path path = std::exchange(path_, {});
    Status removed;
    if (!path.empty() && fs::exists(fs::symlink_status(path, code))) removed = remove_all_of(files_, path);
    // Where a Hamer that was started meanwhile put something in one, it stays.
    for (const fs::path& folder : std::exchange(made_, {})) (void)files_.remove(folder);
    return removed;
}

}  // namespace hamer
