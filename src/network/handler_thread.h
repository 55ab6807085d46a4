// The thread on which a server's handler is called: what came, in its order, with the time at which it came.
#pragma once

#include "base/mutex.h"
#include "network/link_server.h"

#include <condition_variable>
#include <deque>
#include <functional>
#include <string>
#include <thread>

namespace hamer {

class HandlerThread {
  public:
    // `done`: a message of this peer and size was received by the handler; called on the thread.
    using Done = std::function<void(PeerId peer, std::size_t size)>;
    HandlerThread(LinkHandler& handler, Done done);
    // Everything that was told is handed on first.
    ~HandlerThread();
    HandlerThread(const HandlerThread&) = delete;
    HandlerThread& operator=(const HandlerThread&) = delete;

    enum class Kind { Opened, Received, Heard, Sent, Lost, Tick };
    // From any thread. A tick that is told while one waits is left out.
    void tell(Kind kind, PeerId peer, std::int64_t at, std::string text = {});

  private:
    struct Told {
        Kind kind;
        PeerId peer;
        std::int64_t at;
        std::string text;
    };
    void run();
    void hand_on(Told& one);

    LinkHandler& handler_;
    Done done_;
    Mutex mutex_;
    std::condition_variable_any more_;
    std::deque<Told> told_ GUARDED_BY(mutex_);
    bool tick_waits_ GUARDED_BY(mutex_) = false;
    bool ending_ GUARDED_BY(mutex_) = false;
    std::thread thread_;
};

}  // namespace hamer
