// Preparing a meeting.
#include "codec/settings/settings_json.h"
#include "journal/durable.h"
#include "scene.h"
#include "service/clerk/clerk_service.h"

#include <gtest/gtest.h>

namespace hamer::ui {
namespace {

void fill(Scene& scene, std::string_view key, std::string_view text) {
    ASSERT_TRUE(scene.tap(key)) << key;
    scene.driver.key(key_of('a'), {.control = true});
    scene.driver.type(text);
}

TEST(Preparation, BeginsTheMeetingThatWasFilledIn) {
    Scene scene;
    fill(scene, "meeting.name", "Raadsvergadering");
    fill(scene, "meeting.chair", "Burgemeester De Wit");
    fill(scene, "meeting.clerk", "Griffier Van Dam");
    fill(scene, "meeting.room", "Raadzaal");
    ASSERT_TRUE(scene.tap("meeting.broadcast"));
    ASSERT_TRUE(scene.tap("begin"));
    ASSERT_TRUE(scene.service->has_session());
    const Meeting& meeting = scene.session().meeting();
    EXPECT_EQ(meeting.name, "Raadsvergadering");
    EXPECT_EQ(meeting.date, "2026-03-12");
    EXPECT_EQ(meeting.chair, "Burgemeester De Wit");
    EXPECT_EQ(meeting.clerk, "Griffier Van Dam");
    EXPECT_EQ(meeting.room, "Raadzaal");
    EXPECT_FALSE(meeting.broadcast);
    EXPECT_EQ(scene.card(), "prepare");
}

TEST(Preparation, ShowsAndTakesTheDayInDutchFormAndStoresItAsIso) {
    for (const auto& [typed, stored] : {std::pair{"1-3-26", "2026-03-01"},
                                        {"1/3/2027", "2027-03-01"},
                                        {"01.03.2028", "2028-03-01"},
                                        {"2029-03-01", "2029-03-01"}}) {
        Scene scene;
        fill(scene, "meeting.name", "Raadsvergadering");
        fill(scene, "meeting.date", typed);
        ASSERT_TRUE(scene.tap("begin"));
        ASSERT_TRUE(scene.service->has_session()) << typed;
        EXPECT_EQ(scene.session().meeting().date, stored);
    }
}

TEST(Preparation, RefusesADayThatDoesNotExistAtTheFieldAndTheButtonSaysWhy) {
    for (const auto& [typed, why] : {std::pair{"32-13-2026", "Maand 13 bestaat niet."},
                                     {"30-2-2026", "30 februari 2026 bestaat niet."},
                                     {"1-3-1900", "Het jaar 1900 kan niet"}}) {
        Scene scene;
        fill(scene, "meeting.name", "Raadsvergadering");
        fill(scene, "meeting.date", typed);
        EXPECT_TRUE(scene.driver.reads(why)) << typed;
        const auto begin = scene.driver.find("begin");
        ASSERT_TRUE(begin);
        EXPECT_FALSE(begin->enabled);
        EXPECT_NE(begin->why.find(why), std::string::npos) << begin->why;
        ASSERT_TRUE(scene.tap("begin"));
        EXPECT_FALSE(scene.service->has_session());
        EXPECT_EQ(judged(scene), "");
    }
}

TEST(Preparation, AsksTheKindOfMeetingAndWhereItIs) {
    Scene scene;
    fill(scene, "meeting.name", "Commissie Leefomgeving");
    ASSERT_TRUE(scene.tap("meeting.kind.committee"));
    fill(scene, "meeting.place", "Buurthuis Het Gebouw");
    fill(scene, "meeting.address", "Arubapad 2, Leiden");
    ASSERT_TRUE(scene.tap("begin"));
    ASSERT_TRUE(scene.service->has_session());
    EXPECT_EQ(scene.session().meeting().kind, MeetingKind::Committee);
    EXPECT_EQ(scene.session().meeting().place, "Buurthuis Het Gebouw");
    EXPECT_EQ(scene.session().meeting().address, "Arubapad 2, Leiden");
}

TEST(Preparation, SaysThatThePoliceCannotFindAPlaceWithoutAnAddress) {
    Scene scene;
    fill(scene, "meeting.name", "Raad");
    fill(scene, "meeting.place", "Buurthuis");
    ASSERT_TRUE(scene.tap("meeting.address"));
    scene.driver.key(key_of('a'), {.control = true});
    scene.driver.key(Key::Backspace);
    EXPECT_TRUE(scene.driver.reads("Zonder adres vindt de politie u niet."));
    ASSERT_TRUE(scene.tap("begin"));
    EXPECT_TRUE(scene.service->has_session()) << "it keeps nobody from beginning";
}

TEST(Preparation, AMeetingElsewhereIsNotOfferedTheNextTime) {
    Scene scene({.on_disk = true});
    Meeting elsewhere = test::meeting();
    elsewhere.place = "Buurthuis";
    elsewhere.address = "Arubapad 2";
    ASSERT_TRUE(replace_file(scene.files, "data/last-meeting.json", write_meeting(elsewhere)));
    const Meeting next = scene.service->device().last_meeting();
    EXPECT_EQ(next.name, elsewhere.name);
    EXPECT_EQ(next.place, "");
    EXPECT_EQ(next.address, "");
    EXPECT_EQ(next.room, "");
}

// How often the clerk's place was asked for; both outlive the scene.
SceneOptions counting_visits_to_dossier(int& opened, const Clock& clock) {
    SceneOptions options;
    options.app.open_clerk = [&](Language) {
        ++opened;
        return std::make_unique<ClerkWorker>(
            []() -> Result<ClerkService> { return fail(ErrorKind::Storage, "register", "closed"); }, [] {}, clock);
    };
    return options;
}

TEST(Preparation, WhatIsTypedAtOnceGoesIntoTheFirstFieldAndOpensNoOtherPlace) {
    int opened = 0;
    const test::FakeClock clock;
    Scene scene(counting_visits_to_dossier(opened, clock));
    scene.driver.type("Raad dinsdag");
    EXPECT_EQ(opened, 0);
    ASSERT_TRUE(scene.tap("begin"));
    ASSERT_TRUE(scene.service->has_session());
    EXPECT_EQ(scene.session().meeting().name, "Raad dinsdag");
}

TEST(Preparation, ALetterOpensNoOtherPlaceWhileNothingHasTheFocus) {
    int opened = 0;
    const test::FakeClock clock;
    Scene scene(counting_visits_to_dossier(opened, clock));
    scene.driver.click_at({2, 2});
    ASSERT_FALSE(scene.driver.ui().editing());
    scene.driver.key('d');
    scene.driver.key(key_of('d'), {.shift = true});
    EXPECT_EQ(opened, 0);
    EXPECT_FALSE(scene.service->has_session());
}

TEST(Preparation, RefusesAMeetingWithoutAName) {
    Scene scene;
    fill(scene, "meeting.name", "  ");
    ASSERT_TRUE(scene.tap("begin"));
    EXPECT_FALSE(scene.service->has_session());
    EXPECT_EQ(scene.label("refusal"), "Geef de vergadering eerst een naam.");
}

TEST(Preparation, BeginsOnlyOneStepWithADoubleTap) {
    Scene scene;
    fill(scene, "meeting.name", "Raadsvergadering");
    scene.pass(600);
    const Point at = scene.driver.find("begin")->visible.centre();
    scene.driver.click_at(at);
    scene.driver.click_at(at);
    EXPECT_EQ(scene.entries(), 2U) << "the session, and the broadcast that is planned";
    EXPECT_EQ(scene.card(), "prepare");
}

TEST(Preparation, OffersTheLastMeetingsValues) {
    Scene scene({.on_disk = true});
    ASSERT_TRUE(replace_file(scene.files, "data/last-meeting.json", write_meeting(test::meeting())));
    scene.begin(route_to("done"));
    ASSERT_TRUE(scene.tap("put-away"));
    ASSERT_FALSE(scene.service->has_session());
    ASSERT_TRUE(scene.tap("begin"));
    ASSERT_TRUE(scene.service->has_session());
    EXPECT_EQ(scene.session().meeting().name, test::meeting().name);
    EXPECT_EQ(scene.session().meeting().clerk, test::meeting().clerk);
}

TEST(Preparation, BeginsOnAFullDiskAndSaysThatNothingIsRecorded) {
    Scene scene({.on_disk = true});
    fill(scene, "meeting.name", "Raadsvergadering");
    scene.files.fill("data");
    ASSERT_TRUE(scene.tap("begin"));
    ASSERT_TRUE(scene.service->has_session());
    EXPECT_TRUE(scene.driver.reads("NIET VASTGELEGD (2 stappen)"));
    EXPECT_EQ(judged(scene), "");
}

TEST(Preparation, SaysWhyTheFormerMeetingDoesNotGoOn) {
    const std::string why = "De vorige vergadering kan niet verder. journal: wrong";
    SceneOptions options;
    options.app.problem = why;
    Scene scene(std::move(options));
    EXPECT_TRUE(scene.driver.reads(why));
    EXPECT_EQ(judged(scene), "");
    fill(scene, "meeting.name", "Raadsvergadering");
    ASSERT_TRUE(scene.tap("begin"));
    ASSERT_TRUE(scene.service->has_session()) << "another meeting can begin";
    EXPECT_FALSE(scene.driver.reads(why));
}

TEST(Preparation, GoesFromFieldToFieldWithTabAndBeginsWithEnter) {
    Scene scene;
    ASSERT_TRUE(scene.driver.tab_to("meeting.name"));
    scene.driver.type("Commissievergadering");
    ASSERT_TRUE(scene.driver.tab_to("begin"));
    scene.driver.key(Key::Enter);
    ASSERT_TRUE(scene.service->has_session());
    EXPECT_EQ(scene.session().meeting().name, "Commissievergadering");
}

TEST(Preparation, PassesTheAuditEverywhere) {
    for (const Display& display : {landscape, portrait, roomy, dense}) {
        Scene scene({.display = display});
        EXPECT_EQ(judged(scene), "") << display.width;
        scene.choose_language(Language::English);
        EXPECT_EQ(judged(scene), "") << display.width;
    }
}

}  // namespace
}  // namespace hamer::ui
