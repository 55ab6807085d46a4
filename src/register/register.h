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

#include "base/result.h"
#include "base/time.h"
#include "record/incident.h"

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace hamer {

struct RecordSummary {
    std::string id;
    int revision = 0;  // the latest
    IncidentKind kind = IncidentKind::Disturbance;
    IncidentStatus status = IncidentStatus::Open;
    std::string date;     // of the meeting
    std::string meeting;  // its name
    std::string what;
    Instant started;
    std::optional<Instant> ended;
    Instant made_at;  // of the latest revision
};

struct StoredRecord {
    std::string id;
    int revision = 0;
    bool is_new = false;  // stored by this call
};

// How far a session has been handed over: its last entry then, and that entry's hash.
struct SessionMark {
    std::string session_id;
    std::uint64_t seq = 0;
    std::string head;

    bool operator==(const SessionMark&) const = default;
};

class Register {
  public:
    // `location` is a file; it is made, with mode 0600, when it is not there. A server (postgresql://…) is refused yet.
    [[nodiscard]] static Result<Register> open(const std::string& location);
    Register(Register&&) noexcept;
    Register& operator=(Register&&) noexcept;
    ~Register();

    // The record's own `revision` does not count. Drills are refused. Two records that differ only in the journal's
    // head have the same content. A record without a dossier gets the one of the revision before.
    [[nodiscard]] Result<StoredRecord> put(const IncidentRecord& record, Instant made_at);

    // What the clerk adds, as the next revision. `base` is the revision that it was made from: refused where there is
    // a later one, as somebody else's work would be lost.
    [[nodiscard]] Result<StoredRecord> save(const std::string& id, int base, const Dossier& dossier, Instant made_at);

    // Stores all records of a session, and how far it was read, together. A record that the session had before and has
    // no more gets a revision that withdraws it. Refused when the register knows more of the session, or other entries.
    [[nodiscard]] Result<std::vector<StoredRecord>> hand_over(const SessionMark& mark,
                                                              const std::vector<IncidentRecord>& records,
                                                              Instant made_at);
    // How far the session was handed over; nothing when it never was.
    [[nodiscard]] Result<std::optional<SessionMark>> session_mark(const std::string& session_id);

    // All records, the latest first.
    [[nodiscard]] Result<std::vector<RecordSummary>> list();
    // A revision, or the latest one; and as the JSON that was stored.
    [[nodiscard]] Result<IncidentRecord> record(const std::string& id, std::optional<int> revision = std::nullopt);
    [[nodiscard]] Result<std::string> show(const std::string& id, std::optional<int> revision = std::nullopt);

  private:
    class Database;
    explicit Register(std::unique_ptr<Database> database);
    std::unique_ptr<Database> database_;
};

}  // namespace hamer
