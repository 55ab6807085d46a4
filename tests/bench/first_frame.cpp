// From the start of the program to its first frame, against the barest program that shows one.
#include "measures.h"
#include "process.h"
#include "sampling.h"
#include "stored.h"
#include "support/places.h"

namespace hamer::bench {

namespace {

constexpr int rounds = 25;

Measure measure(std::string what, const std::filesystem::path& data) {
    const Words hamer = window_on(data, 1);
    const Words bare = {test::build_directory() + "/tests/bench/bare_imgui"};
    // Once unmeasured: files come into memory.
    (void)run_ms(hamer);
    (void)run_ms(bare);
    const auto [ours, reference] = by_turns(
        rounds, [&] { return run_ms(hamer); }, [&] { return run_ms(bare); });
    return {.what = std::move(what),
            .unit = "ms",
            .hamer = ours,
            .reference = reference,
            .reference_is = "bare_imgui: GLFW, OpenGL 3 and ImGui with one font, one window, one frame of it",
            .bar = {Bar::Kind::RatioAtMost, 1.25}};
}

}  // namespace

Measures measure_first_frame(const Options& options) {
    if (!options.display) return {skipped("start to first frame", "there is no display, and Xvfb is not installed")};
    Measures measures = {measure("start to first frame", options.folder / "first-frame")};
    // As after a crash in the middle of a disturbance.
    const Stored stored = store_session(options.folder / "first-frame-open", 100);
    measures.push_back(measure("the same, with an open session of 100 entries", stored.data));
    measures.back().bar = {};
    return measures;
}

}  // namespace hamer::bench
