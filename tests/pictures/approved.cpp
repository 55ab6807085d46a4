#include "pictures/approved.h"

#include "support/places.h"
#include "ui/surface/picture.h"

#include <cstdlib>
#include <filesystem>

namespace hamer::test {

namespace {

constexpr int step = 17;                   // sixteen steps, 0 to 255
constexpr int tolerance = 24 + step / 2;   // of a channel
constexpr double differing_share = 0.001;  // other machines draw edges a little differently

ui::Picture coarse(ui::Picture picture) {
    for (std::uint8_t& channel : picture.rgba) channel = static_cast<std::uint8_t>((channel + step / 2) / step * step);
    return picture;
}

}  // namespace

void ApprovedPictures::SetUp() {
    auto opened = ui::Offscreen::open();
    if (!opened) GTEST_SKIP() << describe(opened.error());
    offscreen_ = std::move(*opened);
}

void ApprovedPictures::agrees(const std::string& folder, const std::string& name, ui::Stage& stage, std::int64_t now_ms,
                              const ui::Draw& draw) {
    const auto picture = offscreen_->picture(stage, now_ms, draw);
    ASSERT_TRUE(picture) << describe(picture.error());
    const auto approved =
        std::filesystem::path(test::source_directory()) / "tests" / folder / "approved" / (name + ".png");
    const auto drawn = std::filesystem::path(test::build_directory()) / "pictures" / folder / (name + ".png");
    const auto before = ui::read_png(approved);
    const double differs = before ? ui::difference(*before, *picture, tolerance) : 1;
    if (differs <= differing_share) return;
    std::filesystem::create_directories(drawn.parent_path());
    ASSERT_TRUE(ui::write_png(drawn, *picture));
    if (std::getenv("HAMER_APPROVE") != nullptr) {
        std::filesystem::create_directories(approved.parent_path());
        ASSERT_TRUE(ui::write_png(approved, coarse(*picture)));
        return;
    }
    ADD_FAILURE() << "a share of " << differs << " differs: look at " << drawn << " beside " << approved;
}

}  // namespace hamer::test
