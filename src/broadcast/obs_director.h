// What Hamer does with OBS Studio, without the network: from what is wished and what OBS says to what is asked of it.
//
// Closed loop: only what OBS itself reports counts, its events and its answers to questions, never that a command was
// accepted. OBS works on several messages at once, so an answer may come after the event of a later change: an event
// outdates the questions that are open about the same thing, a new look outdates the former one, and what is wished
// and not seen is looked at anew each second. Never toggles. What Hamer changed it puts back: the scene that was
// shown, and exactly the mutes that it set. What somebody changes in OBS is journaled and shown and left to them;
// after a lost connection the wish is mended. A plain value without clock, threads or sockets; one thread.
#pragma once

#include "broadcast/broadcast.h"
#include "codec/obs_message.h"
#include "session/broadcast_owed.h"

#include <deque>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <utility>
#include <vector>

namespace hamer {

struct ObsSetup {
    std::string scene;  // for the pause
    std::vector<std::string> mute;
    BroadcastOwed owed{};
};

class ObsDirector {
  public:
    explicit ObsDirector(ObsSetup setup);

    void want(BroadcastWish wish, const Stamp& now);
    void again(const Stamp& now);
    void test(const Stamp& now);
    void make_slate(const std::string& picture, const Stamp& now);
    void stop_stream(const Stamp& now);

    void connected(const Stamp& now);  // identified: asks how things stand
    void lost(BroadcastStatus::Link how, const LocalText& why, const Stamp& now);
    void take(const ObsAnswer& answer, const Stamp& now);
    void take(const ObsEvent& event, const Stamp& now);
    void tick(const Stamp& now);  // call it ten times a second

    // What is to be sent now, with the ids by which the answers will come.
    [[nodiscard]] std::vector<std::pair<std::string, ObsRequest>> take_requests();
    [[nodiscard]] std::vector<BroadcastReport> take_reports();
    // A question was not answered within the patience: the link is dead, whatever the socket says.
    [[nodiscard]] bool is_hung(const Stamp& now) const;
    [[nodiscard]] const BroadcastStatus& status() const { return status_; }
    [[nodiscard]] const BroadcastOwed& owed() const { return owed_; }

  private:
    struct Asked {
        ObsRequest request;
        std::int64_t at = 0;
        std::uint64_t look = 0;  // of which look it is a question; 0: of none
        bool outdated = false;   // an event told of the same thing since
    };
    enum class Step { None, Pause, Resume };

    void ask(ObsRequest request, const Stamp& now, std::uint64_t look = 0);
    void outdate(const std::string& question, const std::string& input = {});
    void answered(const Asked& asked, const ObsAnswer& answer, const Stamp& now);
    void refused(const Asked& asked, const ObsAnswer& answer, const Stamp& now);
    void report(LocalText what, const Stamp& now);
    void report_change(const Stamp& now);
    void look(const Stamp& now);        // asks for all that decides whether the wish is reached
    void look_again(const Stamp& now);  // in a second
    void mend(const Stamp& now);
    void mend_pause(const Stamp& now);
    void mend_resume(const Stamp& now);
    void judge_override();
    void rename_input(const std::string& former, const std::string& name);
    void show(const std::string& scene, const Stamp& now);
    void set_mute(const std::string& input, bool muted, const Stamp& now);
    void judge(const Stamp& now);
    [[nodiscard]] LocalText hindrance() const;  // why the wish is not what is; empty: it is
    void step_test(const Stamp& now);
    void fail_test(const LocalText& why);
    void finish_slate(const ObsAnswer& answer, const Stamp& now);
    [[nodiscard]] BroadcastWish wish() const;  // that of the test, where one runs
    [[nodiscard]] bool has_scene(const std::string& name) const;
    [[nodiscard]] bool is_ready() const { return status_.link == BroadcastStatus::Link::Ready; }
    void changed() { ++status_.version; }

    std::string slate_;
    std::vector<std::string> mute_;
    BroadcastOwed owed_;
    BroadcastStatus status_;
    std::int64_t wished_at_ = 0;  // monotonic
    Step test_ = Step::None;
    std::int64_t step_began_ = 0;

    std::set<std::string> scenes_;
    std::string program_;
    std::map<std::string, std::optional<bool>>
        muted_;              // of the inputs that are named; nothing: not known, or not there
    std::string commanded_;  // the scene that was asked for and has not come yet
    std::map<std::string, bool> commanded_mute_;
    std::uint64_t look_ = 0;  // the number of the last look
    int looking_ = 0;         // its questions that are not answered yet
    bool compare_ = false;    // what is seen first after a connection is journaled where it is not what is wished
    std::int64_t retry_at_ = 0;
    LocalText failure_;  // of the last command

    std::string picture_;  // for the slate that is being made
    int width_ = 0;
    int height_ = 0;

    std::uint64_t next_id_ = 1;
    std::map<std::string, Asked> asked_;
    std::vector<std::pair<std::string, ObsRequest>> requests_;
    std::vector<BroadcastReport> reports_;
    std::int64_t change_reported_ = 0;
    bool change_waits_ = false;
};

}  // namespace hamer
