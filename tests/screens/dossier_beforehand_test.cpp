// What is begun by hand: an incident elsewhere, a signal and a risk estimate, with what the register knows beside it.
#include "dossier_scene.h"

#include <algorithm>
#include <gtest/gtest.h>

namespace hamer::ui {
namespace {

RecordSummary of_kind(DossierScene& scene, IncidentKind kind) {
    const auto all = scene.records().list();
    const auto found = std::ranges::find(*all, kind, &RecordSummary::kind);
    return found == all->end() ? RecordSummary{} : *found;
}

TEST(DossierScreen, BeginsARecordOfAnIncidentElsewhere) {
    DossierScene scene;
    ASSERT_TRUE(scene.tap("new"));
    ASSERT_TRUE(scene.tap("fresh.affected.4"));
    ASSERT_TRUE(scene.fill("fresh.what", "bedreigd op straat"));
    ASSERT_TRUE(scene.fill("fresh.place", "Haarlemmerstraat"));
    ASSERT_TRUE(scene.fill("fresh.time", "25:00"));
    ASSERT_TRUE(scene.tap("fresh.make"));
    EXPECT_NE(scene.label("refusal").find("Verbeter eerst wat in het rood staat"), std::string::npos);
    EXPECT_EQ(scene.label("fresh.time.below"), "25:00 is geen tijd van de dag.");
    ASSERT_TRUE(scene.fill("fresh.date", "12.3.26"));
    ASSERT_TRUE(scene.fill("fresh.time", "20u05"));
    ASSERT_TRUE(scene.tap("fresh.channel.0"));
    ASSERT_TRUE(scene.tap("fresh.make"));
    ASSERT_EQ(scene.records().list()->size(), 1U);
    const RecordSummary made = scene.records().list()->front();
    EXPECT_EQ(to_rfc3339(made.started), "2026-03-12T20:05:00.000+01:00");
    EXPECT_EQ(scene.record(made.id).dossier->persons.front().office, Office::Alderman) << "which decides whose it is";
    EXPECT_TRUE(scene.driver.shows("conduct.a")) << "and one fills it in at once";
}

TEST(DossierScreen, ASignalIsBegunAndFilledIn) {
    DossierScene scene;
    ASSERT_TRUE(scene.tap("new") && scene.tap("fresh.kind.1") && scene.tap("fresh.affected.0"));
    EXPECT_FALSE(scene.driver.shows("fresh.place"));
    ASSERT_TRUE(scene.fill("fresh.what", "dreigende berichten") && scene.fill("fresh.time", "20:00"));
    ASSERT_TRUE(scene.tap("fresh.make"));
    EXPECT_FALSE(scene.driver.shows("conduct.a")) << "nothing happened yet";
    EXPECT_FALSE(scene.driver.shows("charges.0"));
    EXPECT_FALSE(scene.driver.shows("repetition.0"));
    ASSERT_TRUE(scene.fill("reporter.name", "F. Melder") && scene.fill("signal.meeting", "opvang"));
    ASSERT_TRUE(scene.fill("signal.talked", "12-3-2026") && scene.fill("signal.team", "12-3-2026"));
    ASSERT_TRUE(scene.fill("signal.mayor", "12-3-2026") && scene.fill("signal.answered", "12-3-2026"));
    ASSERT_TRUE(scene.tap("precaution.add.0") && scene.fill("precaution.0.owner", "T. Beheer"));
    ASSERT_TRUE(scene.tap("signal.ended.0") && scene.fill("signal.why", "het bleef bij woorden"));
    EXPECT_EQ(scene.label("needed"), "Nog nodig (0)") << scene.label("needed.next");
    ASSERT_TRUE(scene.tap("save"));
    const RecordSummary signal = of_kind(scene, IncidentKind::Signal);
    const Dossier saved = *scene.record(signal.id).dossier;
    EXPECT_EQ(saved.signal->ended, SignalEnd::Closed);
    EXPECT_EQ(saved.precautions.at(0).owner, "T. Beheer");
    ASSERT_TRUE(scene.tap("complete") && scene.tap("tab.0"));
    EXPECT_EQ(of_kind(scene, IncidentKind::Signal).status, IncidentStatus::Complete) << scene.label("problem");
    EXPECT_FALSE(scene.driver.shows("annex"));
    ASSERT_TRUE(scene.tap("list.4"));
    EXPECT_EQ(scene.label("totals.records"), "Incidenten in twee jaar: 0");
}

TEST(DossierScreen, ARiskEstimateShowsWhatTheRegisterKnowsAndGivesABriefing) {
    DossierScene scene;
    ASSERT_TRUE(scene.records().put(an_evening(), scene.clock.now().at));
    ASSERT_TRUE(scene.records().put(an_evening(2, "spandoek"), scene.clock.now().at));
    Dossier dossier;
    dossier.persons = {{.id = "p1", .known = true, .name = "J. de Vries"}, {.id = "p2"}};
    dossier.measures = {{.kind = MeasureKind::Ban, .person = "p1", .from = "2026-03-13", .until = "2026-06-12"},
                        {.kind = MeasureKind::Ban, .person = "p2", .from = "2026-03-27", .until = "2026-05-12"}};
    ASSERT_TRUE(scene.records().save(an_evening().id, 1, dossier, scene.clock.now().at));
    scene.refresh();
    ASSERT_TRUE(scene.tap("new") && scene.tap("fresh.kind.2"));
    EXPECT_FALSE(scene.driver.shows("fresh.time"));
    ASSERT_TRUE(scene.fill("fresh.what", "Raadsvergadering over de opvang") && scene.fill("fresh.date", "26-3-2026"));
    ASSERT_TRUE(scene.tap("fresh.make"));
    EXPECT_NE(scene.label("risk.0").find("Verbod tot en met 12-06-2026"), std::string::npos) << scene.label("risk.0");
    EXPECT_EQ(scene.label("risk.0").find("Vries"), std::string::npos) << "one opens the record for the name";
    EXPECT_NE(scene.label("risk.1").find("ordeverstoring: spandoek"), std::string::npos) << scene.label("risk.1");
    EXPECT_FALSE(scene.driver.shows("risk.2")) << "each record once, and the other ban begins a day later";
    ASSERT_TRUE(scene.tap("risk.0") && scene.tap("estimate.level.2") && scene.fill("estimate.why", "eerder misgegaan"));
    ASSERT_TRUE(scene.tap("precaution.add.1") && scene.fill("precaution.0.text", "wijkagent, 0900-8844"));
    ASSERT_TRUE(scene.tap("informed.clerk") && scene.tap("informed.municipal-secretary") && scene.tap("save"));
    const RecordSummary estimate = of_kind(scene, IncidentKind::Estimate);
    EXPECT_EQ(estimate.missing, 0) << scene.label("needed.next");
    const Dossier saved = *scene.record(estimate.id).dossier;
    EXPECT_EQ(saved.estimate->considered, std::vector<std::string>{an_evening().id});
    EXPECT_EQ(saved.estimate->day, "2026-03-26");
    ASSERT_TRUE(scene.tap("tab.0") && scene.tap("briefing"));
    EXPECT_NE(scene.label("done").find("Briefing"), std::string::npos) << scene.label("problem");
}

}  // namespace
}  // namespace hamer::ui
