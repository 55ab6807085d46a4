// A drill that the program leads, on the chair's own screen.
#include "desk/practice.h"

#include "base/text_file.h"
#include "codec/scenario_json.h"
#include "desk/held_drills.h"
#include "pictures/approved.h"
#include "scene.h"
#include "ui/drill/debrief_screen.h"
#include "ui/driver/audit.h"

#include <algorithm>
#include <gtest/gtest.h>

namespace hamer::ui {
namespace {

DrillScenario scenario(const std::string& name) {
    const std::string file = test::source_path("scenarios/" + name + ".json");
    return read_scenario(read_text_file(file).value(), file).value();
}

class PracticeScene {
  public:
    explicit PracticeScene(PracticeOptions options = {}, Display display = landscape, Look look = {},
                           Language language = Language::Dutch, const std::string& name = "sit-in")
        : driver(
              [this](Ui& ui) {
                  if (debrief)
                      debrief->draw(ui);
                  else if (app)
                      app->draw(ui);
              },
              display, look) {
        DeskOptions made;
        made.drill = true;
        made.data = "data";
        made.settings.municipality = test::municipality();
        made.procedure_file = "leiden-2025.json";
        made.procedure_text = test::leiden_text();
        made.patience = std::chrono::hours(1);
        desk = *Desk::open(std::move(made), files, clock);
        practice.emplace(scenario(name), *desk, files, options);
        EXPECT_TRUE(practice->begin(language));
        AppOptions app_options;
        app_options.language = language;
        app_options.practice = &*practice;
        app.emplace(*desk, std::move(app_options));
        driver.settle();
    }
    void pass(std::int64_t seconds) {
        clock.advance(seconds * 1000);
        driver.pass(seconds * 1000);
        driver.settle();
    }
    bool tap(std::string_view key) {
        driver.pass(600);  // after the guard
        const bool there = driver.click(key);
        driver.settle();
        return there;
    }
    void to_debrief() {
        EXPECT_TRUE(tap("practice.do"));
        ASSERT_TRUE(practice->debrief());
        debrief.emplace(*practice->debrief(), practice->debrief_file().string(), "");
        driver.settle();
    }
    std::string label(std::string_view key) {
        const auto seen = driver.find(key);
        return seen ? seen->label : "";
    }

