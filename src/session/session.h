// One meeting: the fold of its entries. A plain value; two folds of the same entries are equal in every answer.
//
// Never stored. The journal is the truth; `apply` is the only way to change a Session.
#pragma once

#include "procedure/guide.h"
#include "procedure/procedure.h"
#include "session/entry.h"
#include "session/incidents.h"

#include <array>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <vector>

namespace hamer {

class Session {
  public:
    explicit Session(std::shared_ptr<const Procedure> procedure);

    // Folds one entry. Entries come in the order of their seq. An entry that names an event, region or state which the
    // procedure does not have is kept in the log and changes nothing.
    void apply(Entry entry);

    [[nodiscard]] const Procedure& procedure() const { return *procedure_; }
    [[nodiscard]] std::shared_ptr<const Procedure> shared_procedure() const { return procedure_; }
    [[nodiscard]] const SessionOpened& opened() const { return opened_; }
    [[nodiscard]] const Meeting& meeting() const { return meeting_; }  // as prepared, and corrected since
    [[nodiscard]] Language language() const;
    [[nodiscard]] bool is_put_away() const { return closed_; }  // session-closed was recorded
    [[nodiscard]] const std::vector<Entry>& entries() const { return entries_; }
    [[nodiscard]] std::uint64_t next_seq() const { return entries_.empty() ? 1 : entries_.back().seq + 1; }

    [[nodiscard]] const Configuration& configuration() const { return configuration_; }
    // Region → active state, by name.
    [[nodiscard]] std::map<std::string, std::string> situation() const;

    // True when the entry was taken back by a later one.
    [[nodiscard]] bool is_taken_back(std::uint64_t seq) const { return taken_back_.contains(seq); }
    // How often an earlier entry came to read otherwise: undos and amendments. For caches of what entries look like.
    [[nodiscard]] std::uint64_t revisions() const { return revisions_; }
    // The entry that the next undo takes back; null when there is none.
    [[nodiscard]] const Entry* last_undoable() const;
    // The same, past what the program itself confirmed: what a person means to take back.
    [[nodiscard]] const Entry* last_undoable_by_hand() const;
    [[nodiscard]] const Entry* entry(std::uint64_t seq) const;
    // A step's fields with all later amendments laid over them.
    [[nodiscard]] Fields fields_of(const Entry& step) const;

    // The incidents in their order; and the oldest that is over and has no decision on charges, null when each has one.
    [[nodiscard]] const std::vector<Incident>& incidents() const { return incidents_.all(); }
    [[nodiscard]] const Incident* present_incident() const { return incidents_.present(); }
    [[nodiscard]] const Incident* incident(std::uint64_t opened) const;
    [[nodiscard]] const Incident* undecided() const;
    // How many requests to leave were spoken in the incident that goes on, up to and with this entry.
    [[nodiscard]] int requests_until(std::uint64_t seq) const;

    // The latest value of an event's field over steps that were not taken back. Values are of the incident that goes
    // on, or else of the time since the last one: none of them reaches into another.
    [[nodiscard]] std::optional<FieldValue> recorded(std::string_view event, std::string_view field) const;
    // The same for any event that has a field of this name: the latest step wins.
    [[nodiscard]] std::optional<FieldValue> recorded(std::string_view field) const;
    // When the region came into its present state; nothing while it is in its initial one since the beginning.
    [[nodiscard]] std::optional<Instant> entered(std::size_t region) const;
    [[nodiscard]] const Entry* entered_by(std::size_t region) const;  // the entry that brought it there, or null
    // The latest step with this meaning; null when it never came or was taken back.
    [[nodiscard]] const Entry* last(Meaning meaning) const;
    // How long ago an entry of this session happened, in milliseconds, whatever was done to the wall clock meanwhile:
    // by the clock that never goes back, and after a restart of the machine, or on another one, by the wall clock less
    // the changes that the journal names.
    [[nodiscard]] std::int64_t passed_since(const Entry& entry, const Stamp& now) const;

    // The steps that recorded or raised this event, and the deviations; oldest first, without what was taken back.
    [[nodiscard]] std::vector<const Entry*> steps(std::string_view event) const;
    [[nodiscard]] std::vector<const Entry*> deviations() const;

    [[nodiscard]] const Card* card() const;
    // What the procedure's conditions ask.
    [[nodiscard]] Circumstances circumstances() const;

  private:
    // For each region which entry brought it into its present state: its place in entries_, counted from 1; 0: none.
    using EnteredBy = std::array<std::uint32_t, max_regions>;
    struct Undoable {
        std::uint64_t seq = 0;
        Configuration before{};
        EnteredBy entered_before{};
        Incidents::Change incidents{};
    };
    // A field's value with the amendments laid over it; null when the step has no such field.
    [[nodiscard]] std::vector<const Entry*> standing(const std::vector<std::size_t>& places) const;
    [[nodiscard]] const FieldValue* value_of(const Entry& step, std::string_view field) const;
    // From which entry on values count for the words of now.
    [[nodiscard]] std::uint64_t values_from() const;
    void change(const Entry& entry, const std::map<std::string, std::string>& to);

    std::shared_ptr<const Procedure> procedure_;
    SessionOpened opened_;
    Meeting meeting_;
    bool closed_ = false;
    std::vector<Entry> entries_;
    // Event → where in entries_ the steps are that recorded or raised it: no question about one event walks through the
    // whole meeting.
    std::map<std::string, std::vector<std::size_t>, std::less<>> happened_;
    std::vector<std::size_t> deviated_;  // where in entries_ the deviations are
    Configuration configuration_{};
    EnteredBy entered_{};
    Incidents incidents_;
    std::vector<Undoable> undoable_;
    std::uint64_t revisions_ = 0;
    std::set<std::uint64_t> taken_back_;
    std::map<std::uint64_t, Fields> amended_;
};

}  // namespace hamer
