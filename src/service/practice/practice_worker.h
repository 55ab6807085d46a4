// The work on drills while a window is open: on a thread of its own, so that no disk holds a frame up. Those who draw
// do not ask here but by DrillRequests: this header knows no file.
//
// What is asked is done in its order, one thing after another; values come out. The thread owns the practice service:
// made when something is asked first, and anew after give_up(). Public functions are for one thread, and what is done
// with an answer runs there.
#pragma once

#include "base/request_line.h"
#include "base/result.h"
#include "base/time.h"

#include <cstdint>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <utility>

namespace hamer {

class PracticeService;

class PracticeWorker {
  public:
    using Make = std::function<std::shared_ptr<PracticeService>()>;

    // `changed` is called from the other thread when there is an answer to be told. `make` and what `work` holds may
    // outlive this; `clock` does.
    PracticeWorker(Make make, std::function<void()> changed, const Clock& clock);
    ~PracticeWorker();
    PracticeWorker(const PracticeWorker&) = delete;
    PracticeWorker& operator=(const PracticeWorker&) = delete;

    // `work` runs on the other thread and holds copies of all that it uses; `then` gets what it gave, in take().
    template <typename Value>
    void ask(std::function<Result<Value>(PracticeService&)> work, std::function<void(Result<Value>)> then) {
        const auto answer = std::make_shared<std::optional<Result<Value>>>();
        give(
            RequestLine::Kind::Awaited,
            [answer, work = std::move(work)](PracticeService& service, std::string&) {
                answer->emplace(work(service));
                return RequestLine::News::Some;
            },
            {}, told(answer, std::move(then)));
    }
    // For what is asked with each frame, whether something changed or not: it is told, and a frame asked for, where it
    // gives something, or goes wrong in another way than the last time. `what` is a name for it.
    template <typename Value>
    void watch(const std::string& what, std::function<Result<std::optional<Value>>(PracticeService&)> work,
               std::function<void(Result<std::optional<Value>>)> then) {
        const auto answer = std::make_shared<std::optional<Result<std::optional<Value>>>>();
        give(
            RequestLine::Kind::Watching,
            [answer, work = std::move(work)](PracticeService& service, std::string& problem) {
                answer->emplace(work(service));
                const std::string now = **answer ? std::string() : describe((*answer)->error());
                const bool is_other = std::exchange(problem, now) != now;
                return is_other || (**answer && (**answer)->has_value()) ? RequestLine::News::Some
                                                                         : RequestLine::News::None;
            },
            what, told(answer, std::move(then)));
    }

    // Hands over what was answered. True: something was that was waited for.
    bool take() { return line_.take(); }
    [[nodiscard]] bool busy() const { return line_.busy(); }
    // How long what is asked has had no answer; 0: nothing is asked.
    [[nodiscard]] std::int64_t waiting_ms() const { return line_.waiting_ms(); }
    // Waits for no answer any more: everything that was asked gets an error that says so, and the thread is left
    // behind. A drill that was beginning there is then one that was broken off.
    void give_up();
    // Until all that was asked is answered. For tests and pictures; a window never calls it.
    void await() { line_.await_all(); }

  private:
    // `problem`: what went wrong with it the last time.
    using Work = std::function<RequestLine::News(PracticeService&, std::string& problem)>;
    struct Owned;
    void give(RequestLine::Kind kind, Work work, const std::string& what, RequestLine::Then then);
    template <typename Value>
    static RequestLine::Then told(const std::shared_ptr<std::optional<Result<Value>>>& answer,
                                  std::function<void(Result<Value>)> then) {
        return [answer, then = std::move(then)](const std::optional<Error>& left) {
            if (left) return then(tl::unexpected<Error>(*left));
            then(std::move(**answer));
        };
    }

    Make make_;
    std::shared_ptr<Owned> owned_;
    RequestLine line_;
};

}  // namespace hamer
