// A drill that the program leads, on the chair's own screen.
#include "drill/council_terms.h"
#include "drill_scene.h"
#include "pictures/approved.h"
#include "service/store/held_drills.h"
#include "support/driver/audit.h"

#include <gtest/gtest.h>

namespace hamer::ui {
namespace {

TEST(PracticeScreen, ShowsWhatHappensAtItsTimeAndWhatIsAskedNow) {
    DrillScene scene;
    scene.begin();
    EXPECT_NE(scene.label("practice").find("De oefening is begonnen"), std::string::npos) << scene.label("practice");
    EXPECT_TRUE(scene.driver.reads("OEFENING"));
    scene.pass(20);  // it begins a millisecond after what was done before it
    EXPECT_EQ(scene.label("practice").find("Acht mensen"), std::string::npos) << "not yet";
    scene.pass(1);
    EXPECT_NE(scene.label("practice").find("Acht mensen"), std::string::npos) << scene.label("practice");
    EXPECT_NE(scene.label("practice").find("Nu: tik op ‘VERSTORING’"), std::string::npos) << scene.label("practice");
    scene.pass(2);
    ASSERT_TRUE(scene.tap("disturbance.report"));
    EXPECT_NE(scene.label("practice").find("Nu: tik op ‘Scenario A"), std::string::npos) << scene.label("practice");
}

TEST(PracticeScreen, WithoutHintsItSaysOnlyWhatHappensAndThePaceIsASetting) {
    DrillScene scene;
    scene.begin({.hints = false, .pace_percent = 200});
    scene.pass(40);
    EXPECT_NE(scene.label("practice").find("De oefening is begonnen"), std::string::npos);
    scene.pass(1);
    EXPECT_NE(scene.label("practice").find("Acht mensen"), std::string::npos) << "twice as late";
    EXPECT_EQ(scene.label("practice").find("Nu:"), std::string::npos);
}

TEST(PracticeScreen, EndsInADebriefThatIsOnDiskToo) {
    DrillScene scene;
    scene.begin();
    scene.pass(22);
    ASSERT_TRUE(scene.tap("disturbance.report"));
    scene.to_debrief();
    EXPECT_EQ(scene.label("debrief.title"), "Nabespreking: Een sit-in die niet stopt");
    EXPECT_NE(scene.label("debrief.score").find("2 van 2 punten"), std::string::npos) << scene.label("debrief.score");
    EXPECT_TRUE(scene.driver.reads("OEFENING"));
    const auto file = scene.held_folder() / "debrief.pdf";
    EXPECT_TRUE(scene.files.get(file).starts_with("%PDF"));
    EXPECT_NE(scene.label("debrief.file").find(file.string()), std::string::npos) << scene.label("debrief.file");
    for (const std::string& wrong : audit(scene.driver.ui())) ADD_FAILURE() << wrong;
}

TEST(PracticeScreen, TheDebriefsListsSayWhatEachColumnIs) {
    for (const Display display : {landscape, portrait}) {
        DrillScene scene(display);
        scene.begin();
        scene.pass(22);
        ASSERT_TRUE(scene.tap("disturbance.report"));
        scene.to_debrief();
        for (const char* head : {"Te zien of te horen", "Trainer (1–5)", "Gevraagd", "Gedaan", "Oordeel"}) {
            EXPECT_TRUE(scene.driver.reads(head)) << head;
        }
    }
    DrillScene large(portrait, {.text_size = 2.0F});
    large.begin();
    large.to_debrief();
    EXPECT_TRUE(large.driver.reads("Punten: 0 / 0")) << "where columns have no room, each cell says it";
}

TEST(PracticeScreen, ATapDoesNotEndItAndSaysWhatWould) {
    DrillScene scene;
    scene.begin();
    ASSERT_TRUE(scene.tap("practice.do"));
    EXPECT_FALSE(scene.driver.shows("debrief.score"));
    EXPECT_EQ(scene.label("refusal"), "Houd ingedrukt: daarmee eindigt de oefening.");
    ASSERT_TRUE(scene.hold("practice.do"));
    EXPECT_TRUE(scene.driver.shows("debrief.score"));
}

TEST(PracticeScreen, ByKeyboardItIsHeldToo) {
    DrillScene scene;
    scene.begin();
    ASSERT_TRUE(scene.driver.tab_to("practice.do"));
    scene.driver.key(Key::Enter);
    scene.settle();
    EXPECT_FALSE(scene.driver.shows("debrief.score"));
    scene.driver.key_down(Key::Enter);
    scene.driver.pass(900);
    scene.driver.key_up(Key::Enter);
    scene.settle();
    EXPECT_TRUE(scene.driver.shows("debrief.score"));
}

TEST(PracticeScreen, AfterTheMeetingItsLastButtonEndsTheDrillByHoldingToo) {
    DrillScene scene;
    scene.begin();
    ASSERT_TRUE(scene.driver.shows("more"));
    ASSERT_TRUE(scene.tap("more"));
    ASSERT_TRUE(scene.tap("more.meeting.close"));
    ASSERT_TRUE(scene.tap("broadcast.end"));
    EXPECT_EQ(scene.label("put-away"), "Naar de nabespreking");
    ASSERT_TRUE(scene.tap("put-away"));
    EXPECT_FALSE(scene.driver.shows("debrief.score"));
    ASSERT_TRUE(scene.hold("put-away"));
    EXPECT_TRUE(scene.driver.shows("debrief.score"));
}

TEST(PracticeScreen, ThatItWasHeldIsKeptAsProof) {
    DrillScene scene;
    scene.begin({.attendance = {"De Wit, voorzitter", "Van Dam"}});
    EXPECT_TRUE(scene.held().empty()) << "one that is not finished is no proof";
    scene.pass(22);
    ASSERT_TRUE(scene.tap("disturbance.report"));
    scene.to_debrief();
    const auto held = scene.held();
    ASSERT_EQ(held.size(), 1U);
    EXPECT_EQ(held.front().scenario, "sit-in");
    EXPECT_EQ(held.front().result->points, 2);
    EXPECT_EQ(held.front().setup.attendance, (std::vector<std::string>{"De Wit, voorzitter", "Van Dam"}));
    const std::vector<CouncilTerm> terms{{"2022-03-30", "2026-03-11"}, {"2026-03-12", "2030-03-28"}};
    EXPECT_EQ(held_in(held, *term_of(terms, "2026-03-12")), &held.front());
    EXPECT_EQ(held_in(held, terms[0]), nullptr) << "that was the term before";
    EXPECT_EQ(term_of(terms, "2031-01-01"), nullptr);
}

TEST(PracticeScreen, LeavesNothingWhereTheRealMeetingsAre) {
    DrillScene scene;
    scene.begin();
    scene.pass(22);
    ASSERT_TRUE(scene.tap("disturbance.report"));
    scene.to_debrief();
    EXPECT_TRUE(list_sessions(scene.files, sessions_folder("data", false))->empty());
    const auto names = scene.files.list("data");
    ASSERT_TRUE(names);
    EXPECT_EQ(*names, std::vector<std::string>{"drills"}) << "not even the meeting's name";
    EXPECT_TRUE(read_session(scene.files, "data/drills", scene.held().front().session)->session.opened().drill);
}

// As a person last looked at them and was content; each is also judged.
class PracticePictures : public test::ApprovedPictures {
  protected:
    void all(const std::string& folder, Display display, Look look, Language language) {
        DrillScene scene(display, look, language);
        scene.begin();
        const auto agrees = [&](const std::string& name) {
            scene.driver.hover({0, 0});
            scene.settle();
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
        ASSERT_NO_FATAL_FAILURE(scene.to_debrief());
        agrees("debrief");
        if (scene.tap("debrief.side.1")) agrees("debrief-complete");  // where there is room for one of the two
        ASSERT_TRUE(scene.tap("back"));
        ASSERT_TRUE(scene.tap("list.1"));
        agrees("held");
    }
};

TEST_F(PracticePictures, InDutchAndLight) { all("nl-light", landscape, {.face = Face::Light}, Language::Dutch); }
TEST_F(PracticePictures, InEnglishAndDark) { all("en-dark", landscape, {.face = Face::Dark}, Language::English); }
TEST_F(PracticePictures, InPortrait) { all("800x1280", portrait, {}, Language::Dutch); }
TEST_F(PracticePictures, OnADenseScreen) { all("2736x1824", dense, {.face = Face::Dark}, Language::English); }

}  // namespace
}  // namespace hamer::ui
