// The messages to and from a case system. tests/commands/zgw_test.py plays the whole.
#include "base/base64.h"
#include "base/sha256.h"
#include "base/text.h"
#include "base/uri.h"
#include "codec/record/zgw_messages.h"

#include <gtest/gtest.h>

namespace hamer {
namespace {

// RFC 4231, test case 2.
TEST(ZgwMessages, SignAsTheStandardsExampleDoes) {
    EXPECT_EQ(to_hex(hmac_sha256("Jefe", "what do ya want for nothing?")),
              "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843");
}

TEST(ZgwMessages, ATokenIsThreePartsWithoutPadding) {
    const std::string token = zgw_token("hamer", "geheim", {1'773'345'600'000, 60});
    EXPECT_TRUE(token.starts_with(to_base64url(R"({"typ":"JWT","alg":"HS256","client_identifier":"hamer"})") + "."));
    EXPECT_EQ(token.find_first_of("+/="), std::string::npos);
    EXPECT_NE(token, zgw_token("hamer", "ander geheim", {1'773'345'600'000, 60}));
    EXPECT_NE(token, zgw_token("hamer", "geheim", {1'773'345'601'000, 60}));
}

TEST(ZgwMessages, AnAddressInAQuestionIsEncoded) {
    EXPECT_EQ(percent_encoded("https://a.nl/zaken/1?b=é"), "https%3A%2F%2Fa.nl%2Fzaken%2F1%3Fb%3D%C3%A9");
    EXPECT_EQ(percent_encoded("A-z_0.9~"), "A-z_0.9~");
}

TEST(ZgwMessages, AnIdentificationHasAtMostFortyCharacters) {
    EXPECT_EQ(zgw_identification("20260312-190000-1a2b3c4d-1-r2"), "20260312-190000-1a2b3c4d-1-r2");
    const std::string name(41, 'x');
    EXPECT_EQ(zgw_identification(name).size(), 40U);
    EXPECT_NE(zgw_identification(name), zgw_identification(name + "y"));
}

TEST(ZgwMessages, OfAListTheOneIsTakenThatWasAskedFor) {
    const std::string list = R"([{"url":"https://a/1","zaak":"x"},{"url":"https://a/2","zaak":"y"}])";
    const auto found = read_zgw_list(list, {{"zaak", "y"}}, "a");
    ASSERT_TRUE(found);
    EXPECT_EQ(found.value().value().url, "https://a/2");
    EXPECT_FALSE(read_zgw_list(list, {{"zaak", "z"}}, "a").value());
    EXPECT_FALSE(read_zgw_list(R"({"next":null,"results":[]})", {}, "a").value());
}

TEST(ZgwMessages, WhatIsNoAnswerOfTheStandardIsRefused) {
    for (const char* answer :
         {"", "<html>", "3", "{}", R"({"results":3})", R"([{"zaak":"y"}])", R"([{"url":3,"zaak":"y"}])",
          R"([{"url":"javascript:x","zaak":"y"}])", R"([{"url":"https://a b","zaak":"y"}])"}) {
        EXPECT_FALSE(read_zgw_list(answer, {{"zaak", "y"}}, "a")) << answer;
        EXPECT_FALSE(read_zgw_made(answer, "a")) << answer;
    }
}

TEST(ZgwMessages, OnlyAHashOfTheKindThatIsSentCounts) {
    const auto hash_in = [](const std::string& integrity) {
        return read_zgw_made(R"({"url":"https://a/1","integriteit":)" + integrity + "}", "a").value().sha256;
    };
    EXPECT_EQ(hash_in(R"({"algoritme":"sha_256","waarde":"ab"})"), "ab");
    for (const char* none :
         {"null", "3", "{}", R"({"algoritme":"md5","waarde":"ab"})", R"({"algoritme":"sha_256","waarde":3})"})
        EXPECT_EQ(hash_in(none), "") << none;
}

}  // namespace
}  // namespace hamer
