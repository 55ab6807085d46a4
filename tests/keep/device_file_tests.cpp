// The devices that are paired: on disk by the hash of their keys alone.
#include "base/sha256.h"
#include "memory_file_system.h"
#include "service/keep/device_file.h"

#include <gtest/gtest.h>

namespace hamer::test {
namespace {

struct SetClock final : Clock {
    Instant at{1'773'342'845'120, 60};
    [[nodiscard]] Stamp now() const override { return {at, "b", 0}; }
};

class DeviceFileTest : public testing::Test {
  protected:
    void pair(const std::string& device, const std::string& secret, LinkRole role = LinkRole::Chair) {
        ASSERT_TRUE(devices.add({{device, role}, "iPad raadzaal", sha256_hex(secret)}));
    }

    MemoryFileSystem disk;
    SetClock clock;
    const std::filesystem::path path = "state/hamer/devices.json";
    DeviceFile devices{disk, path, clock};
    const std::string key = std::string(64, 'a');
};

TEST_F(DeviceFileTest, KnowsADeviceByItsKeyAlsoAfterThePowerWent) {
    EXPECT_TRUE(devices.list().empty());
    EXPECT_FALSE(devices.owner(key));
    pair("tablet", key);
    pair("laptop", std::string(64, 'b'), LinkRole::Clerk);
    disk.power_cut(Survives::Nothing);
    DeviceFile again(disk, path, clock);
    ASSERT_TRUE(again.owner(key));
    EXPECT_EQ(again.owner(key)->device, "tablet");
    EXPECT_EQ(again.owner(std::string(64, 'b'))->role, LinkRole::Clerk);
    EXPECT_TRUE(again.is_paired("laptop"));
    EXPECT_EQ(again.name_of("tablet"), "iPad raadzaal");
    EXPECT_EQ(again.name_of("another"), "another");
    EXPECT_EQ(again.list().size(), 2u);
    EXPECT_EQ(disk.get(path).find(key), std::string::npos) << "the key itself is with the device alone";
    EXPECT_FALSE(again.owner(sha256_hex(key)));
}

TEST_F(DeviceFileTest, AnEndedPairingOpensNothingAlsoWhereAnotherProgramEndedIt) {
    pair("tablet", key);
    DeviceFile other(disk, path, clock);
    EXPECT_TRUE(devices.owner(key));
    ASSERT_TRUE(other.revoke("tablet"));
    EXPECT_FALSE(devices.owner(key));
    EXPECT_FALSE(devices.is_paired("tablet"));
    EXPECT_FALSE(devices.revoke("tablet"));
    ASSERT_TRUE(disk.remove(path));
    EXPECT_TRUE(devices.list().empty());
}

TEST_F(DeviceFileTest, WhatCannotBeReadLetsNobodyInAndIsNotWrittenOver) {
    pair("tablet", key);
    const std::string good = disk.get(path);
    std::string newer = good;
    newer.replace(newer.find("\"format\": 1"), 11, "\"format\": 2");
    std::string wrong_role = good;
    wrong_role.replace(wrong_role.find("chair"), 5, "mayor");
    for (const std::string& bad : {std::string("{"), std::string("{}"), newer, wrong_role, good + "x"}) {
        disk.put(path, bad);
        DeviceFile again(disk, path, clock);
        EXPECT_FALSE(again.owner(key));
        EXPECT_TRUE(again.list().empty());
        ASSERT_FALSE(again.entries());
        EXPECT_NE(again.entries().error().where.find("devices.json"), std::string::npos);
        EXPECT_FALSE(again.add({{"x", LinkRole::Chair}, "x", sha256_hex("x")}));
        EXPECT_FALSE(again.revoke("tablet"));
        EXPECT_EQ(disk.get(path), bad);
    }
    disk.put(path, good);
    EXPECT_TRUE(DeviceFile(disk, path, clock).owner(key));
}

TEST_F(DeviceFileTest, SaysAboutWhenADeviceWasHeard) {
    pair("tablet", key);
    const std::string first = disk.get(path);
    clock.at.milliseconds += 599'999;
    devices.heard("tablet");
    EXPECT_EQ(disk.get(path), first) << "not at each message";
    clock.at.milliseconds += 1;
    devices.heard("tablet");
    EXPECT_EQ(devices.entries()->front().heard, clock.at);
    EXPECT_NE(devices.entries()->front().paired, clock.at);
    devices.heard("another");
    EXPECT_EQ(devices.entries()->size(), 1u);
}

TEST_F(DeviceFileTest, NamesAndKeysAreFreshAndOfTheirShape) {
    const FreshDevice one = devices.fresh();
    const FreshDevice other = devices.fresh();
    EXPECT_EQ(one.key.size(), 64u);
    EXPECT_EQ(one.key.find_first_not_of("0123456789abcdef"), std::string::npos);
    EXPECT_NE(one.key, other.key);
    EXPECT_NE(one.device, other.device);
}

TEST_F(DeviceFileTest, APairingThatCouldNotBeWrittenIsNone) {
    pair("tablet", key);
    for (std::size_t call = 1; call <= 30; ++call) {
        const std::string other = sha256_hex(std::to_string(call));
        disk.fail_at_call(call, Mishap::Death);
        const Status added = devices.add({{"d" + std::to_string(call), LinkRole::Clerk}, "x", sha256_hex(other)});
        disk.power_cut(Survives::Nothing);
        DeviceFile again(disk, path, clock);
        EXPECT_TRUE(again.owner(key)) << call;
        if (added) {
            EXPECT_TRUE(again.owner(other)) << call;
        }
    }
}

TEST(KeptNotes, AreReadAsTheyWereWrittenAndStrictly) {
    const KeptNotes notes{{"tablet", "second"}, {{2, "text"}, {3, "fields.to"}}, {{"second", "e-1", {{2, "text"}}}}};
    EXPECT_EQ(*read_kept_notes(write_kept_notes(notes), "x.json"), notes);
    for (const char* bad : {"", "[]", "{}", R"({"format":1,"writers":[],"erased":[]})",
                            R"({"format":1,"writers":["../x"],"erased":[],"owed":[]})",
                            R"({"format":1,"writers":[],"erased":[{"seq":0,"name":"text"}],"owed":[]})",
                            R"({"format":1,"writers":[],"erased":[],"owed":[],"more":1})"}) {
        EXPECT_FALSE(read_kept_notes(bad, "x.json")) << bad;
    }
}

}  // namespace
}  // namespace hamer::test
