// The clerk's work by hand: finding, reading, completing.
#include "desk/session_bundle.h"
#include "dossier_scene.h"
#include "journal/durable.h"
#include "ui/driver/audit.h"

#include <algorithm>
#include <gtest/gtest.h>

namespace hamer::ui {
namespace {

const std::string evening = an_evening().id;

TEST(DossierScreen, ListsTheRecordsAndWhatTheyLack) {
    DossierScene scene;
    EXPECT_TRUE(scene.driver.reads("Nog geen dossiers"));
    ASSERT_TRUE(scene.clerk->records().put(an_evening(), scene.clock.now().at));
    scene.refresh();
    EXPECT_EQ(scene.label("records.0"), "12-03-26 geroep en gefluit vanaf de tribune");
    ASSERT_TRUE(scene.tap("records.0"));
    EXPECT_TRUE(scene.driver.reads("overgedragen aan de politie"));
    EXPECT_NE(scene.label("verdict").find("niet op dit apparaat"), std::string::npos);
    EXPECT_EQ(scene.clerk->records().accesses(evening)->size(), 1U) << "that it was opened is known";
}

TEST(DossierScreen, CompletesARecordByHand) {
    DossierScene scene;
    ASSERT_TRUE(scene.clerk->records().put(an_evening(), scene.clock.now().at));
    scene.refresh();
    ASSERT_TRUE(scene.tap("records.0"));
    ASSERT_TRUE(scene.tap("tab.1"));
    ASSERT_TRUE(scene.tap("complete"));
    EXPECT_NE(scene.label("refusal").find("Vul eerst aan"), std::string::npos) << "not before all is there";

    for (const char* key : {"conduct.c", "conduct.d-threat", "channel.0"}) ASSERT_TRUE(scene.tap(key)) << key;
    EXPECT_NE(scene.label("governing").find("bedreiging"), std::string::npos);
    ASSERT_TRUE(scene.fill("manner", "roepen"));
    ASSERT_TRUE(scene.fill("reason", "woningbouw"));
    ASSERT_TRUE(scene.tap("damage.1"));
    ASSERT_TRUE(scene.tap("person.add.disturber"));
    ASSERT_TRUE(scene.fill("person.0.name", "J. de Vries"));
    ASSERT_TRUE(scene.tap("person.add.affected"));
    ASSERT_TRUE(scene.tap("person.1.office.0"));
    ASSERT_TRUE(scene.tap("repetition.0"));
    for (const char* key : {"informed.clerk", "informed.mayor", "informed.adviser"}) ASSERT_TRUE(scene.tap(key)) << key;
    ASSERT_TRUE(scene.tap("measure.add.1"));
    ASSERT_TRUE(scene.tap("measure.0.person.0"));
    ASSERT_TRUE(scene.fill("spokesperson", "woordvoerder van de raad"));
    EXPECT_FALSE(scene.driver.shows("missing.0")) << scene.label("missing.0");
    ASSERT_TRUE(scene.tap("save"));
    EXPECT_EQ(scene.label("problem"), "");
    IncidentRecord saved = scene.record(evening);
    EXPECT_EQ(saved.revision, 2);
    EXPECT_EQ(saved.dossier->persons[0].name, "J. de Vries");
    EXPECT_TRUE(saved.dossier->persons[0].known);
    EXPECT_EQ(saved.dossier->measures[0].person, "p1");
    EXPECT_EQ(saved.dossier->informed[1].by, "griffier");
    ASSERT_TRUE(scene.tap("complete"));
    EXPECT_EQ(status(scene.record(evening)), IncidentStatus::Complete);
    EXPECT_EQ(scene.clerk->records().deliveries(evening)->size(), 1U);
    EXPECT_GE(scene.delivering, 1);

    ASSERT_TRUE(scene.tap("duty.first-talk.p2"));
    ASSERT_TRUE(scene.tap("save"));
    EXPECT_EQ(scene.record(evening).dossier->done.size(), 1U);
    EXPECT_EQ(status(scene.record(evening)), IncidentStatus::Complete) << "it stays complete";
    ASSERT_TRUE(scene.tap("tab.3"));
    EXPECT_TRUE(scene.driver.reads("termijn gedaan 1 soort"));
}

TEST(DossierScreen, WhatIsMissingIsOneTapAway) {
    DossierScene scene;
    ASSERT_TRUE(scene.clerk->records().put(an_evening(), scene.clock.now().at));
    scene.refresh();
    ASSERT_TRUE(scene.tap("records.0") && scene.tap("tab.1"));
    RecordForm form(an_evening());
    const auto lacking = form.lacking();
    ASSERT_GT(lacking.size(), 8U);
    for (std::size_t i = 0; i < lacking.size(); ++i) {
        const std::string key = RecordForm::key_of_place(lacking[i].place);
        ASSERT_FALSE(key.empty()) << lacking[i].place;
        ASSERT_TRUE(scene.tap("missing." + std::to_string(i)));
        EXPECT_EQ(scene.driver.focused(), key) << lacking[i].place;
        EXPECT_FALSE(scene.driver.find(key)->visible.empty()) << key << " is out of sight";
        scene.driver.key(Key::Escape);
    }
}

TEST(DossierScreen, ShowsEarlierIncidentsOfTheSamePerson) {
    DossierScene scene;
    ASSERT_TRUE(scene.clerk->records().put(an_evening(2, "spandoek en leuzen"), scene.clock.now().at));
    ASSERT_TRUE(scene.clerk->records().save(an_evening(2).id, 1, a_whole_dossier(), scene.clock.now().at));
    ASSERT_TRUE(scene.clerk->records().put(an_evening(), scene.clock.now().at));
    scene.refresh();
    ASSERT_TRUE(scene.tap("records.0") && scene.tap("tab.1") && scene.tap("person.add.disturber"));
    ASSERT_TRUE(scene.fill("person.0.name", "de vries"));
    EXPECT_TRUE(scene.driver.reads("11 maart 2026: spandoek en leuzen"));
    ASSERT_TRUE(scene.fill("person.0.name", "de vriest"));
    EXPECT_TRUE(scene.driver.reads("Geen eerdere incidenten"));
}

TEST(DossierScreen, MakesThePdfAndCopiesTheFieldsForTheGir) {
    DossierScene scene;
    ASSERT_TRUE(scene.clerk->records().put(an_evening(), scene.clock.now().at));
    scene.refresh();
    ASSERT_TRUE(scene.tap("records.0") && scene.tap("report"));
    EXPECT_TRUE(std::filesystem::exists(scene.folder / "reports" / (evening + "-r1.pdf"))) << scene.label("done");
    const auto noted = scene.clerk->records().accesses(evening);
    EXPECT_EQ(std::ranges::count(*noted, "export", &Access::what), 1);
    ASSERT_TRUE(scene.tap("tab.4"));
    EXPECT_TRUE(scene.driver.reads("Op welke wijze"));
    ASSERT_TRUE(scene.tap("gir.3"));
    EXPECT_EQ(scene.label("done"), "Gekopieerd: Wat");
}

TEST(DossierScreen, SearchesWhileTyping) {
    DossierScene scene;
    ASSERT_TRUE(scene.clerk->records().put(an_evening(1), scene.clock.now().at));
    ASSERT_TRUE(scene.clerk->records().put(an_evening(2, "spandoek"), scene.clock.now().at));
    scene.refresh();
    ASSERT_TRUE(scene.fill("search", "spa"));
    EXPECT_EQ(scene.label("records.0"), "11-03-26 spandoek");
    EXPECT_FALSE(scene.driver.shows("records.1"));
    ASSERT_TRUE(scene.fill("search", "niets daarvan"));
    EXPECT_TRUE(scene.driver.reads("Niets gevonden"));
}

TEST(DossierScreen, ADraftIsNeverLostByOpeningSomethingElse) {
    DossierScene scene;
    ASSERT_TRUE(scene.clerk->records().put(an_evening(1), scene.clock.now().at));
    ASSERT_TRUE(scene.clerk->records().put(an_evening(2, "spandoek"), scene.clock.now().at));
    scene.refresh();
    ASSERT_TRUE(scene.tap("records.0") && scene.tap("tab.1") && scene.fill("reason", "woningbouw"));
    ASSERT_TRUE(scene.tap("records.1"));
    EXPECT_NE(scene.label("problem").find("Bewaar eerst"), std::string::npos);
    ASSERT_TRUE(scene.tap("back"));
    EXPECT_FALSE(scene.app->wants_back());
    ASSERT_TRUE(scene.tap("revert"));
    ASSERT_TRUE(scene.tap("records.1"));
    EXPECT_EQ(scene.label("problem"), "");
    ASSERT_TRUE(scene.tap("back"));
    EXPECT_TRUE(scene.app->wants_back());
}

TEST(DossierScreen, WhatSomebodyElseSavedMeanwhileIsNotOverwritten) {
    DossierScene scene;
    ASSERT_TRUE(scene.clerk->records().put(an_evening(), scene.clock.now().at));
    scene.refresh();
    ASSERT_TRUE(scene.tap("records.0") && scene.tap("tab.1") && scene.fill("reason", "van mij"));
    Dossier theirs;
    theirs.reason = "van een ander";
    ASSERT_TRUE(scene.clerk->records().save(evening, 1, theirs, scene.clock.now().at));
    ASSERT_TRUE(scene.tap("save"));
    EXPECT_NE(scene.label("problem").find("revision 1"), std::string::npos) << scene.label("problem");
    EXPECT_EQ(scene.record(evening).dossier->reason, "van een ander");
    EXPECT_TRUE(scene.driver.shows("revert")) << "and what was typed is still there";
}

TEST(DossierScreen, BeginsARecordOfAnIncidentElsewhere) {
    DossierScene scene;
    ASSERT_TRUE(scene.tap("new"));
    ASSERT_TRUE(scene.fill("fresh.what", "bedreigd op straat"));
    ASSERT_TRUE(scene.fill("fresh.place", "Haarlemmerstraat"));
    ASSERT_TRUE(scene.fill("fresh.time", "25:00"));
    ASSERT_TRUE(scene.tap("fresh.make"));
    EXPECT_NE(scene.label("problem").find("20:14"), std::string::npos);
    ASSERT_TRUE(scene.fill("fresh.time", "20:05"));
    ASSERT_TRUE(scene.tap("fresh.channel.0"));
    ASSERT_TRUE(scene.tap("fresh.make"));
    ASSERT_EQ(scene.clerk->records().list()->size(), 1U);
    const RecordSummary made = scene.clerk->records().list()->front();
    EXPECT_EQ(to_rfc3339(made.started), "2026-03-12T20:05:00.000+01:00");
    EXPECT_TRUE(scene.driver.shows("conduct.a")) << "and one fills it in at once";
}

TEST(DossierScreen, ShowsTheLogAndWhetherItIsWhole) {
    DossierScene scene;
    DeskOptions options;
    options.data = scene.folder;
    options.settings = scene.clerk->options().settings;
    options.procedure_file = "leiden-2025.json";
    options.procedure_text = test::leiden_text();
    StillClock clock;
    auto desk = Desk::open(std::move(options), scene.files, clock);
    ASSERT_TRUE(desk);
    ASSERT_TRUE((*desk)->begin(test::meeting(), Language::Dutch));
    for (const char* event : {"meeting.open", "disturbance.report", "disturbance.end", "meeting.close"}) {
        clock.advance(7000);
        ASSERT_TRUE((*desk)->execute(Command{Do{event, {}}, std::nullopt, "chair"})) << event;
    }
    scene.refresh();
    ASSERT_TRUE(scene.tap("records.0"));
    EXPECT_NE(scene.label("verdict").find("heel"), std::string::npos) << scene.label("verdict");
    ASSERT_TRUE(scene.tap("tab.2"));
    EXPECT_FALSE(scene.driver.reads("Sessie begonnen"));
    ASSERT_TRUE(scene.tap("log.system"));
    EXPECT_TRUE(scene.driver.reads("Sessie begonnen"));
}

TEST(DossierScreen, TakesInASessionFromAnotherDevice) {
    DossierScene chair;
    DeskOptions options;
    options.data = chair.folder;
    options.settings = chair.clerk->options().settings;
    options.procedure_file = "leiden-2025.json";
    options.procedure_text = test::leiden_text();
    StillClock clock;
    std::string session;
    {
        auto desk = Desk::open(std::move(options), chair.files, clock);
        ASSERT_TRUE(desk && (*desk)->begin(test::meeting(), Language::Dutch));
        for (const char* event : {"meeting.open", "disturbance.report", "disturbance.end", "meeting.close"}) {
            clock.advance(7000);
            ASSERT_TRUE((*desk)->execute(Command{Do{event, {}}, std::nullopt, "chair"})) << event;
        }
        session = (*desk)->session_id();
    }
    const auto bundle = export_session(chair.files, chair.folder, session);
    ASSERT_TRUE(bundle) << describe(bundle.error());

    DossierScene scene;
    const std::string file = (scene.folder / "avond.hamer").string();
    ASSERT_TRUE(write_new_file(scene.files, file, *bundle));
    ASSERT_TRUE(scene.tap("import") && scene.fill("import.file", "/nergens"));
    ASSERT_TRUE(scene.tap("import.take"));
    EXPECT_NE(scene.label("problem").find("no such file"), std::string::npos) << scene.label("problem");
    ASSERT_TRUE(scene.fill("import.file", file) && scene.tap("import.take"));
    EXPECT_EQ(scene.label("problem"), "");
    ASSERT_TRUE(scene.tap("records.0"));
    EXPECT_NE(scene.label("verdict").find("heel"), std::string::npos) << scene.label("verdict");
    ASSERT_TRUE(scene.tap("import") && scene.fill("import.file", file) && scene.tap("import.take"));
    EXPECT_NE(scene.label("problem").find("already"), std::string::npos) << "never twice";
}

TEST(DossierScreen, ErasesARecordOnlyWhenTheButtonIsHeld) {
    DossierScene scene;
    ASSERT_TRUE(scene.clerk->records().put(an_evening(), scene.clock.now().at));
    scene.refresh();
    ASSERT_TRUE(scene.tap("records.0") && scene.tap("erase"));
    EXPECT_EQ(scene.clerk->records().list()->size(), 1U) << "a tap is not enough";
    ASSERT_TRUE(scene.driver.press("erase"));
    scene.driver.pass(1000);
    scene.driver.pass(1000);
    scene.driver.release();
    scene.driver.settle();
    EXPECT_TRUE(scene.clerk->records().list()->empty());
    EXPECT_EQ(scene.label("done"), "Gewist: " + evening);
}

TEST(DossierScreen, TheChartIsWalkedWithTheArrowsAndZoomed) {
    DossierScene scene;
    ASSERT_TRUE(scene.clerk->records().put(an_evening(), scene.clock.now().at));
    scene.refresh();
    ASSERT_TRUE(scene.tap("records.0"));
    ASSERT_TRUE(scene.driver.tab_to("chart"));
    scene.driver.key(Key::Right);
    scene.driver.settle();
    EXPECT_EQ(scene.label("chart.says"), "20:41:52  aangesproken, scenario B");
    scene.driver.key(Key::Right);
    scene.driver.settle();
    EXPECT_EQ(scene.label("chart.says"), "20:42:24  verzoek 1");
    EXPECT_FALSE(scene.driver.shows("chart.later"));
    ASSERT_TRUE(scene.tap("chart.in"));
    ASSERT_TRUE(scene.tap("chart.later"));
    EXPECT_EQ(scene.label("chart.says"), "20:42:24  verzoek 1") << "what was chosen stays";
}

}  // namespace
}  // namespace hamer::ui
