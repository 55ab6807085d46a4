#include "service/store/session_journal.h"

#include "base/attempt.h"
#include "journal/durable.h"
#include "journal/line_file.h"

namespace hamer {

SessionJournal::SessionJournal(FileSystem& files, std::filesystem::path folder, std::string procedure_text,
                               JournalContents found, std::unique_ptr<Lock> lock)
    : files_(files),
      folder_(std::move(folder)),
      procedure_text_(std::move(procedure_text)),
      found_(std::move(found)),
      lock_(std::move(lock)) {
    if (lock_) lock_file_ = lock_file_there();
    if (found_.records.empty()) return;
    for (const JournalRecord& record : found_.records) recorded_.push_back({record.payload, {}});
    if (auto texts = read_lines(files_, folder_ / "private.jsonl")) {
        recorded_.front().private_lines = std::move(texts->lines);
    }
}

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
        RETURN_IF_ERROR(make_ready());
        ready_ = true;
        found_ = {};
    }
    return begin_next_segment(files_, folder_, head);
}

Result<Writer> SessionJournal::begin_anew(const Position& head, const std::vector<EncodedEntry>& recorded) {
    // A lock in a folder that was moved away keeps nobody out of this one.
    const std::uint64_t there = lock_file_there();
    if (there == 0 || there != lock_file_) lock_.reset();
    RETURN_IF_ERROR(make_ready());
    ASSIGN_OR_RETURN(const auto contents, read_session_journal(files_, folder_));
    Position at;
    std::vector<std::string> missing;
    LineMaker lines;
    Position made;
    bool same = true;
    for (std::size_t i = 0; i < recorded.size(); ++i) {
        (void)lines.make(made, recorded[i].payload);
        made = lines.made();
        same = same && i < contents.records.size() && contents.records[i].hash == made.hash;
        if (same)
            at = made;
        else
            missing.push_back(recorded[i].payload);
    }
    if (made.hash != head.hash) return begin_segment(head);  // not all is known: what is there stays as it is
    const auto texts = files_.look(folder_ / "private.jsonl");
    if (texts && !*texts) {
        ASSIGN_OR_RETURN(auto file, LineFile::open(files_, folder_ / "private.jsonl"));
        for (const EncodedEntry& entry : recorded) {
            if (entry.private_lines.empty()) continue;
            RETURN_IF_ERROR(file.append_lines(entry.private_lines));
        }
    }
    auto writer = begin_next_segment(files_, folder_, at);
    if (!writer || missing.empty()) return writer;
    RETURN_IF_ERROR(writer->append_all(missing));
    return writer;
}

std::uint64_t SessionJournal::lock_file_there() {
    const auto there = files_.look(folder_ / "lock");
    return there && *there ? (*there)->id : 0;
}

Status SessionJournal::make_ready() {
    if (!lock_) {
        RETURN_IF_ERROR(files_.make_folder(folder_));
        ASSIGN_OR_RETURN(auto lock, lock_folder(files_, folder_));
        lock_ = std::move(lock);
        lock_file_ = lock_file_there();
    }
    // Put there whole or not at all, so one that is there is the session's.
    ASSIGN_OR_RETURN(const auto procedure, files_.read(folder_ / "procedure.json"));
    if (!procedure) {
        const Status written = replace_file(files_, folder_ / "procedure.json", procedure_text_);
        if (!written) return written;
    }
    return make_last_line_durable(files_, folder_, found_);
}

}  // namespace hamer
