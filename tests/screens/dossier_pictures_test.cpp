// The clerk's screens as a person last looked at them and was content; each is also judged.
#include "dossier_scene.h"
#include "pictures/approved.h"
#include "support/driver/audit.h"

#include <fmt/ranges.h>
#include <fstream>

namespace hamer::ui {
namespace {

class DossierPictures : public test::ApprovedPictures {
  protected:
    // Nothing is clipped, covered or out of reach. The picture is taken before the keyboard goes round.
    void is_sound(DossierScene& scene, const std::string& name, bool same_each_time = false) {
        scene.driver.hover({0, 0});
        scene.settle();
        std::string wrong;
        for (const std::string& each : audit(scene.driver.ui())) wrong += each + "\n";
        EXPECT_EQ(wrong, "") << name;
        if (same_each_time) {
            ApprovedPictures::agrees("screens", name, scene.driver.stage(), scene.driver.now(), scene.driver.draw());
        }
        EXPECT_EQ(fmt::format("{}", fmt::join(scene.driver.beyond_tab(), " ")), "") << name;
    }

    void agrees(DossierScene& scene, const std::string& name) { is_sound(scene, name, true); }

    void all(const std::string& folder, Display display, Look look, Language language) {
        DossierScene scene(display, look, language);
        ASSERT_TRUE(scene.records().put(an_evening(2, "spandoek en leuzen"), scene.clock.now().at));
        ASSERT_TRUE(scene.records().save(an_evening(2).id, 1, a_whole_dossier(), scene.clock.now().at));
        ASSERT_TRUE(scene.clerk->complete(an_evening(2).id, 2, "griffier"));
        ASSERT_TRUE(scene.records().put(an_evening(), scene.clock.now().at));
        for (int year = 2009; year < 2012; ++year) {
            IncidentRecord old = an_evening(year - 2000, "leuzen in de zaal");
            old.started.at = *from_rfc3339(fmt::format("{}-11-08T21:10:00+01:00", year));
            ASSERT_TRUE(scene.records().put(old, scene.clock.now().at));
        }
        scene.meet();
        scene.refresh();
        std::filesystem::create_directories(scene.folder / "uit");
        scene.open_on_desktop();
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
        ASSERT_TRUE(scene.tap("informed.mayor") && scene.fill("informed.mayor.at", "12-03-2026 20:40"));
        ASSERT_TRUE(scene.tap("informed.mayor.at.calendar"));
        agrees(scene, where + "calendar");
        ASSERT_TRUE(scene.tap("revert") && scene.tap("person.add.disturber") &&
                    scene.fill("person.0.name", "de vries"));
        ASSERT_TRUE(scene.tap("save") && scene.hold("person.0.erase"));
        agrees(scene, where + "named");
        ASSERT_TRUE(scene.tap("named.close") && scene.tap("tab.0") && scene.tap("report"));
        scene.desktop->answer(scene.folder / scene.desktop->choices.back().suggested);
        agrees(scene, where + "written");
        back();
        ASSERT_TRUE(scene.tap("list.1"));
        agrees(scene, where + "due");
        ASSERT_TRUE(scene.tap("list.2"));
        agrees(scene, where + "deliveries");
        ASSERT_TRUE(scene.tap("list.0") && scene.tap("records.2") && scene.tap("tab.3"));
        agrees(scene, where + "changed");
        ASSERT_TRUE(scene.tap("tab.4"));
        agrees(scene, where + "gir");
        ASSERT_TRUE(scene.tap("tab.5"));
        agrees(scene, where + "letters");
        ASSERT_TRUE(scene.tap("tab.1") && scene.fill("gir.number", "2026-0312"));
        agrees(scene, where + "settled");
        ASSERT_TRUE(scene.fill("care.p2.by", "griffier"));
        agrees(scene, where + "aftercare");
        ASSERT_TRUE(scene.tap("duty.owners"));
        agrees(scene, where + "deadlines");
        ASSERT_TRUE(scene.tap("evaluate") && scene.fill("evaluation.good", "iedereen bleef rustig") &&
                    scene.tap("improvement.add") && scene.fill("improvement.0.text", "deur op slot"));
        agrees(scene, where + "evaluation");
        ASSERT_TRUE(scene.tap("hold.2") && scene.fill("hold.text", "verzoek 2026-17"));
        agrees(scene, where + "hold");
        std::ofstream(scene.folder / "dreigbericht.png") << "\x89PNG\r\n\x1a\n" << std::string(120'000, 'x');
        ASSERT_TRUE(scene.tap("save") && scene.tap("attachment.add"));
        scene.desktop->answer(scene.folder / "dreigbericht.png");
        scene.settle();
        ASSERT_TRUE(scene.fill("attachment.0.remark", "gestuurd via sociale media"));
        agrees(scene, where + "attachment");
        back();
        ASSERT_TRUE(scene.tap("new"));
        agrees(scene, where + "new");
        ASSERT_TRUE(scene.tap("fresh.kind.1") && scene.tap("fresh.affected.0") && scene.fill("fresh.time", "20:00") &&
                    scene.fill("fresh.what", "dreigende berichten over de opvang"));
        agrees(scene, where + "new-signal");
        ASSERT_TRUE(scene.tap("fresh.make") && scene.tap("precaution.add.0") &&
                    scene.fill("signal.talked", "12-3-2026"));
        agrees(scene, where + "signal");
        ASSERT_TRUE(scene.tap("save"));
        back();
        ASSERT_TRUE(scene.tap("new") && scene.tap("fresh.kind.2") && scene.fill("fresh.date", "26-3-2026") &&
                    scene.fill("fresh.what", "Raadsvergadering over de opvang") && scene.tap("fresh.make"));
        ASSERT_TRUE(scene.tap("risk.0") && scene.tap("estimate.level.2"));
        agrees(scene, where + "estimate");
        ASSERT_TRUE(scene.tap("save"));
        back();
        ASSERT_TRUE(scene.tap("new") && scene.tap("fresh.kind.3") && scene.tap("fresh.learning.1") &&
                    scene.tap("fresh.bodies.0") && scene.fill("fresh.what", "omgaan met agressie"));
        agrees(scene, where + "new-learning");
        ASSERT_TRUE(scene.tap("fresh.make") && scene.fill("learning.given_by", "de politie"));
        agrees(scene, where + "learning");
        ASSERT_TRUE(scene.tap("save"));
        back();
        ASSERT_TRUE(scene.tap("import"));
        agrees(scene, where + "import");
        back();
        ASSERT_TRUE(scene.tap("list.4"));
        agrees(scene, where + "overview");
        ASSERT_TRUE(scene.tap("destroy.begin") && scene.tap("destroy.choose"));
        scene.desktop->answer("/home/griffier/verklaring.pdf");
        agrees(scene, where + "destroy");
        ASSERT_TRUE(scene.tap("destroy.close"));
        ASSERT_TRUE(scene.tap("list.3"));
        agrees(scene, where + "meetings");
        ASSERT_TRUE(scene.tap("meetings.0"));
        is_sound(scene, where + "meeting");  // with a hash that is another one each time
    }
};

TEST_F(DossierPictures, InDutchAndLight) { all("nl-light", landscape, {.face = Face::Light}, Language::Dutch); }
TEST_F(DossierPictures, InEnglishAndDark) { all("en-dark", landscape, {.face = Face::Dark}, Language::English); }
TEST_F(DossierPictures, InPortrait) { all("800x1280", portrait, {}, Language::Dutch); }
TEST_F(DossierPictures, OnADenseScreen) { all("2736x1824", dense, {.face = Face::Dark}, Language::English); }

}  // namespace
}  // namespace hamer::ui
