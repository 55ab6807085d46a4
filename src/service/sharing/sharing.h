// Brings the session that is recorded here to a keeper, on a thread of its own (docs/link.md).
//
// The meeting never waits for it: lines come from the recorder once they are on disk, and what is said of the link is a
// value to be read. What other screens ask for waits here until the meeting's own thread decides it
// (asked_commands.h). After a session was put away it is brought on until the keeper has all of it, or the next begins.
#pragma once

#include "base/mutex.h"
#include "base/time.h"
#include "link/command_book.h"
#include "service/meeting/line_listener.h"
#include "service/sharing/shared_writer.h"

#include <chrono>
#include <condition_variable>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <thread>
#include <vector>

namespace hamer {

struct SharingOptions {
    std::string key;      // of this device, as pairing gave it
    std::string program;  // for the keeper's log
    // A new connection, which tells `changed` when something came.
    std::function<Result<std::unique_ptr<LinkClient>>(std::function<void()> changed)> connect;
    SharedWriter::Chance chance;
    const Clock* clock = nullptr;  // outlives it
    // Something is to be seen or decided; from the link's thread.
    std::function<void()> changed = [] {};
    // Why the keeper is not reached, once for each other reason; from the link's thread.
    std::function<void(const Error&)> not_reached = [](const Error&) {};
};

class Sharing final : public LineListener {
  public:
    explicit Sharing(SharingOptions options);
    ~Sharing() override;
    Sharing(const Sharing&) = delete;
    Sharing& operator=(const Sharing&) = delete;

    void begun(const BegunSession& session) override;
    void durable(const std::string& session, const EncodedEntry& entry) override;
    void put_away(const std::string& session, std::uint64_t seq) override;

    // Nothing before the first session. Any thread.
    [[nodiscard]] std::optional<LinkStatus> status() const;

    // Gives what is on its way to a keeper that is reached a moment more: for the end of a program.
    void settle(std::chrono::milliseconds patience);

    // For the thread that decides: one that is new at a time, as each may wait for the disk and a tap must not stand
    // behind them all; and those that were decided and wait for their line. `changed` says that there are more.
    [[nodiscard]] std::vector<LinkAsked> take_asked();
    // Gives the answer to a command of take_asked(); what was taken and is not durable yet is given there once more,
    // after a `changed`. `taken`: what the session's journal has, asked for once.
    void decide(const LinkAsked& asked, const std::function<std::map<std::string, std::uint64_t>()>& taken,
                const CommandBook::Decide& decide);
    // The chair's switch.
    void let_commands(bool on);
    [[nodiscard]] bool lets_commands() const { return lets_commands_; }
    // Of this session, for its commands.
    [[nodiscard]] const std::string& run() const { return run_; }

  private:
    // A session's part, for both threads.
    struct Shared {
        std::string session;
        std::shared_ptr<OwnJournal> own;
        std::unique_ptr<SharedWriter> writer;  // the link's thread's own, once it runs
    };
    // What the deciding thread gave since the last time.
    struct Given {
        std::vector<LinkAnswer> answers;
        std::optional<std::uint64_t> put_away;
        std::optional<bool> switched;
    };
    void work();
    [[nodiscard]] bool step(const std::shared_ptr<Shared>& working, const Given& given);
    void wake() REQUIRES(mutex_);
    [[nodiscard]] bool is_on_its_way() const REQUIRES(mutex_);
    void add_asked(std::vector<LinkAsked> asked) REQUIRES(mutex_);
    void tell_problem(const std::optional<Error>& problem);

    const SharingOptions options_;
    const std::string run_;
    // Of the deciding thread.
    std::optional<CommandBook> book_;
    std::string book_session_;
    std::vector<LinkAsked> waiting_;  // decided, and their lines are not durable yet
    bool lets_commands_ = true;

    mutable Mutex mutex_;
    std::condition_variable_any something_;
    std::shared_ptr<Shared> present_ GUARDED_BY(mutex_);
    std::vector<LinkAsked> asked_ GUARDED_BY(mutex_);
    std::vector<LinkAnswer> answers_ GUARDED_BY(mutex_);
    std::optional<std::uint64_t> put_away_ GUARDED_BY(mutex_);
    std::optional<bool> switched_ GUARDED_BY(mutex_);
    std::optional<LinkStatus> status_ GUARDED_BY(mutex_);
    bool is_put_away_ GUARDED_BY(mutex_) = false;
    bool answer_waits_ GUARDED_BY(mutex_) = false;  // for a line to be durable
    bool is_woken_ GUARDED_BY(mutex_) = false;
    bool is_ending_ GUARDED_BY(mutex_) = false;
    std::string told_problem_;  // of the link's thread
    std::thread thread_;
};

}  // namespace hamer
