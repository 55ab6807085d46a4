// Files of the desktop: chosen by its own chooser, opened by its own programs, and where there is no such desktop.
#include "dossier_scene.h"
#include "platform/text_file.h"
#include "service/store/papers.h"

#include <algorithm>
#include <fstream>
#include <gtest/gtest.h>

namespace hamer::ui {
namespace {

const std::string evening = an_evening().id;
const std::string suggested = "Dossier 2026-03-12 20.41, revisie 1.pdf";

class DossierFiles : public testing::Test {
  protected:
    DossierFiles() {
        EXPECT_TRUE(scene.records().put(an_evening(), scene.clock.now().at));
        scene.open_on_desktop();
        EXPECT_TRUE(scene.tap("records.0"));
    }
    void answer(ChosenFile chosen) {
        scene.desktop->answer(std::move(chosen));
        scene.settle();
    }
    std::vector<Paper> noted() { return papers(scene.files, scene.folder).value(); }

    DossierScene scene;
};

TEST_F(DossierFiles, ThePdfGoesWhereThePersonChooses) {
    ASSERT_TRUE(scene.tap("report"));
    ASSERT_EQ(scene.desktop->choices.size(), 1U);
    EXPECT_EQ(scene.desktop->choices[0].kind, FileChoice::Kind::Save);
    EXPECT_EQ(scene.desktop->choices[0].suggested, suggested);
    EXPECT_EQ(scene.desktop->choices[0].filters[0].patterns, std::vector<std::string>{"*.pdf"});
    EXPECT_FALSE(scene.driver.find("report")->enabled) << "one at a time";
    const auto file = scene.folder / "bij de stukken é" / "verslag.PDF";
    std::filesystem::create_directories(file.parent_path());
    answer(file);
    EXPECT_TRUE(std::filesystem::exists(file)) << scene.label("problem");
    EXPECT_EQ(scene.label("done"), "Geschreven: verslag.PDF");
    const auto accesses = scene.records().accesses(evening);
    EXPECT_EQ(std::ranges::count(*accesses, "export", &Access::what), 1);
    ASSERT_EQ(noted().size(), 1U);
    EXPECT_EQ(noted()[0].file, file.string());
    EXPECT_EQ(noted()[0].record, evening);
    ASSERT_TRUE(scene.tap("done.do"));
    EXPECT_EQ(scene.desktop->opened, std::vector<std::filesystem::path>{file});
}

TEST_F(DossierFiles, TheAnnexForThePoliceIsAPaperOfItsOwn) {
    ASSERT_TRUE(scene.tap("annex"));
    ASSERT_EQ(scene.desktop->choices.size(), 1U);
    EXPECT_EQ(scene.desktop->choices[0].suggested, "Bijlage aangifte 2026-03-12 20.41, revisie 1.pdf");
    const auto file = scene.folder / "bijlage.pdf";
    answer(file);
    EXPECT_TRUE(std::filesystem::exists(file)) << scene.label("problem");
    EXPECT_EQ(noted().size(), 1U);
}

TEST_F(DossierFiles, WithoutAChoiceNothingIsMade) {
    ASSERT_TRUE(scene.tap("report"));
    answer(std::nullopt);
    EXPECT_EQ(scene.label("done"), "");
    EXPECT_EQ(scene.label("problem"), "");
    EXPECT_TRUE(noted().empty());
    EXPECT_TRUE(scene.driver.find("report")->enabled);
}

TEST_F(DossierFiles, WithoutAChooserItGoesIntoHamersOwnFolder) {
    ASSERT_TRUE(scene.tap("report"));
    answer(tl::unexpected(chooser_error(ChooserTrouble::None, FileChoice::Kind::Save, "no bus")));
    const auto file = scene.folder / "reports" / suggested;
    EXPECT_TRUE(std::filesystem::exists(file));
    EXPECT_EQ(scene.label("done"), "Geschreven: " + file.string());
}

TEST_F(DossierFiles, AChooserThatFailedMakesNothingAndIsSaid) {
    for (const ChooserTrouble trouble : {ChooserTrouble::Stopped, ChooserTrouble::Unknown, ChooserTrouble::NotLocal}) {
        ASSERT_TRUE(scene.tap("report"));
        answer(tl::unexpected(chooser_error(trouble, FileChoice::Kind::Save, {})));
        EXPECT_NE(scene.label("problem"), "");
        EXPECT_TRUE(noted().empty());
    }
    ASSERT_TRUE(scene.tap("report"));
    EXPECT_EQ(scene.label("problem"), "");
    answer(tl::unexpected(chooser_error(ChooserTrouble::Silent, FileChoice::Kind::Save, {})));
    EXPECT_EQ(noted().size(), 1U);
}

TEST_F(DossierFiles, AnEndingIsAddedAndNothingIsOverwrittenThatTheDesktopDidNotAskAbout) {
    const auto file = scene.folder / "verslag.pdf";
    ASSERT_TRUE(scene.tap("report"));
    answer(scene.folder / "verslag");
    EXPECT_TRUE(std::filesystem::exists(file)) << scene.label("problem");
    std::ofstream(file) << "van een ander";
    ASSERT_TRUE(scene.tap("report"));
    answer(scene.folder / "verslag");
    EXPECT_NE(scene.label("problem").find("is er al"), std::string::npos) << scene.label("problem");
    EXPECT_EQ(read_text_file(file).value_or(""), "van een ander");
    ASSERT_TRUE(scene.tap("report"));
    answer(file);
    EXPECT_NE(read_text_file(file).value_or(""), "van een ander") << "this name the desktop asked about";
}

TEST_F(DossierFiles, WhatCannotBeWrittenIsSaidAndNotNoted) {
    ASSERT_TRUE(scene.tap("report"));
    answer(scene.folder / "geen map" / "a.pdf");
    EXPECT_NE(scene.label("problem"), "");
    EXPECT_TRUE(noted().empty());
}

TEST_F(DossierFiles, WhatCannotBeOpenedIsSaid) {
    ASSERT_TRUE(scene.tap("report"));
    answer(scene.folder / "a.pdf");
    scene.desktop->opening = tl::unexpected(opening_error(scene.folder / "a.pdf", "no program"));
    ASSERT_TRUE(scene.tap("done.do"));
    scene.settle();
    EXPECT_NE(scene.label("problem"), "");
}

TEST_F(DossierFiles, TwoRecordsOfOneMinuteDoNotTakeEachOthersPlace) {
    ASSERT_TRUE(scene.records().put(an_evening(2), scene.clock.now().at));
    IncidentRecord same = *scene.records().record(an_evening(2).id);
    same.started = an_evening().started;
    const auto first = scene.clerk->write_report(*scene.records().record(evening));
    const auto second = scene.clerk->write_report(same);
    ASSERT_TRUE(first && second);
    EXPECT_EQ(second->filename(), "Dossier 2026-03-12 20.41, revisie 1 (2).pdf");
    EXPECT_EQ(*scene.clerk->write_report(*scene.records().record(evening)), *first) << "the same one again";
    ASSERT_TRUE(scene.clerk->erase_record(evening));
    EXPECT_FALSE(std::filesystem::exists(*first));
    EXPECT_TRUE(std::filesystem::exists(*second));
}

TEST_F(DossierFiles, AMeetingIsExportedAndTakenInElsewhereByButtonsAlone) {
    scene.meet();
    ASSERT_TRUE(scene.tap("list.3") && scene.tap("meetings.0") && scene.tap("export"));
    ASSERT_EQ(scene.desktop->choices.size(), 1U);
    EXPECT_TRUE(scene.desktop->choices[0].suggested.starts_with("Vergadering 2026-03-12 "))
        << scene.desktop->choices[0].suggested;
    const auto file = scene.folder / "avond.hamer";
    answer(file);
    ASSERT_TRUE(std::filesystem::exists(file)) << scene.label("problem");
    DossierScene other;
    other.open_on_desktop();
    ASSERT_TRUE(other.tap("import") && other.tap("import.choose"));
    EXPECT_EQ(other.desktop->choices[0].kind, FileChoice::Kind::Open);
    EXPECT_FALSE(other.driver.find("import.choose")->enabled);
    other.desktop->answer(file);
    other.settle();
    EXPECT_NE(other.label("done").find("Ingelezen"), std::string::npos) << other.label("problem");
    EXPECT_EQ(other.records().list()->size(), 1U);
}

TEST_F(DossierFiles, AChoiceForAFormThatWentIsNobodys) {
    ASSERT_TRUE(scene.tap("import") && scene.tap("import.choose"));
    ASSERT_TRUE(scene.tap("records.0"));
    answer(scene.folder / "avond.hamer");
    EXPECT_EQ(scene.label("problem"), "");
    EXPECT_TRUE(scene.driver.shows("tab.1"));
}

TEST_F(DossierFiles, ThePlaceThatIsLeftLeavesTheChooser) {
    ASSERT_TRUE(scene.tap("report"));
    scene.app.reset();
    EXPECT_EQ(scene.desktop->left, 1);
}

}  // namespace
}  // namespace hamer::ui
