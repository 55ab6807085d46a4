// Whether the program that writes a session is still there: what it tells, and what a follower makes of it.
#include "memory_file_system.h"
#include "service/watch/life_watch.h"

#include <atomic>
#include <gtest/gtest.h>
#include <semaphore>

namespace hamer {
namespace {

using namespace std::chrono_literals;

// May be read from any thread; only a sign's own text tells its time here.
class StillClock final : public Clock {
  public:
    [[nodiscard]] Stamp now() const override { return {{1'773'342'000'000, 60}, "boot", 0}; }
};

Instant at(const char* text) { return *from_rfc3339(text); }

const SignOfLife running{SignOfLife::State::Running, 7, at("2026-03-12T20:14:05.120+01:00")};

std::string sign(std::uint64_t beat, SignOfLife::State state = SignOfLife::State::Running) {
    return write_sign_of_life({state, beat, running.at});
}

TEST(SignOfLife, IsALineThatIsReadBack) {
    EXPECT_EQ(write_sign_of_life(running), "A1 running 7 2026-03-12T20:14:05.120+01:00\n");
    EXPECT_EQ(read_sign_of_life(write_sign_of_life(running)), running);
    for (const char* other : {"", "A1", "A1 running 7 2026-03-12T20:14:05.120+01:00", "A2 running 7 2026\n",
                              "A1 asleep 7 2026-03-12T20:14:05.120+01:00\n", "A1 running x 2026-03-12T20:14:05Z\n",
                              "A1 running 7 gisteren\n", "A1 running 7 2026-03-12T20:14:05Z too\n"}) {
        EXPECT_EQ(read_sign_of_life(other), std::nullopt) << other;
    }
}

TEST(SignOfLife, SilenceBeginsWhenTheSameSignStandsTooLong) {
    SignsOfLife signs;
    signs.read(sign(1), 0);
    EXPECT_EQ(signs.silence(silence_after_ms - 1), std::nullopt);
    signs.read(sign(2), 5000);
    EXPECT_EQ(signs.silence(5000 + silence_after_ms - 1), std::nullopt);
    signs.read(sign(2), 9000);
    EXPECT_EQ(signs.silence(5000 + silence_after_ms), (Silence{running.at, false}));
    signs.read(sign(1), 20'000);  // started again: it counts from the beginning
    EXPECT_EQ(signs.silence(20'001), std::nullopt);
}

TEST(SignOfLife, AFileThatCannotBeReadForAMomentIsNoSilenceAndNoSign) {
    SignsOfLife signs;
    signs.read(sign(1), 0);
    signs.read(std::nullopt, 2000);
    signs.read("", 4000);
    EXPECT_EQ(signs.silence(silence_after_ms - 1), std::nullopt);
    EXPECT_NE(signs.silence(silence_after_ms), std::nullopt);
}

TEST(SignOfLife, AProgramThatEndedWellIsSilentAtOnce) {
    SignsOfLife signs;
    signs.read(sign(3, SignOfLife::State::Closed), 0);
    EXPECT_EQ(signs.silence(0), (Silence{running.at, true}));
}

TEST(SignOfLife, WhereThereNeverWasOneNothingIsSaid) {
    SignsOfLife signs;
    signs.read(std::nullopt, 0);
    EXPECT_EQ(signs.silence(1'000'000), std::nullopt);
}

// Asked until it is so, as the beat comes from a thread: the text, which begins so and is not `other`.
std::string comes(MemoryFileSystem& files, const std::string& begin, const std::string& other = {}) {
    const auto end = std::chrono::steady_clock::now() + 20s;
    while (std::chrono::steady_clock::now() < end) {
        const auto text = files.read("session/alive");
        if (text && *text && (*text)->starts_with(begin) && *text != other) return **text;
        std::this_thread::yield();
    }
    return {};
}

TEST(Heartbeat, TellsThatItLivesAndThatItEnds) {
    const StillClock clock;
    auto files = std::make_shared<MemoryFileSystem>();
    ASSERT_TRUE(files->make_folder("session"));
    {
        const Heartbeat heartbeat(files, "session", clock, 1ms);
        const std::string first = comes(*files, "A1 running ");
        EXPECT_NE(first, "");
        EXPECT_NE(comes(*files, "A1 running ", first), "");
    }
    EXPECT_NE(comes(*files, "A1 closed "), "");
}

TEST(Heartbeat, ADiskThatTakesNothingHoldsNobodyUp) {
    const StillClock clock;
    auto files = std::make_shared<MemoryFileSystem>();
    files->fail_at_call(1, Mishap::Death);
    { const Heartbeat heartbeat(files, "session", clock, 1ms); }
    EXPECT_FALSE(files->read("session/alive"));
}

TEST(LifeWatch, NoticesASilenceOnceAndItsEnd) {
    const StillClock clock;
    std::counting_semaphore<> noticed{0};
    std::atomic<int> beat{0};
    const auto read = [&](const std::filesystem::path& path) -> std::optional<std::string> {
        if (path != std::filesystem::path("session/alive")) return std::nullopt;
        const int now = beat;
        return sign(static_cast<std::uint64_t>(std::abs(now)),
                    now < 0 ? SignOfLife::State::Closed : SignOfLife::State::Running);
    };
    LifeWatch watch(
        read, clock, [&] { noticed.release(); }, 1ms);
    watch.watch("session");
    beat = -1;
    noticed.acquire();
    EXPECT_EQ(watch.silence(), (Silence{running.at, true}));
    beat = 2;
    noticed.acquire();
    EXPECT_EQ(watch.silence(), std::nullopt);
    watch.watch("");
    EXPECT_FALSE(noticed.try_acquire());
}

}  // namespace
}  // namespace hamer