    MemoryFileSystem files;
    StillClock clock;
    std::unique_ptr<Desk> desk;
    std::optional<Practice> practice;
    std::optional<App> app;
    std::optional<DebriefScreen> debrief;
    Driver driver;
};

TEST(PracticeScreen, ShowsWhatHappensAtItsTimeAndWhatIsAskedNow) {
    PracticeScene scene;
    EXPECT_NE(scene.label("practice").find("De oefening is begonnen"), std::string::npos) << scene.label("practice");
    EXPECT_TRUE(scene.driver.reads("OEFENING"));
    scene.pass(20);  // it begins a millisecond after what was done before it
    EXPECT_EQ(scene.label("practice").find("Acht mensen"), std::string::npos) << "not yet";
    scene.pass(1);
    EXPECT_NE(scene.label("practice").find("Acht mensen"), std::string::npos) << scene.label("practice");
    EXPECT_NE(scene.label("practice").find("Nu: Verstoring gemeld"), std::string::npos) << scene.label("practice");
    scene.pass(2);
    ASSERT_TRUE(scene.tap("disturbance.report"));
    EXPECT_NE(scene.label("practice").find("Nu: Aangesproken: scenario A"), std::string::npos)
        << scene.label("practice");
}

TEST(PracticeScreen, WithoutHintsItSaysOnlyWhatHappensAndThePaceIsASetting) {
    PracticeScene scene({.hints = false, .pace_percent = 200});
    scene.pass(40);
    EXPECT_NE(scene.label("practice").find("De oefening is begonnen"), std::string::npos);
    scene.pass(1);
    EXPECT_NE(scene.label("practice").find("Acht mensen"), std::string::npos) << "twice as late";
    EXPECT_EQ(scene.label("practice").find("Nu:"), std::string::npos);
}

TEST(PracticeScreen, EndsInADebriefThatIsOnDiskToo) {
    PracticeScene scene;
    scene.pass(22);
    ASSERT_TRUE(scene.tap("disturbance.report"));
    scene.to_debrief();
    EXPECT_EQ(scene.label("debrief.title"), "Nabespreking: Een sit-in die niet stopt");
    EXPECT_NE(scene.label("debrief.score").find("2 van 4 punten"), std::string::npos) << scene.label("debrief.score");
    EXPECT_TRUE(scene.driver.reads("OEFENING"));
    const auto pdf = scene.files.read(scene.practice->debrief_file());
    ASSERT_TRUE(pdf && *pdf);
    EXPECT_TRUE((*pdf)->starts_with("%PDF"));
    EXPECT_NE(scene.practice->debrief_file().string().find("data/drills/"), std::string::npos);
    for (const std::string& wrong : audit(scene.driver.ui())) ADD_FAILURE() << wrong;
}

TEST(PracticeScreen, ThatItWasHeldIsKeptAsProof) {
    PracticeScene scene({.attendance = {"De Wit, voorzitter", "Van Dam"}});
    EXPECT_TRUE(held_drills(scene.files, "data")->empty()) << "one that is not finished is no proof";
    scene.pass(22);
    ASSERT_TRUE(scene.tap("disturbance.report"));
    scene.to_debrief();
    const auto held = held_drills(scene.files, "data");
    ASSERT_TRUE(held);
    ASSERT_EQ(held->size(), 1U) << scene.files.read(scene.desk->session_folder() / "drill.json")->value_or("none");
    EXPECT_EQ(held->front().scenario, "sit-in");
    EXPECT_EQ(held->front().points, 2);
    EXPECT_EQ(held->front().attendance, (std::vector<std::string>{"De Wit, voorzitter", "Van Dam"}));
    const std::vector<CouncilTerm> terms{{"2022-03-30", "2026-03-11"}, {"2026-03-12", "2030-03-28"}};
    EXPECT_EQ(held_in(*held, *term_of(terms, "2026-03-12")), &held->front());
    EXPECT_EQ(held_in(*held, terms[0]), nullptr) << "that was the term before";
    EXPECT_EQ(term_of(terms, "2031-01-01"), nullptr);
}

TEST(PracticeScreen, LeavesNothingWhereTheRealMeetingsAre) {
    PracticeScene scene;
    scene.pass(22);
    ASSERT_TRUE(scene.tap("disturbance.report"));
    scene.to_debrief();
    EXPECT_TRUE(list_sessions(scene.files, sessions_folder("data", false))->empty());
    const auto names = scene.files.list("data");
    ASSERT_TRUE(names);
    EXPECT_EQ(*names, std::vector<std::string>{"drills"}) << "not even the meeting's name";
    EXPECT_EQ(scene.desk->broadcast(), nullptr);
    EXPECT_TRUE(scene.desk->record_ids().empty());
    EXPECT_TRUE(scene.desk->session().opened().drill);
}

// As a person last looked at them and was content; each is also judged.
class PracticePictures : public test::ApprovedPictures {
  protected:
    void all(const std::string& folder, Display display, Look look, Language language) {
        PracticeScene scene({}, display, look, language);
        const auto agrees = [&](const std::string& name) {
            scene.driver.hover({0, 0});
            scene.driver.settle();
            for (const std::string& wrong : audit(scene.driver.ui())) ADD_FAILURE() << name << ": " << wrong;
            ApprovedPictures::agrees("screens", folder + "/practice-" + name, scene.driver.stage(), scene.driver.now(),
                                     scene.driver.draw());
        };
        scene.pass(22);
        agrees("running");
        ASSERT_TRUE(scene.tap("disturbance.report"));
        scene.pass(5);
        ASSERT_TRUE(scene.tap("address.a"));
        scene.pass(125);
        agrees("statement-over");
        ASSERT_TRUE(scene.tap("address.b"));
        EXPECT_TRUE(scene.tap("practice.do"));
        ASSERT_TRUE(scene.practice->debrief());
        scene.debrief.emplace(*scene.practice->debrief(), "debrief.pdf", "");
        scene.driver.settle();
        agrees("debrief");
    }
};

TEST_F(PracticePictures, InDutchAndLight) { all("nl-light", landscape, {.face = Face::Light}, Language::Dutch); }
TEST_F(PracticePictures, InEnglishAndDark) { all("en-dark", landscape, {.face = Face::Dark}, Language::English); }
TEST_F(PracticePictures, InPortrait) { all("800x1280", portrait, {}, Language::Dutch); }
TEST_F(PracticePictures, OnADenseScreen) { all("2736x1824", dense, {.face = Face::Dark}, Language::English); }

}  // namespace
}  // namespace hamer::ui
