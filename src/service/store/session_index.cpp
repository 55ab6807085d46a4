#include "service/store/session_index.h"

#include "base/attempt.h"
#include "codec/journal/session_summary_json.h"
#include "journal/durable.h"
#include "journal/line_file.h"
#include "record/incidents.h"

#include <algorithm>
#include <charconv>
#include <fmt/format.h>

namespace hamer {

namespace {

// How many segments the state was made of: the number before its first space.
std::uint32_t segments_in(std::string_view state) {
    std::uint32_t count = 0;
    std::from_chars(state.data(), state.data() + state.size(), count);
    return count;
}

}  // namespace

LogState log_state(JournalState state) {
    switch (state) {
        case JournalState::Whole:
            return LogState::Whole;
        case JournalState::Torn:
            return LogState::Torn;
        case JournalState::Damaged:
            break;
    }
    return LogState::Damaged;
}

std::filesystem::path SessionIndex::file_of(const std::filesystem::path& folder) { return folder.string() + ".index"; }

SessionIndex::SessionIndex(FileSystem& files, std::filesystem::path folder)
    : files_(files), folder_(std::move(folder)) {
    const auto lines = read_lines(files_, file_of(folder_));
    if (!lines) return;
    for (const std::string& line : lines->lines) {
        if (auto summary = read_session_summary(line)) known_.insert_or_assign(summary->id, *std::move(summary));
    }
}

Result<std::vector<std::string>> SessionIndex::ids() {
    auto ids = list_sessions(files_, folder_);
    if (!ids) return ids;
    const std::size_t before = known_.size();
    std::erase_if(known_, [&](const auto& one) { return !std::ranges::binary_search(*ids, one.first); });
    changed_ = changed_ || known_.size() != before;
    return ids;
}

// The folder's own state tells of segments that came or went, and of a file that was put in the place of another.
std::string SessionIndex::state_of(const std::string& id, std::uint32_t segments) {
    const std::filesystem::path folder = folder_ / id;
    std::string state = std::to_string(segments);
    const auto add = [&](const std::filesystem::path& path) {
        const auto found = files_.look(path);
        if (!found) return false;
        state += *found ? fmt::format(" {}:{}:{}", (*found)->id, (*found)->size, (*found)->modified_ns) : " -";
        return true;
    };
    bool told = add(folder) && add(folder / "private.jsonl");
    for (std::uint32_t segment = 1; told && segment <= segments; ++segment) told = add(folder / segment_name(segment));
    return told ? state : std::string();
}

Result<SessionSummary> SessionIndex::summary(const std::string& id) {
    const auto known = known_.find(id);
    if (known != known_.end()) {
        const std::string& files = known->second.files;
        if (!files.empty() && state_of(id, segments_in(files)) == files) return known->second;
    }
    auto made = read(id);
    changed_ = true;
    if (made)
        known_.insert_or_assign(id, *made);
    else
        known_.erase(id);
    return made;
}

Result<SessionSummary> SessionIndex::read(const std::string& id) {
    ++read_count_;
    // Before it is read: what is written meanwhile is read the next time.
    std::uint32_t segments = 0;
    if (const auto names = files_.list(folder_ / id)) {
        for (const std::string& name : *names) segments = std::max(segments, segment_number(name).value_or(0));
    }
    std::string files = state_of(id, segments);
    ASSIGN_OR_RETURN(const auto stored, read_session(files_, folder_, id, &procedures_));
    const Session& session = stored.session;
    SessionSummary made{.id = id, .files = std::move(files)};
    made.origin = stored.origin;
    made.entries = stored.journal.records.size();
    made.head = stored.journal.head().hash;
    made.log = log_state(stored.journal.state());
    made.readable = !stored.unreadable;
    if (session.entries().empty()) return made;
    made.date = session.meeting().date;
    made.name = session.meeting().name;
    made.room = session.meeting().room;
    made.incidents = incidents(session, {}, id, {}).size();
    made.closed = session.procedure().is_closed(session.configuration());
    made.put_away = session.is_put_away();
    made.drill = session.opened().drill;
    return made;
}

void SessionIndex::keep() {
    if (!changed_) return;
    std::string text;
    for (const auto& [id, summary] : known_) {
        if (!summary.files.empty()) text += write_session_summary(summary) + "\n";
    }
    if (replace_file(files_, file_of(folder_), text)) changed_ = false;
}

Status SessionIndex::forget(FileSystem& files, const std::filesystem::path& folder, const std::string& id) {
    const auto path = file_of(folder);
    ASSIGN_OR_RETURN(const auto lines, read_lines(files, path));
    if (lines.lines.empty()) return {};
    std::string text;
    for (const std::string& line : lines.lines) {
        const auto summary = read_session_summary(line);
        if (summary && summary->id != id) text += line + "\n";
    }
    return replace_file(files, path, text);
}

}  // namespace hamer
