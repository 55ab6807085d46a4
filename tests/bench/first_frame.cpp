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
            .bar = {Bar::Kind::RatioAtMost, 1.15}};
}

// From the start until the picture of an empty page is written, in a window that nobody sees: all that a page needs
// before it can show anything.
Measure beside_chromium(const Options& options, const std::filesystem::path& data) {
    const std::string what = "start to first frame beside Chromium";
    if (!is_installed("chromium")) return skipped(what, "Chromium is not installed: apt-get install chromium");
    const auto profile = options.folder / "chromium";
    const auto picture = options.folder / "blank.png";
    const Words blank =
        quietly({"chromium", "--headless", "--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-sync",
                 "--disable-background-networking", "--disable-component-update", "--user-data-dir=" + profile.string(),
                 "--screenshot=" + picture.string(), "about:blank"});
    const Words hamer = window_on(data, 1);
    (void)run_ms(blank);
    if (!std::filesystem::exists(picture)) throw Trouble("Chromium drew nothing");
    const auto [ours, reference] = by_turns(
        rounds, [&] { return run_ms(hamer); }, [&] { return run_ms(blank); });
    return {.what = what,
            .unit = "ms",
            .hamer = ours,
            .reference = reference,
            .reference_is = "Debian's Chromium, without a window: until the picture of an empty page is written",
            .bar = {Bar::Kind::RatioAtMost, 0.35}};
}

}  // namespace

Measures measure_first_frame(const Options& options) {
    if (!options.display) return {skipped("start to first frame", "there is no display, and Xvfb is not installed")};
    Measures measures = {measure("start to first frame", options.folder / "first-frame")};
    measures.push_back(beside_chromium(options, options.folder / "first-frame"));
    // As after a crash in the middle of a disturbance.
    const Stored stored = store_session(options.folder / "first-frame-open", 100);
    measures.push_back(measure("the same, with an open session of 100 entries", stored.data));
    measures.back().bar = {};
    return measures;
}

}  // namespace hamer::bench
