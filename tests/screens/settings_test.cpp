// The settings: each choice is at work at once, is kept, and changes nothing of the meeting.
#include "codec/settings/preferences_json.h"
#include "scene.h"

#include <gtest/gtest.h>

namespace hamer::ui {
namespace {

const std::vector<Do> running{{"meeting.open", {}}};

Preferences kept(Scene& scene) {
    const auto text = scene.files.read("data/preferences.json");
    EXPECT_TRUE(text && *text);
    return read_preferences(**text, "preferences.json").value();
}

TEST(Settings, EachChoiceIsAtWorkAtOnceAndIsKept) {
    Scene scene({.on_disk = true});
    scene.begin(running);
    const std::size_t before = scene.entries();
    ASSERT_TRUE(scene.tap_all({"settings", "settings.face.dark", "settings.text.125", "settings.limit.180",
                               "settings.sound", "settings.motion", "settings.language.en"}));
    EXPECT_EQ(scene.driver.stage().look(), (Look{.face = Face::Dark, .text_size = 1.25F, .motion = false}));
    EXPECT_EQ(scene.app->language(), Language::English);
    EXPECT_EQ(kept(scene), (Preferences{.language = Language::English,
                                        .dark = true,
                                        .text_percent = 125,
                                        .motion = false,
                                        .sound = true,
                                        .statement_limit_seconds = 180}));
    EXPECT_EQ(scene.entries(), before);
    scene.restart();
    EXPECT_EQ(scene.app->language(), Language::English);
    EXPECT_EQ(scene.service->device().chosen(), kept(scene));
}

TEST(Settings, AnotherStatementLimitHoldsForTheStatementThatRuns) {
    Scene scene;
    scene.begin({{"meeting.open", {}}, {"disturbance.report", {}}});
    scene.tap("address.a");
    scene.pass(70'000);
    EXPECT_EQ(scene.label("limit"), "Statement 1:10 / 2:00 min");
    ASSERT_TRUE(scene.tap_all({"settings", "settings.limit.60"}));
    EXPECT_TRUE(scene.label("limit").starts_with("De afgesproken tijd is om.")) << scene.label("limit");
}

TEST(Settings, AreAllInSightAtOnceInTheSmallestLandscapeWindow) {
    Scene scene;
    scene.begin(running);
    scene.tap("settings");
    for (const char* key :
         {"settings.language.en", "settings.face.dark", "settings.text.200", "settings.limit.300", "settings.sound",
          "settings.sound.try", "settings.motion", "settings.full-screen", "settings.keys"}) {
        const auto seen = scene.driver.find(key);
        ASSERT_TRUE(seen) << key;
        EXPECT_TRUE(seen->visible.holds(seen->rect, 1)) << key;
    }
}

TEST(Settings, PassTheAuditInBothLanguagesFacesAndForms) {
    for (const Display& display : {landscape, portrait, roomy, dense}) {
        for (const bool in_meeting : {true, false}) {
            Scene scene({.display = display});
            if (in_meeting) scene.begin(running);
            for (const char* key : {"settings", "settings.language.en", "settings.face.dark"}) {
                ASSERT_TRUE(scene.tap(key)) << key;
                EXPECT_EQ(judged(scene), "") << key << " " << display.width << " " << in_meeting;
            }
        }
    }
}

TEST(Settings, AFileThatCannotBeReadIsSaidKeptAsideAndNeverStopsAnything) {
    Scene scene({.on_disk = true});
    scene.begin(running);
    scene.tap_all({"settings", "settings.face.dark"});
    scene.files.put("data/preferences.json", "{ not json");
    scene.restart();
    EXPECT_EQ(scene.service->device().chosen(), Preferences{});
    scene.tap("settings");
    EXPECT_NE(scene.label("settings.problem").find("preferences.json"), std::string::npos);
    ASSERT_TRUE(scene.tap("settings.text.150"));
    EXPECT_FALSE(scene.driver.shows("settings.problem"));
    EXPECT_EQ(kept(scene).text_percent, 150);
    const auto aside = scene.files.read("data/preferences.json.broken");
    ASSERT_TRUE(aside && *aside);
    EXPECT_EQ(**aside, "{ not json");
}

class Reminder : public testing::Test {
  protected:
    int played = 0;
    Scene scene{{.app = {.language = {}, .play_sound = [this] { ++played; }}}};
};

TEST_F(Reminder, SoundsOnceForEachStatementWhenItIsOn) {
    scene.begin({{"meeting.open", {}}, {"disturbance.report", {}}});
    ASSERT_TRUE(scene.tap_all({"settings", "settings.sound", "settings", "address.a"}));
    scene.pass(119'000);
    EXPECT_EQ(played, 0);
    for (int second = 0; second < 30; ++second) scene.pass(1000);
    EXPECT_EQ(played, 1);
    // Another statement has a limit of its own.
    ASSERT_TRUE(scene.tap_all({"disturbance.end", "disturbance.report", "more", "more.address.a"}));
    for (int second = 0; second < 150; ++second) scene.pass(1000);
    EXPECT_EQ(played, 2);
}

TEST_F(Reminder, IsSilentUnlessItIsAskedFor) {
    scene.begin({{"meeting.open", {}}, {"disturbance.report", {}}});
    ASSERT_TRUE(scene.tap("address.a"));
    scene.pass(60'000);
    scene.pass(120'000);
    EXPECT_EQ(played, 0);
}

TEST_F(Reminder, DoesNotSoundForALimitThatPassedBeforeTheWindowOpened) {
    scene.begin({{"meeting.open", {}}, {"disturbance.report", {}}, {"address.a", {}}});
    scene.tap_all({"settings", "settings.sound"});
    scene.app.reset();
    scene.clock.advance(300'000);
    scene.app.emplace(*scene.service, AppOptions{.language = {}, .play_sound = [this] { ++played; }});
    scene.pass(5000);
    EXPECT_EQ(played, 0);
}

TEST_F(Reminder, CanBeTriedAndSaysWhenNothingIsHeard) {
    bool heard = true;
    Scene deaf({.app = {.language = {},
                        .play_sound = [&heard] { heard = false; },
                        .sound_problem = [&heard] { return heard ? "" : "No such device"; }}});
    deaf.begin(running);
    ASSERT_TRUE(deaf.tap_all({"settings", "settings.sound.try"}));
    EXPECT_EQ(deaf.label("settings.problem"), "Geen geluid. Controleer de luidspreker. (No such device)");
}

TEST(Keys, F1ShowsEveryKeyAndClosesAgain) {
    Scene scene;
    scene.begin(route_to("address"));
    scene.driver.key(Key::F1);
    for (const char* words : {"1: Scenario A: kort statement", "2: Scenario B: direct stoppen", "0: NOOD 112",
                              "B: Beveiliging ingeschakeld", "N: Notitie", "F11: Volledig scherm en terug"}) {
        EXPECT_TRUE(scene.driver.reads(words)) << words;
    }
    EXPECT_EQ(judged(scene), "");
    scene.driver.key(Key::F1);
    EXPECT_FALSE(scene.driver.shows("keys.now.0"));
}

TEST(Keys, F1WorksWhileTypingAndBeforeAMeeting) {
    Scene scene;
    scene.driver.key(Key::F1);
    EXPECT_TRUE(scene.driver.shows("keys.everywhere.0"));
    EXPECT_EQ(judged(scene), "");
    scene.begin(running);
    scene.tap("note");
    scene.driver.key(Key::F1);
    EXPECT_TRUE(scene.driver.shows("keys.everywhere.0"));
}

// A letter that is shown does what its button says, on every card.
TEST(Keys, EveryLetterShownRecordsItsOwnStep) {
    Scene scene;
    int pressed = 0;
    for (const Route& route : shortest_routes()) {
        scene.begin(route.steps);
        const std::vector<ButtonView> quiet = chair_view(observe(*scene.service), Language::Dutch).quiet;
        for (const ButtonView& button : quiet) {
            if (button.event.empty()) continue;
            if (button.letter == 0) continue;  // one key is one act, and there are more acts than letters
            scene.begin(route.steps);
            if (!scene.driver.shows(button.key)) continue;
            scene.driver.key_down(key_of(button.letter));
            scene.pass(1000);
            scene.driver.key_up(key_of(button.letter));
            EXPECT_EQ(scene.event(), button.event) << button.letter << " on card " << route.card;
            ++pressed;
        }
    }
    EXPECT_GT(pressed, 60);
}

}  // namespace
}  // namespace hamer::ui
