// The application service: the only place where the state of a meeting changes.
//
// A command goes decide → journal and sync → fold. What execute() accepted is on disk, unless storage() says otherwise:
// then the meeting goes on, the entry waits in memory and in the second place, and the screen must say so. Without a
// data folder everything is kept in memory. For one thread; only `changed` (in the options) may be called from another.
#pragma once

#include "base/time.h"
#include "broadcast/broadcast.h"
#include "journal/recovery.h"
#include "service/device/chair_device.h"
#include "service/handover/handover_service.h"
#include "service/meeting/line_listener.h"
#include "service/meeting/meeting_facts.h"
#include "service/meeting/procedure_shelf.h"
#include "service/meeting/recorder.h"
#include "service/store/second_copy.h"
#include "service/store/session_folder.h"
#include "service/store/session_journal.h"
#include "service/store/sign_of_life.h"
#include "session/command.h"
#include "session/refusal.h"
#include "session/session.h"
#include "session/settings.h"

#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace hamer {

struct MeetingServiceOptions {
    std::filesystem::path data;  // empty: all in memory
    Settings settings;
    std::string procedure_file;  // its name in errors
    std::string procedure_text;
    bool drill = false;
    bool other_settings = false;         // those that come with the program, as one's own cannot be read
    std::filesystem::path second_place;  // a folder on another disk, for when `data` cannot be written; may be empty
    std::filesystem::path state;         // this device's own folder, for the marks of what it saw; may be empty
    std::chrono::milliseconds patience{2000};
    // How long after the last step that is added to a closed meeting it goes to the register, as one hand-over.
    std::chrono::milliseconds sitting{60'000};
    std::chrono::milliseconds retry{1000};  // how long after a failure to try again, if nothing is recorded meanwhile
    // For a person the meeting goes on when the disk fails; for a script a step that is not on disk is refused.
    OnFailure on_failure = OnFailure::KeepGoing;
    std::function<void()> changed = [] {};  // storage health changed; called from another thread
    // For a window, which may wait for nobody; null: the service's own files, and everything in turn.
    std::shared_ptr<FileSystem> quick{};  // gives up in time (platform/patient_files.h): what is beside the journal
    std::shared_ptr<FileSystem> quick_second{};  // the same for the second place, which is another disk
    std::shared_ptr<FileSystem> apart{};         // for a thread of its own that works on the register
    std::chrono::milliseconds patience_at_the_end = std::chrono::hours(1);  // for a disk or register that hangs
    // Where a person's program tells those who look on that it is still there, from a thread of its own; null: nowhere.
    std::shared_ptr<FileSystem> heartbeat{};
    std::shared_ptr<LineListener> listener{};  // of sessions on disk; null: nobody
};

class MeetingService {
  public:
    // Reads and resolves the procedure; opens no session yet. `files` and `clock` outlive the service.
    [[nodiscard]] static Result<std::unique_ptr<MeetingService>> open(MeetingServiceOptions options, FileSystem& files,
                                                                      const Clock& clock);
    // Whether anything can be put in the data folder at this moment.
    [[nodiscard]] Status try_disk();
    ~MeetingService();
    MeetingService(const MeetingService&) = delete;
    MeetingService& operator=(const MeetingService&) = delete;

    // What may be chosen for a meeting besides the settings' own; one with an id that is there already is left out.
    void offer(std::vector<OfferedProcedure> others);
    // The next session is begun with the procedure of this id: the settings' own, or one that is offered beside it.
    // Refused where there is none, or its file is wrong; then nothing changes. Not during a session.
    [[nodiscard]] Status use(const std::string& id);
    // The settings' own first.
    [[nodiscard]] const std::vector<OfferedProcedure>& procedures() const { return procedures_; }
    // The kind of meeting that the procedure in use is for: the council's where it is for any.
    [[nodiscard]] MeetingKind usual_kind() const;
    // Begins a session: folder, procedure.json, journal with session-opened. It is durable when this returns, unless
    // storage() says otherwise: not even a full or read-only disk keeps a person from beginning.
    [[nodiscard]] Status begin(const Meeting& meeting, Language language);
    // Goes on with a session where it was; recovers its journal if need be, or goes on without it as begin() does.
    // Refused when another program has it open, when it was put away, and when it is of another device: nothing is
    // added to those, nor to their folders.
    [[nodiscard]] Status reopen(const std::string& id);
    // Reopens this device's newest session that was not put away, if there is one.
    [[nodiscard]] Status reopen_last();
    // Ends the session: session-closed is recorded and the service is free for the next meeting.
    [[nodiscard]] Status put_away();

    [[nodiscard]] bool has_session() const { return session_.has_value(); }
    [[nodiscard]] const Session& session() const { return *session_; }
    [[nodiscard]] const std::string& session_id() const { return id_; }
    [[nodiscard]] const std::optional<Reopened>& reopened() const { return reopened_; }

    // The sequence number of the entry that was recorded, or why not; a refusal changes nothing.
    // `asked`: on another device; it is recorded with the entry.
    [[nodiscard]] Decision<std::uint64_t> execute(const Command& command,
                                                  const std::optional<AskedElsewhere>& asked = {});

    // From now on what a meeting asks of the broadcast is asked of this, and what it reports is journaled; its
    // confirmation is recorded as the program's step. Null: the regie is told and confirms by a tap. A drill takes
    // none.
    void set_broadcast(std::unique_ptr<BroadcastControl> broadcast);
    [[nodiscard]] BroadcastControl* broadcast() const { return broadcast_.get(); }

