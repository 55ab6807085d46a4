// What the chair sees of a broadcast that a program controls, and what a tap on it does.
#include "pictures/approved.h"
#include "scene.h"
#include "support/driver/audit.h"
#include "support/still_broadcast.h"

#include <gtest/gtest.h>

namespace hamer::ui {
namespace {

using test::StillBroadcast;
using Link = BroadcastStatus::Link;

class BroadcastScreen : public ::testing::Test {
  protected:
    void ordered() {
        scene.service->set_broadcast(std::make_unique<StillBroadcast>(board));
        scene.begin({{"meeting.open", {}}, {"broadcast.start", {}}, {"disturbance.report", {}}, {"address.b", {}}});
    }
    void show() {
        ++board.status.version;
        scene.driver.settle();
    }
    std::string label(std::string_view key) { return scene.driver.label(key); }
    [[nodiscard]] std::string state() const { return scene.service->session().situation().at("broadcast"); }
    void is_sound() {
        for (const std::string& wrong : audit(scene.driver.ui())) ADD_FAILURE() << wrong;
    }

    StillBroadcast::Board board;
    Scene scene;
};

TEST_F(BroadcastScreen, IsCalmUntilItTakesTooLong) {
    ordered();
    EXPECT_EQ(label("alert.broadcast"), "De uitzending wordt gepauzeerd…");
    board.status.overdue = true;
    board.status.problem = {"OBS antwoordt niet.", "OBS does not answer."};
    show();
    EXPECT_EQ(label("alert.broadcast"), "UITZENDING NOG NIET GEPAUZEERD – bel de regie: " +
                                            test::municipality().regie_number + ". OBS antwoordt niet.");
    is_sound();
    ASSERT_TRUE(scene.tap("alert.broadcast.do"));
    EXPECT_EQ(state(), "paused") << "the manual confirmation is beside it";
}

TEST_F(BroadcastScreen, ItsConfirmationComesByItselfAndHoldsNobodyUp) {
    ordered();
    ASSERT_TRUE(scene.tap("request.speak")) << "whatever it does, the next tap works";
    board.reach(scene.clock.now().at);
    scene.driver.settle();
    EXPECT_EQ(state(), "paused");
    EXPECT_FALSE(scene.driver.shows("alert.broadcast"));
    EXPECT_FALSE(scene.driver.shows("control"));
}

TEST_F(BroadcastScreen, AnotherPictureIsShownUntilItIsPausedAgain) {
    ordered();
    board.reach(scene.clock.now().at);
    scene.driver.settle();
    board.status.reached = false;
    board.status.overridden = true;
    board.status.problem = {"In OBS is anders gekozen; in beeld: “Publiek”", ""};
    show();
    EXPECT_NE(label("control").find("UITZENDING NIET GEPAUZEERD"), std::string::npos) << label("control");
    is_sound();
    ASSERT_TRUE(scene.tap("control.do"));
    EXPECT_EQ(board.again, 1);
}

TEST_F(BroadcastScreen, ALostLinkIsSaidBeforeItIsNeeded) {
    scene.service->set_broadcast(std::make_unique<StillBroadcast>(board));
    scene.begin({{"meeting.open", {}}, {"broadcast.start", {}}});
    EXPECT_FALSE(scene.driver.shows("control"));
    board.status.link = Link::Lost;
    board.status.problem = {"Geen verbinding met OBS.", "No connection to OBS."};
    show();
    EXPECT_EQ(label("control"),
              "Geen verbinding met OBS. Een pauze gaat dan via de regie: " + test::municipality().regie_number + ".");
    is_sound();
}

TEST_F(BroadcastScreen, WhatIsStillToBePutBackIsSaidUntilSomebodySaysThatItIs) {
    ordered();
    board.reach(scene.clock.now().at);
    ASSERT_TRUE(scene.tap("request.speak"));
    ASSERT_TRUE(scene.tap("request.heed"));
    board.status.owes = true;
    show();
    EXPECT_FALSE(scene.driver.shows("control")) << "as is meant in a pause";
    ASSERT_TRUE(scene.tap("broadcast.resume"));
    board.status.problem = {"Nog terug te zetten: het geluid van “Microfoons”.", "Still to be put back."};
    show();
    EXPECT_FALSE(scene.driver.shows("control")) << "it is being put back";
    board.status.overdue = true;
    show();
    EXPECT_NE(label("alert.broadcast").find("Microfoons"), std::string::npos) << label("alert.broadcast");
    ASSERT_TRUE(scene.tap("alert.broadcast.do"));
    EXPECT_EQ(state(), "live") << "the chair confirms it by hand, and it stays owed";
    EXPECT_EQ(label("control"), "Nog terug te zetten: het geluid van “Microfoons”.");
    is_sound();
    ASSERT_TRUE(scene.tap("control.do"));
    EXPECT_EQ(board.forgets, 1);
    EXPECT_EQ(board.again, 0);
    board.status.owes = false;
    show();
    EXPECT_FALSE(scene.driver.shows("control"));
}

TEST_F(BroadcastScreen, WhatTheFormerMeetingLeftIsSaidBeforeTheNext) {
    scene.service->set_broadcast(std::make_unique<StillBroadcast>(board));
    show();
    EXPECT_FALSE(scene.driver.shows("broadcast.forget"));
    board.status.owes = true;
    board.status.problem = {"Nog terug te zetten in OBS: de scène “Raadzaal”.", "Still to be put back."};
    show();
    EXPECT_EQ(label("broadcast.standing"), "Klaar om te pauzeren. Nog terug te zetten in OBS: de scène “Raadzaal”.");
    is_sound();
    ASSERT_TRUE(scene.tap("broadcast.forget"));
    EXPECT_EQ(board.forgets, 1);
    board.status.link = Link::Lost;
    board.status.problem = {"Geen verbinding met OBS.", "No connection to OBS."};
    show();
    EXPECT_FALSE(scene.driver.shows("broadcast.forget")) << "what is owed is not said then";
}

TEST_F(BroadcastScreen, IsTriedOutBeforeTheMeeting) {
    scene.service->set_broadcast(std::make_unique<StillBroadcast>(board));
    board.status.picture = "Raadzaal";
    show();
    EXPECT_EQ(label("broadcast.standing"), "Verbonden. In beeld: “Raadzaal”.");
    ASSERT_TRUE(scene.tap("broadcast.test"));
    EXPECT_EQ(board.tests, 1);
    board.status.test = BroadcastTest{BroadcastTest::State::Passed, 317, 1250, {}};
    show();
    EXPECT_EQ(label("broadcast.standing"),
              "Verbonden. In beeld: “Raadzaal”. Het werkt: gepauzeerd na 0,3 s, hervat na 1,2 s.");
    is_sound();
    board.status.test.reset();
    board.status.link = Link::Refused;
    board.status.problem = {"OBS weigert het wachtwoord.", "OBS refuses the password."};
    show();
    EXPECT_EQ(label("broadcast.standing"), "OBS weigert het wachtwoord.");
    ASSERT_TRUE(scene.tap("broadcast.again"));
    EXPECT_EQ(board.again, 1);
    is_sound();
}

TEST_F(BroadcastScreen, WhoPausesIsChosenInTheSettings) {
    std::vector<BroadcastWay> opened;
    SceneOptions options;
    options.broadcast = {BroadcastWay::Regie, ObsSettings{}, std::nullopt};
    options.app.open_broadcast = [&](BroadcastWay way) {
        opened.push_back(way);
        return way == BroadcastWay::Regie ? nullptr : std::make_unique<StillBroadcast>(board);
    };
    Scene chosen(options);
    ASSERT_TRUE(chosen.tap("settings"));
    EXPECT_FALSE(chosen.driver.shows("settings.broadcast.command")) << "that one is not set up";
    ASSERT_TRUE(chosen.tap("settings.broadcast.obs"));
    EXPECT_EQ(opened, std::vector{BroadcastWay::Obs});
    EXPECT_TRUE(chosen.driver.shows("broadcast.standing"));
    ASSERT_TRUE(chosen.driver.reveal("settings.broadcast.stop"));
    ASSERT_TRUE(chosen.tap("settings.broadcast.stop"));
    EXPECT_EQ(board.stops, 0) << "a tap is not enough";
    ASSERT_TRUE(chosen.driver.press("settings.broadcast.stop"));
    chosen.driver.pass(1000);
    chosen.driver.pass(1000);
    chosen.driver.release();
    chosen.driver.settle();
    EXPECT_EQ(board.stops, 1);
    ASSERT_TRUE(chosen.driver.reveal("settings.broadcast.regie"));
    ASSERT_TRUE(chosen.tap("settings.broadcast.regie"));
    EXPECT_EQ(chosen.service->broadcast(), nullptr);
}

// As a person last looked at them and was content; each is also judged.
class BroadcastPictures : public test::ApprovedPictures {
  protected:
    void agrees(Scene& scene, const std::string& name) {
        scene.driver.hover({0, 0});
        scene.driver.settle();
        for (const std::string& wrong : audit(scene.driver.ui())) ADD_FAILURE() << name << ": " << wrong;
        ApprovedPictures::agrees("screens", name, scene.driver.stage(), scene.driver.now(), scene.driver.draw());
    }

