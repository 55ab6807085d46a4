// What is learnt of incidents: the evaluation of one, with improvements that somebody keeps, and a year as a report.
#include "dossier_scene.h"
#include "platform/text_file.h"

#include <algorithm>
#include <gtest/gtest.h>

namespace hamer::ui {
namespace {

const std::string evening = an_evening().id;

TEST(DossierScreen, AnEvaluationIsFilledInWithImprovements) {
    DossierScene scene;
    ASSERT_TRUE(scene.records().put(an_evening(), scene.clock.now().at));
    scene.refresh();
    ASSERT_TRUE(scene.tap("records.0") && scene.tap("tab.1"));
    EXPECT_FALSE(scene.driver.shows("evaluation.date")) << "not before somebody asks for it";
    EXPECT_TRUE(scene.driver.shows("duty.evaluation."));
    ASSERT_TRUE(scene.tap("evaluate"));
    ASSERT_TRUE(scene.fill("evaluation.date", "12-3-2026") && scene.fill("evaluation.good", "rustig gebleven"));
    EXPECT_FALSE(scene.driver.shows("duty.evaluation.")) << "it was held";
    for (int i = 0; i < 3; ++i) ASSERT_TRUE(scene.tap("improvement.add"));
    ASSERT_TRUE(scene.fill("improvement.0.text", "deur op slot") && scene.fill("improvement.0.owner", "T. Beheer"));
    ASSERT_TRUE(scene.fill("improvement.1.text", "oefenen") && scene.fill("improvement.1.until", "1-4-2026"));
    ASSERT_TRUE(scene.fill("improvement.2.text", "huisregels ophangen") && scene.fill("improvement.2.until", "nooit"));
    ASSERT_TRUE(scene.tap("save"));
    EXPECT_FALSE(scene.record(evening).dossier) << "what is no day is not saved";
    ASSERT_TRUE(scene.tap("improvement.0.remove"));
    ASSERT_TRUE(scene.tap("save"));
    EXPECT_FALSE(scene.record(evening).dossier) << "what was typed stays with its own";
    ASSERT_TRUE(scene.fill("improvement.1.until", "2-4-2026") && scene.tap("save"));
    const Dossier saved = *scene.record(evening).dossier;
    EXPECT_EQ(saved.evaluation, (Evaluation{"2026-03-12", "", "rustig gebleven", ""}));
    EXPECT_EQ(saved.improvements, (std::vector<Improvement>{{"i2", "oefenen", "", "2026-04-01"},
                                                            {"i3", "huisregels ophangen", "", "2026-04-02"}}));
    ASSERT_TRUE(scene.tap("duty.improvement.i2") && scene.tap("save"));
    EXPECT_EQ(scene.record(evening).dossier->done.at(0).person, "i2");
    ASSERT_TRUE(scene.tap("list.1"));
    const auto due = scene.records().due(Register::Duties::Open);
    EXPECT_EQ(std::ranges::count(*due, DutyKind::Improvement, &DueDuty::kind), 1);
}

TEST(DossierScreen, WhatWasHeldToLearnFromIsNotedAndTheYearlyDiscussionIsMissedUntilItWasHeld) {
    DossierScene scene;
    ASSERT_TRUE(scene.tap("list.4"));
    EXPECT_EQ(scene.label("learnt.discussion"), "De jaarlijkse bespreking van 2026 is nog niet gehouden.");
    ASSERT_TRUE(scene.tap("list.0") && scene.tap("new") && scene.tap("fresh.kind.3"));
    EXPECT_FALSE(scene.driver.shows("fresh.affected.0") || scene.driver.shows("fresh.time"));
    ASSERT_TRUE(scene.tap("fresh.learning.2") && scene.tap("fresh.bodies.0"));
    ASSERT_TRUE(scene.fill("fresh.what", "casussen van het jaar") && scene.fill("fresh.date", "1-1-2199"));
    EXPECT_FALSE(scene.driver.find("fresh.make")->enabled) << "what was held was before today";
    ASSERT_TRUE(scene.fill("fresh.date", "2-3-2026") && scene.tap("fresh.make"));
    EXPECT_FALSE(scene.driver.shows("conduct.a")) << "nothing happened";
    EXPECT_EQ(scene.label("needed"), "Nog nodig (1)") << scene.label("needed.next");
    ASSERT_TRUE(scene.fill("learning.given_by", "de politie") && scene.fill("learning.concluded", "we melden eerder"));
    ASSERT_TRUE(scene.fill("learning.present", "Anke Bakker\n\n  B. de Wit "));
    ASSERT_TRUE(scene.tap("improvement.add") && scene.fill("improvement.0.text", "noodknop testen") &&
                scene.fill("improvement.0.owner", "T. Beheer"));
    EXPECT_EQ(scene.label("needed"), "Nog nodig (0)") << scene.label("needed.next");
    ASSERT_TRUE(scene.tap("save"));
    const auto all = scene.records().of_kind(IncidentKind::Learning);
    ASSERT_EQ(all->size(), 1U) << scene.label("problem");
    const Dossier saved = *scene.record(all->front().id).dossier;
    EXPECT_EQ(*saved.learning, (Learning{LearningKind::Discussion,
                                         "2026-03-02",
                                         "de politie",
                                         {Body::Council},
                                         {"Anke Bakker", "B. de Wit"},
                                         "we melden eerder"}));
    EXPECT_EQ(calendar_date(all->front().started), "2026-03-02");
    ASSERT_TRUE(scene.tap("complete") && scene.tap("tab.0"));
    EXPECT_FALSE(scene.driver.shows("annex") || scene.driver.shows("briefing"));
    ASSERT_TRUE(scene.tap("list.4"));
    EXPECT_EQ(scene.label("totals.records"), "Incidenten in twee jaar: 0");
    EXPECT_EQ(scene.label("learnt.discussion"),
              "De jaarlijkse bespreking van 2026 was op 2 maart 2026, maar nog niet met het college.");
    ASSERT_TRUE(scene.tap("list.0") && scene.tap("records.0") && scene.tap("tab.1") && scene.tap("learning.bodies.2") &&
                scene.tap("save"));
    ASSERT_TRUE(scene.tap("list.4"));
    EXPECT_EQ(scene.label("learnt.discussion"), "De jaarlijkse bespreking van 2026 was op 2 maart 2026.");
}

TEST(DossierScreen, WhatIsTypedOfALearningIsFoundAgainTomorrow) {
    FreshIncident fresh;
    fresh.kind = IncidentKind::Learning;
    EXPECT_FALSE(draft_of(fresh)) << "nothing was typed";
    fresh.learning = LearningKind::Training;
    fresh.bodies = {Body::Chairs};
    const auto kept = draft_of(fresh);
    ASSERT_TRUE(kept);
    const FreshIncident again = fresh_of(*kept, Instant{});
    EXPECT_EQ(again.kind, IncidentKind::Learning);
    EXPECT_EQ(again.learning, LearningKind::Training);
    EXPECT_EQ(again.bodies, fresh.bodies);
}

TEST(DossierScreen, AYearIsChosenAndWrittenAsAReport) {
    DossierScene scene;
    ASSERT_TRUE(scene.records().put(an_evening(), scene.clock.now().at));
    ASSERT_TRUE(scene.records().save(evening, 1, a_whole_dossier(), scene.clock.now().at));
    IncidentRecord former = an_evening(2, "vorig jaar");
    former.started.at = *from_rfc3339("2025-06-12T20:00:00+02:00");
    ASSERT_TRUE(scene.records().put(former, scene.clock.now().at));
    scene.refresh();
    ASSERT_TRUE(scene.tap("list.4"));
    EXPECT_EQ(scene.label("totals.records"), "Incidenten in twee jaar: 2");
    ASSERT_TRUE(scene.tap("totals.year.2"));
    EXPECT_EQ(scene.label("totals.records"), "Incidenten in 2025: 1");
    ASSERT_TRUE(scene.tap("totals.year.1"));
    EXPECT_EQ(scene.label("totals.records"), "Incidenten in 2026: 1");
    for (const char* key : {"year.pdf", "year.word", "year.sheet"}) {
        ASSERT_TRUE(scene.tap(key)) << key;
        EXPECT_NE(scene.label("done").find("Incidenten 2026"), std::string::npos) << scene.label("problem");
    }
    for (const char* ending : {".pdf", ".docx", ".csv"})
        EXPECT_TRUE(std::filesystem::exists(scene.folder / "reports" / ("Incidenten 2026" + std::string(ending))));
    const auto sheet = read_text_file(scene.folder / "reports" / "Incidenten 2026.csv");
    ASSERT_TRUE(sheet);
    EXPECT_EQ(std::ranges::count(*sheet, '\n'), 2) << *sheet;
    EXPECT_EQ(sheet->find("Vries"), std::string::npos) << "no names";
    ASSERT_TRUE(scene.tap("totals.year.0"));
    EXPECT_EQ(scene.label("totals.records"), "Incidenten in twee jaar: 2");
}

}  // namespace
}  // namespace hamer::ui
