// A frame of the chair's screen on the processor, with a log of ten thousand lines, and of a hundred thousand, against
// one of ten.
#include "measures.h"
#include "sampling.h"
#include "stored.h"
#include "support/driver/driver.h"
#include "ui/shell/app.h"

#include <fmt/format.h>

namespace hamer::bench {

namespace {

constexpr int rounds = 300;
constexpr int rounds_of_steps = 31;  // each adds a line
constexpr int frames_in_sample = 10;

// The whole program but for the window, on a stored session.
class Screen {
  public:
    explicit Screen(const Stored& stored) : service_(open_service(stored.data, files_, clock_)) {
        if (!service_->reopen(stored.id)) throw Trouble("the session cannot be reopened");
        app_.emplace(*service_);
        driver_.emplace([this](ui::Ui& ui) { app_->draw(ui); });
        driver_->settle();
        const std::size_t newest = service_->session().entries().size() - 1;
        if (!driver_->shows("log." + std::to_string(newest))) throw Trouble("the log is not on the screen");
    }

    // The mean of some frames in which nothing changed.
    double still_frame() {
        return milliseconds([&] {
                   for (int i = 0; i < frames_in_sample; ++i) driver_->frame();
               }) /
               frames_in_sample;
    }
    // A frame in which the timer's second passed.
    double timer_frame() {
        clock_.advance(1000);
        return milliseconds([&] { driver_->frame(); });
    }
    // The frame that shows what was just recorded: the view is made anew.
    double frame_after_step() {
        if (!service_->execute({AddNote{"Het wordt rustiger."}, std::nullopt, "chair"}))
            throw Trouble("no note was taken");
        const std::uint64_t views = app_->views();
        const double taken = milliseconds([&] { driver_->frame(); });
        if (app_->views() != views + 1) throw Trouble("the view was not made anew");
        return taken;
    }

  private:
    SystemFiles files_;
    StillClock clock_;
    std::unique_ptr<MeetingService> service_;
    std::optional<ui::App> app_;
    std::optional<ui::Driver> driver_;
};

Measure measure(std::string what, std::pair<double, double> medians) {
    return {.what = std::move(what),
            .unit = "ms",
            .hamer = medians.first,
            .reference = medians.second,
            .reference_is = "the same screen with 10 lines",
            .bar = {Bar::Kind::RatioAtMost, 2}};
}

}  // namespace

Measures measure_frame(const Options& options) {
    Measures measures;
    Screen few(store_session(options.folder / "frame-few", 10));
    for (const auto& [lines, words] : {std::pair{10'000U, "10,000"}, std::pair{100'000U, "100,000"}}) {
        Screen many(store_session(options.folder / fmt::format("frame-{}", lines), lines));
        const auto add = [&, in = fmt::format(", {} log lines", words)](const std::string& what, auto rounds_of,
                                                                        const auto& of) {
            measures.push_back(measure(what + in, by_turns(
                                                      rounds_of, [&] { return of(many); }, [&] { return of(few); })));
        };
        add("frame", rounds, [](Screen& screen) { return screen.still_frame(); });
        add("frame of the timer's second", rounds, [](Screen& screen) { return screen.timer_frame(); });
        add("frame after a step", rounds_of_steps, [](Screen& screen) { return screen.frame_after_step(); });
    }
    return measures;
}

}  // namespace hamer::bench
