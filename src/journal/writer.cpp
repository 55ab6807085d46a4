#include "journal/writer.h"

#include "base/attempt.h"
#include "journal/reader.h"

#include <fmt/format.h>

namespace hamer {

Writer::Writer(std::unique_ptr<File> file, std::uint32_t segment, Position after)
    : file_(std::move(file)), segment_(segment), head_(std::move(after)) {}

Result<Writer> Writer::begin(FileSystem& files, Result<std::unique_ptr<File>> file, std::uint32_t segment,
                             Position after) {
    if (!file) return tl::unexpected(file.error());
    RETURN_IF_ERROR((*file)->sync());
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
    const std::string_view line = lines_.make(head_, payload);
    RETURN_IF_ERROR(put(line, lines_.made()));
    return head_;
}

Status Writer::append_all(std::span<const std::string> payloads) {
    std::string bytes;
    Position at = head_;
    for (const std::string& payload : payloads) {
        bytes += lines_.make(at, payload);
        at = lines_.made();
    }
    return put(bytes, at);
}

Status Writer::look() {
    Status named = file_->check_name();
    broken_ = broken_ || !named;
    lost_ = lost_ || !named;
    return named;
}

Status Writer::put(std::string_view bytes, Position after) {
    Status done = file_->write(bytes);
    if (done) done = file_->sync();
    const Status named = file_->check_name();
    if (done) done = named;
    broken_ = !done;
    lost_ = !named;
    if (done) head_ = std::move(after);
    return done;
}

}  // namespace hamer