    [[nodiscard]] StorageHealth storage() const;
    // What went wrong when the incident records were written to the register; nothing when all is well, or not known
    // yet where the register is worked on apart.
    [[nodiscard]] const std::optional<Error>& register_problem() const { return register_problem_; }
    // The records that the present session has in the register, as they stand now.
    [[nodiscard]] const std::vector<HandedOver>& handed_over() const { return handed_over_; }
    // The sitting is over: what was added after the meeting was closed goes to the register now.
    void settle() {
        if (late_since_ms_) hand_over();
    }
    // In how many milliseconds tend() has something to put in the register; nothing when it has not.
    [[nodiscard]] std::optional<std::int64_t> until_hand_over_ms() const;
    // Tries again what failed, journals what the recorder regained and what the broadcast reports, and tells the
    // broadcast what is wished. Waits for nobody but the disk. Call it now and then, and after each `changed`.
    void tend();

    [[nodiscard]] const MeetingServiceOptions& options() const { return options_; }
    [[nodiscard]] const Settings& settings() const { return device_.settings(); }
    // What is there before a meeting and after it.
    [[nodiscard]] ChairDevice& device() { return device_; }
    [[nodiscard]] const ChairDevice& device() const { return device_; }
    [[nodiscard]] const Municipality& municipality() const { return device_.municipality(); }
    [[nodiscard]] const Procedure& procedure() const { return *procedure_; }
    [[nodiscard]] Stamp now() const { return clock_.now(); }
    [[nodiscard]] const Clock& clock() const { return clock_; }
    [[nodiscard]] std::filesystem::path session_folder() const;

    // Offers the records of sessions that were closed but never reached the register, as after a crash; gives why a
    // session was left out. Where that is done apart it comes back at once, and take_catch_up_problems() says later
    // what came.
    [[nodiscard]] Result<std::vector<Error>> catch_up();
    [[nodiscard]] std::vector<Error> take_catch_up_problems() { return std::exchange(catch_up_problems_, {}); }

  private:
    MeetingService(MeetingServiceOptions options, std::shared_ptr<const Procedure> procedure, FileSystem& files,
                   const Clock& clock);
    [[nodiscard]] bool in_memory() const { return options_.data.empty(); }
    [[nodiscard]] bool keeps_going() const { return options_.on_failure == OnFailure::KeepGoing; }
    void start_heartbeat();
    void start_recorder(std::unique_ptr<SessionJournal> journal, std::optional<Writer> writer);
    [[nodiscard]] Result<std::unique_ptr<Lock>> lock_of(const std::string& id);
    [[nodiscard]] Result<StoredSession> read_or_begun(const std::string& id);
    [[nodiscard]] Result<std::vector<std::string>> ids_to_reopen();
    [[nodiscard]] SecondCopy second_copy_for(const StoredSession& stored);
    [[nodiscard]] Status go_on_with(StoredSession stored, SecondCopy second_copy, std::unique_ptr<Lock> lock);
    void leave();
    void journal_torn_copies(const std::filesystem::path& folder, std::vector<std::string> copies,
                             const std::optional<DiscardedTail>& discarded);
    [[nodiscard]] std::uint64_t bring_back(std::vector<SecondCopy::Kept> waiting);
    void remember_meeting();
    // True when it was recorded, or is kept until it can be.
    bool record(Entry entry);
    bool record(EntryData data);
    bool put(Entry entry);
    [[nodiscard]] bool has_second_place() const;
    [[nodiscard]] std::filesystem::path second_place(const std::string& id) const;
    void hand_over();
    // At once when the meeting is closed; what is added afterwards is one hand-over for each sitting.
    void hand_over_in_time();
    [[nodiscard]] WitnessPlaces places() const;
    void take_handed_over();
    [[nodiscard]] FileSystem& quick() const { return options_.quick ? *options_.quick : files_; }
    [[nodiscard]] FileSystem& second() const { return options_.quick_second ? *options_.quick_second : files_; }
    void tend_broadcast();
    void confirm_broadcast();
    // Takes back what the program itself confirmed after the last step of a person, which the next undo means.
    bool take_back_confirmations(const Undo& undo);
    [[nodiscard]] Refusal not_recorded() const;

    MeetingServiceOptions options_;
    std::shared_ptr<const Procedure> procedure_;
    std::optional<EntryEncoder> encoder_;  // of the session
    FileSystem& files_;
    const Clock& clock_;
    ChairDevice device_;

    std::string id_;
    std::optional<Session> session_;
    std::optional<Reopened> reopened_;
    std::unique_ptr<Recorder> recorder_;
    std::unique_ptr<Heartbeat> heartbeat_;       // after the recorder: it ends first
    std::unique_ptr<HandOverService> register_;  // null: the register is worked on in turn
    std::optional<std::int64_t> late_since_ms_;  // monotonic: the last step that the register does not know yet
    bool asked_register_ = false;                // a hand-over of the present session was asked for
    std::int64_t register_retry_at_ms_ = 0;      // monotonic
    std::optional<Error> register_problem_;
    std::vector<Error> catch_up_problems_;
    std::vector<HandedOver> handed_over_;
    std::unique_ptr<BroadcastControl> broadcast_;
    std::vector<OfferedProcedure> procedures_;  // the settings' own first
};

// Precondition: has_session().
[[nodiscard]] MeetingFacts observe(const MeetingService& service);

}  // namespace hamer
