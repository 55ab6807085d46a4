// The clerk's lists by hand: finding, what is due, the meetings, the overview.
#include "codec/drill/held_json.h"
#include "dossier_scene.h"
#include "journal/durable.h"
#include "platform/text_file.h"
#include "service/handover/session_bundle.h"

#include <gtest/gtest.h>

namespace hamer::ui {
namespace {

const std::string evening = an_evening().id;

TEST(DossierScreen, SearchesWhileTyping) {
    DossierScene scene;
    ASSERT_TRUE(scene.records().put(an_evening(1), scene.clock.now().at));
    ASSERT_TRUE(scene.records().put(an_evening(2, "spandoek"), scene.clock.now().at));
    scene.refresh();
    ASSERT_TRUE(scene.fill("search", "spa"));
    EXPECT_EQ(scene.label("records.0"), "11-03-2026 spandoek");
    EXPECT_FALSE(scene.driver.shows("records.1"));
    ASSERT_TRUE(scene.fill("search", "niets daarvan"));
    EXPECT_TRUE(scene.driver.reads("Niets gevonden"));
}

TEST(DossierScreen, TheLogOfAWholeMeetingIsReadWithoutARecord) {
    DossierScene scene;
    const std::string quiet = scene.meet({"meeting.open", "meeting.close"});
    const std::string busy = scene.meet();
    ASSERT_TRUE(scene.tap("list.3"));
    const bool busy_first = busy > quiet;  // they began in the same second
    EXPECT_EQ(scene.detail(busy_first ? "meetings.0" : "meetings.1"), "1 incident");
    EXPECT_EQ(scene.detail(busy_first ? "meetings.1" : "meetings.0"), "geen incidenten");
    ASSERT_TRUE(scene.tap(busy_first ? "meetings.1" : "meetings.0"));
    EXPECT_NE(scene.label("verdict").find("heel"), std::string::npos) << scene.label("verdict");
    EXPECT_TRUE(scene.driver.reads("Vergadering geopend"));
    EXPECT_FALSE(scene.driver.shows("incident.0"));
    EXPECT_FALSE(scene.driver.shows("log.lines.3")) << "there is no one incident to choose";
    ASSERT_TRUE(scene.tap(busy_first ? "meetings.0" : "meetings.1"));
    ASSERT_TRUE(scene.tap("incident.0"));
    EXPECT_TRUE(scene.driver.shows("chart")) << "the incident's own record";
}

TEST(DossierScreen, AMeetingThatCannotBeReadIsListedWithTheReason) {
    DossierScene scene;
    const std::string session = scene.meet();
    std::filesystem::remove(scene.folder / "sessions" / session / "procedure.json");
    ASSERT_TRUE(scene.tap("list.3"));
    EXPECT_NE(scene.detail("meetings.0").find("procedure.json"), std::string::npos) << scene.detail("meetings.0");
    ASSERT_TRUE(scene.tap("meetings.0"));
    EXPECT_NE(scene.label("problem").find("procedure.json"), std::string::npos);
}

TEST(DossierScreen, WritesWhatIsDueAsACalendar) {
    DossierScene scene;
    ASSERT_TRUE(scene.records().put(an_evening(), scene.clock.now().at));
    ASSERT_TRUE(scene.records().save(evening, 1, a_whole_dossier(), scene.clock.now().at));
    scene.refresh();
    ASSERT_TRUE(scene.tap("list.1") && scene.tap("calendar"));
    const auto file = scene.folder / "reports" / "Termijnen.ics";
    EXPECT_EQ(scene.label("done"), "Geschreven: " + file.string());
    const auto text = read_text_file(file);
    ASSERT_TRUE(text);
    EXPECT_NE(text->find("BEGIN:VEVENT"), std::string::npos);
}

TEST(DossierScreen, TheOverviewAddsUpAndNamesWhatIsKeptTooLong) {
    DossierScene scene;
    Silence silence(*scene.worker);
    ASSERT_TRUE(scene.driver.click("list.4"));
    EXPECT_TRUE(scene.driver.reads("0 / 24")) << "how far it is";
    silence.end();
    scene.settle();
    EXPECT_EQ(scene.label("totals.records"), "Incidenten in twee jaar: 0");
    IncidentRecord old = an_evening(2, "een oude zaak");
    old.started.at = *from_rfc3339("2012-03-12T20:00:00+01:00");
    ASSERT_TRUE(scene.records().put(old, scene.clock.now().at));
    ASSERT_TRUE(scene.records().put(an_evening(), scene.clock.now().at));
    ASSERT_TRUE(scene.records().save(evening, 1, a_whole_dossier(), scene.clock.now().at));
    ASSERT_TRUE(scene.tap("list.0") && scene.tap("list.4"));
    EXPECT_EQ(scene.label("totals.records"), "Incidenten in twee jaar: 1");
    ASSERT_TRUE(scene.tap("cases"));
    const auto cases = read_text_file(scene.folder / "reports" / "Casussen 2026.txt");
    ASSERT_TRUE(cases) << scene.label("problem");
    EXPECT_NE(cases->find("bedreiging"), std::string::npos) << *cases;
    EXPECT_EQ(cases->find("Vries"), std::string::npos) << "no names";
    ASSERT_TRUE(scene.tap("old.0"));
    ASSERT_TRUE(scene.hold("erase"));
    EXPECT_EQ(scene.records().list()->size(), 1U);
    EXPECT_FALSE(scene.driver.shows("old.0")) << "and the list shows it at once";
    EXPECT_EQ(scene.label("totals.records"), "Incidenten in twee jaar: 1");
}

TEST(DossierScreen, TheOverviewShowsWhetherThisTermsDrillWasHeld) {
    DossierScene scene;
    ClerkService::Options options = scene.clerk->options();
    options.settings.terms = {{"2026-01-01", "2026-12-31"}};
    scene.open(options);
    ASSERT_TRUE(scene.tap("list.4"));
    EXPECT_NE(scene.label("drills.term").find("nog niet geoefend"), std::string::npos) << scene.label("drills.term");
    const auto folder = scene.folder / "drills/20260312T190000Z-0011aabb";
    ASSERT_TRUE(scene.files.make_folder(folder));
    const HeldDrill held{.session = "20260312T190000Z-0011aabb",
                         .scenario = "sit-in",
                         .title = "Een sit-in",
                         .held = scene.clock.now().at,
                         .result = DrillResult{1, 18, 22}};
    ASSERT_TRUE(write_new_file(scene.files, folder / "drill.json", write_held(held)));
    ASSERT_TRUE(scene.tap("list.0") && scene.tap("list.4"));
    EXPECT_EQ(scene.label("drills.term"), "Deze raadsperiode is er geoefend.");
    EXPECT_TRUE(scene.driver.reads("12-03-2026: Een sit-in, 18 van 22"));
}

TEST(DossierScreen, TakesInASessionFromAnotherDevice) {
    DossierScene chair;
    const std::string session = chair.meet();
    const auto bundle =
        export_session(chair.files, chair.folder, session,
                       Witnesses(chair.files, chair.clerk->options().settings, {chair.folder, {}, {}, {}}));
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
    EXPECT_NE(scene.label("problem").find("staat hier al"), std::string::npos) << "never twice";
}

}  // namespace
}  // namespace hamer::ui
