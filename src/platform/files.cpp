#include "platform/files.h"

#include "base/attempt.h"
#include "platform/error_number.h"

#include <algorithm>
#include <cerrno>
#include <fmt/format.h>

namespace hamer {

Status File::write(std::string_view bytes) {
    while (!bytes.empty()) {
        const Written written = write_some(bytes);
        if (written.error == EINTR) continue;
        // A write that takes nothing and gives no reason would go round for ever.
        if (written.error != 0 || written.count == 0) {
            return tl::unexpected(storage_error(path_, "cannot be written", written.error != 0 ? written.error : EIO));
        }
        bytes.remove_prefix(written.count);
        size_ += written.count;
    }
    return {};
}

Status File::sync() {
    if (const int error = sync_data()) return tl::unexpected(storage_error(path_, "cannot be made durable", error));
    return {};
}

Status File::truncate(std::uint64_t size) {
    if (const int error = cut(size)) return tl::unexpected(storage_error(path_, "cannot be cut", error));
    size_ = size;
    return {};
}

Status File::check_name() {
    const Standing found = standing();
    const bool gone = found.error == ENOENT || found.error == ENOTDIR;
    if (found.error != 0 && !gone) return tl::unexpected(storage_error(path_, "cannot be looked at", found.error));
    if (found.this_file && found.size == size_) return {};
    const LocalText moved{"is verplaatst of verwijderd terwijl Hamer erin schreef",
                          "was moved or removed while Hamer wrote in it"};
    const LocalText replaced{"is vervangen door een ander bestand terwijl Hamer erin schreef",
                             "was replaced by another file while Hamer wrote in it"};
    const LocalText changed{"is veranderd door een ander programma terwijl Hamer erin schreef",
                            "was changed by another program while Hamer wrote in it"};
    return fail(ErrorKind::Storage, path_.string(),
                gone               ? moved
                : !found.this_file ? replaced
                                   : changed,
                LocalText{"Laat de gegevensmap met rust zolang een vergadering loopt",
                          "Leave the data folder as it is while a meeting runs"});
}

Error storage_error(const std::filesystem::path& path, std::string_view what, int error) {
    return {ErrorKind::Storage, path.string(), fmt::format("{}: {}", what, words_for(error)), advice_for(error),
            trouble_of(error)};
}

Error changed_meanwhile(const std::filesystem::path& path) {
    return {ErrorKind::Storage, path.string(),  "changed while it was being opened",
            "Open it again",    Trouble::InUse, "dit veranderde tijdens het openen. Open het opnieuw"};
}

Result<std::optional<std::size_t>> FileSystem::read_into(const Path& path, std::uint64_t offset, std::span<char> into) {
    ASSIGN_OR_RETURN(const auto bytes, read_from(path, offset));
    if (!bytes) return std::optional<std::size_t>();
    const std::size_t count = std::min(into.size(), bytes->size());
    std::copy_n(bytes->begin(), count, into.begin());
    return std::optional(count);
}

Error lock_held(const std::filesystem::path& path) {
    return {ErrorKind::Refused,
            path.parent_path().string(),
            "another Hamer has it open",
            "Use that one, or close it first",
            Trouble::InUse,
            "een ander venster van Hamer heeft dit open. Gebruik dat venster, of sluit het eerst"};
}

Result<std::unique_ptr<Lock>> lock_folder(FileSystem& files, const std::filesystem::path& folder) {
    return files.lock(folder / "lock");
}

}  // namespace hamer
