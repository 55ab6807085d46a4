#include "desk/session_journal.h"

#include "journal/durable.h"

namespace hamer {

SessionJournal::SessionJournal(FileSystem& files, std::filesystem::path folder, std::string procedure_text,
                               JournalContents found, std::unique_ptr<Lock> lock)
    : files_(files),
      folder_(std::move(folder)),
      procedure_text_(std::move(procedure_text)),
      found_(std::move(found)),
      lock_(std::move(lock)) {}

std::string SessionJournal::last_segment() const {
    return segment_name(found_.segments.empty() ? 1 : found_.segments.back().segment);
}

SessionJournal::Opened SessionJournal::open() {
    if (found_.segments.empty()) return {};
    auto recovery = recover(files_, folder_, found_);
    if (!recovery) return {{}, {}, recovery.error()};
    auto writer = open_writer(files_, folder_, *recovery);
    if (!writer) return {{}, std::move(recovery->discarded), writer.error()};
    ready_ = true;
    found_ = {};
    return {*std::move(writer), std::move(recovery->discarded), {}};
}

Result<Writer> SessionJournal::begin_segment(const Position& head) {
    if (!ready_) {
        if (const Status made = make_ready(); !made) return tl::unexpected(made.error());
        ready_ = true;
        found_ = {};
    }
    return begin_next_segment(files_, folder_, head);
}

Status SessionJournal::make_ready() {
    if (!lock_) {
        if (const Status made = files_.make_folder(folder_); !made) return made;
        auto lock = lock_folder(files_, folder_);
        if (!lock) return tl::unexpected(lock.error());
        lock_ = *std::move(lock);
    }
    // Put there whole or not at all, so one that is there is the session's.
    const auto procedure = files_.read(folder_ / "procedure.json");
    if (!procedure) return tl::unexpected(procedure.error());
    if (!*procedure) {
        const Status written = replace_file(files_, folder_ / "procedure.json", procedure_text_);
        if (!written) return written;
    }
    return make_last_line_durable(files_, folder_, found_);
}

}  // namespace hamer
