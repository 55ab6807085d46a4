// The clerk's work while a window is open: on a thread of its own, so that no server, disk or long list holds a frame
// up. Those who draw do not ask here but by DossierRequests: this header knows no register.
//
// What is asked is done in its order, one thing after another; values come out. The thread owns the clerk service, and
// with it the link to the register: opened when something is asked first, and anew when the link was lost, at most once
// a second. What was asked while it was lost is then done once more by itself. Public functions are for one thread, and
// what is done with an answer runs there.
#pragma once

#include "base/progress.h"
#include "base/result.h"
#include "base/time.h"
#include "base/worker.h"

#include <cstdint>
#include <deque>
#include <functional>
#include <memory>
#include <optional>
#include <utility>

namespace hamer {

class ClerkService;

class ClerkWorker {
  public:
    using Open = std::function<Result<ClerkService>()>;
    // Whether work that a lost link broke off may be done again: not where it would then be done twice.
    enum class Again { Yes, No };

    // `changed` is called from the other thread when an answer came. `open` and what `work` holds may outlive this;
    // `clock` does.
    ClerkWorker(Open open, std::function<void()> changed, const Clock& clock);
    ~ClerkWorker();
    ClerkWorker(const ClerkWorker&) = delete;
    ClerkWorker& operator=(const ClerkWorker&) = delete;

    // `work` runs on the other thread and holds copies of all that it uses; `then` gets what it gave, in take(), or why
    // there was no service to do it on.
    template <typename Value>
    void ask(std::function<Result<Value>(ClerkService&)> work, std::function<void(Result<Value>)> then,
             Again again = Again::Yes) {
        const auto answer = std::make_shared<std::optional<Result<Value>>>();
        give({[answer, work = std::move(work)](const Result<ClerkService*>& service) {
                  if (service)
                      answer->emplace(work(**service));
                  else
                      answer->emplace(tl::unexpected<Error>(service.error()));
                  return (*answer)->has_value() ? Status{} : tl::unexpected<Error>((*answer)->error());
              },
              again},
             [answer, then](const std::optional<Error>& left) {
                 if (left) return then(tl::unexpected<Error>(*left));
                 then(std::move(**answer));
             });
    }

    // Hands over what was answered. True: something was.
    bool take();
    [[nodiscard]] bool busy() const { return !asked_.empty(); }
    // How long what is asked has had no answer; 0: nothing is asked.
    [[nodiscard]] std::int64_t waiting_ms() const;
    // How far the thread is with what it does now, and the wish that it stops: at the next place where nothing is half
    // done, with an error of Trouble::Stopped. What cannot be stopped goes on.
    [[nodiscard]] Progress::Told progress() const;
    void stop();
    // Waits for no answer any more: everything that was asked gets an error that says so, and the thread is left behind
    // with its link. What is asked next begins with a new one.
    void give_up();
    // Until the first thing that is asked is answered. For tests and pictures; a window never calls it.
    void await();

  private:
    struct Job {
        std::function<Status(const Result<ClerkService*>&)> work;
        Again again;
    };
    // With an error where it is not waited for any more.
    using Then = std::function<void(const std::optional<Error>&)>;
    struct Asked {
        std::uint64_t number;
        std::int64_t since;
        Then then;
    };
    struct Shared;
    void give(Job job, Then then);

    Open open_;
    std::function<void()> changed_;
    const Clock& clock_;
    std::shared_ptr<Shared> shared_;
    std::optional<Worker> worker_;
    std::deque<Asked> asked_;  // the first one is under way
    std::uint64_t next_ = 1;
};

}  // namespace hamer
