#include "service/meeting/meeting_service.h"

#include "base/attempt.h"
#include "base/sha256.h"
#include "base/typed_time.h"
#include "base/version.h"
#include "broadcast/wish.h"
#include "codec/procedure/procedure_json.h"
#include "codec/settings/settings_json.h"
#include "journal/durable.h"
#include "platform/random.h"
#include "procedure/machine.h"
#include "session/decide.h"

#include <algorithm>
#include <fmt/format.h>

namespace hamer {

namespace {

// As decide() does with what is typed later.
Meeting readable(Meeting meeting) {
    for (std::string* text : {&meeting.name, &meeting.date, &meeting.chair, &meeting.clerk, &meeting.room,
                              &meeting.place, &meeting.address}) {
        *text = printable(*text);
    }
    if (const auto day = day_typed(meeting.date)) meeting.date = to_iso(*day);
    return meeting;
}

}  // namespace

Result<std::unique_ptr<MeetingService>> MeetingService::open(MeetingServiceOptions options, FileSystem& files,
                                                             const Clock& clock) {
    ASSIGN_OR_RETURN(auto procedure, read_procedure(options.procedure_text, options.procedure_file));
    if (!options.data.empty()) {
        auto made = (options.quick ? *options.quick : files).make_folder(sessions_folder(options.data, options.drill));
        // For a person each session tries again.
        if (!made && options.on_failure == OnFailure::GiveUp) return tl::unexpected<Error>(made.error());
    }
    return std::unique_ptr<MeetingService>(
        new MeetingService(std::move(options), std::make_shared<const Procedure>(std::move(procedure)), files, clock));
}

MeetingService::MeetingService(MeetingServiceOptions options, std::shared_ptr<const Procedure> procedure,
                               FileSystem& files, const Clock& clock)
    : options_(std::move(options)),
      procedure_(std::move(procedure)),
      files_(files),
      clock_(clock),
      device_(quick(), clock_, options_.data, options_.settings) {
    procedures_.push_back({options_.procedure_file, options_.procedure_text, procedure_->id, procedure_->title, {}});
    if (options_.apart && !in_memory() && !options_.drill) {
        register_ = std::make_unique<HandOverService>(options_.changed, options_.patience_at_the_end);
    }
}

MeetingService::~MeetingService() { settle(); }

Status MeetingService::try_disk() {
    if (in_memory()) return {};
    const auto parent = sessions_folder(options_.data, options_.drill);
    RETURN_IF_ERROR(quick().make_folder(parent));
    // Enough for the beginning of a meeting; of any name, as another one may be trying too.
    constexpr std::size_t room = 1 << 16;
    const auto path = options_.data / ("room-" + random_hex(4));
    ASSIGN_OR_RETURN(auto file, quick().create(path));
    Status written = file->write(std::string(room, ' '));
    file.reset();
    if (const Status removed = quick().remove(path); written && !removed) written = removed;
    return written;
}

std::filesystem::path MeetingService::session_folder() const {
    return in_memory() ? std::filesystem::path{} : sessions_folder(options_.data, options_.drill) / id_;
}

void MeetingService::offer(std::vector<OfferedProcedure> others) {
    for (OfferedProcedure& one : others) {
        const bool known = std::ranges::find(procedures_, one.id, &OfferedProcedure::id) != procedures_.end();
        if (!known) procedures_.push_back(std::move(one));
    }
}

Status MeetingService::use(const std::string& id) {
    const auto found = std::ranges::find(procedures_, id, &OfferedProcedure::id);
    if (found == procedures_.end()) {
        return fail(
            ErrorKind::Refused, id,
            LocalText{"er is geen procedure met deze naam", "there is no procedure of this name"},
            LocalText{"Zet het bestand in de map van de procedures", "Put its file in the folder of procedures"});
    }
    // What was gone on with may have been an older revision.
    if (options_.procedure_text != found->text) {
        ASSIGN_OR_RETURN(auto procedure, read_procedure(found->text, found->file));
        procedure_ = std::make_shared<const Procedure>(std::move(procedure));
        options_.procedure_text = found->text;
    }
    options_.procedure_file = found->file;
    return {};
}

MeetingKind MeetingService::usual_kind() const {
    const auto found = std::ranges::find(procedures_, procedure_->id, &OfferedProcedure::id);
    return found == procedures_.end() || found->meetings.empty() ? MeetingKind::Council : found->meetings.front();
}

Status MeetingService::begin(const Meeting& typed, Language language) {
    const Meeting meeting = readable(typed);
    tend_broadcast();  // what was seen before the meeting is not part of it
    const Stamp now = clock_.now();
    id_ = new_session_id(now.at);
    reopened_.reset();
    handed_over_.clear();
    asked_register_ = false;
    register_problem_.reset();
    if (!in_memory()) {
        auto journal = std::make_unique<SessionJournal>(files_, session_folder(), options_.procedure_text);
        std::optional<Writer> writer;
        if (!keeps_going()) {
            ASSIGN_OR_RETURN(auto begun, journal->begin_segment({}));
            writer = std::move(begun);
        }
        start_recorder(std::move(journal), std::move(writer));
    }
    session_.emplace(procedure_);
    encoder_.emplace(*procedure_, municipality(), fresh_salt);
    const bool recorded =
        record(SessionOpened{procedure_->id, procedure_->revision, sha256_hex(options_.procedure_text),
                             std::string(program_version), std::string(code(language)), meeting, options_.drill});
    if (!recorded) {
        auto failed = tl::unexpected<Error>(storage().cause);
        leave();
        return failed;
    }
    start_heartbeat();
    remember_meeting();
    return {};
}

void MeetingService::start_recorder(std::unique_ptr<SessionJournal> journal, std::optional<Writer> writer) {
    RecorderOptions options;
    options.folder = session_folder();
    options.second_files = &second();
    options.patience = options_.patience;
    options.patience_at_the_end = options_.patience_at_the_end;
    options.retry = options_.retry;
    options.on_failure = options_.on_failure;
    options.changed = options_.changed;
    options.second_place = second_place(id_);
    if (options_.listener) {
        options_.listener->begun({id_, options_.drill, options_.procedure_text});
        options.durable = [listener = options_.listener, id = id_](const EncodedEntry& entry) {
            listener->durable(id, entry);
        };
    }
    recorder_ = std::make_unique<Recorder>(files_, std::move(options), std::move(journal), std::move(writer));
}

void MeetingService::start_heartbeat() {
    if (in_memory() || !options_.heartbeat) return;
    heartbeat_ = std::make_unique<Heartbeat>(options_.heartbeat, session_folder(), clock_);
}

// Not one that is not this user's alone: what others can put there could come back as steps of the meeting. Where there
// is no second place the first is still worth having.
bool MeetingService::has_second_place() const {
    if (options_.second_place.empty()) return false;
    const Status made = second().make_own_folder(options_.second_place);
    // What it keeps is void once something else was recorded in its place; one error may not come back.
    return made || (made.error().kind == ErrorKind::Storage && second().make_own_folder(options_.second_place));
}

// The session's file in the second place, if there is one.
std::filesystem::path MeetingService::second_place(const std::string& id) const {
    return has_second_place() ? second_place_for(options_.second_place, id) : std::filesystem::path{};
}

Status MeetingService::put_away() {
    if (!procedure_->is_closed(session_->configuration())) {
        return fail(ErrorKind::Refused, id_,
                    LocalText{"de vergadering is nog niet gesloten", "the meeting is not closed yet"},
                    {"Sluit haar eerst", "Close it first"}, Trouble::NotNow);
    }
    tend();
    if (const StorageHealth health = storage(); health.unrecorded > 0) {
        return not_on_disk(health, session_folder());
    }
    // Asked again, where the disk took nothing of it the last time.
    if (!session_->is_put_away()) record(SessionClosed{});
    if (const StorageHealth health = storage(); health.unrecorded > 0 && health.second_place.empty()) {
        return not_on_disk(health, session_folder());
    }
    if (recorder_ && options_.listener) options_.listener->put_away(id_, session_->entries().back().seq);
    hand_over();  // the end too gets its mark
    leave();
    return {};
}

void MeetingService::leave() {
    settle();
    // All of it is in the journal: texts that name somebody are not left in a second place, where erasing cannot come.
    const std::filesystem::path elsewhere = second_place(id_);
    if (!elsewhere.empty() && storage().unrecorded == 0) {
        [[maybe_unused]] const Status removed = second().remove(elsewhere);  // mostly there is none
    }
    heartbeat_.reset();
    recorder_.reset();
    session_.reset();
    reopened_.reset();
    handed_over_.clear();
    asked_register_ = false;
    id_.clear();
    // What the register did not take is offered to it again, with all others.
    if (std::exchange(register_problem_, std::nullopt) && register_) {
        [[maybe_unused]] const auto asked = catch_up();
    }
    tend_broadcast();
}

Decision<std::uint64_t> MeetingService::execute(const Command& command, const std::optional<AskedElsewhere>& asked) {
    tend();
    const auto* undo = std::get_if<Undo>(&command.what);
    if (undo && !take_back_confirmations(*undo)) return tl::unexpected<Refusal>(not_recorded());
    const Stamp now = clock_.now();
    ASSIGN_OR_RETURN(auto entry, decide(*session_, command, now, municipality()));
    entry.asked = asked;
    if (!record(std::move(entry))) {
        return tl::unexpected<Refusal>(not_recorded());
    }
    const std::uint64_t seq = session_->entries().back().seq;
    if (std::holds_alternative<CorrectMeeting>(command.what)) remember_meeting();
    hand_over_in_time();
    if (broadcast_) broadcast_->want(broadcast_wish(*session_));
    return seq;
}

Refusal MeetingService::not_recorded() const {
    const Error cause = storage().cause;
    return {RefusalCode::Storage,
            {"Niet vastgelegd, dus niet gedaan. " + describe(cause, Language::Dutch),
             "Not recorded, so not done. " + describe(cause, Language::English)}};
}

bool MeetingService::take_back_confirmations(const Undo& undo) {
    if (!session_->last_undoable_by_hand()) return true;  // the undo itself will be refused, or means a script's step
    for (const Entry* last = session_->last_undoable(); last->actor == program_actor;
         last = session_->last_undoable()) {
        if (!record(StepTakenBack{last->seq, undo.why})) return false;
    }
    return true;
}

void MeetingService::set_broadcast(std::unique_ptr<BroadcastControl> broadcast) {
    broadcast_ = options_.drill ? nullptr : std::move(broadcast);
    tend_broadcast();
}

void MeetingService::tend_broadcast() {
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

void MeetingService::confirm_broadcast() {
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
    if (record(*std::move(entry))) hand_over_in_time();
}

bool MeetingService::record(EntryData data) {
    return record(Entry{session_->next_seq(), clock_.now(), std::nullopt, std::string(program_actor), std::move(data)});
}

// Whatever comes first after the clock was changed, the change stands before it.
bool MeetingService::record(Entry entry) {
    if (auto jump = clock_jump(*session_, entry.stamp)) {
        if (!put(*std::move(jump))) return false;
        entry.seq = session_->next_seq();
    }
    return put(std::move(entry));
}

// On disk first, then folded, then on the screen.
bool MeetingService::put(Entry entry) {
    if (recorder_ && recorder_->record(entry.seq, encoder_->encode(entry)) == Recorded::GivenUp) {
        return false;
    }
    session_->apply(std::move(entry));
    return true;
}

StorageHealth MeetingService::storage() const { return recorder_ ? recorder_->health() : StorageHealth{}; }

void MeetingService::tend() {
    if (recorder_) {
        if (const auto regained = recorder_->take_regained()) {
            record(JournalContinued{regained->former, 0, regained->reason, regained->unrecorded});
            recorder_->clear_second_place();
        }
    }
    take_handed_over();
    if (const auto due = until_hand_over_ms(); due && *due == 0) hand_over();
    tend_broadcast();
}

// A drill's name is not offered to the next meeting.
void MeetingService::remember_meeting() {
    if (!options_.drill) device_.remember(session_->meeting());
}

}  // namespace hamer
