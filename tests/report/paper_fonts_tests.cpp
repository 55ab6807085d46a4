// The fonts that a program brings along.
#include "report/module/paper_fonts.h"
#include "support/places.h"

#include <fontconfig/fontconfig.h>
#include <fstream>
#include <gtest/gtest.h>
#include <memory>

namespace hamer {
namespace {

// What is drawn with for the other tests, put back afterwards.
class PaperFonts : public testing::Test {
  protected:
    void TearDown() override {
        FcConfigSetCurrent(before_.get());
        std::filesystem::remove_all(folder_);
    }
    [[nodiscard]] static int known() {
        const FcFontSet* fonts = FcConfigGetFonts(nullptr, FcSetApplication);
        return fonts == nullptr ? 0 : fonts->nfont;
    }

    const std::unique_ptr<FcConfig, void (*)(FcConfig*)> before_{FcConfigReference(nullptr), &FcConfigDestroy};
    const std::filesystem::path folder_ = test::make_temporary_folder("Raad van één");
};

TEST_F(PaperFonts, OfAFolderAreTheOnlyOnes) {
    std::filesystem::copy_file(HAMER_TEST_FONT, folder_ / "one.ttf");
    const Status taken = take_fonts(folder_);
    ASSERT_TRUE(taken) << describe(taken.error());
    EXPECT_EQ(known(), 1);
    const FcFontSet* of_system = FcConfigGetFonts(nullptr, FcSetSystem);
    EXPECT_TRUE(of_system == nullptr || of_system->nfont == 0);
}

TEST_F(PaperFonts, AFolderWithoutAnyIsRefusedByName) {
    for (const auto& folder : {folder_, folder_ / "not there"}) {
        const Status taken = take_fonts(folder);
        ASSERT_FALSE(taken);
        EXPECT_EQ(taken.error().where, folder.string());
        EXPECT_EQ(taken.error().trouble, Trouble::PartMissing);
        EXPECT_EQ(FcConfigGetCurrent(), before_.get());
    }
    std::ofstream(folder_ / "one.ttf") << "no font";
    EXPECT_FALSE(take_fonts(folder_));
}

TEST_F(PaperFonts, AreTheSystemsWithoutAFolder) {
    EXPECT_TRUE(take_fonts(std::nullopt));
    EXPECT_EQ(FcConfigGetCurrent(), before_.get());
}

}  // namespace
}  // namespace hamer
