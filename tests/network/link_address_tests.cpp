// The addresses of keepers, as people type them.
#include "network/link_client.h"

#include <gtest/gtest.h>

namespace hamer::test {
namespace {

TEST(LinkAddress, IsReadAsItIsWritten) {
    const auto address = [](const char* text) { return read_link_address(text).value_or(LinkAddress{}); };
    EXPECT_EQ(address("wss://griffie.example.nl"), (LinkAddress{true, "griffie.example.nl", "443", "/link"}));
    EXPECT_EQ(address("wss://griffie.example.nl/"), (LinkAddress{true, "griffie.example.nl", "443", "/link"}));
    EXPECT_EQ(address("wss://g:8443/hamer/link"), (LinkAddress{true, "g", "8443", "/hamer/link"}));
    EXPECT_EQ(address("ws://127.0.0.1:9"), (LinkAddress{false, "127.0.0.1", "9", "/link"}));
    EXPECT_EQ(address("ws://[::1]:9"), (LinkAddress{false, "::1", "9", "/link"}));
    EXPECT_EQ(address("wss://g:8443").in_words(), "g:8443");
    EXPECT_EQ(address("wss://g").in_words(), "g");
    EXPECT_EQ(address("ws://[::1]:9").in_words(), "[::1]:9");
}

TEST(LinkAddress, WhatIsNoneIsRefusedInWords) {
    for (const char* text : {"",
                             "griffie.example.nl",
                             "http://g",
                             "https://g",
                             "wss://",
                             "wss://:1",
                             "wss://g:",
                             "wss://g:0",
                             "wss://g:65536",
                             "wss://g:99999999999",
                             "wss://g:1x",
                             "wss://u@g",
                             "wss://g/a?b",
                             "wss://g/#a",
                             "wss://g\r\nX: y",
                             "wss://[::1",
                             "wss://[::1]x",
                             "ws://griffie.example.nl",
                             "ws://10.0.0.1",
                             "wss://g/%2e"}) {
        const auto address = read_link_address(text);
        ASSERT_FALSE(address) << text;
        EXPECT_EQ(address.error().kind, ErrorKind::Usage);
        EXPECT_FALSE(describe(address.error(), Language::Dutch).empty());
    }
}

}  // namespace
}  // namespace hamer::test
