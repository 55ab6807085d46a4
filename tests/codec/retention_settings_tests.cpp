// For how many years a record is kept: one term, or one for each class of conduct.
#include "codec/settings/settings_json.h"

#include <gtest/gtest.h>

namespace hamer {
namespace {

Result<Settings> with(const std::string& years) {
    return read_settings(R"({"format": 1, "municipality": {"name": "Leiden", "address": "Stadhuisplein 1"},
                             "numbers": {}, "retention_years": )" +
                             years + "}",
                         "hamer.json");
}
std::string refused(const std::string& years) {
    const auto read = with(years);
    return read ? "" : describe(read.error());
}

TEST(RetentionSettings, AreOneTermOrOneOfEachClass) {
    const auto one = with("7");
    ASSERT_TRUE(one) << describe(one.error());
    EXPECT_EQ(one->retention_years, 7);
    EXPECT_TRUE(one->retention_of_class.empty());
    const auto more = with(R"({"default": 5, "a": 1, "d-violence": 10})");
    ASSERT_TRUE(more) << describe(more.error());
    EXPECT_EQ(more->retention_years, 5);
    EXPECT_EQ(more->retention_of_class, (std::map<std::string, int, std::less<>>{{"a", 1}, {"d-violence", 10}}));
}

TEST(RetentionSettings, WhatCannotBeIsRefusedWithItsPlace) {
    for (const char* years : {"0", "101", "\"5\"", "{}", R"({"a": 1})"})
        EXPECT_NE(refused(years).find("retention_years"), std::string::npos) << years << refused(years);
    EXPECT_NE(refused(R"({"default": 5, "e": 1})").find("e"), std::string::npos);
    EXPECT_NE(refused(R"({"default": 5, "d-threat": 0})").find("/retention_years/d-threat"), std::string::npos);
}

}  // namespace
}  // namespace hamer
