// Days and times in Dossier: typed as people do or taken in the calendar, and said at their field where they cannot be.
#include "dossier_scene.h"

#include <algorithm>
#include <gtest/gtest.h>

namespace hamer::ui {
namespace {

const std::string evening = an_evening().id;  // 12 March 2026, 20:41; it is 23:00

class DossierDates : public testing::Test {
  protected:
    void begin(Dossier dossier = a_whole_dossier()) {
        ASSERT_TRUE(scene.records().put(an_evening(), scene.clock.now().at));
        // Past the desk, as a program that asked nothing stored it.
        ASSERT_TRUE(scene.records().save(evening, 1, std::move(dossier), scene.clock.now().at));
        scene.refresh();
        ASSERT_TRUE(scene.tap("records.0") && scene.tap("tab.1"));
    }
    [[nodiscard]] std::string below(const std::string& key) const { return scene.label(key + ".below"); }
    [[nodiscard]] std::string mayor() {
        const IncidentRecord saved = scene.record(evening);
        return to_rfc3339(std::ranges::find(saved.dossier->informed, Recipient::Mayor, &Informed::who)->at);
    }

    DossierScene scene;
};

TEST_F(DossierDates, NobodyWasToldBeforeItBeganNorInTheFuture) {
    begin();
    ASSERT_TRUE(scene.fill("informed.mayor.at", "12-03-2026 20:40"));
    EXPECT_EQ(below("informed.mayor.at"), "12-03-2026 20:40 is voor het incident, dat begon op 12-03-2026 20:41.");
    ASSERT_TRUE(scene.tap("save"));
    EXPECT_EQ(scene.record(evening).revision, 2);
    EXPECT_NE(scene.label("refusal").find("is voor het incident"), std::string::npos);
    ASSERT_TRUE(scene.fill("informed.mayor.at", "12-03-2026 23:30"));
    EXPECT_EQ(below("informed.mayor.at"), "12-03-2026 23:30 ligt in de toekomst.");
    ASSERT_TRUE(scene.fill("informed.mayor.at", "12-3 21u30"));
    EXPECT_EQ(below("informed.mayor.at"), "dd-mm-jjjj uu:mm");
    ASSERT_TRUE(scene.tap("save"));
    EXPECT_EQ(mayor(), "2026-03-12T21:30:00.000+01:00") << "of this year, as it is left out";
}

TEST_F(DossierDates, NoTalkWasBeforeItBeganEither) {
    begin();
    ASSERT_TRUE(scene.tap("duty.first-talk.p2") && scene.fill("duty.first-talk.p2.at", "11-03-2026 22:00"));
    EXPECT_NE(below("duty.first-talk.p2.at").find("is voor het incident"), std::string::npos);
    ASSERT_TRUE(scene.tap("save"));
    EXPECT_EQ(scene.record(evening).revision, 2);
    ASSERT_TRUE(scene.tap("person.1.remove") && scene.tap("save"));
    EXPECT_EQ(scene.record(evening).revision, 3) << "with the person goes the talk";
    EXPECT_TRUE(scene.record(evening).dossier->done.empty());
}

TEST_F(DossierDates, WhatWasStoredWrongIsShownAndKeepsNothingElseFromBeingSaved) {
    Dossier old = a_whole_dossier();
    old.informed[1].at = *from_rfc3339("2030-01-01T12:00:00+01:00");
    begin(old);
    EXPECT_EQ(below("informed.mayor.at"), "01-01-2030 12:00 ligt in de toekomst.");
    ASSERT_TRUE(scene.tap("complete"));
    EXPECT_NE(scene.label("refusal").find("ligt in de toekomst"), std::string::npos) << scene.label("refusal");
    ASSERT_TRUE(scene.fill("reason", "huur") && scene.tap("save"));
    EXPECT_EQ(scene.record(evening).dossier->reason, "huur") << scene.label("refusal");
    ASSERT_TRUE(scene.fill("informed.mayor.at", "12-03-2026 22:00") && scene.tap("save"));
    ASSERT_TRUE(scene.tap("complete"));
    EXPECT_EQ(status(scene.record(evening)), IncidentStatus::Complete);
}

TEST_F(DossierDates, AMomentOfAnotherPlaceIsShownOnTheClocksHere) {
    scene.clock.advance(86'400'000);
    Dossier elsewhere = a_whole_dossier();
    elsewhere.informed[1].at = *from_rfc3339("2026-03-12T23:10:00Z");
    begin(elsewhere);
    ASSERT_TRUE(scene.tap("informed.mayor.at.calendar"));
    EXPECT_TRUE(scene.driver.find("informed.mayor.at.day.2026-03-13")->on);
    ASSERT_TRUE(scene.fill("informed.mayor.at", "13-03-2026 00:11") && scene.tap("save"));
    EXPECT_EQ(mayor(), "2026-03-13T00:11:00.000+01:00");
}

TEST_F(DossierDates, ADayIsTakenInTheCalendarAndTheTimeStays) {
    begin();
    ASSERT_TRUE(scene.fill("informed.mayor.at", "12-03-2026 21:30"));
    EXPECT_FALSE(scene.driver.shows("informed.mayor.at.days"));
    scene.clock.advance(3 * 86'400'000LL);  // three days later
    ASSERT_TRUE(scene.tap("informed.mayor.at.calendar"));
    EXPECT_EQ(scene.label("informed.mayor.at.calendar.month"), "maart 2026");
    EXPECT_FALSE(scene.driver.find("informed.mayor.at.day.2026-03-11")->enabled) << "before it";
    EXPECT_FALSE(scene.driver.find("informed.mayor.at.day.2026-03-16")->enabled) << "not yet";
    ASSERT_TRUE(scene.driver.reveal("informed.mayor.at.day.2026-03-13"));
    const Rect before = scene.driver.find("informed.mayor.at.day.2026-03-13")->rect;
    ASSERT_TRUE(scene.tap("informed.mayor.at.day.2026-03-13"));
    EXPECT_NEAR(scene.driver.find("informed.mayor.at.day.2026-03-13")->rect.y, before.y, 0.5) << "nothing moves";
    EXPECT_TRUE(scene.driver.find("informed.mayor.at.day.2026-03-13")->on);
    ASSERT_TRUE(scene.tap("informed.mayor.at.calendar"));
    EXPECT_FALSE(scene.driver.shows("informed.mayor.at.days"));
    ASSERT_TRUE(scene.tap("save"));
    EXPECT_EQ(mayor(), "2026-03-13T21:30:00.000+01:00");
}

TEST_F(DossierDates, TheArrowsWalkTheCalendarOfABanToWhereItMayEnd) {
    Dossier dossier = a_whole_dossier();
    dossier.measures[0].until.clear();
    begin(dossier);
    ASSERT_TRUE(scene.fill("measure.0.until", "1-1"));
    EXPECT_NE(below("measure.0.until").find("hoogstens drie maanden"), std::string::npos)
        << "of the year after it began";
    ASSERT_TRUE(scene.fill("measure.0.until", "13-3") && scene.tap("measure.0.until.calendar"));
    EXPECT_FALSE(scene.driver.find("measure.0.until.day.2026-03-12")->enabled);
    ASSERT_TRUE(scene.driver.tab_to("measure.0.until.days"));
    for (const Key key : {Key::PageDown, Key::PageDown, Key::PageDown, Key::Left, Key::Up}) {
        scene.driver.key(key);
        scene.settle();
    }
    EXPECT_EQ(scene.label("measure.0.until.calendar.month"), "juni 2026");
    scene.driver.key(Key::Escape);
    scene.settle();
    EXPECT_FALSE(scene.driver.shows("measure.0.until.days"));
    EXPECT_EQ(scene.driver.focused(), "measure.0.until.calendar");
    ASSERT_TRUE(scene.tap("save"));
    EXPECT_EQ(scene.record(evening).dossier->measures.at(0).until, "2026-06-05");
}

TEST_F(DossierDates, ABanAtAFirstDisturbanceIsRefusedWhereItIsRead) {
    begin();
    ASSERT_TRUE(scene.tap("repetition.0"));
    EXPECT_TRUE(scene.driver.reads("Dit verbod kan alleen bij herhaalde verstoring (art. 26 lid 2 Gemeentewet)."));
    ASSERT_TRUE(scene.tap("repetition.1"));
    EXPECT_FALSE(scene.driver.reads("Dit verbod kan alleen bij herhaalde verstoring (art. 26 lid 2 Gemeentewet)."));
}

TEST_F(DossierDates, AnIncidentElsewhereBeganInNoFutureAndWhenTheClocksShowed) {
    ASSERT_TRUE(scene.tap("new") && scene.tap("fresh.affected.2") && scene.fill("fresh.what", "bedreigd op straat"));
    ASSERT_TRUE(scene.fill("fresh.date", "13-3-26") && scene.fill("fresh.time", "9.00"));
    EXPECT_EQ(below("fresh.date"), "13-03-2026 09:00 ligt in de toekomst.");
    ASSERT_TRUE(scene.fill("fresh.date", "30-03-2025") && scene.fill("fresh.time", "2.30"));
    EXPECT_EQ(below("fresh.time"), "02:30 is er op 30-03-2025 niet: de klok gaat dan vooruit.");
    ASSERT_TRUE(scene.tap("fresh.make"));
    EXPECT_TRUE(scene.records().list()->empty());
    ASSERT_TRUE(scene.tap("fresh.date.calendar") && scene.tap("fresh.date.day.2025-03-29") && scene.tap("fresh.make"));
    ASSERT_EQ(scene.records().list()->size(), 1U) << scene.label("refusal");
    EXPECT_EQ(to_rfc3339(scene.records().list()->front().started), "2025-03-29T02:30:00.000+01:00");
}

}  // namespace
}  // namespace hamer::ui
