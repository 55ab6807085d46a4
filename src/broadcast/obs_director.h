// What Hamer does with OBS Studio, without the network: from what is wished and what OBS is seen to be to what is
// asked.
//
// A closed loop: look, compare with the wish, ask for what is lacking, look again. Nothing but a whole look is
// believed: neither that a command was accepted, nor an event, which only makes it look anew (and a look is not
// believed where an event came while it was made). While the wish is not seen it looks each second and asks again.
// Never toggles. What Hamer changed it owes, for each scene collection apart, until it was seen put back or somebody
// says that it is. What somebody changes in OBS is journaled and shown and left to them; after a lost connection the
// wish is mended. A plain value without clock, threads or sockets; one thread.
#pragma once

#include "broadcast/broadcast.h"
#include "broadcast/obs_look.h"
#include "broadcast/obs_slate.h"
#include "session/broadcast_owed.h"

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
    std::vector<ObsOwed> owed{};
};

class ObsDirector {
  public:
    explicit ObsDirector(ObsSetup setup);

    void want(BroadcastWish wish, const Stamp& now);
    void again(const Stamp& now);
    void test(const Stamp& now);
    void make_slate(const std::string& picture, const Stamp& now);
    void stop_stream(const Stamp& now);
    void forget(const Stamp& now);

    void connected(const Stamp& now);  // identified: looks how things stand
    void lost(BroadcastStatus::Link how, const LocalText& why, const Stamp& now);
    void take(const ObsAnswer& answer, const Stamp& now);
    void take(const ObsEvent& event, const Stamp& now);
    void tick(const Stamp& now);  // call it ten times a second

    // What is to be sent now, with the ids by which the answers will come.
    [[nodiscard]] std::vector<std::pair<std::string, ObsRequest>> take_requests();
    [[nodiscard]] std::vector<BroadcastReport> take_reports();
    // A command was not answered within the patience, or nothing at all: the link is dead, whatever the socket says.
    [[nodiscard]] bool is_hung(const Stamp& now) const;
    [[nodiscard]] const BroadcastStatus& status() const { return status_; }
    [[nodiscard]] const std::vector<ObsOwed>& owed() const { return owed_; }

  private:
    enum class Purpose { Look, Command, Slate, Stream };
    struct Asked {
        ObsRequest request;
        Purpose purpose = Purpose::Command;
        std::uint64_t look = 0;
        std::int64_t at = 0;
    };
    enum class Step { None, Pause, Resume };
    struct Names {  // in one scene collection, where they may have been changed
        std::string slate;
        std::vector<std::string> mute;
    };

    void ask(ObsRequest request, Purpose purpose, const Stamp& now);
    void demand(const Stamp& now);             // asks for all that is wished, whatever was asked before
    [[nodiscard]] BroadcastWish wish() const;  // that of the try-out, where one runs
    [[nodiscard]] bool is_ready() const { return status_.link == BroadcastStatus::Link::Ready; }
    [[nodiscard]] bool awaits(Purpose purpose, const std::string& type = {}) const;
    void changed() { ++status_.version; }

    // Looking (obs_heard.cpp).
    void look(const Stamp& now);
    void look_in(std::int64_t milliseconds, const Stamp& now) { look_at_ = now.monotonic_ms + milliseconds; }
    [[nodiscard]] bool is_watched() const;
    [[nodiscard]] std::set<std::string> inputs() const;
    void ask_questions(const Stamp& now);
    void finish_look(const Stamp& now);
    void give_up_look(const Stamp& now);  // where one of its questions stays without an answer, for a new one
    void see(const ObsSeen& seen, const Stamp& now);
    void compare_collections(std::optional<ObsSeen>& former, const Stamp& now);
    void compare_scenes(const ObsSeen& former, const Stamp& now);
    void compare_mutes(const ObsSeen& former, const Stamp& now);
    void rename(const ObsEvent& event, const Stamp& now);
    void report(LocalText what, const Stamp& now);
    void report_change(const Stamp& now);

    // Mending.
    void mend(const Stamp& now);
    void mend_pause(const Stamp& now);
    void mend_resume(const Stamp& now);
    void show(const std::string& scene, const Stamp& now);
    void set_mute(const std::string& input, bool muted, const Stamp& now);
    [[nodiscard]] const Names& names() const;  // in the collection that is seen
    [[nodiscard]] const ObsOwed* owed_here() const;
    [[nodiscard]] ObsOwed& owe_here();
    void settle();  // takes off what was seen put back
    void judge(const Stamp& now);
    [[nodiscard]] bool is_back() const;         // OBS sends the scene that it names, and nothing of the slate
    [[nodiscard]] LocalText hindrance() const;  // why the wish is not what is; empty: it is
    [[nodiscard]] LocalText pause_lacks() const;
    [[nodiscard]] LocalText resume_lacks() const;
    [[nodiscard]] LocalText owed_words() const;  // what is owed, save what resuming puts back here and now
    void step_test(const Stamp& now);
    void fail_test(const LocalText& why);

    Names configured_;
    std::map<std::string, Names> names_;  // by collection
    std::vector<ObsOwed> owed_;
    BroadcastStatus status_;
    std::int64_t wished_at_ = 0;  // monotonic, like all of these
    std::int64_t demanded_at_ = 0;
    std::int64_t settle_from_ = 0;  // before, a command of a lost connection may still come through
    Step test_ = Step::None;
    std::int64_t step_began_ = 0;

    std::optional<ObsSeen> seen_;          // of this connection
    std::vector<ObsEvent> early_renames_;  // that came before it
    std::optional<ObsLook> look_;          // that is being made
    std::uint64_t look_number_ = 0;
    bool look_failed_ = false;        // the last one was given up
    bool look_again_ = false;         // something happened since it began
    bool stale_ = false;              // and what it sees may be older
    std::int64_t look_at_ = 0;        // when the next one begins; 0: when something happens
    std::int64_t changing_from_ = 0;  // OBS loads another collection since; 0: it does not
    bool compare_ = false;  // what is seen first after a connection is journaled where it is not what is wished

    // What was asked last, and when: once a second, so that nothing that OBS passed over stays undone.
    std::optional<std::pair<std::string, std::int64_t>> scene_asked_;
    std::map<std::string, std::pair<bool, std::int64_t>> mutes_asked_;
    bool insist_ = false;              // the scene is asked for once, also where it seems to be shown already
    std::set<std::string> my_scenes_;  // asked for and not seen since: when they come, Hamer did it
    std::set<std::pair<std::string, bool>> my_mutes_;
    LocalText failure_;  // of the last command
    std::int64_t failed_at_ = 0;

    std::optional<ObsSlate> slate_;  // that is being made
    std::uint64_t next_id_ = 1;
    std::map<std::string, Asked> asked_;
    std::int64_t silent_from_ =
        0;  // since the last answer, or since there was something to answer; 0: there is nothing
    std::vector<std::pair<std::string, ObsRequest>> requests_;
    std::vector<BroadcastReport> reports_;
    std::int64_t change_reported_ = 0;
    bool change_waits_ = false;
    bool change_is_foreign_ = false;
};

}  // namespace hamer
