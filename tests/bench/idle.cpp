// What a window costs that nobody touches: frames drawn and processor time, with and without a running timer.
#include "measures.h"
#include "process.h"
#include "stored.h"

#include <chrono>
#include <fmt/format.h>
#include <fstream>
#include <thread>

namespace hamer::bench {

namespace {

using std::chrono::milliseconds;
using std::chrono::steady_clock;

constexpr milliseconds patience{20'000};
constexpr milliseconds quiet{2'000};  // a window that draws nothing for this long, or only its timer, has settled
constexpr milliseconds glance{20};
constexpr milliseconds half_a_second{500};
const std::string software_graphics = "llvmpipe-";  // Mesa's, where there is no graphics card

// The number of frames drawn, as the window writes it after each (HAMER_SEEN); 0 before the first.
std::uint64_t frames_in(const std::filesystem::path& seen) {
    std::ifstream file(seen);
    std::string word;
    std::uint64_t frames = 0;
    file >> word >> frames;
    return frames;
}

// Waits until at most `rate` frames were drawn in a quiet time.
void settle(const std::filesystem::path& seen, std::uint64_t rate) {
    const auto deadline = steady_clock::now() + patience;
    std::uint64_t before = 0;
    auto since = steady_clock::now();
    while (steady_clock::now() < deadline) {
        std::this_thread::sleep_for(glance);
        const std::uint64_t frames = frames_in(seen);
        if (frames == 0 || frames > before + rate) {
            before = frames;
            since = steady_clock::now();
        }
        if (frames > 0 && steady_clock::now() - since >= quiet) return;
    }
    throw Trouble("the window does not come to rest");
}

// Just after a frame, so that a frame at the edge of the time watched is not counted by chance.
void wait_for_frame(const std::filesystem::path& seen) {
    const std::uint64_t before = frames_in(seen);
    while (frames_in(seen) == before) std::this_thread::sleep_for(glance);
    std::this_thread::sleep_for(half_a_second);
}

Measures measure(const Options& options, const std::string& when, const std::filesystem::path& data,
                 double frames_per_second) {
    const auto seen = data / "seen";
    const Child window(window_on(data), {"HAMER_SEEN=" + seen.string()});
    settle(seen, frames_per_second > 0 ? 3 : 0);
    if (frames_per_second > 0) wait_for_frame(seen);
    const double seconds = options.idle_seconds;
    const auto share = [&](double cpu_ms) { return cpu_ms / (seconds * 1000) * 100; };
    const std::uint64_t frames_before = frames_in(seen);
    const double all_before = window.cpu_ms();
    const double own_before = window.cpu_ms_without(software_graphics);
    std::this_thread::sleep_for(std::chrono::seconds(options.idle_seconds));
    const double all = share(window.cpu_ms() - all_before);
    const double own = share(window.cpu_ms_without(software_graphics) - own_before);
    const double frames = static_cast<double>(frames_in(seen) - frames_before) / seconds;
    return {{.what = fmt::format("idle {}: frames in a second", when),
             .unit = "/s",
             .hamer = frames,
             .bar = {Bar::Kind::FigureAtMost, frames_per_second}},
            {.what = fmt::format("idle {}: of one core", when),
             .unit = "%",
             .hamer = all,
             .bar = {Bar::Kind::FigureAtMost, 1}},
            {.what = "    the same without the software graphics' threads", .unit = "%", .hamer = own}};
}

}  // namespace

Measures measure_idle(const Options& options) {
    if (!options.display) return {skipped("idle", "there is no display, and Xvfb is not installed")};
    const auto preparing = options.folder / "idle";
    std::filesystem::create_directories(preparing);
    Measures measures = measure(options, "without a timer", preparing, 0);
    const Stored disturbed = store_session(options.folder / "idle-timer", 100);
    for (Measure& each : measure(options, "with a timer", disturbed.data, 1)) measures.push_back(std::move(each));
    return measures;
}

}  // namespace hamer::bench
