// The clerk's screen with a register of two hundred thousand records, against one of two hundred.
#include "measures.h"
#include "sampling.h"
#include "service/clerk/clerk_service.h"
#include "stored.h"
#include "stored_register.h"
#include "support/driver/driver.h"
#include "ui/clerk/dossier_app.h"

namespace hamer::bench {

namespace {

constexpr int rounds = 101;
constexpr int rounds_of_searches = 15;

class Clerk {
  public:
    Clerk(const std::filesystem::path& data, int records) : data_(data) {
        std::filesystem::create_directories(data);
        const auto file = data / "register.db";
        if (auto made = Register::open(file.string()); !made) throw Trouble(describe(made.error()));
        fill_register(file, records);
        app_.emplace(service_, Language::Dutch, ui::DossierOptions{.clock = &clock_});
        driver_.emplace([this](ui::Ui& ui) { app_->draw(ui); });
        answered();
        if (!driver_->shows("records.0")) throw Trouble("no record is on the screen");
    }

    double frame() {
        return milliseconds([&] { driver_->frame(); });
    }
    // From a letter typed in the search until what it finds is drawn; and again without it.
    double search() {
        driver_->click("search");
        driver_->type("naam123");
        answered();
        const double taken = milliseconds([&] {
            driver_->type("4");
            answered();
        });
        driver_->key(ui::key_of('a'), {.control = true});
        driver_->type(" ");
        answered();
        return taken;
    }

  private:
    void answered() {
        driver_->frame();
        while (service_.busy()) {
            service_.await();
            driver_->frame();
        }
        driver_->frame();
    }

    std::filesystem::path data_;
    SystemFiles files_;
    StillClock clock_;
    ClerkWorker service_{
        [this] { return ClerkService::open({.settings = {}, .data = data_, .user = "bench"}, files_, clock_); }, [] {},
        clock_};
    std::optional<ui::DossierApp> app_;
    std::optional<ui::Driver> driver_;
};

}  // namespace

Measures measure_dossier(const Options& options) {
    Clerk many(options.folder / "dossier-many", 200'000);
    Clerk few(options.folder / "dossier-few", 200);
    const auto measure = [](std::string what, std::pair<double, double> medians, double bar) {
        return Measure{.what = std::move(what),
                       .unit = "ms",
                       .hamer = medians.first,
                       .reference = medians.second,
                       .reference_is = "the same screen with 200 records, among which nothing is found",
                       .bar = {Bar::Kind::RatioAtMost, bar}};
    };
    return {measure("frame of Dossier, 200,000 records",
                    by_turns(
                        rounds, [&] { return many.frame(); }, [&] { return few.frame(); }),
                    1.5),
            measure("a letter in its search until the fifty that it finds are drawn, 200,000 records",
                    by_turns(
                        rounds_of_searches, [&] { return many.search(); }, [&] { return few.search(); }),
                    5)};
}

}  // namespace hamer::bench
