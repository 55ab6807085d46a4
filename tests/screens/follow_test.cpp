// The screen of one who only looks on: what the chair sees, in step, and nothing that reaches the meeting.
#include "scene.h"
#include "service/watch/follower.h"
#include "support/driver/audit.h"
#include "support/places.h"
#include "ui/shell/follow_app.h"
#include "ui/surface/offscreen.h"

#include <filesystem>
#include <gtest/gtest.h>
#include <map>
#include <set>

namespace hamer::ui {
namespace {

// The chair's desk and the clerk's window, on one disk in memory.
class Beside {
  public:
    explicit Beside(Display display = landscape, Look look = {}, Language language = Language::Dutch)
        : follower_(make_follower()),
          app_(follower_, language),
          driver([this](Ui& ui) { app_.draw(ui); }, display, look) {
        service = open_service();
        read();
    }

    void begin(const std::vector<Do>& steps = {}) {
        clock.advance(5000);  // ids sort by their second
        EXPECT_TRUE(service->begin(test::meeting(), Language::Dutch));
        for (const Do& step : steps) run(step);
        read();
    }
    void run(const decltype(Command::what)& what) {
        clock.advance(1000);
        EXPECT_TRUE(service->execute({what, std::nullopt, "chair"}));
    }
    // As the window does when the folder changed.
    void read() {
        follower_.poll(Follower::Thoroughness::Everything);
        driver.settle();
    }
    void pass(std::int64_t milliseconds) {
        clock.advance(milliseconds);
        driver.pass(milliseconds);
    }
    [[nodiscard]] std::string judged() const {
        std::string text;
        for (const std::string& each : audit(driver.ui())) text += each + "\n";
        return text;
    }
    [[nodiscard]] std::string label(std::string_view key) const { return driver.label(key); }
    [[nodiscard]] Follower& follower() { return follower_; }
    [[nodiscard]] const FollowApp& app() const { return app_; }
    [[nodiscard]] std::filesystem::path in_session(const std::string& name) const {
        return service->session_folder() / name;
    }

    StillClock clock;
    MemoryFileSystem files;
    std::unique_ptr<MeetingService> service;

  private:
    Follower make_follower() {
        Settings settings;
        settings.municipality = test::municipality();
        settings.municipality.regie_number = "toestel 4001";
        settings.municipality.security_number = "toestel 4002";
        return Follower({"data", settings, true}, files, clock);
    }
    std::unique_ptr<MeetingService> open_service() {
        MeetingServiceOptions made;
        made.data = "data";
        made.drill = true;
        made.settings.municipality = test::municipality();
        made.procedure_file = "leiden-2025.json";
        made.procedure_text = test::leiden_text();
        made.patience = std::chrono::hours(1);
        auto opened = MeetingService::open(std::move(made), files, clock);
        EXPECT_TRUE(opened);
        return *std::move(opened);
    }

    Follower follower_;
    FollowApp app_;

