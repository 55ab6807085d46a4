// The register: where incident records are kept, with all their revisions.
//
// A revision that was stored is never changed; a record whose content differs from the latest one becomes the next
// revision, and one that does not changes nothing. What returned without an error is on disk. All or nothing of a call
// is stored, whenever the program dies. Several programs may have the register open at once; they wait for each other
// for some seconds. An object is for one thread.
//
// Errors name the register and say what to do: Storage for the disk and the database, Refused for what the register
// does not take or have. Nothing throws.
#pragma once

#include "base/progress.h"
#include "base/result.h"
#include "base/time.h"
#include "record/duty_history.h"
#include "record/erasure.h"
#include "record/incident.h"
#include "record/listing.h"
#include "record/name_forms.h"
#include "record/named_place.h"

#include <cstddef>
#include <cstdint>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace hamer {

// What a save came to, so that nobody has to read it again.
struct SavedRecord {
    StoredRecord stored{};
    IncidentRecord record{};  // as it stands now
    // As JSON: what stood there before, and what was stored; the latter empty where nothing changed.
    std::string before{};
    std::string after{};
    bool is_delivered = false;  // something of it is on its way to a target, or was
};

// How much there is to be done, over all records.
struct ToDo {
    std::size_t duties = 0;
    std::size_t deliveries = 0;
};

class Register {
  public:
    // `location` is a file, which is made with mode 0600 when it is not there, or a server (place.h). Errors never hold
    // its password. The tables of a server are made and brought up to date by their owner alone.
    // `targets` are where each revision of a complete record is to be delivered: the revision and its deliveries are
    // stored together, or neither is.
    [[nodiscard]] static Result<Register> open(const std::string& location, std::vector<std::string> targets = {});
    Register(Register&&) noexcept;
    Register& operator=(Register&&) noexcept;
    ~Register();

    // The record's own `revision` does not count. Drills are refused. Two records that differ only in the journal's
    // head have the same content. A record without a dossier gets the one of the revision before.
    [[nodiscard]] Result<StoredRecord> put(const IncidentRecord& record, Instant made_at);

    // What the clerk adds, as the next revision. `base` is the revision that it was made from: refused where there is
    // a later one, as somebody else's work would be lost. Where the next one says the same it is that one: what a lost
    // link broke off can be asked again.
    [[nodiscard]] Result<StoredRecord> save(const std::string& id, int base, const Dossier& dossier, Instant made_at);
    // The same with what `make` makes of the record as it stands, which is read once, for all. Nothing is saved where
    // it refuses. Without a base it is made from whatever stands there.
    using MakeDossier = std::function<Result<Dossier>(const IncidentRecord& stands)>;
    [[nodiscard]] Result<SavedRecord> save(const std::string& id, std::optional<int> base, const MakeDossier& make,
                                           Instant made_at);

    // Puts a file to a record: its bytes, and the next revision that names it, with an id, `sha256` and `size` that are
    // made here. Refused where the record has the same bytes already.
    [[nodiscard]] Result<SavedRecord> attach(const std::string& id, Attachment attachment, std::string_view bytes,
                                             Instant made_at);
    // The bytes, which are those that were put. Refused for what was erased.
    [[nodiscard]] Result<std::string> attachment(const std::string& id, const std::string& attachment);
    // Takes the bytes away, and its name and remark in every revision. That there was one stays, with its size and
    // when.
    [[nodiscard]] Result<Erasure> erase_attachment(const std::string& id, const std::string& attachment,
                                                   const std::string& who, Instant now);

    // Stores all records of a session, and the mark of how far it was read, together. A record that the session had
    // before and has no more gets a revision that withdraws it. Refused, with both hashes, unless the session's journal
    // passes through every mark that the register has of it. `key` signed the mark; empty: none did.
    [[nodiscard]] Result<std::vector<StoredRecord>> hand_over(const SessionChain& journal,
                                                              const std::vector<IncidentRecord>& records,
                                                              Instant made_at, const std::string& key = {});
    // How far the session was handed over; nothing when it never was.
    [[nodiscard]] Result<std::optional<SessionMark>> session_mark(const std::string& session_id);
    // The same of all sessions, by their ids: the hash of the last entry that was handed over.
    [[nodiscard]] Result<std::map<std::string, std::string, std::less<>>> session_heads();
    // All that the register knows of the session's journal: a mark for each hand-over, and the head in each revision of
    // its records. None of them ever changes or goes.
    [[nodiscard]] Result<std::vector<SessionMark>> marks(const std::string& session_id);

