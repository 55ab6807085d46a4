// Going on with a session where it was (meeting_service.h).
#include "base/attempt.h"
#include "journal/reader.h"
#include "service/meeting/meeting_service.h"
#include "service/store/session_origin.h"

#include <algorithm>
#include <fmt/format.h>
#include <tuple>

namespace hamer {

namespace {

constexpr std::size_t sessions_looked_at = 20;  // for one that was not put away

// What was put away, by whichever program, and what another device recorded: nothing may be added to either.
Status may_be_continued(const StoredSession& stored) {
    if (stored.origin) {
        const LocalText from = origin_in_words(*stored.origin);
        return fail(
            ErrorKind::Refused, stored.folder.string(),
            LocalText{fmt::format("deze vergadering komt van {} en is hier alleen te lezen", from.nl),
                      fmt::format("this session is of {}, and only to be read here", from.en)},
            {"Ga daar verder, en vul hier het dossier aan", "Go on with it there, and complete the record here"},
            Trouble::NotNow);
    }
    if (stored.session.is_put_away()) {
        return fail(
            ErrorKind::Refused, stored.folder.string(),
            LocalText{"deze vergadering is afgesloten en alleen te lezen",
                      "this session was put away, and is only to be read"},
            {"Vul het dossier aan, of begin een nieuwe vergadering", "Complete the record, or begin a new session"},
            Trouble::NotNow);
    }
    return {};
}

}  // namespace

Status MeetingService::reopen(const std::string& id) {
    const auto parent = sessions_folder(options_.data, options_.drill);
    // Looked up before the lock, which would make a folder's lock file for a name that is none.
    if (auto there = session_procedure(files_, parent, id); !there) {
        const auto ids = ids_to_reopen();
        if (!ids || !std::ranges::binary_search(*ids, id)) return tl::unexpected<Error>(there.error());
    }
    ASSIGN_OR_RETURN(auto lock, lock_of(id));
    ASSIGN_OR_RETURN(auto stored, read_or_begun(id));
    SecondCopy second_copy = second_copy_for(stored);
    return go_on_with(std::move(stored), std::move(second_copy), std::move(lock));
}

// None where there is no folder yet, or, for a person, where the disk does not even give a lock.
Result<std::unique_ptr<Lock>> MeetingService::lock_of(const std::string& id) {
    const auto folder = sessions_folder(options_.data, options_.drill) / id;
    const auto there = files_.look(folder);
    if (there && !*there) return nullptr;
    auto lock = lock_folder(files_, folder);
    if (!lock && lock.error().kind == ErrorKind::Storage && keeps_going()) return nullptr;
    return lock;
}

SecondCopy MeetingService::second_copy_for(const StoredSession& stored) {
    const std::filesystem::path place = second_place(stored.id);
    return place.empty() ? SecondCopy() : read_second_copy(second(), place, stored);
}

Status MeetingService::go_on_with(StoredSession stored, SecondCopy second_copy, std::unique_ptr<Lock> lock) {
    RETURN_IF_ERROR(may_be_continued(stored));
    const bool begun = !stored.session.entries().empty() || !second_copy.waiting.empty();
    if (!begun || stored.unreadable || !stored.procedure_matches) {
        static const LocalText other{"procedure.json is niet het bestand waarmee deze vergadering begon",
                                     "procedure.json is not the file that this session was opened with"};
        static const LocalText not_begun{"deze vergadering is nooit begonnen", "the session was never begun"};
        return fail(ErrorKind::Refused, stored.folder.string(),
                    stored.unreadable
                        ? LocalText{describe(*stored.unreadable, Language::Dutch), describe(*stored.unreadable)}
                    : !stored.procedure_matches ? other
                                                : not_begun,
                    {"U kunt het logboek nog lezen met `hamer log` en `hamer verify`. Begin een nieuwe vergadering",
                     "It stays readable with `hamer log` and `hamer verify`; begin a new session to go on"});
    }
    if (!stored.session.entries().empty() && stored.session.opened().drill != options_.drill) {
        return fail(ErrorKind::Refused, stored.folder.string(),
                    options_.drill
                        ? LocalText{"dit is een echte vergadering, tussen de oefeningen",
                                    "is a real meeting, in the folder for drills"}
                        : LocalText{"dit is een oefening, tussen de vergaderingen", "is a drill, among the meetings"},
                    {"Zet de map terug op haar eigen plaats", "Move the folder to where it belongs"});
    }
    const auto last = stored.journal.segments.empty() ? std::nullopt : std::optional(stored.journal.segments.back());
    const std::vector<std::string> torn_copies = stored.journal.torn_copies;
    auto journal = std::make_unique<SessionJournal>(files_, stored.folder, stored.procedure_text,
                                                    std::move(stored.journal), std::move(lock));
    SessionJournal::Opened opened = journal->open();
    if (opened.failure && !keeps_going()) return tl::unexpected<Error>(*opened.failure);

    id_ = stored.id;
    procedure_ = stored.session.shared_procedure();
    options_.procedure_text = stored.procedure_text;
    session_ = std::move(stored.session);
    encoder_.emplace(*procedure_, municipality(), fresh_salt);
    for (const Entry& entry : session_->entries()) encoder_->follow(entry);
    handed_over_.clear();
    asked_register_ = false;
    const bool damaged = last && last->state == JournalState::Damaged;
    reopened_ = Reopened{session_->entries().size(), opened.discarded.has_value(), damaged, 0};
    start_recorder(std::move(journal), std::move(opened.writer));
    // First what waited: an entry keeps the number that it was given.
    reopened_->brought_back = bring_back(std::move(second_copy.waiting));
    if (reopened_->brought_back > 0) recorder_->clear_second_place();
    if (damaged) record(JournalContinued{segment_name(last->segment), last->offset, describe(*last).en, 0});
    // It waits for the disk with what follows, so the screen says so at once.
    if (opened.failure) {
        record(JournalContinued{segment_name(last->segment), 0, describe(*opened.failure), 0});
    }
    if (stored.texts_unreadable) {
        record(JournalContinued{"private.jsonl", 0, describe(*stored.texts_unreadable), 0});
    }
    journal_torn_copies(stored.folder, torn_copies, opened.discarded);
    start_heartbeat();
    hand_over();
    return {};
}

// Each cut-off tail is named in the journal once, also when the program died between cutting and naming it.
void MeetingService::journal_torn_copies(const std::filesystem::path& folder, std::vector<std::string> copies,
                                         const std::optional<DiscardedTail>& discarded) {
    if (discarded && std::ranges::find(copies, discarded->kept_as) == copies.end())
        copies.push_back(discarded->kept_as);
    for (const std::string& copy : copies) {
        const bool named = std::ranges::any_of(session_->entries(), [&](const Entry& entry) {
            const auto* tail = entry.as<TailDiscarded>();
            return tail && tail->file == copy;
        });
        if (named) continue;
        const auto bytes = files_.read(folder / copy);
        record(TailDiscarded{copy, bytes && *bytes ? (*bytes)->size() : 0});
    }
}

// Entries that could not be put in the journal before the program ended, and were kept in the second place.
std::uint64_t MeetingService::bring_back(std::vector<SecondCopy::Kept> waiting) {
    for (SecondCopy::Kept& kept : waiting) {
        recorder_->record(kept.entry.seq, std::move(kept.encoded));
        encoder_->follow(kept.entry);
        session_->apply(std::move(kept.entry));
    }
    if (!waiting.empty()) {
        const auto path = second_place_for(options_.second_place, id_);
        record(JournalContinued{session_folder().filename().string(), 0, "brought back from " + path.string(),
                                waiting.size()});
    }
    return waiting.size();
}

Status MeetingService::reopen_last() {
    if (in_memory()) return {};
    ASSIGN_OR_RETURN(const auto ids, ids_to_reopen());
    std::size_t looked_at = 0;
    for (auto it = ids.rbegin(); it != ids.rend(); ++it) {
        // However many came from elsewhere, they are in nobody's way.
        const auto origin = origin_of(files_, sessions_folder(options_.data, options_.drill) / *it);
        if (origin && *origin) continue;
        if (looked_at++ == sessions_looked_at) break;
        ASSIGN_OR_RETURN(auto lock, lock_of(*it));
        auto stored = read_or_begun(*it);
        if (!stored || stored->session.is_put_away()) continue;
        SecondCopy second_copy = second_copy_for(*stored);
        const bool begun = !stored->session.entries().empty();
        if (!begun && second_copy.waiting.empty()) continue;
        if (begun && stored->session.opened().drill != options_.drill) continue;
        auto gone_on = go_on_with(*std::move(stored), std::move(second_copy), std::move(lock));
        if (!gone_on || !session_->is_put_away()) return gone_on;
        leave();  // only the second place knew that it was put away
    }
    return {};
}

// Those on disk and those that only the second place knows, oldest first.
Result<std::vector<std::string>> MeetingService::ids_to_reopen() {
    const auto parent = sessions_folder(options_.data, options_.drill);
    auto ids = list_sessions(files_, parent);
    if (!ids && keeps_going()) ids = std::vector<std::string>{};  // what the second place has can go on all the same
    if (!ids || !has_second_place()) return ids;
    for (std::string& id : sessions_begun_in(second(), options_.second_place, parent)) {
        const auto place = std::ranges::lower_bound(*ids, id);
        if (place == ids->end() || *place != id) ids->insert(place, std::move(id));
    }
    return ids;
}

// A session of which the disk took nothing was begun with one of the procedures that are read now, which its first
// entry tells by its hash, or cannot be brought back.
Result<StoredSession> MeetingService::read_or_begun(const std::string& id) {
    const auto parent = sessions_folder(options_.data, options_.drill);
    ReadProcedures read{options_.procedure_text, procedure_};  // mostly it is the one that is read already
    auto stored = read_session(files_, parent, id, &read);
    if (stored || !has_second_place()) return stored;
    const auto begun = sessions_begun_in(second(), options_.second_place, parent);
    if (std::ranges::find(begun, id) == begun.end()) return stored;
    const auto journal = read_session_journal(files_, parent / id);
    if (journal && !journal->segments.empty()) return stored;
    const auto as_begun = [&] {
        return StoredSession{id, parent / id, {}, Session(procedure_), options_.procedure_text, {}, {}, true};
    };
    for (const OfferedProcedure& one : procedures_) {
        if (!second_copy_for(as_begun()).waiting.empty()) break;
        std::ignore = use(one.id);  // one that is wrong is not the one
    }
    return as_begun();
}

}  // namespace hamer
