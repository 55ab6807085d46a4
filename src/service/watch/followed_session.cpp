#include "service/watch/followed_session.h"

#include "base/attempt.h"
#include "base/sha256.h"
#include "codec/procedure/procedure_json.h"
#include "journal/line_file.h"
#include "service/store/session_folder.h"

#include <algorithm>

namespace hamer {

namespace {

constexpr std::string_view texts_name = "private.jsonl";

// Whether every text that was known still is, word for word.
bool keeps(const PrivateTexts& now, const PrivateTexts& before) {
    return std::ranges::all_of(before, [&](const auto& known) {
        const auto found = now.find(known.first);
        return found != now.end() && found->second.salt == known.second.salt && found->second.text == known.second.text;
    });
}

// Whether a text came for an entry that was folded without it.
bool comes_late(const PrivateTexts& now, const PrivateTexts& before, std::uint64_t folded) {
    return std::ranges::any_of(
        now, [&](const auto& text) { return text.first.first <= folded && !before.contains(text.first); });
}

// A line that is not whole yet is nothing to tell.
JournalFault damage_of(const SegmentVerdict& verdict) {
    return verdict.state == JournalState::Damaged ? verdict.fault : JournalFault::None;
}

tl::unexpected<Error> gone(const std::filesystem::path& path) {
    return fail(ErrorKind::Storage, path.string(), "what was read here is not there any more", {}, Trouble::NotThere);
}

}  // namespace

Result<FollowedSession> FollowedSession::open(FileSystem& files, const std::filesystem::path& sessions,
                                              const std::string& id) {
    ASSIGN_OR_RETURN(const auto text, session_procedure(files, sessions, id));
    ASSIGN_OR_RETURN(auto procedure, read_procedure(text, (sessions / id / "procedure.json").string()));
    return FollowedSession(sessions / id, id, text, std::make_shared<const Procedure>(std::move(procedure)));
}

FollowedSession::FollowedSession(std::filesystem::path folder, std::string id, const std::string& procedure_text,
                                 std::shared_ptr<const Procedure> procedure)
    : folder_(std::move(folder)),
      id_(std::move(id)),
      procedure_sha256_(sha256_hex(procedure_text)),
      session_(std::move(procedure)) {}

std::filesystem::path FollowedSession::segment_path() const {
    return folder_ / segment_name(journal_.segments.empty() ? 1 : journal_.segments.back().segment);
}

std::vector<std::filesystem::path> FollowedSession::watched() const {
    return {folder_, segment_path(), folder_ / texts_name};
}

Result<bool> FollowedSession::read(FileSystem& files, Thoroughness thoroughness) {
    // The journal first: the texts that its lines name were written before them.
    const auto journal = read_journal(files, thoroughness);
    if (!journal) return journal;
    const auto texts = read_texts(files);
    if (!texts) return texts;
    // Folded only now: where the texts could not be read, what was shown before stays.
    const bool waiting = !unreadable_ && session_.entries().size() < journal_.records.size();
    if (!*journal && !*texts && !stale_ && !waiting) return false;
    if (*texts || stale_) fold_anew();
    fold();
    return true;
}

// True when there is anything to fold, or a verdict is another.
Result<bool> FollowedSession::read_journal(FileSystem& files, Thoroughness thoroughness) {
    ASSIGN_OR_RETURN(const auto folder, files.look(folder_));
    if (!folder) return gone(folder_);
    if (folder != folder_state_ || thoroughness == Thoroughness::Everything) {
        ASSIGN_OR_RETURN(auto names, files.list(folder_));
        std::erase_if(names, [](const std::string& name) { return !segment_number(name); });
        if (!std::ranges::includes(names, names_)) return gone(folder_);
        const bool other = names != names_;
        if (other) {
            if (auto read = read_from_the_start(files, std::move(names)); !read) {
                return tl::unexpected<Error>(read.error());
            }
        }
        folder_state_ = folder;
        if (other) return true;
    }
    if (journal_.segments.empty()) return false;
    ASSIGN_OR_RETURN(const auto state, files.look(segment_path()));
    const SegmentVerdict before = journal_.segments.back();
    const bool doubtful = thoroughness == Thoroughness::Everything && before.state == JournalState::Damaged;
    if (state == journal_state_ && !doubtful) return false;
    if (!state) return gone(segment_path());
    if (state->size < before.offset) {
        RETURN_IF_ERROR(read_from_the_start(files, names_));
        journal_state_ = state;
        return true;
    }
    ASSIGN_OR_RETURN(const auto more, files.read_from(segment_path(), before.offset));
    const std::size_t superseded = journal_.superseded.size();
    read_on(journal_, more.value_or(std::string()));
    journal_state_ = state;
    if (journal_.superseded.size() != superseded) stale_ = true;
    const SegmentVerdict& after = journal_.segments.back();
    return after.entries != before.entries || damage_of(after) != damage_of(before);
}

Status FollowedSession::read_from_the_start(FileSystem& files, std::vector<std::string> names) {
    ASSIGN_OR_RETURN(auto read, read_session_journal(files, folder_));
    // An entry that a new segment took the place of was never acknowledged; any other was, and is missed.
    const std::uint64_t before = journal_.records.size();
    const std::uint64_t after = read.records.size() + read.superseded.size();
    lost_ += before - std::min(before, after);
    journal_ = std::move(read);
    names_ = std::move(names);
    journal_state_.reset();
    stale_ = true;
    return {};
}

// True when entries that were folded already read otherwise now.
Result<bool> FollowedSession::read_texts(FileSystem& files) {
    const auto path = folder_ / texts_name;
    ASSIGN_OR_RETURN(const auto state, files.look(path));
    if (state == texts_state_) return false;
    // Where it is the same file that has grown, what was added is enough; erasing puts another in its place.
    const bool grown = state && texts_state_ && state->id == texts_state_->id && state->size >= texts_read_;
    const std::uint64_t from = grown ? texts_read_ : 0;
    ASSIGN_OR_RETURN(const auto bytes, files.read_from(path, from));
    const std::string text = bytes.value_or(std::string());
    const FileLines lines = lines_in(text);
    PrivateTexts read = read_private_texts(lines.lines);
    const auto folded = session_.entries().size();
    const bool other = comes_late(read, texts_, folded) || (!grown && !keeps(read, texts_));
    if (grown)
        for (auto& [name, value] : read) texts_.insert_or_assign(name, std::move(value));
    else
        texts_ = std::move(read);
    texts_read_ = from + text.size() - (lines.torn ? lines.torn->size() : 0);
    texts_state_ = state;
    return other;
}

void FollowedSession::fold_anew() {
    session_ = Session(session_.shared_procedure());
    unreadable_.reset();
    procedure_matches_ = true;
    stale_ = false;
    ++folds_;
}

void FollowedSession::fold() {
    while (!unreadable_ && session_.entries().size() < journal_.records.size()) {
        const JournalRecord& record = journal_.records[session_.entries().size()];
        const auto where = folder_ / segment_name(record.segment);
        auto entry =
            decode(record.seq, record.payload, texts_, where.string() + ", entry " + std::to_string(record.seq));
        if (!entry) {
            unreadable_ = entry.error();
            return;
        }
        session_.apply(*std::move(entry));
        if (record.seq == 1) procedure_matches_ = session_.opened().procedure_sha256 == procedure_sha256_;
    }
}

}  // namespace hamer
