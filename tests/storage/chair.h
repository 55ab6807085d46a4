// A chair who holds a whole meeting on a disk in memory that may fail or die at any call.
//
// Whatever the disk does the chair must be led on: each step is accepted, the standing warning counts what is not on
// disk, and the second place has it. What does not hold is said by wrong(). Runs are the same each time (turns.h).
#pragma once

#include "memory_file_system.h"
#include "service/meeting/meeting_service.h"
#include "support/leiden.h"
#include "turns.h"

#include <memory>
#include <set>
#include <string>
#include <vector>

namespace hamer::test {

// Scenario B up to the charges, with a step taken back, an amendment, a deviation, notes and private texts in Dutch. An
// amendment of entry 0 means the report of the disturbance.
[[nodiscard]] const std::vector<Command>& whole_meeting();

// The desk of the chair: nothing depends on how fast the disk is.
[[nodiscard]] MeetingServiceOptions chair_options();

// The meeting is a drill, which the register never sees.
inline const std::filesystem::path session_parent = "data/drills";
inline const std::filesystem::path second_disk = "second";

class Chair {
  public:
    explicit Chair(MemoryFileSystem& disk) : disk_(disk), turns_(disk) {}
    ~Chair() { go(); }
    Chair(const Chair&) = delete;
    Chair& operator=(const Chair&) = delete;

    // The program starts and the meeting begins, whatever the disk does. False when the program died.
    bool begin();
    // The program starts, and the chair tries again when it cannot read what is there; there is space again at the
    // second try. False when it died, or after four tries.
    bool reopen(const std::string& id);
    // What the start of the program does by itself: the newest meeting that was not put away.
    bool reopen_last();
    // False when the program died.
    bool execute(Command command);
    // All of it. The disk is full for three steps at most.
    bool hold_meeting();
    bool put_away();
    // The program ends, as it does by itself or because it died.
    void go();

    [[nodiscard]] bool has_session() const { return service_ && service_->has_session(); }
    [[nodiscard]] const MeetingService& service() const { return *service_; }
    [[nodiscard]] const std::string& id() const { return id_; }
    // The entries that were said to be on disk or in the second place; also after the program ended.
    [[nodiscard]] std::vector<Entry> promised() const;
    // The numbers of the entries that waited for the disk, as the warning said at once.
    [[nodiscard]] const std::set<std::uint64_t>& waited() const { return waited_; }
    // The first promise that was not kept, in words; empty: none.
    [[nodiscard]] const std::string& wrong() const { return wrong_; }

  private:
    template <typename Start>
    bool start(Start how);
    bool tend();
    void await_rest(bool was_healthy);
    void look();
    void say(const std::string& what);

    MemoryFileSystem& disk_;
    Turns turns_;
    FakeClock clock_;
    std::unique_ptr<MeetingService> service_;
    std::string id_;
    int attempts_ = 0;  // of the last start
    std::vector<Entry> entries_;
    std::size_t promised_ = 0;
    std::set<std::uint64_t> waited_;
    std::string wrong_;
};

// What is wrong with a session as read, of which these entries must not be lost; empty: nothing.
[[nodiscard]] std::string lost_of(const std::vector<Entry>& promised, const Session& read);

}  // namespace hamer::test
