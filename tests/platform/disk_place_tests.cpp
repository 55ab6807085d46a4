#include "platform/disk_place.h"

#include <gtest/gtest.h>

namespace hamer {
namespace {

TEST(DiskPlace, KnowsTheFoldersOfProgramsThatSyncByTheirNames) {
    EXPECT_EQ(syncing_program("/home/renee/OneDrive/hamer"), "OneDrive");
    EXPECT_EQ(syncing_program("/home/renee/OneDrive - Gemeente Voorbeeld"), "OneDrive");
    EXPECT_EQ(syncing_program("/home/renee/OneDrive-Personal/x"), "OneDrive");
    EXPECT_EQ(syncing_program("/home/renee/dropbox (Griffie)"), "Dropbox");
    EXPECT_EQ(syncing_program("/srv/Google Drive/x"), "Google Drive");
    EXPECT_EQ(syncing_program("Nextcloud"), "Nextcloud");
}

TEST(DiskPlace, TakesNoOtherNameForOne) {
    for (const char* path :
         {"", "/", "/home/renee/.local/share/hamer", "/home/dropboxen", "/srv/mijn-onedrive", "/one/drive"}) {
        EXPECT_EQ(syncing_program(path), "") << path;
    }
}

TEST(DiskPlace, IsToldOfAFolderThatIsNotThereYet) {
    const auto folder = std::filesystem::path(testing::TempDir());
    const FolderPlace there = place_of(folder);
    EXPECT_EQ(place_of(folder / "not" / "there").kind, there.kind);
    EXPECT_EQ(place_of(folder / "not" / "Nextcloud" / "hamer").kind, FolderKind::Synced);
    EXPECT_EQ(place_of(folder / "not" / "Nextcloud" / "hamer").name, "Nextcloud");
}

}  // namespace
}  // namespace hamer
