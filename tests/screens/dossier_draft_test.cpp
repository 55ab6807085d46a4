// What is typed in Dossier and not saved: no way out loses it, and nobody else's work is lost to it.
#include "dossier_scene.h"
#include "service/store/draft_folder.h"

#include <algorithm>
#include <fstream>
#include <gtest/gtest.h>
#include <thread>

namespace hamer::ui {
namespace {

const std::string evening = an_evening().id;

class DossierDraft : public testing::Test {
  protected:
    DossierDraft() {
        EXPECT_TRUE(scene.records().put(an_evening(1), scene.clock.now().at));
        EXPECT_TRUE(scene.records().put(an_evening(2, "spandoek"), scene.clock.now().at));
        scene.refresh();
    }
    // As after a window that went, with or without warning.
    void begin_anew() {
        ASSERT_TRUE(scene.drafts->settle(std::chrono::seconds(10)));
        scene.open(scene.clerk->options());
    }
    bool fill_in() { return scene.tap("records.0") && scene.tap("tab.1") && scene.fill("reason", "woningbouw"); }
    void save_as_another(Dossier dossier, int base = 1) {
        ASSERT_TRUE(scene.records().save(evening, base, dossier, scene.clock.now().at));
    }
    std::optional<Draft> kept(const std::string& id = evening) {
        EXPECT_TRUE(scene.drafts->settle(std::chrono::seconds(10)));
        return find_draft(scene.files, scene.folder, id).value();
    }

