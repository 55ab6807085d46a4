// Where records are delivered, as the settings say it: what a receiver would refuse is refused when they are read.
#include "codec/settings/settings_json.h"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

namespace hamer {
namespace {

Result<Settings> with(const std::string& url, const std::string& source) {
    const nlohmann::json deliver = {{"https", {{"url", url}, {"source", source}}}};
    return read_settings(
        R"({"format":1,"municipality":{"name":"L","address":"A"},"numbers":{},"deliver":)" + deliver.dump() + "}",
        "hamer.json");
}

constexpr const char* url = "https://zaken.example.nl/events";
constexpr const char* source = "urn:nld:oin:00000001234567890000:systeem:hamer";

TEST(DeliverySettings, TakeASourceThatIsAUriReference) {
    for (const char* one : {source, "https://leiden.example.nl/griffie", "/griffie/hamer", "griffie"}) {
        const auto read = with(url, one);
        ASSERT_TRUE(read) << describe(read.error());
        EXPECT_EQ(read->deliver.https->source, one);
    }
}

TEST(DeliverySettings, RefuseASourceThatIsNoneWithItsPlace) {
    for (const char* one :
         {"", "Griffie Leiden", "http://[", "urn:gemeente:Súdwest-Fryslân", "a#b#c", "%zz", "a\nb", " "}) {
        const auto read = with(url, one);
        ASSERT_FALSE(read) << one;
        EXPECT_NE(read.error().where.find("hamer.json: /deliver/https/source"), std::string::npos)
            << read.error().where;
        EXPECT_NE(describe(read.error(), Language::Dutch).find("verwacht: een URI"), std::string::npos);
    }
}

TEST(DeliverySettings, RefuseAnAddressThatNobodyCanListenAt) {
    for (const char* one : {"https://", "https:///events", "https://zaken.example.nl/een map", "https://[::1",
                            "https://:443/", "https://zaken:poort/"}) {
        const auto read = with(one, source);
        ASSERT_FALSE(read) << one;
        EXPECT_NE(read.error().where.find("/deliver/https/url"), std::string::npos) << one << read.error().where;
    }
    EXPECT_TRUE(with("http://127.0.0.1:8080/events", source));
    EXPECT_TRUE(with("http://[::1]:8080/events", source));
}

}  // namespace
}  // namespace hamer
