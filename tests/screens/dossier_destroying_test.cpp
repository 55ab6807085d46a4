// What was kept for long enough is destroyed from the overview: seen first, held down, and stated; what is held stays.
#include "dossier_scene.h"

#include <algorithm>
#include <fmt/format.h>
#include <gtest/gtest.h>

namespace hamer::ui {
namespace {

class DossierDestroying : public testing::Test {
  protected:
    DossierDestroying() {
        old_ = put(5, "2009-11-08T21:10:00+01:00", "leuzen in de zaal");
        held_ = put(6, "2010-11-08T21:10:00+01:00", "spandoek");
        young_ = put(7, "2026-03-08T21:10:00+01:00", "geroep");
        Dossier dossier;
        dossier.hold = Hold{HoldReason::Case, "2026-01-05", ""};
        EXPECT_TRUE(scene.records().save(held_, 1, dossier, scene.clock.now().at));
        scene.open_on_desktop();
        EXPECT_TRUE(scene.tap("list.4"));
    }
    // Each of a session of its own, or of that of another record.
    std::string put(int number, const char* when, const char* what, int session = 0) {
        IncidentRecord record = an_evening(number, what);
        record.source.session = fmt::format("20260312T190000Z-0000000{}", session == 0 ? number : session);
        record.id = fmt::format("{}-{}", record.source.session, number);
        record.started.at = *from_rfc3339(when);
        EXPECT_TRUE(scene.records().put(record, scene.clock.now().at));
        return record.id;
    }
    void answer(ChosenFile chosen) {
        scene.desktop->answer(std::move(chosen));
        scene.settle();
    }
    [[nodiscard]] bool is_there(const std::string& id) { return scene.records().record(id).has_value(); }

