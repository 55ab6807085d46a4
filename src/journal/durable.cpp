#include "journal/durable.h"

#include "base/attempt.h"

#include <fmt/format.h>

namespace hamer {

namespace {

Status create_synced(FileSystem& files, const std::filesystem::path& path, std::string_view bytes) {
    ASSIGN_OR_RETURN(const auto file, files.create(path));
    Status done = file->write(bytes);
    if (done) done = file->sync();
    if (!done) (void)files.remove(path);  // what failed is told, not this
    return done;
}

// A copy that an earlier, interrupted run left: its bytes may not have reached the disk.
Status sync_existing(FileSystem& files, const std::filesystem::path& path) {
    ASSIGN_OR_RETURN(const auto file, files.open_to_append(path));
    RETURN_IF_ERROR(file->sync());
    return files.sync_folder(path.parent_path());
}

}  // namespace

Status told_of(Status done, const std::filesystem::path& beside, const std::string& asked) {
    if (!done && done.error().where == beside.string()) done.error().where = asked;
    return done;
}

Status write_new_file(FileSystem& files, const std::filesystem::path& path, std::string_view bytes) {
    RETURN_IF_ERROR(create_synced(files, path, bytes));
    return files.sync_folder(path.parent_path());
}

Status replace_file(FileSystem& files, const std::filesystem::path& path, std::string_view bytes) {
    const std::filesystem::path beside = path.string() + ".new";
    ASSIGN_OR_RETURN(const auto stale, files.read(beside));
    if (stale.has_value()) {
        RETURN_IF_ERROR(files.remove(beside));
    }
    RETURN_IF_ERROR(told_of(create_synced(files, beside, bytes), beside, path.string()));
    if (const Status renamed = files.rename(beside, path); !renamed) {
        (void)files.remove(beside);
        return renamed;
    }
    return files.sync_folder(path.parent_path());
}

Result<std::filesystem::path> keep_copy(FileSystem& files, const std::filesystem::path& path, std::string_view bytes) {
    for (int number = 1;; ++number) {
        const std::filesystem::path name = number == 1 ? path.string() : fmt::format("{}.{}", path.string(), number);
        ASSIGN_OR_RETURN(const auto there, files.read(name));
        if (there.has_value() && *there != bytes) continue;
        const Status kept = there.has_value() ? sync_existing(files, name) : write_new_file(files, name, bytes);
        if (!kept) return tl::unexpected(kept.error());
        return name;
    }
}

}  // namespace hamer
