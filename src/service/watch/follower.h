// Looks on at the meeting that another Hamer records in a data folder: on this machine or on a shared one.
//
// It reads and does nothing else: no file is made, written or locked, so the chair's program cannot notice it. It shows
// the newest session that is not put away, also one that begins later; a session that is put away stays until the next
// one begins. One that was brought here from another device is not recorded here, and never shown. What cannot be read
// is kept as a fact for the screen and tried again at the next poll. One thread.
#pragma once

#include "base/time.h"
#include "service/meeting/meeting_facts.h"
#include "service/store/sign_of_life.h"
#include "service/watch/followed_session.h"
#include "session/settings.h"

#include <chrono>
#include <filesystem>
#include <optional>
#include <set>
#include <string>
#include <vector>

namespace hamer {

struct FollowerOptions {
    std::filesystem::path data;
    Settings settings;
    bool drill = false;
};

class Follower {
  public:
    // Reads nothing yet. `files` and `clock` outlive it.
    Follower(FollowerOptions options, FileSystem& files, const Clock& clock);

    using Thoroughness = FollowedSession::Thoroughness;
    // Reads what was added since the last poll; true when anything reads otherwise than before. Costs a few questions
    // to the disk where nothing changed.
    bool poll(Thoroughness thoroughness = Thoroughness::Changes);

    [[nodiscard]] bool has_session() const { return current_ && !current_->session().entries().empty(); }
    [[nodiscard]] const Session& session() const { return current_->session(); }
    [[nodiscard]] const FollowedSession& followed() const { return *current_; }
    [[nodiscard]] const std::string& session_id() const { return current_->id(); }

    // Why nothing can be read at present, and since when what is shown may not be up to date.
    struct OutOfDate {
        Error why;
        Instant since;
        std::int64_t since_ms = 0;  // the same by the clock that never goes back
    };
    [[nodiscard]] const std::optional<OutOfDate>& out_of_date() const { return out_of_date_; }
    // From outside: a look at the folder was begun then and never ended, as with a network that is gone. It holds until
    // the next poll, which should wait until the folder answers again.
    void does_not_answer(Instant since);
    [[nodiscard]] bool is_silent() const { return silent_; }
    // From outside: since when the program that writes the session shown gave no sign of life
    // (service/watch/life_watch.h).
    void hears(const std::optional<Silence>& silence);
    // Nothing where entries came after it: then something writes there.
    [[nodiscard]] std::optional<Silence> chair_silent() const;
    // A session newer than the one shown that cannot be read.
    [[nodiscard]] const std::optional<Error>& newer_unreadable() const { return newer_unreadable_; }
    // Nothing is wrong that another try could mend.
    [[nodiscard]] bool at_ease() const;

    // Changes whenever anything here reads otherwise than before, but for the clock.
    [[nodiscard]] std::uint64_t version() const { return version_; }
    // Changes whenever entries that were read before may read otherwise: another session, an erased text.
    [[nodiscard]] std::uint64_t edition() const { return edition_; }

    [[nodiscard]] const Settings& settings() const { return options_.settings; }
    [[nodiscard]] bool drill() const { return options_.drill; }
    [[nodiscard]] std::filesystem::path folder() const;
    [[nodiscard]] std::filesystem::path session_folder() const { return folder() / session_id(); }
    // The chair's choice where there is one, else the settings'.
    [[nodiscard]] std::chrono::seconds statement_limit() const { return statement_limit_; }
    [[nodiscard]] Stamp now() const { return clock_.now(); }
    // What to look at to know that there is something to read.
    [[nodiscard]] std::vector<std::filesystem::path> watched() const;

  private:
    [[nodiscard]] OutOfDate out_of_date_since(Error why, Instant since) const;
    // A session newer than the one shown, until it is shown or known to be put away.
    struct Candidate {
        std::string id;
        std::optional<FollowedSession> session;
        std::optional<Error> problem;
        int failures = 0;
    };

    [[nodiscard]] Result<bool> look_for_sessions(Thoroughness thoroughness);
    [[nodiscard]] Status list_candidates(Thoroughness thoroughness);
    void read_candidate(Candidate& candidate, Thoroughness thoroughness);
    void adopt(FollowedSession session);
    [[nodiscard]] Result<bool> read_current(Thoroughness thoroughness);
    bool read_limit();

    FollowerOptions options_;
    FileSystem& files_;
    const Clock& clock_;

    std::optional<FollowedSession> current_;
    std::vector<Candidate> candidates_;  // newest first
    std::set<std::string> passed_over_;  // ids that need not be looked at again
    std::optional<FileState> sessions_state_;
    std::optional<FileState> preferences_state_;
    std::chrono::seconds statement_limit_;

    std::optional<OutOfDate> out_of_date_;
    std::optional<Error> newer_unreadable_;
    std::optional<Silence> silence_;
    bool silent_ = false;
    std::uint64_t version_ = 0;
    std::uint64_t edition_ = 0;
};

// Precondition: has_session().
[[nodiscard]] MeetingFacts observe(const Follower& follower);

}  // namespace hamer
