// The clerk's screens as a person last looked at them and was content; each is also judged.
#include "dossier_scene.h"
#include "pictures/approved.h"
#include "ui/driver/audit.h"

#include <fmt/ranges.h>

namespace hamer::ui {
namespace {

class DossierPictures : public test::ApprovedPictures {
  protected:
    void agrees(DossierScene& scene, const std::string& name) {
        scene.driver.hover({0, 0});
        scene.driver.settle();
        std::string wrong;
        for (const std::string& each : audit(scene.driver.ui())) wrong += each + "\n";
        EXPECT_EQ(wrong, "") << name;
        ApprovedPictures::agrees("screens", name, scene.driver.stage(), scene.driver.now(), scene.driver.draw());
        EXPECT_EQ(fmt::format("{}", fmt::join(scene.driver.beyond_tab(), " ")), "") << name;
    }

    void all(const std::string& folder, Display display, Look look, Language language) {
        DossierScene scene(display, look, language);
        ASSERT_TRUE(scene.clerk->records().put(an_evening(2, "spandoek en leuzen"), scene.clock.now().at));
        ASSERT_TRUE(scene.clerk->records().save(an_evening(2).id, 1, a_whole_dossier(), scene.clock.now().at));
        ASSERT_TRUE(scene.clerk->complete(an_evening(2).id, 2, "griffier"));
        ASSERT_TRUE(scene.clerk->records().put(an_evening(), scene.clock.now().at));
        scene.refresh();
        const std::string where = folder + "/dossier-";
        const auto back = [&] {
            if (display.height > display.width) scene.tap("back");
        };
        agrees(scene, where + "list");
        ASSERT_TRUE(scene.tap("records.0"));
        agrees(scene, where + "read");
        ASSERT_TRUE(scene.tap("tab.1"));
        agrees(scene, where + "complete");
        ASSERT_TRUE(scene.tap("person.add.disturber") && scene.fill("person.0.name", "de vries"));
        agrees(scene, where + "person");
        ASSERT_TRUE(scene.tap("revert"));
        back();
        ASSERT_TRUE(scene.tap("list.1"));
        agrees(scene, where + "due");
        ASSERT_TRUE(scene.tap("list.2"));
        agrees(scene, where + "deliveries");
        ASSERT_TRUE(scene.tap("list.0") && scene.tap("records.1") && scene.tap("tab.3"));
        agrees(scene, where + "changed");
        ASSERT_TRUE(scene.tap("tab.4"));
        agrees(scene, where + "gir");
        back();
        ASSERT_TRUE(scene.tap("new"));
        agrees(scene, where + "new");
        back();
        ASSERT_TRUE(scene.tap("import"));
        agrees(scene, where + "import");
    }
};

TEST_F(DossierPictures, InDutchAndLight) { all("nl-light", landscape, {.face = Face::Light}, Language::Dutch); }
TEST_F(DossierPictures, InEnglishAndDark) { all("en-dark", landscape, {.face = Face::Dark}, Language::English); }
TEST_F(DossierPictures, InPortrait) { all("800x1280", portrait, {}, Language::Dutch); }
TEST_F(DossierPictures, OnADenseScreen) { all("2736x1824", dense, {.face = Face::Dark}, Language::English); }

}  // namespace
}  // namespace hamer::ui
