// The disk in memory itself: what a loss of power leaves on it, so that the tests that trust it try what they say.
#include "support.h"

#include <algorithm>
#include <gtest/gtest.h>

namespace hamer {
namespace {

const std::filesystem::path file = session_folder / "file";

void write(MemoryFileSystem& disk, const std::filesystem::path& path, const std::string& bytes) {
    ASSERT_TRUE((*disk.open_to_append(path))->write(bytes));
}

TEST(DiskInMemory, KeepsWhatWasSyncedAndLeavesAnythingOfTheRest) {
    const std::string synced(1000, 's');
    const std::string unsynced(3000, 'u');
    std::size_t all = 0, none = 0, holes = 0, torn = 0, named = 0;
    constexpr unsigned seeds = 300;
    for (unsigned seed = 0; seed < seeds; ++seed) {
        MemoryFileSystem disk;
        disk.put(file, "");
        const auto open = disk.open_to_append(file);
        ASSERT_TRUE((*open)->write(synced) && (*open)->sync() && (*open)->write(unsynced));
        ASSERT_TRUE(disk.create(session_folder / "new"));
        std::mt19937 random(seed);
        disk.lose_power(random);
        const std::string left = disk.get(file);
        ASSERT_TRUE(left.starts_with(synced)) << "seed " << seed;
        const std::string rest = left.substr(synced.size());
        ASSERT_LE(rest.size(), unsynced.size()) << "seed " << seed;
        ASSERT_EQ(rest.find_first_not_of(std::string("u\0", 2)), std::string::npos) << "seed " << seed;
        all += rest == unsynced;
        none += rest.empty();
        holes += rest.find(std::string("\0u", 2)) != std::string::npos;
        const std::size_t end = left.find(std::string("u\0", 2), synced.size() - 1);
        torn += end != std::string::npos && (end + 1) % 512 != 0;
        named += disk.exists(session_folder / "new");
    }
    for (const std::size_t seen : {all, none, holes, torn, named, seeds - named}) EXPECT_GT(seen, 3u);
}

TEST(DiskInMemory, ARenameThatWasNotSyncedHasHappenedOrNotAndNothingElse) {
    std::size_t happened = 0;
    constexpr unsigned seeds = 60;
    for (unsigned seed = 0; seed < seeds; ++seed) {
        MemoryFileSystem disk;
        disk.put(file, "old");
        disk.put(session_folder / "beside", "new");
        ASSERT_TRUE(disk.rename(session_folder / "beside", file));
        std::mt19937 random(seed);
        disk.lose_power(random);
        const std::string left = disk.get(file);
        ASSERT_TRUE(left == "old" || left == "new");
        ASSERT_EQ(disk.exists(session_folder / "beside"), left == "old");
        happened += left == "new";
    }
    EXPECT_GT(happened, 3u);
    EXPECT_LT(happened, seeds - 3);
}

TEST(DiskInMemory, AFailedSyncLosesItsBytesWhateverLaterSyncsSay) {
    MemoryFileSystem disk;
    disk.put(file, "");
    disk.fail_at_call(3, Mishap::InputOutputError);
    const auto open = disk.open_to_append(file);
    ASSERT_TRUE((*open)->write("lost"));
    ASSERT_FALSE((*open)->sync());
    write(disk, file, "kept");
    ASSERT_TRUE((*open)->sync());
    ASSERT_EQ(disk.get(file), "lostkept") << "it is still to be read";
    std::mt19937 random(1);
    disk.lose_power(random);
    EXPECT_EQ(disk.get(file), std::string(4, '\0') + "kept");
}

}  // namespace
}  // namespace hamer