    DossierScene scene;
};

TEST_F(DossierDraft, IsFoundAgainAfterAnotherRecordTheWayBackAndAWindowThatWent) {
    ASSERT_TRUE(fill_in());
    ASSERT_TRUE(scene.tap("records.1"));
    EXPECT_EQ(scene.label("problem"), "");
    EXPECT_NE(scene.detail("records.0").find("CONCEPT"), std::string::npos) << scene.detail("records.0");
    EXPECT_EQ(scene.detail("records.1").find("CONCEPT"), std::string::npos);
    ASSERT_TRUE(scene.tap("back"));
    EXPECT_TRUE(scene.app->wants_back());
    begin_anew();
    EXPECT_NE(scene.detail("records.0").find("CONCEPT"), std::string::npos);
    EXPECT_EQ(scene.record(evening).revision, 1) << "nothing was saved by it";
    ASSERT_TRUE(scene.tap("records.0") && scene.tap("tab.1") && scene.tap("save"));
    EXPECT_EQ(scene.record(evening).dossier->reason, "woningbouw");
    EXPECT_EQ(kept(), std::nullopt);
    EXPECT_EQ(scene.detail("records.0").find("CONCEPT"), std::string::npos);
}

TEST_F(DossierDraft, GoesWhenItIsPutBackAndWithItsRecord) {
    ASSERT_TRUE(fill_in());
    EXPECT_EQ(kept()->dossier.reason, "woningbouw");
    ASSERT_TRUE(scene.tap("revert"));
    EXPECT_EQ(kept(), std::nullopt);
    ASSERT_TRUE(scene.fill("reason", "huur"));
    ASSERT_TRUE(kept());
    ASSERT_TRUE(scene.clerk->erase_record(evening));
    EXPECT_EQ(find_draft(scene.files, scene.folder, evening).value(), std::nullopt);
}

TEST_F(DossierDraft, LosesAPersonThatIsErased) {
    Dossier with_person;
    with_person.persons = {{.id = "p1", .known = true, .name = "Jan de Vries"}};
    save_as_another(with_person);
    scene.refresh();
    ASSERT_TRUE(fill_in());
    ASSERT_TRUE(kept());
    begin_anew();
    ASSERT_TRUE(scene.clerk->erase_person(evening, "p1"));
    EXPECT_EQ(kept()->dossier.reason, "woningbouw");
    EXPECT_EQ(kept()->dossier.persons.at(0).name, "");
}

TEST_F(DossierDraft, KeepsWhatIsNoMomentAsItWasTypedAndSavesNothingMeanwhile) {
    Dossier informed;
    informed.informed = {{Recipient::Mayor, scene.clock.now().at, "griffier"}};
    informed.measures = {{.kind = MeasureKind::Ban, .from = "2026-03-12", .until = "2026-04-12"}};
    save_as_another(informed);
    scene.refresh();
    ASSERT_TRUE(fill_in());
    ASSERT_TRUE(scene.fill("informed.mayor.at", "gisteren"));
    ASSERT_TRUE(scene.fill("measure.0.until", "31-02-2026"));
    ASSERT_TRUE(scene.tap("save"));
    EXPECT_NE(scene.label("refusal").find("Verbeter eerst wat in het rood staat"), std::string::npos);
    scene.driver.key(key_of('s'), {.control = true});
    scene.settle();
    EXPECT_EQ(scene.record(evening).revision, 2) << "not by the keyboard either";
    begin_anew();
    ASSERT_TRUE(scene.tap("records.0") && scene.tap("tab.1"));
    EXPECT_NE(scene.label("measure.0.until.below").find("bestaat niet"), std::string::npos);
    ASSERT_TRUE(scene.fill("informed.mayor.at", "12-3-26 21u30"));
    ASSERT_TRUE(scene.fill("measure.0.until", "31-3-26"));
    scene.driver.key(key_of('s'), {.control = true});
    scene.settle();
    EXPECT_EQ(scene.label("done"), "Bewaard als revisie 3") << scene.label("refusal");
    EXPECT_EQ(to_rfc3339(scene.record(evening).dossier->informed.at(0).at), "2026-03-12T21:30:00.000+01:00");
    EXPECT_EQ(scene.record(evening).dossier->measures.at(0).until, "2026-03-31");
}

TEST_F(DossierDraft, EachDayIsADayAgainAfterTheWindowWent) {
    IncidentRecord estimate = an_evening(3, "raadsvergadering");
    estimate.kind = IncidentKind::Estimate;
    estimate.started.at.milliseconds = scene.clock.now().at.milliseconds;  // the latest, so the first of the list
    estimate.dossier = Dossier{.estimate = Estimate{.day = "2026-03-26"}};
    estimate.dossier->precautions = {{"v1", PrecautionKind::Security, "", "", ""}};
    ASSERT_TRUE(scene.records().put(estimate, scene.clock.now().at));
    scene.refresh();
    for (const auto& [record, keys] :
         {std::pair("records.0", std::vector<std::string>{"estimate.day", "precaution.0.until"}),
          {"records.1", {"evaluation.date", "improvement.0.until", "gir.date"}}}) {
        const bool incident = keys.size() == 3;
        ASSERT_TRUE(scene.tap(record) && scene.tap("tab.1"));
        ASSERT_TRUE(!incident || (scene.tap("evaluate") && scene.tap("improvement.add")));
        for (const std::string& key : keys) ASSERT_TRUE(scene.fill(key, "31-02-2026")) << key;
        begin_anew();
        ASSERT_TRUE(scene.tap(record) && scene.tap("tab.1"));
        for (const std::string& key : keys) {
            EXPECT_NE(scene.label(key + ".below").find("bestaat niet"), std::string::npos) << key;
            ASSERT_TRUE(scene.fill(key, "12-03-2026")) << key;
            EXPECT_EQ(scene.label(key + ".below"), "dd-mm-jjjj") << key;
        }
    }
}

TEST_F(DossierDraft, WhatCannotBeMeantIsSaidAtItsFieldBeforeItIsSent) {
    ASSERT_TRUE(fill_in() && scene.tap("measure.add.5"));
    ASSERT_TRUE(scene.fill("measure.0.from", "12-03-2026") && scene.fill("measure.0.until", "11-03-2026"));
    EXPECT_NE(scene.label("measure.0.until.below"), "dd-mm-jjjj");
    ASSERT_TRUE(scene.tap("save"));
    EXPECT_EQ(scene.record(evening).revision, 1);
    ASSERT_TRUE(scene.tap("measure.0.remove") && scene.tap("save"));
    EXPECT_EQ(scene.record(evening).revision, 2) << "with the measure goes what was wrong with it";
}

TEST_F(DossierDraft, WhatAnotherSavedMeanwhileIsPutTogetherWithIt) {
    ASSERT_TRUE(fill_in());
    Dossier theirs;
    theirs.manner = "roepen";
    save_as_another(theirs);
    ASSERT_TRUE(scene.tap("save"));
    EXPECT_EQ(scene.record(evening).revision, 2) << "not before it was looked at";
    EXPECT_NE(scene.label("merging").find("revisie 2"), std::string::npos);
    EXPECT_FALSE(scene.driver.find("merging")->visible.empty()) << "it comes into sight";
    EXPECT_TRUE(scene.driver.reads("op welke wijze: eerst niets, nu roepen"));
    ASSERT_TRUE(scene.tap("save"));
    EXPECT_EQ(scene.record(evening).dossier->manner, "roepen");
    EXPECT_EQ(scene.record(evening).dossier->reason, "woningbouw");
    EXPECT_FALSE(scene.driver.shows("merging"));
    EXPECT_EQ(kept(), std::nullopt);
}

TEST_F(DossierDraft, WhatBothChangedIsAskedAlsoAfterTheWindowWent) {
    ASSERT_TRUE(fill_in() && scene.tap("channel.0"));
    Dossier theirs;
    theirs.reason = "van een ander";
    theirs.channel = Channel::Telephone;
    save_as_another(theirs);
    ASSERT_TRUE(scene.tap("save") && scene.tap("clash.0.0"));
    ASSERT_TRUE(scene.tap("save"));
    EXPECT_NE(scene.label("refusal").find("allebei"), std::string::npos);
    begin_anew();
    ASSERT_TRUE(scene.tap("records.0") && scene.tap("tab.1"));
    EXPECT_TRUE(scene.driver.reads("U veranderde dit allebei: waarom")) << "what is not decided is asked again";
    EXPECT_FALSE(scene.driver.shows("clash.1.0"));
    ASSERT_TRUE(scene.tap("clash.0.1") && scene.tap("save"));
    EXPECT_EQ(scene.record(evening).revision, 3);
    EXPECT_EQ(scene.record(evening).dossier->reason, "woningbouw");
    EXPECT_EQ(scene.record(evening).dossier->channel, Channel::Telephone);
}

TEST_F(DossierDraft, OneThatWasSavedAfterAllIsNothingToAskAbout) {
    ASSERT_TRUE(fill_in());
    ASSERT_TRUE(kept());
    Dossier same;
    same.reason = "woningbouw";
    save_as_another(same);
    begin_anew();
    ASSERT_TRUE(scene.tap("records.0") && scene.tap("tab.1"));
    EXPECT_FALSE(scene.driver.shows("merging"));
    EXPECT_EQ(kept(), std::nullopt);
}

TEST_F(DossierDraft, OfAnIncidentWithoutARecordIsKeptToo) {
    ASSERT_TRUE(scene.tap("new") && scene.fill("fresh.what", "bedreigd op straat") && scene.tap("fresh.affected.2"));
    ASSERT_TRUE(scene.tap("records.0"));
    ASSERT_TRUE(scene.tap("new"));
    EXPECT_TRUE(scene.driver.find("fresh.affected.2")->on);
    begin_anew();
    ASSERT_TRUE(scene.tap("new") && scene.fill("fresh.time", "20u05") && scene.tap("fresh.make"));
    ASSERT_EQ(scene.records().list()->size(), 3U) << scene.label("refusal");
    EXPECT_TRUE(std::ranges::count(*scene.records().list(), "bedreigd op straat", &RecordSummary::what));
    EXPECT_EQ(kept(""), std::nullopt);
    ASSERT_TRUE(scene.tap("new") && scene.tap("fresh.make"));
    EXPECT_NE(scene.label("refusal").find("Zeg eerst"), std::string::npos) << "the next one begins empty";
}

TEST_F(DossierDraft, OneThatCannotBeReadIsSaidAndStandsInNoOthersWay) {
    std::filesystem::create_directories(drafts_folder(scene.folder));
    std::ofstream(draft_file(scene.folder, "")) << "{";
    scene.open(scene.clerk->options());
    while (!std::filesystem::exists(drafts_folder(scene.folder) / "new.json.broken")) std::this_thread::yield();
    ASSERT_TRUE(scene.drafts->settle(std::chrono::seconds(10)));
    while (scene.label("problem").empty()) scene.driver.frame();
    EXPECT_NE(scene.label("problem").find("new.json"), std::string::npos) << scene.label("problem");
    ASSERT_TRUE(fill_in() && scene.tap("records.1"));
    EXPECT_EQ(scene.label("problem"), "");
    EXPECT_EQ(kept()->dossier.reason, "woningbouw");
}

TEST_F(DossierDraft, WhereItCannotBeKeptNothingElseIsOpened) {
    std::filesystem::create_directories(scene.folder);
    std::ofstream(drafts_folder(scene.folder)) << "in the way";
    ASSERT_TRUE(scene.tap("records.0"));
    EXPECT_NE(scene.label("problem").find("drafts"), std::string::npos) << "that there may be one is said";
    ASSERT_TRUE(scene.tap("tab.1") && scene.fill("reason", "woningbouw"));
    EXPECT_FALSE(scene.drafts->settle(std::chrono::milliseconds(0)));
    while (!scene.drafts->problem()) std::this_thread::yield();
    ASSERT_TRUE(scene.tap("records.1"));
    EXPECT_NE(scene.label("problem").find("Bewaar eerst"), std::string::npos) << scene.label("problem");
    EXPECT_NE(scene.label("problem").find("drafts"), std::string::npos) << "and why";
    if (scene.driver.shows("problem.do")) scene.tap("problem.do");
    ASSERT_TRUE(scene.tap("save") && scene.tap("records.1"));
    EXPECT_EQ(scene.record(evening).revision, 2);
}

TEST_F(DossierDraft, TheLastLetterCountsAtOnceForWhatWasDrawnBeforeIt) {
    ASSERT_TRUE(scene.tap("records.0") && scene.tap("tab.1") && scene.tap("reason"));
    scene.driver.stage().typed(U'x');
    scene.driver.frame();
    ASSERT_TRUE(scene.driver.stage().wake()) << "a frame is asked for";
    EXPECT_LE(*scene.driver.stage().wake(), scene.driver.now());
    scene.driver.frame();
    EXPECT_TRUE(scene.driver.find("save")->enabled);
}

TEST_F(DossierDraft, EachRecordBeginsAtItsTop) {
    ASSERT_TRUE(scene.tap("records.0") && scene.tap("tab.1") && scene.tap("spokesperson"));
    EXPECT_TRUE(scene.driver.find("conduct.a")->visible.empty());
    ASSERT_TRUE(scene.tap("records.1") && scene.tap("tab.1"));
    EXPECT_FALSE(scene.driver.find("conduct.a")->visible.empty());
}

TEST_F(DossierDraft, AnsweringMovesNothingUnderTheHand) {
    ASSERT_TRUE(scene.tap("records.0") && scene.tap("tab.1"));
    for (const char* key : {"conduct.a", "channel.0", "damage.1", "repetition.0", "informed.clerk", "no_measures",
                            "agreed.0", "prosecutor"}) {
        ASSERT_TRUE(scene.driver.reveal(key)) << key;
        const Rect before = scene.driver.find(key)->rect;
        ASSERT_TRUE(scene.tap(key)) << key;
        const Rect after = scene.driver.find(key)->rect;
        EXPECT_NEAR(after.y, before.y, 0.5) << key;
        EXPECT_NEAR(after.x, before.x, 0.5) << key;
    }
    const Rect title = scene.driver.find("title")->rect;
    ASSERT_TRUE(scene.tap("save"));
    EXPECT_EQ(scene.label("done"), "Bewaard als revisie 2");
    EXPECT_NEAR(scene.driver.find("title")->rect.y, title.y, 0.5) << "what is said moves nothing either";
    EXPECT_TRUE(scene.driver.find("records.0")->on);
    EXPECT_FALSE(scene.driver.find("records.1")->on);
}

}  // namespace
}  // namespace hamer::ui
