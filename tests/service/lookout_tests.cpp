// Noticing a change, and a disk that does not answer. The looks are the test's own: they end when it says so.
#include "service/watch/lookout.h"
#include "support/leiden.h"

#include <atomic>
#include <future>
#include <gtest/gtest.h>
#include <semaphore>

namespace hamer {
namespace {

using namespace std::chrono_literals;
using test::FakeClock;

constexpr LookoutOptions hurried{.every = 1ms, .patience = 1ms};
constexpr LookoutOptions patient{.every = 1ms, .patience = 1h};

struct Noticed {
    std::counting_semaphore<> times{0};
    std::function<void()> call() {
        return [this] { times.release(); };
    }
};

// A disk behind a network that is gone.
class Network {
  public:
    [[nodiscard]] Lookout::Look look() const {
        return [back = back_](const std::filesystem::path&) {
            back.wait();
            return std::optional(FileState{});
        };
    }
    void comes_back() { gone_.set_value(); }

  private:
    std::promise<void> gone_;
    std::shared_future<void> back_ = gone_.get_future().share();
};

TEST(Lookout, SaysWhenWhatIsThereChanges) {
    FakeClock clock;
    Noticed noticed;
    std::atomic<std::uint64_t> size{1};
    const auto look = [&](const std::filesystem::path&) { return std::optional(FileState{.size = size}); };
    Lookout lookout(look, clock, noticed.call(), patient);
    lookout.watch({"log"});
    noticed.times.acquire();  // the first look at it
    size = 2;
    noticed.times.acquire();
    EXPECT_EQ(lookout.silent_since(), std::nullopt);
}

TEST(Lookout, KeepsStillWhileNothingChanges) {
    FakeClock clock;
    Noticed noticed;
    std::counting_semaphore<> looks{0};
    const auto look = [&](const std::filesystem::path&) {
        looks.release();
        return std::optional(FileState{});
    };
    Lookout lookout(look, clock, noticed.call(), patient);
    lookout.watch({"log"});
    noticed.times.acquire();
    for (int i = 0; i < 20; ++i) looks.acquire();
    EXPECT_FALSE(noticed.times.try_acquire());
}

TEST(Lookout, SaysThatADiskDoesNotAnswerAndThatItDoesAgain) {
    FakeClock clock;
    Noticed noticed;
    Network network;
    Lookout lookout(network.look(), clock, noticed.call(), hurried);
    lookout.watch({"log"});
    while (!lookout.silent_since()) noticed.times.acquire();
    EXPECT_LT(lookout.silent_since()->milliseconds, clock.now().at.milliseconds);
    network.comes_back();
    while (lookout.silent_since()) noticed.times.acquire();
}

TEST(Lookout, EndsWhileItWaitsForADisk) {
    FakeClock clock;
    Noticed noticed;
    Network network;
    auto lookout = std::make_unique<Lookout>(network.look(), clock, noticed.call(), hurried);
    lookout->watch({"log"});
    noticed.times.acquire();
    const auto ended = std::async(std::launch::async, [&] { lookout.reset(); });
    network.comes_back();
    ended.wait();
    EXPECT_EQ(lookout, nullptr);
}

}  // namespace
}  // namespace hamer