    DossierScene scene;
    std::string old_, held_, young_;
};

TEST_F(DossierDestroying, WhatIsSeenGoesOnceItIsHeldDownAndTheStatementSaysSo) {
    const auto report = scene.clerk->write_report(*scene.records().record(old_));
    ASSERT_TRUE(report && std::filesystem::exists(*report));
    ASSERT_TRUE(scene.tap("destroy.begin"));
    EXPECT_FALSE(scene.driver.find("destroy.now")->enabled) << "first where the statement is to be put";
    ASSERT_TRUE(scene.tap("destroy.choose"));
    ASSERT_EQ(scene.desktop->choices.size(), 1U);
    EXPECT_TRUE(scene.desktop->choices[0].suggested.starts_with("Verklaring van vernietiging 2026"));
    answer(scene.folder / "verklaring.pdf");
    EXPECT_TRUE(is_there(old_));
    (void)scene.tap("destroy.now");
    EXPECT_TRUE(is_there(old_)) << "a tap is not enough";
    ASSERT_TRUE(scene.hold("destroy.now"));
    EXPECT_EQ(scene.label("problem"), "");
    EXPECT_FALSE(is_there(old_));
    EXPECT_FALSE(std::filesystem::exists(*report)) << "its papers too";
    EXPECT_TRUE(is_there(held_) && is_there(young_));
    EXPECT_NE(scene.label("destroyed.0").find("leuzen in de zaal – vernietigd"), std::string::npos)
        << scene.label("destroyed.0");
    EXPECT_FALSE(scene.driver.shows("destroyed.1"));
    EXPECT_NE(scene.label("destroyed.statement").find("verklaring.pdf"), std::string::npos);
    EXPECT_TRUE(std::filesystem::exists(scene.folder / "verklaring.pdf"));
    const auto accesses = scene.records().accesses(old_);
    EXPECT_EQ(std::ranges::count(*accesses, "erase", &Access::what), 1) << "noted, with who did it";
    ASSERT_TRUE(scene.tap("done.do"));
    EXPECT_EQ(scene.desktop->opened, std::vector<std::filesystem::path>{scene.folder / "verklaring.pdf"});
    ASSERT_TRUE(scene.tap("destroy.close"));
    EXPECT_FALSE(scene.driver.shows("destroyed.0"));
    EXPECT_FALSE(scene.driver.shows("old.0")) << "the overview knows it";
    EXPECT_FALSE(scene.driver.shows("destroy.begin"));
}

TEST_F(DossierDestroying, WhatSomebodyHoldsMeanwhileStaysAndNothingElseGoesUnseen) {
    const std::string other = put(8, "2011-11-08T21:10:00+01:00", "schelden");
    ASSERT_TRUE(scene.tap("destroy.begin") && scene.tap("destroy.choose"));
    answer(scene.folder / "verklaring.pdf");
    Dossier dossier;
    dossier.hold = Hold{HoldReason::Woo, "2026-03-12", ""};
    ASSERT_TRUE(scene.records().save(old_, 1, dossier, scene.clock.now().at));
    const std::string unseen = put(9, "2012-11-08T21:10:00+01:00", "nog een");
    ASSERT_TRUE(scene.hold("destroy.now"));
    EXPECT_TRUE(is_there(old_)) << "held since";
    EXPECT_TRUE(is_there(unseen)) << "it was not on the screen";
    EXPECT_FALSE(is_there(other));
    EXPECT_NE(scene.label("destroyed.0").find("schelden"), std::string::npos);
}

TEST_F(DossierDestroying, AStatementThatCannotBePutThereIsKeptAmongTheReports) {
    ASSERT_TRUE(scene.tap("destroy.begin") && scene.tap("destroy.choose"));
    answer(scene.folder / "geen map" / "verklaring.pdf");
    ASSERT_TRUE(scene.hold("destroy.now"));
    EXPECT_FALSE(is_there(old_));
    EXPECT_NE(scene.label("problem"), "");
    EXPECT_NE(scene.label("destroyed.statement").find("reports"), std::string::npos);
    const auto reports = std::filesystem::directory_iterator(scene.folder / "reports");
    EXPECT_EQ(std::distance(begin(reports), end(reports)), 1);
}

TEST_F(DossierDestroying, WithoutAChoiceNothingGoes) {
    ASSERT_TRUE(scene.tap("destroy.begin") && scene.tap("destroy.choose"));
    answer(std::nullopt);
    EXPECT_FALSE(scene.driver.find("destroy.now")->enabled);
    (void)scene.hold("destroy.now");
    EXPECT_TRUE(is_there(old_));
    ASSERT_TRUE(scene.tap("destroy.close"));
    EXPECT_TRUE(scene.driver.shows("old.0"));
}

TEST_F(DossierDestroying, WhatStandsInTheWayIsSaidAndStandsInNoOthersWay) {
    const std::string other = put(8, "2011-11-08T21:10:00+01:00", "schelden");
    // Of the same meeting as the old one, and needed for something: the texts that they share stay.
    const std::string beside = put(9, "2009-11-08T22:10:00+01:00", "duwen", 5);
    Dossier dossier;
    dossier.hold = Hold{HoldReason::Objection, "2026-03-12", ""};
    ASSERT_TRUE(scene.records().save(beside, 1, dossier, scene.clock.now().at));
    ASSERT_TRUE(scene.tap("destroy.begin") && scene.tap("destroy.choose"));
    answer(scene.folder / "verklaring.pdf");
    ASSERT_TRUE(scene.hold("destroy.now"));
    EXPECT_TRUE(is_there(old_) && is_there(beside) && !is_there(other));
    EXPECT_NE(scene.label("destroyed.0").find("NIET vernietigd"), std::string::npos) << scene.label("destroyed.0");
    EXPECT_NE(scene.label("destroyed.1").find("schelden – vernietigd"), std::string::npos);
    EXPECT_NE(scene.label("problem").find("nog nodig"), std::string::npos) << scene.label("problem");
    EXPECT_TRUE(std::filesystem::exists(scene.folder / "verklaring.pdf"));
}

}  // namespace
}  // namespace hamer::ui
