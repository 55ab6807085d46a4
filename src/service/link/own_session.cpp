#include "service/link/own_session.h"

#include "base/attempt.h"
#include "codec/journal/entry_json.h"
#include "journal/line_file.h"

#include <fmt/format.h>

namespace hamer {

namespace {

constexpr const char* texts_name = "private.jsonl";
constexpr const char* procedure_name = "procedure.json";

}  // namespace

OwnSession::OwnSession(FileSystem& files, std::filesystem::path folder) : files_(files), folder_(std::move(folder)) {}

bool OwnSession::has(const JournalContents& journal, const Position& place) {
    return place.seq == 0 || (place.seq <= journal.records.size() && journal.records[place.seq - 1].hash == place.hash);
}

Status OwnSession::read(const Position& durable) {
    if (procedure_.empty()) {
        ASSIGN_OR_RETURN(auto text, files_.read(folder_ / procedure_name));
        if (!text) {
            return fail(ErrorKind::Storage, (folder_ / procedure_name).string(), "the file is not there", {},
                        Trouble::NotThere);
        }
        procedure_ = *std::move(text);
    }
    if (durable != head_ && !has(journal_, durable)) RETURN_IF_ERROR(read_on_to(durable));
    // Before the head: a line that is given has its texts.
    RETURN_IF_ERROR(read_texts());
    head_ = durable;
    return {};
}

// What was added to the last segment; the whole where that does not bring it.
Status OwnSession::read_on_to(const Position& durable) {
    if (!journal_.segments.empty()) {
        const SegmentVerdict& last = journal_.segments.back();
        ASSIGN_OR_RETURN(const auto more, files_.read_from(folder_ / segment_name(last.segment), last.offset));
        if (more) {
            JournalContents longer = journal_;
            hamer::read_on(longer, *more);
            if (has(longer, durable)) {
                journal_ = std::move(longer);
                return {};
            }
        }
    }
    ASSIGN_OR_RETURN(auto whole, read_session_journal(files_, folder_));
    if (!has(whole, durable)) {
        return fail(ErrorKind::Storage, folder_.string(),
                    fmt::format("expected entry {} as it was recorded", durable.seq),
                    "Look whether the folder was moved or put back", Trouble::Damaged);
    }
    journal_ = std::move(whole);
    return {};
}

Status OwnSession::read_texts() {
    const auto path = folder_ / texts_name;
    ASSIGN_OR_RETURN(const auto state, files_.look(path));
    if (state == texts_seen_) return {};
    ASSIGN_OR_RETURN(const auto found, read_lines(files_, path));
    Texts texts;
    for (const std::string& line : found.lines) {
        const PrivateTexts read = read_private_texts({line});
        if (read.size() == 1) texts[read.begin()->first.first].push_back(line);
    }
    texts_ = std::move(texts);
    texts_seen_ = state;
    return {};
}

Position OwnSession::at(std::uint64_t seq) const {
    if (seq == 0) return {};
    return {seq, journal_.records.at(static_cast<std::size_t>(seq - 1)).hash};
}

std::string OwnSession::line(std::uint64_t seq) const {
    LineMaker maker;
    std::string line(maker.make(at(seq - 1), journal_.records.at(static_cast<std::size_t>(seq - 1)).payload));
    line.pop_back();
    return line;
}

std::vector<std::string> OwnSession::texts(std::uint64_t seq) const {
    const auto found = texts_.find(seq);
    return found == texts_.end() ? std::vector<std::string>{} : found->second;
}

}  // namespace hamer
