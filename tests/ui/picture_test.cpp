// Pictures of the gallery, drawn without a display and compared with approved ones. With HAMER_APPROVE=1 in the
// environment a picture that differs takes the place of the approved one.
#include "gallery.h"
#include "ui/driver/driver.h"
#include "ui/surface/offscreen.h"

#include <cstdlib>
#include <filesystem>
#include <gtest/gtest.h>

namespace hamer::ui {
namespace {

constexpr double differing_share = 0.005;  // other machines draw edges a little differently

class Pictures : public testing::Test {
  protected:
    void SetUp() override {
        auto opened = Offscreen::open();
        if (!opened) GTEST_SKIP() << describe(opened.error());
        offscreen_ = std::move(*opened);
    }

    using Act = std::function<void(Driver&)>;

    void agrees(const std::string& name, Display display, Look look, gallery::Model model, const Act& act = {}) {
        Driver driver([&model](Ui& ui) { gallery::draw(ui, model); }, display, look);
        if (act) act(driver);
        const auto picture = offscreen_->picture(driver.stage(), driver.now() + 16, driver.draw());
        ASSERT_TRUE(picture) << describe(picture.error());
        const std::filesystem::path approved =
            std::filesystem::path(HAMER_SOURCE_DIR "/tests/ui/approved") / (name + ".png");
        const std::filesystem::path received = std::filesystem::path(HAMER_BINARY_DIR) / "pictures" / (name + ".png");
        std::filesystem::create_directories(received.parent_path());
        ASSERT_TRUE(write_png(received, *picture));
        const auto before = read_png(approved);
        const double differs = before ? difference(*before, *picture) : 1;
        if (differs > differing_share && std::getenv("HAMER_APPROVE") != nullptr) {
            std::filesystem::create_directories(approved.parent_path());
            ASSERT_TRUE(write_png(approved, *picture));
            return;
        }
        EXPECT_LE(differs, differing_share) << "look at " << received << " beside " << approved;
    }

    std::unique_ptr<Offscreen> offscreen_;
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
