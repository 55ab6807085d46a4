#include "codec/settings/preferences_json.h"
#include "codec/settings/settings_json.h"
#include "session/preferences.h"

#include <filesystem>
#include <gtest/gtest.h>

namespace hamer {
namespace {

Result<Settings> with(const std::string& broadcast) {
    return read_settings(
        R"({"format":1,"municipality":{"name":"L","address":"A"},"numbers":{},"broadcast":)" + broadcast + "}",
        "hamer.json");
}

TEST(BroadcastSettings, AreTheRegiesWithoutAWord) {
    EXPECT_EQ(with("{}")->broadcast.way, BroadcastWay::Regie);
    EXPECT_FALSE(with("{}")->broadcast.obs);
}

TEST(BroadcastSettings, ObsHasItsUsualValues) {
    const auto read = with(R"({"way":"obs"})");
    ASSERT_TRUE(read && read->broadcast.obs);
    EXPECT_EQ(read->broadcast.obs->port, 4455);
    EXPECT_EQ(read->broadcast.obs->scene, "Vergadering geschorst");
    const auto own =
        with(R"({"way":"obs","obs":{"host":"::1","port":1,"scene":"P","mute":["a","b"],"password_file":"x"}})");
    ASSERT_TRUE(own);
    EXPECT_EQ(own->broadcast.obs->mute, (std::vector<std::string>{"a", "b"}));
}

TEST(BroadcastSettings, WhatIsWrongIsNamed) {
    // A whole path, with the drive where there are drives.
    const std::string program = std::filesystem::absolute("a").generic_string();
    const std::pair<std::string, const char*> wrong[] = {
        {R"({"way":"toggle"})", "/broadcast/way"},
        {R"({"way":"command"})", "/broadcast/way"},
        {R"({"command":{"program":"pause.sh"}})", "/broadcast/command/program"},
        {R"({"command":{"program":")" + program + R"(","seconds":0}})", "/broadcast/command/seconds"},
        {R"({"obs":{"port":70000}})", "/broadcast/obs/port"},
        {R"({"obs":{"scene":""}})", "/broadcast/obs/scene"},
        {R"({"obs":{"password":"secret"}})", "/broadcast/obs"},
    };
    for (const auto& [text, place] : wrong) {
        const auto read = with(text);
        ASSERT_FALSE(read) << text;
        EXPECT_NE(read.error().where.find(place), std::string::npos) << read.error().where;
        EXPECT_EQ(describe(read.error()).find("secret"), std::string::npos);
    }
}

TEST(BroadcastSettings, AChoiceThatIsNotSetUpAnyMoreIsTheRegies) {
    Preferences chosen;
    chosen.broadcast = BroadcastWay::Command;
    EXPECT_EQ(read_preferences(write_preferences(chosen), "f")->broadcast, BroadcastWay::Command);
    BroadcastSettings settings;
    settings.way = BroadcastWay::Obs;
    settings.obs.emplace();
    EXPECT_EQ(broadcast_way(chosen, settings), BroadcastWay::Regie);
    EXPECT_EQ(broadcast_way({}, settings), BroadcastWay::Obs);
    EXPECT_FALSE(read_preferences(R"({"format":1,"broadcast":"none"})", "f"));
}

}  // namespace
}  // namespace hamer
