// What is asked of a thread that may never answer, and what becomes of it when nobody waits any more.
#include "base/request_line.h"

#include <future>
#include <gtest/gtest.h>
#include <memory>
#include <optional>
#include <string>
#include <thread>
#include <vector>

namespace hamer {
namespace {

class StandingClock final : public Clock {
  public:
    [[nodiscard]] Stamp now() const override { return {}; }
};

// A call to a disk that answers when the test says so.
struct Hanging {
    std::promise<void> end;
    std::shared_future<void> ended{end.get_future()};
};

TEST(RequestLines, WhoWaitsNoLongerStillGetsWhatWasAnswered) {
    const StandingClock clock;
    Hanging hanging;
    RequestLine line([] {}, clock);
    std::vector<std::string> told;
    const auto tell = [&](const std::string& what) {
        return [&told, what](const std::optional<Error>& error) { told.push_back(what + (error ? ": error" : "")); };
    };
    line.give(
        RequestLine::Kind::Awaited, [](std::int64_t) { return RequestLine::News::Some; }, tell("done"));
    line.give(
        RequestLine::Kind::Awaited,
        [ended = hanging.ended](std::int64_t) {
            ended.wait();
            return RequestLine::News::Some;
        },
        tell("hung"));
    line.give(
        RequestLine::Kind::Watching, [](std::int64_t) { return RequestLine::News::None; }, tell("behind"));
    line.await();
    line.give_up({});
    EXPECT_EQ(told, (std::vector<std::string>{"done", "hung: error", "behind: error"}));
    EXPECT_FALSE(line.busy());
    line.give(
        RequestLine::Kind::Awaited, [](std::int64_t) { return RequestLine::News::Some; }, tell("next"));
    line.await_all();
    EXPECT_TRUE(line.take());
    EXPECT_EQ(told.back(), "next") << "by another thread";
    hanging.end.set_value();
}

// What a job holds may ask the disk as it ends: not of whoever left the thread behind.
TEST(Workers, WhatWaitsBehindACallThatHangsEndsOnItsOwnThread) {
    Hanging hanging;
    const auto let_go = std::make_shared<std::promise<std::thread::id>>();
    auto gone = let_go->get_future();
    {
        Worker worker;
        worker.give([ended = hanging.ended] { ended.wait(); });
        const std::shared_ptr<int> held(new int(1), [let_go](const int* one) {
            delete one;
            let_go->set_value(std::this_thread::get_id());
        });
        worker.give([held] { ADD_FAILURE() << "nobody waits for it: " << *held; });
    }
    EXPECT_EQ(gone.wait_for(std::chrono::seconds(0)), std::future_status::timeout);
    hanging.end.set_value();
    EXPECT_NE(gone.get(), std::this_thread::get_id());
}

}  // namespace
}  // namespace hamer