    void all(const std::string& folder, Display display, Look look, Language language) {
        StillBroadcast::Board board;
        SceneOptions options;
        options.display = display;
        options.look = look;
        options.app.language = language;
        options.broadcast = {BroadcastWay::Obs, ObsSettings{}, std::nullopt};
        Scene scene(options);
        scene.service->set_broadcast(std::make_unique<StillBroadcast>(board));
        const std::string where = folder + "/broadcast-";
        const auto show = [&] {
            ++board.status.version;
            scene.driver.settle();
        };
        board.status.picture = "Raadzaal";
        board.status.test = BroadcastTest{BroadcastTest::State::Passed, 317, 330, {}};
        board.status.done = {"De scène “Vergadering geschorst” staat klaar in OBS.",
                             "The scene “Vergadering geschorst” is ready in OBS."};
        show();
        agrees(scene, where + "prepare");
        scene.begin({{"meeting.open", {}}, {"broadcast.start", {}}, {"disturbance.report", {}}, {"address.b", {}}},
                    language);
        agrees(scene, where + "pending");
        board.status.overdue = true;
        board.status.problem = {"De scène “Vergadering geschorst” is er niet in OBS.",
                                "OBS has no scene “Vergadering geschorst”."};
        show();
        agrees(scene, where + "overdue");
        ASSERT_TRUE(scene.tap("settings"));
        agrees(scene, where + "settings");
        ASSERT_TRUE(scene.tap("settings"));
        board.reach(scene.clock.now().at);
        show();
        board.status.reached = false;
        board.status.overridden = true;
        board.status.problem = {"In OBS is anders gekozen; in beeld: “Publiek”",
                                "OBS was told otherwise; it shows “Publiek”"};
        show();
        agrees(scene, where + "other");
        board.reach(scene.clock.now().at);
        show();
        for (const char* event : {"request.speak", "request.heed", "broadcast.resume", "broadcast.resumed"}) {
            ASSERT_EQ(scene.execute(event), "ok");
        }
        board.status.reached = false;
        board.status.overdue = board.status.owes = true;
        board.status.problem = {
            "Nog terug te zetten in de scèneverzameling “Raad”: de scène “Raadzaal”, het geluid van “Microfoons”.",
            "Still to be put back in the scene collection “Raad”: the scene “Raadzaal”, the sound of “Microfoons”."};
        show();
        agrees(scene, where + "owed");
    }
};

TEST_F(BroadcastPictures, InDutchAndLight) { all("nl-light", landscape, {.face = Face::Light}, Language::Dutch); }
TEST_F(BroadcastPictures, InEnglishAndDark) { all("en-dark", landscape, {.face = Face::Dark}, Language::English); }
TEST_F(BroadcastPictures, InPortrait) { all("800x1280", portrait, {}, Language::Dutch); }
TEST_F(BroadcastPictures, OnADenseScreen) { all("2736x1824", dense, {.face = Face::Dark}, Language::English); }

TEST_F(BroadcastScreen, WithoutAControlTheScreenIsTheRegies) {
    EXPECT_FALSE(scene.driver.shows("broadcast.standing"));
    scene.begin({{"meeting.open", {}}, {"broadcast.start", {}}, {"disturbance.report", {}}, {"address.b", {}}});
    EXPECT_NE(label("alert.broadcast").find("Vraag nu pauze"), std::string::npos) << "nobody asked yet";
    scene.begin({{"meeting.open", {}}, {"broadcast.start", {}}, {"broadcast.pause", {}}, {"meeting.suspend", {}}});
    EXPECT_NE(label("alert.broadcast").find("Pauze gevraagd om"), std::string::npos);
}

}  // namespace
}  // namespace hamer::ui
