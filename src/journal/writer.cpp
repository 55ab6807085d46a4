#include "journal/writer.h"

#include "journal/reader.h"

#include <fmt/format.h>

namespace hamer {

Writer::Writer(std::unique_ptr<File> file, std::uint32_t segment, Position after)
    : file_(std::move(file)), segment_(segment), head_(std::move(after)) {}

Result<Writer> Writer::begin(FileSystem& files, Result<std::unique_ptr<File>> file, std::uint32_t segment,
                             Position after) {
    if (!file) return tl::unexpected(file.error());
    if (const Status synced = (*file)->sync(); !synced) return tl::unexpected(synced.error());
    if (const Status synced = files.sync_folder((*file)->path().parent_path()); !synced) {
        return tl::unexpected(synced.error());
    }
    return Writer(std::move(*file), segment, std::move(after));
}

Result<Writer> Writer::create(FileSystem& files, const std::filesystem::path& folder, std::uint32_t segment,
                              Position after) {
    return begin(files, files.create(folder / segment_name(segment)), segment, std::move(after));
}

Result<Writer> Writer::resume(FileSystem& files, const std::filesystem::path& folder, std::uint32_t segment,
                              Position after) {
    return begin(files, files.open_to_append(folder / segment_name(segment)), segment, std::move(after));
}

Result<Position> Writer::append(std::string_view payload) {
    if (broken_) {
        return fail(ErrorKind::Storage, file_->path().string(),
                    "an earlier write failed, so nothing more is written here", "Go on in a new segment",
                    Trouble::Disk);
    }
    if (!is_payload(payload)) {
        return fail(ErrorKind::Usage, file_->path().string(),
                    fmt::format("expected one line of UTF-8 text of 1 to {} bytes", max_payload_bytes));
    }
    Status done = file_->write(lines_.make(head_, payload));
    if (done) done = file_->sync();
    if (!done) {
        broken_ = true;
        return tl::unexpected(done.error());
    }
    head_ = lines_.made();
    return head_;
}

}  // namespace hamer
