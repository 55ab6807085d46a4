// Which Host may be asked, and which Origin may ask.
#include "network/host_rules.h"

#include <gtest/gtest.h>

namespace hamer::test {
namespace {

TEST(HostRules, OnlyTheNamesThatWereGivenMayBeAsked) {
    const HostRules rules({"griffie.example.nl"}, 8443, true);
    EXPECT_TRUE(rules.may_be_asked("griffie.example.nl:8443"));
    EXPECT_TRUE(rules.may_be_asked("GRIFFIE.example.nl:8443"));
    EXPECT_TRUE(rules.may_be_asked("griffie.example.nl"));  // behind what forwards the usual port
    EXPECT_TRUE(rules.may_be_asked("griffie.example.nl:443"));
    for (const char* other : {"", ":", "evil.example", "griffie.example.nl:80", "griffie.example.nl.evil.example:8443",
                              "griffie.example.nl:8443:8443", "a@griffie.example.nl:8443",
                              "griffie.example.nl:", "griffie.example.nl.", "[::1]:8443", "127.0.0.1:8443"})
        EXPECT_FALSE(rules.may_be_asked(other)) << other;
    const HostRules exact({"griffie.example.nl:9000", "[::1]"}, 8080, false);
    EXPECT_TRUE(exact.may_be_asked("griffie.example.nl:9000"));
    EXPECT_FALSE(exact.may_be_asked("griffie.example.nl:8080"));
    EXPECT_TRUE(exact.may_be_asked("[::1]:8080"));
    EXPECT_TRUE(exact.may_be_asked("[::1]"));
}

TEST(HostRules, OnlyAPageOfTheHostThatWasAskedMayConnect) {
    const HostRules rules({"griffie.example.nl"}, 8443, true);
    EXPECT_TRUE(rules.is_own_page("https://griffie.example.nl:8443", "griffie.example.nl:8443"));
    EXPECT_TRUE(rules.is_own_page("https://griffie.example.nl", "griffie.example.nl:443"));
    for (const char* other :
         {"", "null", "http://griffie.example.nl:8443", "https://griffie.example.nl", "https://evil.example:8443",
          "https://griffie.example.nl:8443/", "https://griffie.example.nl:8443.evil.example", "file://"})
        EXPECT_FALSE(rules.is_own_page(other, "griffie.example.nl:8443")) << other;
}

TEST(HostRules, TheLoopbackIsOfThisMachine) {
    for (const char* own : {"127.0.0.1", "127.8.9.1", "::1"}) EXPECT_TRUE(is_loopback(own)) << own;
    for (const char* other : {"", "0.0.0.0", "::", "10.0.0.1", "127.evil.example", "::ffff:8.8.8.8", "1127.0.0.1"})
        EXPECT_FALSE(is_loopback(other)) << other;
}

}  // namespace
}  // namespace hamer::test
