#include "codec/journal/broadcast_owed_json.h"
#include "codec/obs/obs_message.h"

#include <gtest/gtest.h>

namespace hamer {
namespace {

TEST(ObsMessage, AuthenticationIsThatOfTheSpecification) {
    // Worked out with Python's hashlib and base64.
    ObsHello hello;
    hello.challenge = "+IxH4CnCiqpX1rM9scsNynZzbOe4KhDeYcTNS3PDaeY=";
    hello.salt = "lM1GncleQOaCu9lT1yeUZhFYnqhsLLP1G5lAGo3ixaI=";
    EXPECT_EQ(obs_authentication("supersecretpassword", hello), "1Ct943GAT+6YQUUX47Ia/ncufilbe6+oD6lY+5kaCu4=");
}

TEST(ObsMessage, ReadsWhatHamerUses) {
    const auto hello = read_obs_message(R"({"op":0,"d":{"authentication":{"challenge":"c","salt":"s"}}})");
    ASSERT_TRUE(hello && std::get_if<ObsHello>(&*hello));
    EXPECT_EQ(std::get<ObsHello>(*hello).challenge, "c");
    EXPECT_FALSE(std::get<ObsHello>(*read_obs_message(R"({"op":0,"d":{}})")).challenge);
    const auto event = read_obs_message(
        R"({"op":5,"d":{"eventType":"InputMuteStateChanged","eventData":{"inputName":"Mic","inputMuted":true}}})");
    EXPECT_EQ(std::get<ObsEvent>(*event).input, "Mic");
    EXPECT_EQ(std::get<ObsEvent>(*event).muted, true);
    const auto answer = read_obs_message(
        R"({"op":7,"d":{"requestId":"1","requestStatus":{"result":false,"code":600,"comment":"no"}}})");
    EXPECT_EQ(std::get<ObsAnswer>(*answer).code, 600);
    EXPECT_TRUE(std::holds_alternative<ObsOther>(*read_obs_message(R"({"op":99})")));
}

TEST(ObsMessage, WhatIsNoneIsRefusedAndWrongTypesCountForNothing) {
    for (const char* wrong : {"", "{", "[]", "1", "{}", R"({"op":"0"})", "\xff", "null"}) {
        EXPECT_FALSE(read_obs_message(wrong)) << wrong;
    }
    const auto odd =
        read_obs_message(R"({"op":5,"d":{"eventType":7,"eventData":{"sceneName":[],"inputMuted":"yes"}}})");
    ASSERT_TRUE(odd);
    EXPECT_EQ(std::get<ObsEvent>(*odd).type, "");
    EXPECT_FALSE(std::get<ObsEvent>(*odd).muted);
    EXPECT_TRUE(read_obs_message(R"({"op":7,"d":[]})"));
}

TEST(ObsMessage, WritesNestedData) {
    EXPECT_EQ(write_obs_request({"CreateInput", {{"/inputSettings/file", std::string("a.png")}, {"/n", 1}}}, "x"),
              R"({"op":6,"d":{"requestType":"CreateInput","requestId":"x","requestData":)"
              R"({"inputSettings":{"file":"a.png"},"n":1}}})");
}

TEST(ObsMessage, ReadsWhatIsInASceneAndWhatIsSent) {
    const auto answer = [](const char* data) {
        return std::get<ObsAnswer>(*read_obs_message(
            std::string(R"({"op":7,"d":{"requestStatus":{"result":true},"responseData":)") + data + "}}"));
    };
    const ObsAnswer scene = answer(R"({"sceneItems":[1,{"sourceName":"Camera","isGroup":null,"sceneItemEnabled":false,
        "sceneItemTransform":{"sourceWidth":320.0,"sourceHeight":180}},{"sourceName":"Mic"},{"isGroup":true}]})");
    ASSERT_EQ(scene.parts.size(), 3u);
    EXPECT_EQ(scene.parts[0].name, "Camera");
    EXPECT_TRUE(scene.parts[0].has_picture && !scene.parts[0].is_shown && !scene.parts[0].is_group);
    EXPECT_TRUE(!scene.parts[1].has_picture && scene.parts[1].is_shown && scene.parts[2].is_group);
    EXPECT_EQ(answer(R"({"videoActive":true})").active, true);
    EXPECT_FALSE(answer(R"({"videoActive":"yes"})").active);
    const ObsAnswer collections = answer(R"({"currentSceneCollectionName":"A","sceneCollections":["A","B",3]})");
    EXPECT_EQ(collections.collection, "A");
    EXPECT_EQ(collections.collections, (std::vector<std::string>{"A", "B"}));
    EXPECT_EQ(answer(R"({"currentProgramSceneName":null,"scenes":[]})").scene, "") << "while it loads";
}

TEST(BroadcastOwed, IsReadAsItWasWritten) {
    const BroadcastOwed owed{{{"Raad", "Raad\"zaal", {"Mic %n", "Ünïcode"}}, {"", "", {"X"}}}, true};
    EXPECT_EQ(read_broadcast_owed(write_broadcast_owed(owed), "f"), owed);
    for (const char* wrong : {"", "{}", "[]", R"({"format":1,"scene":1,"unmute":[],"resume":false})",
                              R"({"format":2,"obs":[{"scene":"x"}],"resume":false})"}) {
        EXPECT_FALSE(read_broadcast_owed(wrong, "f")) << wrong;
    }
}

TEST(BroadcastOwed, TheFormatWithoutCollectionsIsRead) {
    EXPECT_EQ(read_broadcast_owed(R"({"format":1,"scene":"Raadzaal","unmute":["Mic"],"resume":true})", "f"),
              (BroadcastOwed{{{"", "Raadzaal", {"Mic"}}}, true}));
    EXPECT_EQ(read_broadcast_owed(R"({"format":1,"scene":"","unmute":[],"resume":false})", "f"), BroadcastOwed{});
}

}  // namespace
}  // namespace hamer
