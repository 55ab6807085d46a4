// The clerk's work while a window is open: on a thread of its own, so that no server, disk or long list holds a frame
// up. Those who draw do not ask here but by DossierRequests: this header knows no register.
//
// What is asked is done in its order, one thing after another; values come out. The thread owns the clerk service, and
// with it the link to the register: opened when something is asked first, and anew when the link was lost, at most once
// a second. What was asked while it was lost is then done once more by itself. Public functions are for one thread, and
// what is done with an answer runs there.
#pragma once

#include "base/progress.h"
#include "base/request_line.h"
#include "base/result.h"
#include "base/time.h"

#include <cstdint>
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
    bool take() { return line_.take(); }
    [[nodiscard]] bool busy() const { return line_.busy(); }
    // How long what is asked has had no answer; 0: nothing is asked.
    [[nodiscard]] std::int64_t waiting_ms() const { return line_.waiting_ms(); }
    // How far the thread is with what it does now, and the wish that it stops: at the next place where nothing is half
    // done, with an error of Trouble::Stopped. What cannot be stopped goes on.
    [[nodiscard]] Progress::Told progress() const;
    void stop();
    // Waits for no answer any more: everything that was asked gets an error that says so, and the thread is left behind
    // with its link. What is asked next begins with a new one.
    void give_up();
    // Until the first thing that is asked is answered. For tests and pictures; a window never calls it.
    void await() { line_.await(); }

  private:
    struct Job {
        std::function<Status(const Result<ClerkService*>&)> work;
        Again again;
    };
    struct Link;
    void give(Job job, RequestLine::Then then);

    Open open_;
    std::shared_ptr<Link> link_;
    RequestLine line_;
};

}  // namespace hamer
