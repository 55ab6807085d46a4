// Pictures of the gallery, compared with approved ones.
#include "gallery.h"
#include "pictures/approved.h"
#include "support/driver/driver.h"

namespace hamer::ui {
namespace {

class Pictures : public test::ApprovedPictures {
  protected:
    using Act = std::function<void(Driver&)>;

    void agrees(const std::string& name, Display display, Look look, gallery::Model model, const Act& act = {}) {
        Driver driver([&model](Ui& ui) { gallery::draw(ui, model); }, display, look);
        if (act) act(driver);
        ApprovedPictures::agrees("ui", name, driver.stage(), driver.now() + 16, driver.draw());
    }
};

TEST_F(Pictures, AreAsApprovedInTheLightFace) {
    agrees("gallery-light", {}, {.face = Face::Light}, {});
    agrees("gallery-light-side-panel", {}, {.face = Face::Light}, {.side_panel = true});
}

TEST_F(Pictures, AreAsApprovedInTheDarkFace) {
    agrees("gallery-dark-two-ways", {}, {.face = Face::Dark}, {.two_ways = true});
    agrees("gallery-dark-idle", {}, {.face = Face::Dark}, {.idle = true});
}

TEST_F(Pictures, ShowTheGuardTheRefusalAndTheFocus) {
    agrees("gallery-guarded", {}, {.face = Face::Light}, {}, [](Driver& driver) {
        driver.click("request.speak");
        driver.pass(200);
    });
    agrees("gallery-refused", {}, {.face = Face::Dark}, {.side_panel = true}, [](Driver& driver) {
        driver.tab_to("note.who");
        driver.key('o');
        driver.tab_to("note.who");
    });
    agrees("gallery-editing", {}, {.face = Face::Light}, {.side_panel = true}, [](Driver& driver) {
        driver.click("note.text");
        driver.type(" Eén gooit met papier.");
        driver.key(Key::Left, {.shift = true, .control = true});
    });
}

TEST_F(Pictures, AreAsApprovedOnOtherDisplays) {
    agrees("gallery-large-text", {.width = 1920, .height = 1200, .dpi = 96}, {.face = Face::Light, .text_size = 1.5F},
           {});
    agrees("gallery-portrait", {.width = 800, .height = 1280}, {.face = Face::Light}, {});
    agrees("gallery-large", {.width = 2736, .height = 1824, .dpi = 267, .content_scale = 2}, {.face = Face::Dark}, {});
}

}  // namespace
}  // namespace hamer::ui