  public:
    Driver driver;
};

TEST(Follow, ShowsTheChairsCardItsWordsAndWhatCanBeChosen) {
    Beside beside;
    EXPECT_TRUE(beside.driver.shows("waiting.title"));
    EXPECT_TRUE(beside.driver.reads("data/drills"));
    beside.begin(route_to("request-1"));
    EXPECT_FALSE(beside.driver.shows("waiting.title"));
    const ChairView view = chair_view(observe(*beside.service), Language::Dutch);
    EXPECT_EQ(beside.label("card.title"), view.title);
    for (std::size_t i = 0; i < view.buttons.size(); ++i) {
        const std::string digit = std::to_string(i + 1);
        EXPECT_EQ(beside.label("choice." + digit),
                  std::to_string(view.buttons[i].place + 1) + " " + view.buttons[i].label);
    }
    EXPECT_EQ(beside.label("phone.emergency"), "112");
    EXPECT_EQ(beside.label("phone.police"), "0900-8844");
    EXPECT_TRUE(beside.driver.reads("toestel 4001"));
    EXPECT_TRUE(beside.driver.shows("requests"));
    EXPECT_TRUE(beside.driver.shows("trail"));
}

TEST(Follow, SaysAtEveryMomentThatItOnlyLooksOn) {
    Beside beside;
    for (const Route& route : shortest_routes()) {
        EXPECT_EQ(beside.label("follow"), "MEEKIJKEN · alleen lezen") << route.card;
        beside.begin(route.steps);
    }
    ASSERT_TRUE(beside.driver.click("language"));
    EXPECT_EQ(beside.label("follow"), "FOLLOWING · read only");
}

TEST(Follow, NothingThatCanBeTappedOrPressedReachesTheMeeting) {
    Beside beside;
    beside.begin(route_to("refused-2"));
    const std::string journal = beside.files.get(beside.in_session("journal"));
    const std::size_t calls = beside.files.changing_calls();
    for (int round = 0; round < 2; ++round) {
        for (const std::string& key : beside.driver.keys()) {
            (void)beside.driver.click(key);
            beside.pass(600);
        }
    }
    for (char key = '0'; key <= 'Z'; ++key) {
        beside.driver.key(key);
        beside.pass(600);
    }
    for (const Key key : {Key::Enter, Key::Space, Key::Escape, Key::F1}) beside.driver.key(key);
    EXPECT_EQ(beside.files.get(beside.in_session("journal")), journal);
    EXPECT_EQ(beside.files.changing_calls(), calls);
    for (const ShownWidget& seen : beside.driver.shown()) {
        if (!acts(seen)) continue;
        EXPECT_TRUE(seen.key == "language" || seen.key == "face" || seen.key == "text" || seen.key == "entry.close")
            << seen.key;
    }
}

TEST(Follow, ALineOfTheLogOpensToReadWithItsArticle) {
    Beside beside;
    beside.begin(route_to("suspend"));
    ASSERT_TRUE(beside.driver.click("log." + std::to_string(beside.service->session().entries().size() - 1)));
    beside.driver.settle();
    EXPECT_TRUE(beside.driver.shows("entry.close"));
    EXPECT_TRUE(beside.driver.reads("6.1"));
    beside.driver.key(Key::Escape);
    beside.driver.settle();
    EXPECT_FALSE(beside.driver.shows("entry.close"));
    EXPECT_TRUE(beside.driver.shows("log.0"));
}

TEST(Follow, IsInStepAfterEachStepAndDrawsNothingInBetween) {
    Beside beside;
    beside.begin();
    for (const Do& step : route_to("ordered")) {
        beside.run(step);
        const std::uint64_t views = beside.app().views();
        beside.read();
        EXPECT_EQ(beside.app().views(), views + 1) << step.event;
        EXPECT_EQ(beside.label("card.title"), chair_view(observe(*beside.service), Language::Dutch).title);
        beside.read();
        EXPECT_EQ(beside.app().views(), views + 1) << "nothing was added";
    }
    ASSERT_TRUE(beside.driver.ui().wake()) << "the timer's second";
    EXPECT_GE(*beside.driver.ui().wake() - beside.driver.now(), 1);
}

TEST(Follow, WithoutATimerNoFrameIsAskedFor) {
    Beside waiting;
    waiting.files.put("data/preferences.json", "{\"format\": 1}");  // the folder is there
    waiting.read();
    EXPECT_FALSE(waiting.driver.ui().wake());
    Beside preparing;
    preparing.begin();
    EXPECT_FALSE(preparing.driver.ui().wake());
}

TEST(Follow, SaysSinceWhenItIsNotUpToDateOnceASecondHasPassed) {
    Beside beside;
    beside.begin(route_to("suspend"));
    const std::string title = beside.label("card.title");
    const std::string journal = beside.files.get(beside.in_session("journal"));
    ASSERT_TRUE(beside.files.remove(beside.in_session("journal")));
    const std::string since = clock_time(beside.clock.now().at);
    beside.read();
    EXPECT_FALSE(beside.driver.shows("out-of-date")) << "one answer may be missed";
    beside.pass(1100);
    EXPECT_NE(beside.label("out-of-date").find("NIET ACTUEEL sinds " + since), std::string::npos)
        << beside.label("out-of-date");
    EXPECT_EQ(beside.label("card.title"), title);
    EXPECT_EQ(beside.judged(), "");
    // It tries by itself.
    beside.files.put(beside.in_session("journal"), journal);
    beside.pass(1100);
    EXPECT_FALSE(beside.driver.shows("out-of-date"));
}

TEST(Follow, AFolderThatDoesNotAnswerIsNotAskedUntilItDoes) {
    Beside beside;
    beside.begin(route_to("suspend"));
    beside.follower().does_not_answer(beside.clock.now().at);
    const std::size_t calls = beside.files.calls();
    for (int i = 0; i < 5; ++i) beside.pass(1100);
    EXPECT_EQ(beside.files.calls(), calls);
    EXPECT_TRUE(beside.driver.shows("out-of-date"));
    beside.read();
    EXPECT_FALSE(beside.driver.shows("out-of-date"));
}

TEST(Follow, SaysWhatIsDamagedOrCannotBeRead) {
    Beside beside;
    beside.begin(route_to("suspend"));
    const std::string journal = beside.files.get(beside.in_session("journal"));
    beside.files.put(beside.in_session("journal"), journal + "J1 nee\n");
    beside.read();
    EXPECT_TRUE(beside.driver.shows("damage.journal"));
    EXPECT_EQ(beside.judged(), "");
    beside.files.put(beside.in_session("journal"), journal);
    beside.read();
    EXPECT_FALSE(beside.driver.shows("damage.journal"));

    // A session whose procedure cannot be read is never shown as if it could.
    Beside newer;
    newer.begin();
    newer.files.put(newer.in_session("procedure.json"), "{");
    Follower follower({"data", {}, true}, newer.files, newer.clock);
    FollowApp app(follower, Language::Dutch);
    Driver driver([&app](Ui& ui) { app.draw(ui); });
    follower.poll(Follower::Thoroughness::Everything);
    driver.settle();
    EXPECT_TRUE(driver.shows("newer"));
    EXPECT_TRUE(driver.shows("waiting.title"));
    EXPECT_EQ(audit(driver.ui()), std::vector<std::string>{});
}

TEST(Follow, AClosedMeetingStaysAndSaysSo) {
    Beside beside;
    beside.begin(route_to("suspend"));
    for (const char* event : {"disturbance.end", "meeting.close"}) beside.run(Do{event, {}});
    ASSERT_TRUE(beside.service->put_away());
    beside.read();
    EXPECT_TRUE(beside.driver.shows("put-away"));
    EXPECT_FALSE(beside.driver.shows("choice.1"));
    EXPECT_EQ(beside.judged(), "");
    EXPECT_FALSE(beside.driver.ui().wake());
    beside.begin();
    EXPECT_FALSE(beside.driver.shows("put-away"));
}

TEST(Follow, SaysThatTheChairsProgramStoppedSinceWhenAndNoLonger) {
    Beside beside;
    beside.begin(route_to("suspend"));
    const Instant last = beside.clock.now().at;
    beside.follower().hears(Silence{last, false});
    beside.driver.settle();
    EXPECT_NE(beside.label("chair-silent").find("NIETS GEHOORD"), std::string::npos);
    EXPECT_NE(beside.label("chair-silent").find(clock_time(last)), std::string::npos);
    EXPECT_EQ(beside.judged(), "");
    beside.follower().hears(Silence{last, true});
    beside.driver.settle();
    EXPECT_NE(beside.label("chair-silent").find("AFGESLOTEN"), std::string::npos);
    ASSERT_TRUE(beside.driver.click("language"));
    EXPECT_NE(beside.label("chair-silent").find("CLOSED"), std::string::npos);
    EXPECT_EQ(beside.judged(), "");
    // Something writes there all the same: a Hamer without a window.
    beside.pass(silence_after_ms + 1);
    beside.run(AddNote{"Ik ben er nog."});
    beside.read();
    EXPECT_FALSE(beside.driver.shows("chair-silent"));
    beside.follower().hears(std::nullopt);
    beside.driver.settle();
    EXPECT_FALSE(beside.driver.shows("chair-silent"));
}

TEST(Follow, ThatAMeetingWasPutAwayIsNoSilence) {
    Beside beside;
    beside.begin(route_to("suspend"));
    for (const char* event : {"disturbance.end", "meeting.close"}) beside.run(Do{event, {}});
    ASSERT_TRUE(beside.service->put_away());
    beside.read();
    beside.follower().hears(Silence{beside.clock.now().at, true});
    beside.driver.settle();
    EXPECT_FALSE(beside.driver.shows("chair-silent"));
}

TEST(Follow, TheBoxesOfTheChoicesBesideEachOtherAreEquallyHigh) {
    Beside beside;
    for (const Route& route : crowded_routes()) {
        beside.begin(route.steps);
        std::map<float, std::set<float>> heights;  // by where they begin
        std::set<float> left;
        std::size_t boxes = 0;
        for (const ShownWidget& seen : beside.driver.shown()) {
            const bool box = seen.key.starts_with("choice.") && seen.key.size() == std::string("choice.1").size();
            if (!box) continue;
            heights[seen.rect.y].insert(seen.rect.h);
            left.insert(seen.rect.x);
            ++boxes;
        }
        if (left.size() < boxes) continue;  // below each other
        for (const auto& [y, high] : heights) EXPECT_EQ(high.size(), 1U) << route.card;
        EXPECT_LE(heights.size(), 1U) << route.card << ": they begin at different heights";
    }
}

TEST(Follow, AClockThatIsBehindTheChairsIsSaid) {
    Beside beside;
    beside.begin();
    beside.run(Do{"meeting.open", {}});
    beside.clock.advance(-10'000);
    beside.read();
    EXPECT_TRUE(beside.driver.shows("clock"));
}

void passes(const Display& display, const Look& look, bool words_in_sight) {
    Beside beside(display, look);
    EXPECT_EQ(beside.judged(), "") << "waiting";
    for (const auto& routes : {shortest_routes(), crowded_routes()}) {
        for (const Route& route : routes) {
            beside.begin(route.steps);
            for (const char* language : {"nl", "en"}) {
                EXPECT_EQ(beside.judged(), "") << route.card << " " << language;
                for (const ShownWidget& seen : beside.driver.shown()) {
                    if (seen.kind != Kind::Words || !words_in_sight) continue;
                    EXPECT_TRUE(seen.visible.holds(seen.rect, 1))
                        << route.card << " " << language << ": " << seen.label;
                }
                ASSERT_TRUE(beside.driver.click("language"));
                beside.driver.settle();
            }
        }
    }
}

TEST(FollowEveryCard, PassesTheAuditInLandscape) { passes(landscape, {}, true); }
TEST(FollowEveryCard, PassesTheAuditInPortrait) { passes(portrait, {}, true); }
TEST(FollowEveryCard, PassesTheAuditOnALargeScreenInTheDark) { passes(roomy, {.face = Face::Dark}, true); }
TEST(FollowEveryCard, PassesTheAuditWithLargerTextInLandscape) {
    passes(landscape, {.text_size = 1.25F}, false);
    passes(landscape, {.text_size = 1.5F}, false);
    passes(landscape, {.text_size = 2}, false);
}
TEST(FollowEveryCard, PassesTheAuditWithLargerTextInPortrait) {
    passes(portrait, {.text_size = 1.5F}, false);
    passes(portrait, {.text_size = 2}, false);
}
TEST(FollowEveryCard, PassesTheAuditWithTwiceTheTextOnALargeScreen) { passes(roomy, {.text_size = 2}, false); }

// For the eye, in the build's folder pictures/all: run with --gtest_also_run_disabled_tests.
void draw_all(const std::string& name, const Display& display, const Look& look, Language language) {
    auto offscreen = Offscreen::open();
    if (!offscreen) GTEST_SKIP() << describe(offscreen.error());
    const std::filesystem::path folder = std::filesystem::path(test::build_directory()) / "pictures" / "all";
    std::filesystem::create_directories(folder);
    Beside beside(display, look, language);
    int number = 0;
    const auto keep = [&](const std::string& what) {
        const auto picture = (*offscreen)->picture(beside.driver.stage(), beside.driver.now(), beside.driver.draw());
        ASSERT_TRUE(picture) << describe(picture.error());
        const std::string file = name + "-" + std::to_string(100 + ++number).substr(1) + "-" + what + ".png";
        ASSERT_TRUE(write_png(folder / file, *picture));
    };
    keep("waiting");
    for (const Route& route : crowded_routes()) {
        beside.begin(route.steps);
        beside.pass(42'000);
        keep(route.card);
    }
    beside.begin(route_to("request-2"));
    beside.driver.click("log." + std::to_string(beside.service->session().entries().size() - 1));
    beside.driver.settle();
    keep("entry");
    ASSERT_TRUE(beside.files.remove(beside.in_session("journal")));
    beside.read();
    beside.pass(2000);
    keep("out-of-date");
}

TEST(DISABLED_LookFollow, Landscape) { draw_all("follow-nl", landscape, {}, Language::Dutch); }
TEST(DISABLED_LookFollow, Portrait) { draw_all("follow-portrait", portrait, {}, Language::Dutch); }
TEST(DISABLED_LookFollow, RoomyEnglishDark) {
    draw_all("follow-roomy", roomy, {.face = Face::Dark}, Language::English);
}
TEST(DISABLED_LookFollow, LargeText) { draw_all("follow-large", landscape, {.text_size = 2}, Language::Dutch); }
TEST(DISABLED_LookFollow, LargeTextPortrait) {
    draw_all("follow-large-portrait", portrait, {.text_size = 2}, Language::Dutch);
}

}  // namespace
}  // namespace hamer::ui
