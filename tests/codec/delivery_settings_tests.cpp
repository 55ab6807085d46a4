// Where records are delivered, as the settings say it: what a receiver would refuse is refused when they are read.
#include "codec/settings/settings_json.h"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>
#include <utility>
#include <vector>

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

Result<Settings> with_zgw(const nlohmann::json& changes) {
    nlohmann::json zgw = {
        {"zaken", "https://zaaksysteem.example.nl/zaken/api/v1/"},
        {"documenten", "https://zaaksysteem.example.nl/documenten/api/v1"},
        {"rsin", "111222333"},
        {"zaaktype", "https://zaaksysteem.example.nl/catalogi/api/v1/zaaktypen/1"},
        {"informatieobjecttype", "https://zaaksysteem.example.nl/catalogi/api/v1/informatieobjecttypen/1"},
        {"client_id", "hamer"},
        {"secret_file", "/etc/hamer/zgw"}};
    for (const auto& [key, value] : changes.items()) {
        if (value.is_null())
            zgw.erase(key);
        else
            zgw[key] = value;
    }
    const nlohmann::json deliver = {{"zgw", zgw}};
    return read_settings(
        R"({"format":1,"municipality":{"name":"L","address":"A"},"numbers":{},"deliver":)" + deliver.dump() + "}",
        "hamer.json");
}

TEST(CaseSystemSettings, AreReadWithWhatIsUsualForTheRest) {
    const auto read = with_zgw(nlohmann::json::object());
    ASSERT_TRUE(read) << describe(read.error());
    const ZgwTarget& target = *read->deliver.zgw;
    EXPECT_EQ(target.zaken, "https://zaaksysteem.example.nl/zaken/api/v1");
    EXPECT_EQ(target.confidentiality, "vertrouwelijk");
    EXPECT_EQ(target.statustype, "");
    EXPECT_EQ(target.timeout_seconds, 30);
}

TEST(CaseSystemSettings, RefuseWhatTheCaseSystemWouldRefuse) {
    const std::string long_address = "https://zaaksysteem.example.nl/" + std::string(200, 'a');
    const std::vector<std::pair<std::string, nlohmann::json>> wrong = {
        {"rsin", "111222334"},
        {"rsin", "11122233"},
        {"rsin", "NL1122233"},
        {"zaken", "http://zaaksysteem.example.nl/zaken/api/v1"},
        {"zaken", "https://wie:wat@zaaksysteem.example.nl/zaken/api/v1"},
        {"documenten", "https://zaaksysteem.example.nl/documenten?versie=1"},
        {"documenten", nullptr},
        {"zaaktype", "incident"},
        {"informatieobjecttype", long_address},
        {"statustype", ""},
        {"vertrouwelijkheidaanduiding", "Vertrouwelijk"},
        {"client_id", ""},
        {"secret_file", ""},
        {"timeout_seconds", 0},
        {"token_file", "/etc/hamer/token"}};
    for (const auto& [key, value] : wrong) {
        const auto read = with_zgw({{key, value}});
        ASSERT_FALSE(read) << key << value;
        EXPECT_NE(read.error().where.find("/deliver/zgw"), std::string::npos) << read.error().where;
        EXPECT_NE(describe(read.error(), Language::Dutch).find(key), std::string::npos) << describe(read.error());
    }
}

}  // namespace
}  // namespace hamer
