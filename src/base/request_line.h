// What one thread asks of another: done there in its order, one thing after another, and answered here.
//
// Whoever owns something that may hang (a register, a folder) has one of these, and a place where its limits are: how
// long the first has waited is told, and what is not waited for any more is left behind with its thread. Public
// functions are for one thread, and what is done with an answer runs there.
#pragma once

#include "base/result.h"
#include "base/time.h"
#include "base/worker.h"

#include <chrono>
#include <cstdint>
#include <deque>
#include <functional>
#include <memory>
#include <optional>

namespace hamer {

class RequestLine {
  public:
    // Somebody waits for the answer: it is told when it came. Or it is asked now and then, and is told only where the
    // work gives News::Some; nobody counts it as waiting.
    enum class Kind { Awaited, Watching };
    enum class News { None, Some };
    // On the other thread, and holds all that it uses. `asked_ms`: when it was asked, by the monotonic clock.
    using Work = std::function<News(std::int64_t asked_ms)>;
    // On this one, in take(); with an error where it is not waited for any more.
    using Then = std::function<void(const std::optional<Error>&)>;

    // `changed` is called from the other thread when there is an answer to be told. `clock` outlives this.
    // `at_the_end`: how long the destructor waits for what is under way.
    RequestLine(std::function<void()> changed, const Clock& clock,
                std::chrono::milliseconds at_the_end = std::chrono::milliseconds(0));
    ~RequestLine();
    RequestLine(const RequestLine&) = delete;
    RequestLine& operator=(const RequestLine&) = delete;

    void give(Kind kind, Work work, Then then);
    // Hands over what was answered. True: something was that was waited for.
    bool take();
    // Whether something is waited for, and how long the first of it has been; 0: nothing.
    [[nodiscard]] bool busy() const;
    [[nodiscard]] std::int64_t waiting_ms() const;
    // Waits for nothing any more: what was answered is handed over, everything else that was asked gets this error, and
    // the thread is left behind. What is asked next has a new one.
    void give_up(const Error& why);
    // Until the first thing that is asked is answered; or everything. For tests and pictures; a window never calls it.
    void await();
    void await_all();

  private:
    struct Asked {
        std::uint64_t number;
        std::int64_t since;
        Kind kind;
        Then then;
    };
    struct Answers;
    void await(std::uint64_t number);

    std::function<void()> changed_;
    const Clock& clock_;
    std::chrono::milliseconds at_the_end_;
    std::shared_ptr<Answers> answers_;
    std::optional<Worker> worker_;
    std::deque<Asked> asked_;  // the first one is under way
    std::uint64_t next_ = 1;
};

}  // namespace hamer
