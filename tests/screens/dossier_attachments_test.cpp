// Files beside a record, by hand: added by the desktop's chooser, saved elsewhere, and erased.
#include "dossier_scene.h"

#include <fstream>
#include <gtest/gtest.h>

namespace hamer::ui {
namespace {

const std::string evening = an_evening().id;

TEST(DossierScreen, AFileIsAddedSavedElsewhereAndErased) {
    DossierScene scene;
    ASSERT_TRUE(scene.records().put(an_evening(), scene.clock.now().at));
    scene.refresh();
    scene.open_on_desktop();
    ASSERT_TRUE(scene.tap("records.0") && scene.tap("tab.1"));
    const auto picture = scene.folder / "dreigbericht van Quist.png";
    std::ofstream(picture) << "\x89PNG\r\n\x1a\n" << std::string(3000, 'x');
    ASSERT_TRUE(scene.tap("attachment.add"));
    EXPECT_EQ(scene.desktop->choices.back().kind, FileChoice::Kind::Open);
    scene.desktop->answer(picture);
    scene.settle();
    EXPECT_EQ(scene.label("done"), "Bijlage toegevoegd") << scene.label("problem");
    EXPECT_EQ(scene.label("attachment.0.name"), "dreigbericht van Quist.png (3 kB)");
    ASSERT_TRUE(scene.fill("attachment.0.remark", "van sociale media"));
    ASSERT_TRUE(scene.hold("attachment.0.erase"));
    EXPECT_TRUE(scene.driver.shows("attachment.0.name")) << "not over what is typed";
    ASSERT_TRUE(scene.tap("save"));
    const auto saved = scene.record(evening).dossier->attachments;
    ASSERT_EQ(saved.size(), 1U);
    EXPECT_EQ(saved[0].remark, "van sociale media");
    ASSERT_TRUE(scene.tap("attachment.0.take"));
    EXPECT_EQ(scene.desktop->choices.back().suggested, "Bijlage " + saved[0].id + ".png");
    scene.desktop->answer(scene.folder / "terug.png");
    scene.settle();
    EXPECT_EQ(std::filesystem::file_size(scene.folder / "terug.png"), std::filesystem::file_size(picture));
    ASSERT_TRUE(scene.hold("attachment.0.erase"));
    EXPECT_FALSE(scene.driver.shows("attachment.0.name"));
    EXPECT_FALSE(scene.records().attachment(evening, saved[0].id));
}

TEST(DossierScreen, AFileThatIsDroppedOnTheWindowIsAdded) {
    DossierScene scene;
    ASSERT_TRUE(scene.records().put(an_evening(), scene.clock.now().at));
    scene.refresh();
    scene.open_on_desktop();
    const auto picture = scene.folder / "bericht.png";
    std::ofstream(picture) << "\x89PNG\r\n\x1a\n" << std::string(3000, 'x');
    const auto drop = [&](std::vector<std::string> files) {
        scene.driver.drop(std::move(files));
        scene.settle();
        return scene.label("problem");
    };
    EXPECT_NE(drop({picture.string()}).find("Open eerst het dossier"), std::string::npos);
    ASSERT_TRUE(scene.tap("records.0") && scene.tap("tab.1"));
    EXPECT_NE(drop({picture.string(), picture.string()}).find("één bestand tegelijk"), std::string::npos);
    ASSERT_TRUE(scene.fill("place", "publieke tribune"));
    EXPECT_NE(drop({picture.string()}).find("Bewaar eerst"), std::string::npos) << "not over what is typed";
    ASSERT_TRUE(scene.tap("save"));
    ASSERT_TRUE(scene.record(evening).dossier->attachments.empty());
    EXPECT_EQ(drop({picture.string()}), "");
    EXPECT_EQ(scene.label("done"), "Bijlage toegevoegd");
    ASSERT_EQ(scene.record(evening).dossier->attachments.size(), 1U);
    EXPECT_NE(drop({(scene.folder / "nergens.png").string()}).find("nergens.png"), std::string::npos);
}

TEST(DossierScreen, WhatCannotBeAFileBesideARecordIsSaid) {
    DossierScene scene;
    ASSERT_TRUE(scene.records().put(an_evening(), scene.clock.now().at));
    scene.refresh();
    scene.open_on_desktop();
    ASSERT_TRUE(scene.tap("records.0") && scene.tap("tab.1"));
    ASSERT_TRUE(scene.tap("attachment.add"));
    scene.desktop->answer(scene.folder / "nergens.png");
    scene.settle();
    EXPECT_NE(scene.label("problem").find("nergens.png"), std::string::npos) << scene.label("problem");
    ASSERT_TRUE(scene.tap("attachment.add"));
    scene.desktop->answer(std::nullopt);
    scene.settle();
    EXPECT_FALSE(scene.record(evening).dossier) << "closed without a choice";
}

}  // namespace
}  // namespace hamer::ui