    // The latest first, at most `limit`; 0: all.
    [[nodiscard]] Result<std::vector<RecordSummary>> list(int limit = 0);
    // Of one kind, without those that were withdrawn, the latest first.
    [[nodiscard]] Result<std::vector<RecordSummary>> of_kind(IncidentKind kind);
    // Of one session, in the order in which they began.
    [[nodiscard]] Result<std::vector<RecordSummary>> of_session(const std::string& session_id);
    // Those that hold a word beginning with each word of the text: in what happened, where and why, in notes, and in
    // names, addresses and descriptions of persons, whoever was affected. Case and accents do not count. The newest
    // first, at most `limit`. None for a text without words.
    [[nodiscard]] Result<std::vector<RecordSummary>> search(const std::string& text, int limit = 50);
    // A revision, or the latest one; and as the JSON that was stored.
    [[nodiscard]] Result<IncidentRecord> record(const std::string& id, std::optional<int> revision = std::nullopt);
    [[nodiscard]] Result<std::string> show(const std::string& id, std::optional<int> revision = std::nullopt);
    // What is to be done across all records, the first due first; with what was done too, or without.
    enum class Duties { Open, All };
    [[nodiscard]] Result<std::vector<DueDuty>> due(Duties which);
    // How many of those are open, and how many deliveries are not there yet.
    [[nodiscard]] Result<ToDo> to_do();
    // The same for a calendar: also what lapsed, of records that began after a moment or have something to do yet; what
    // lapsed because its record was erased too, by kind, person's id and times alone.
    [[nodiscard]] Result<std::vector<KnownDuty>> duties_for_calendar(Instant since);
    // What there is of each kind among those that began in this time, without those that were withdrawn.
    [[nodiscard]] Result<std::vector<Count>> trends(std::optional<Instant> from = {},
                                                    std::optional<Instant> before = {});

    // Deliveries, of all records or of one: those that are not there yet first, then the latest; at most `limit`, 0:
    // all.
    [[nodiscard]] Result<std::vector<Delivery>> deliveries(const std::string& record = {}, int limit = 0);
    // When the first of those that are waiting may be tried; nothing when none is.
    [[nodiscard]] Result<std::optional<Instant>> next_attempt();
    // Those that are waiting and may be tried at `now`, in the order in which their revisions were made.
    [[nodiscard]] Result<std::vector<Delivery>> ready(Instant now);
    // What came of an attempt: state, attempts, next, problem and delivered of a delivery that is there.
    [[nodiscard]] Status settle(const Delivery& delivery);
    // Makes all that is waiting or parked ready at once. Gives how many.
    [[nodiscard]] Result<int> retry(Instant now);

    // Whom the server let in; empty for a file.
    [[nodiscard]] Result<std::string> role();
    // On a server `who` is the user whom the server knows, whatever is given here; so it is of what is erased.
    [[nodiscard]] Status note_access(const Access& access);
    // Of one record, or all; the latest first.
    [[nodiscard]] Result<std::vector<Access>> accesses(const std::string& record = {});
    // Takes what tells who a person is out of every revision of a record: name, address, description and injury, the
    // texts of their measures and duties, and their name from every other text. The revisions keep their numbers.
    [[nodiscard]] Result<Erasure> erase_person(const std::string& id, const std::string& person, const std::string& who,
                                               Instant now);
    // How that person is named in any revision. Refused where there is none.
    [[nodiscard]] Result<NameForms> names_of(const std::string& id, const std::string& person,
                                             NameForms::By by = NameForms::By::All);
    // The persons who were erased from the record, by id.
    [[nodiscard]] Result<std::vector<std::string>> erased_persons(const std::string& id);
    // Records that name a person, in any text of any revision, by the whole name, the address or the surname; of those
    // that the user may see. In the order of their ids; what a receiver answered comes last.
    [[nodiscard]] Result<NamedRecords> named(const NameForms& names, Progress& progress);
    // Takes a name out of every text of a record, in every revision, whoever it is there.
    [[nodiscard]] Result<Erasure> erase_name(const std::string& id, const NameForms& names, const std::string& who,
                                             Instant now);
    // Removes a record with all that belongs to it. What stays is that a record of this id was erased, when and by
    // whom, and which duties it had. Of one that was erased before it looks once more whether all of it is gone.
    [[nodiscard]] Result<Erasure> erase_record(const std::string& id, const std::string& who, Instant now);
    // Records that began before the moment of their class of conduct, the oldest first, at most `limit`; 0: all. Held:
    // those that are not to be erased all the same (Dossier::hold); else those that may be.
    enum class Hold { None, Held };
    [[nodiscard]] Result<std::vector<RecordSummary>> past(const RetentionLimits& limits, Hold which, int limit = 0);

    class Database;

  private:
    explicit Register(std::unique_ptr<Database> database);
    std::unique_ptr<Database> database_;
};

}  // namespace hamer
