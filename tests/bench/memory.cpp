// What a window keeps in memory in a meeting, beside the barest program that shows one.
#include "measures.h"
#include "process.h"
#include "sampling.h"
#include "stored.h"
#include "support/places.h"

#include <chrono>
#include <fstream>
#include <thread>

namespace hamer::bench {

namespace {

constexpr int rounds = 5;
constexpr std::size_t entries = 1'000;
constexpr std::chrono::milliseconds glance{50};
constexpr std::chrono::seconds patience{20};

bool shows_something(const std::filesystem::path& seen) {
    std::string word;
    int frames = 0;
    return static_cast<bool>(std::ifstream(seen) >> word >> frames) && frames > 0;
}

// Once it has drawn and its memory is the same twice in a row.
double settled_mb(const Child& window, const std::filesystem::path& seen) {
    const auto deadline = std::chrono::steady_clock::now() + patience;
    double before = -1;
    while (std::chrono::steady_clock::now() < deadline) {
        std::this_thread::sleep_for(glance * 10);
        const double now = window.memory_mb();
        if (now == before && (seen.empty() || shows_something(seen))) return now;
        before = now;
    }
    throw Trouble("the window's memory does not come to rest");
}

}  // namespace

Measures measure_memory(const Options& options) {
    if (!options.display) return {skipped("memory", "there is no display, and Xvfb is not installed")};
    const Stored stored = store_session(options.folder / "memory", entries);
    const auto seen = stored.data / "seen";
    const auto [ours, bare] = by_turns(
        rounds,
        [&] {
            std::filesystem::remove(seen);
            return settled_mb(Child(window_on(stored.data), {"HAMER_SEEN=" + seen.string()}), seen);
        },
        [&] {
            return settled_mb(Child({test::build_directory() + "/tests/bench/bare_imgui", "--stay"}), {});
        });
    return {{.what = "memory in a meeting of 1,000 entries (PSS)",
             .unit = "MB",
             .hamer = ours,
             .reference = bare,
             .reference_is = "bare_imgui: GLFW, OpenGL 3 and ImGui with one font",
             .bar = {Bar::Kind::RatioAtMost, 1.25}}};
}

}  // namespace hamer::bench
