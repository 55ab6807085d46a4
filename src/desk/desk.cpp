#include "desk/desk.h"

#include "base/random.h"
#include "base/sha256.h"
#include "base/version.h"
#include "broadcast/wish.h"
#include "codec/procedure_json.h"
#include "codec/settings_json.h"
#include "journal/durable.h"
#include "journal/recovery.h"
#include "procedure/machine.h"
#include "report/slate_picture.h"
#include "session/decide.h"

#include <algorithm>
#include <fmt/format.h>

namespace hamer {

namespace {

constexpr std::size_t sessions_looked_at = 20;  // for one that was not put away

std::string fresh_salt() { return random_hex(16); }

}  // namespace

Result<std::unique_ptr<Desk>> Desk::open(DeskOptions options, FileSystem& files, const Clock& clock) {
    auto procedure = read_procedure(options.procedure_text, options.procedure_file);
    if (!procedure) return tl::unexpected<Error>(procedure.error());
    if (!options.data.empty()) {
        if (auto made = files.make_folder(sessions_folder(options.data, options.drill)); !made) {
            return tl::unexpected<Error>(made.error());
        }
    }
    return std::unique_ptr<Desk>(
        new Desk(std::move(options), std::make_shared<const Procedure>(*std::move(procedure)), files, clock));
}

Desk::Desk(DeskOptions options, std::shared_ptr<const Procedure> procedure, FileSystem& files, const Clock& clock)
    : options_(std::move(options)),
      procedure_(std::move(procedure)),
      files_(files),
      clock_(clock),
      preferences_(files, options_.data) {}

Desk::~Desk() = default;

std::filesystem::path Desk::session_folder() const {
    return in_memory() ? std::filesystem::path{} : sessions_folder(options_.data, options_.drill) / id_;
}

Status Desk::begin(const Meeting& meeting, Language language) {
    tend_broadcast();  // what was seen before the meeting is not part of it
    const Stamp now = clock_.now();
    id_ = new_session_id(now.at);
    reopened_.reset();
    record_ids_.clear();
    if (!in_memory()) {
        const auto folder = session_folder();
        if (auto made = files_.make_folder(folder); !made) return made;
        auto lock = lock_folder(files_, folder);
        if (!lock) return tl::unexpected<Error>(lock.error());
        lock_ = *std::move(lock);
        if (auto written = write_new_file(files_, folder / "procedure.json", options_.procedure_text); !written) {
            return written;
        }
        auto writer = Writer::create(files_, folder, 1, Position{});
        if (!writer) return tl::unexpected<Error>(writer.error());
        start_recorder(*std::move(writer));
        if (!options_.drill) remember(meeting);  // a drill's name is not offered to the next meeting
    }
    session_.emplace(procedure_);
    const bool recorded =
        record(SessionOpened{procedure_->id, procedure_->revision, sha256_hex(options_.procedure_text),
                             std::string(program_version), std::string(code(language)), meeting, options_.drill});
    if (!recorded) return fail(ErrorKind::Storage, session_folder().string(), storage().reason, "Mend that first");
    return {};
}

void Desk::start_recorder(Writer writer) {
    RecorderOptions options;
    options.folder = session_folder();
    options.patience = options_.patience;
    options.retry = options_.retry;
    options.on_failure = options_.on_failure;
    options.changed = options_.changed;
    options.second_place = second_place(id_);
    recorder_ = std::make_unique<Recorder>(files_, std::move(options), std::move(writer));
}

// The session's file in the second place. None where that is not this user's alone: what others can put there could
// come back as steps of the meeting. Where there is no second place the first is still worth having.
std::filesystem::path Desk::second_place(const std::string& id) const {
    if (options_.second_place.empty() || !files_.make_own_folder(options_.second_place)) return {};
    return second_place_for(options_.second_place, id);
}

Status Desk::reopen(const std::string& id) {
    const auto parent = sessions_folder(options_.data, options_.drill);
    // Looked up before the lock, which would make a folder's lock file for a name that is none.
    if (auto there = session_procedure(files_, parent, id); !there) return tl::unexpected<Error>(there.error());
    auto lock = lock_folder(files_, parent / id);
    if (!lock) return tl::unexpected<Error>(lock.error());
    auto stored = read_session(files_, parent, id);
    if (!stored) return tl::unexpected<Error>(stored.error());
    Rescue rescue = rescue_for(*stored);
    return go_on_with(*std::move(stored), std::move(rescue), *std::move(lock));
}

Rescue Desk::rescue_for(const StoredSession& stored) {
    const std::filesystem::path place = second_place(stored.id);
    return place.empty() ? Rescue() : read_rescue(files_, place, stored);
}

Status Desk::go_on_with(StoredSession stored, Rescue rescue, std::unique_ptr<Lock> lock) {
    const bool begun = !stored.session.entries().empty() || !rescue.waiting.empty();
    if (!begun || stored.unreadable || !stored.procedure_matches) {
        return fail(ErrorKind::Refused, stored.folder.string(),
                    stored.unreadable           ? describe(*stored.unreadable)
                    : !stored.procedure_matches ? "procedure.json is not the file that this session was opened with"
                                                : "the session was never begun",
                    "It stays readable with `hamer log` and `hamer verify`; begin a new session to go on");
    }
    if (!stored.session.entries().empty() && stored.session.opened().drill != options_.drill) {
        return fail(ErrorKind::Refused, stored.folder.string(),
                    options_.drill ? "is a real meeting, in the folder for drills" : "is a drill, among the meetings",
                    "Move the folder to where it belongs");
    }
    const auto recovery = recover(files_, stored.folder, stored.journal);
    if (!recovery) return tl::unexpected<Error>(recovery.error());
    auto writer = open_writer(files_, stored.folder, *recovery);
    if (!writer) return tl::unexpected<Error>(writer.error());

    id_ = stored.id;
    lock_ = std::move(lock);
    procedure_ = stored.session.shared_procedure();
    options_.procedure_text = stored.procedure_text;
    session_ = std::move(stored.session);
    record_ids_.clear();
    reopened_ = Reopened{session_->entries().size(), recovery->discarded.has_value(), recovery->damage.has_value(), 0};
    start_recorder(*std::move(writer));
    // First what waited: an entry keeps the number that it was given.
    reopened_->rescued = bring_back(std::move(rescue.waiting));
    if (recovery->damage) {
        const SegmentVerdict& damage = *recovery->damage;
        record(JournalContinued{segment_name(damage.segment), damage.offset, describe(damage).en, 0});
    }
    if (stored.texts_unreadable) {
        record(JournalContinued{"private.jsonl", 0, describe(*stored.texts_unreadable), 0});
    }
    journal_torn_copies(stored, recovery->discarded);
    hand_over();
    return {};
}

// Each cut-off tail is named in the journal once, also when the program died between cutting and naming it.
void Desk::journal_torn_copies(const StoredSession& stored, const std::optional<DiscardedTail>& discarded) {
    std::vector<std::string> copies = stored.journal.torn_copies;
    if (discarded && std::ranges::find(copies, discarded->kept_as) == copies.end())
        copies.push_back(discarded->kept_as);
    for (const std::string& copy : copies) {
        const bool named = std::ranges::any_of(session_->entries(), [&](const Entry& entry) {
            const auto* tail = entry.as<TailDiscarded>();
            return tail && tail->file == copy;
        });
        if (named) continue;
        const auto bytes = files_.read(stored.folder / copy);
        record(TailDiscarded{copy, bytes && *bytes ? (*bytes)->size() : 0});
    }
}

// Entries that could not be put in the journal before the program ended, and were kept in the second place.
std::uint64_t Desk::bring_back(std::vector<Rescue::Kept> waiting) {
    for (Rescue::Kept& kept : waiting) {
        recorder_->record(kept.entry.seq, std::move(kept.encoded));
        session_->apply(std::move(kept.entry));
    }
    if (!waiting.empty()) {
        const auto path = second_place_for(options_.second_place, id_);
        record(JournalContinued{session_folder().filename().string(), 0, "brought back from " + path.string(),
                                waiting.size()});
    }
    return waiting.size();
}

Status Desk::reopen_last() {
    if (in_memory()) return {};
    const auto parent = sessions_folder(options_.data, options_.drill);
    const auto ids = list_sessions(files_, parent);
    if (!ids) return tl::unexpected<Error>(ids.error());
    std::size_t looked_at = 0;
    for (auto it = ids->rbegin(); it != ids->rend(); ++it) {
        const std::string& id = *it;
        if (looked_at++ == sessions_looked_at) break;
        auto lock = lock_folder(files_, parent / id);
        if (!lock) return tl::unexpected<Error>(lock.error());
        auto stored = read_session(files_, parent, id);
        if (!stored || stored->session.is_put_away()) continue;
        Rescue rescue = rescue_for(*stored);
        const bool begun = !stored->session.entries().empty();
        if (!begun && rescue.waiting.empty()) continue;
        if (begun && stored->session.opened().drill != options_.drill) continue;
        auto gone_on = go_on_with(*std::move(stored), std::move(rescue), *std::move(lock));
        if (!gone_on || !session_->is_put_away()) return gone_on;
        leave();  // only the second place knew that it was put away
    }
    return {};
}

Status Desk::put_away() {
    if (!procedure_->is_closed(session_->configuration())) {
        return fail(ErrorKind::Refused, id_, "the meeting is not closed yet", "Close it first");
    }
    tend();
    if (const StorageHealth health = storage(); health.unrecorded > 0) {
        return fail(ErrorKind::Storage, session_folder().string(),
                    fmt::format("{} entries are not on disk yet: {}", health.unrecorded, health.reason),
                    "Mend that first");
    }
    record(SessionClosed{});
    leave();
    return {};
}

void Desk::leave() {
    // All of it is in the journal: texts that name somebody are not left in a second place, where erasing cannot come.
    const std::filesystem::path elsewhere = second_place(id_);
    if (!elsewhere.empty() && storage().unrecorded == 0) {
        [[maybe_unused]] const Status removed = files_.remove(elsewhere);  // mostly there is none
    }
    recorder_.reset();
    lock_.reset();
    session_.reset();
    reopened_.reset();
    record_ids_.clear();
    id_.clear();
    tend_broadcast();
}

Decision<std::uint64_t> Desk::execute(const Command& command) {
    tend();
    const auto* undo = std::get_if<Undo>(&command.what);
    if (undo && !take_back_confirmations(*undo)) return tl::unexpected<Refusal>(not_recorded());
    const Stamp now = clock_.now();
    auto entry = decide(*session_, command, now, municipality());
    if (!entry) return tl::unexpected<Refusal>(entry.error());
    if (!record(*std::move(entry))) {
        return tl::unexpected<Refusal>(not_recorded());
    }
    const std::uint64_t seq = session_->entries().back().seq;
    hand_over();
    if (broadcast_) broadcast_->want(broadcast_wish(*session_));
    return seq;
}

Refusal Desk::not_recorded() const {
    const std::string reason = storage().reason;
    return {RefusalCode::Storage,
            {"Niet vastgelegd, dus niet gedaan: " + reason, "Not recorded, so not done: " + reason}};
}

bool Desk::take_back_confirmations(const Undo& undo) {
    if (!session_->last_undoable_by_hand()) return true;  // the undo itself will be refused, or means a script's step
    for (const Entry* last = session_->last_undoable(); last->actor == program_actor;
         last = session_->last_undoable()) {
        if (!record(StepTakenBack{last->seq, undo.why})) return false;
    }
    return true;
}

void Desk::set_broadcast(std::unique_ptr<BroadcastControl> broadcast) {
    broadcast_ = options_.drill ? nullptr : std::move(broadcast);
    tend_broadcast();
}

Result<std::filesystem::path> Desk::write_slate(Language language) {
    auto file = std::filesystem::absolute(options_.data / "pauzebeeld.png");
    const auto picture = slate_picture(municipality().name, language);
    if (!picture) return tl::unexpected<Error>(picture.error());
    if (auto put = replace_file(files_, file, *picture); !put) {
        return tl::unexpected<Error>(put.error());
    }
    return file;
}

void Desk::tend_broadcast() {
    if (!broadcast_) return;
    const auto reports = broadcast_->take_reports();
    broadcast_->want(session_ && !session_->opened().drill ? broadcast_wish(*session_) : BroadcastWish::Leave);
    // Before the meeting and after it there is no journal that they belong to.
    if (!session_ || !session_->meeting().broadcast) return;
    for (const BroadcastReport& one : reports) {
        Entry entry{session_->next_seq(), clock_.now(), one.at, std::string(program_actor),
                    BroadcastObserved{one.what.in(session_->language())}};
        if (entry.occurred == entry.stamp.at) entry.occurred.reset();
        record(std::move(entry));
    }
    confirm_broadcast();
}

void Desk::confirm_broadcast() {
    const BroadcastStatus status = broadcast_->status();
    if (!status.reached || status.wish != broadcast_wish(*session_)) return;
    const Meaning meaning = status.wish == BroadcastWish::Paused ? Meaning::BroadcastPaused : Meaning::BroadcastResumed;
    const Event* event = procedure_->event_meaning(meaning);
    const auto number = event ? procedure_->event(event->id) : std::nullopt;
    if (!number || !is_enabled(*procedure_, session_->configuration(), *number)) return;
    const Stamp now = clock_.now();
    auto entry = decide(*session_, Command{Do{event->id, {}}, status.reached_at, std::string(program_actor)}, now,
                        municipality());
    if (!entry) return;
    if (record(*std::move(entry))) hand_over();
}

bool Desk::record(EntryData data) {
    return record(Entry{session_->next_seq(), clock_.now(), std::nullopt, std::string(program_actor), std::move(data)});
}

// Whatever comes first after the clock was changed, the change stands before it.
bool Desk::record(Entry entry) {
    if (auto jump = clock_jump(*session_, entry.stamp)) {
        if (!put(*std::move(jump))) return false;
        entry.seq = session_->next_seq();
    }
    return put(std::move(entry));
}

// On disk first, then folded, then on the screen.
bool Desk::put(Entry entry) {
    if (recorder_ && recorder_->record(entry.seq, encode(entry, *procedure_, fresh_salt)) == Recorded::GivenUp) {
        return false;
    }
    session_->apply(std::move(entry));
    return true;
}

StorageHealth Desk::storage() const { return recorder_ ? recorder_->health() : StorageHealth{}; }

void Desk::tend() {
    if (recorder_) {
        if (const auto regained = recorder_->take_regained()) {
            record(JournalContinued{regained->former, 0, regained->reason, regained->unrecorded});
        }
    }
    if (register_problem_ && session_) hand_over();
    tend_broadcast();
}

void Desk::hand_over() {
    if (in_memory() || options_.drill) return;
    if (!procedure_->is_closed(session_->configuration()) && record_ids_.empty()) return;
    auto ids = hand_over_session(*session_, id_, recorder_->head(), options_.settings, options_.data, clock_.now());
    if (ids) {
        record_ids_ = *std::move(ids);
        register_problem_.reset();
    } else {
        register_problem_ = ids.error();
    }
}

Status Desk::catch_up() {
    if (in_memory() || options_.drill) return {};
    return hand_over_waiting(files_, options_.settings, options_.data, clock_.now());
}

Meeting Desk::last_meeting() const {
    Meeting meeting;
    if (!in_memory()) {
        const auto text = files_.read(options_.data / "last-meeting.json");
        if (text && *text) meeting = read_meeting(**text, "last-meeting.json").value_or(Meeting{});
    }
    meeting.date = calendar_date(clock_.now().at);
    return meeting;
}

// A convenience: when it cannot be written the meeting goes on without it.
void Desk::remember(const Meeting& meeting) {
    [[maybe_unused]] const Status written =
        replace_file(files_, options_.data / "last-meeting.json", write_meeting(meeting));
}

}  // namespace hamer
