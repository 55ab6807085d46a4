#include "base/uri.h"

#include <gtest/gtest.h>
#include <string>

namespace hamer {
namespace {

TEST(UriReference, IsWhatTheGrammarSays) {
    for (const char* text : {"urn:nld:oin:00000001234567890000:systeem:hamer",
                             "https://gemeente.example.nl/hamer",
                             "mailto:griffie@example.nl",
                             "/sensors/tn-1234567/alerts",
                             "1-555-123-4567",
                             "griffie",
                             "a/b:c",
                             "./a:b",
                             "?q=a/b?c",
                             "#top",
                             "",
                             "//",
                             "//host",
                             "https://user:geheim@host:8443/a;b=c?d#e",
                             "http://host:/",
                             "http://[::1]:80/",
                             "http://[2001:db8::7]/c",
                             "http://[1:2:3:4:5:6:7:8]",
                             "http://[::ffff:192.0.2.1]",
                             "http://[1::]",
                             "http://[v7.ab:c]/",
                             "x:",
                             "urn:a%20b",
                             "https://caf%C3%A9.nl/",
                             "tel:+31-70-1234567",
                             "a@b",
                             "http://1.2.3/"}) {
        EXPECT_TRUE(is_uri_reference(text)) << text;
    }
}

TEST(UriReference, IsNothingElse) {
    for (const char* text : {"Griffie Leiden",
                             "http://[",
                             "http://]",
                             "http://[]/",
                             "http://[::1",
                             "http://[::1]x/",
                             "http://[1:2]/",
                             "http://[1::2::3]",
                             "http://[12345::]",
                             "http://[1:2:3:4:5:6:7:8:9]",
                             "http://[1:2:3:4:5:6:7::8:9]",
                             "http://[::256.1.1.1]",
                             "http://[v.a]",
                             "http://[::1%25eth0]",
                             "http://host:poort/",
                             "http://a:1:2/",
                             "1a:b",
                             ":a",
                             "a b:c",
                             "-x:y",
                             "http://a@b@c/",
                             "%",
                             "a%2",
                             "a%zz",
                             "a#b#c",
                             "a\"b",
                             "<urn:a>",
                             "a\\b",
                             "a^b",
                             "a`b",
                             "{source}",
                             "a|b",
                             "http://host/[a]",
                             "a?[b]",
                             "café",
                             "urn:gemeente:Súdwest-Fryslân",
                             "a\tb",
                             "a\n",
                             " a",
                             "a\x7f"}) {
        EXPECT_FALSE(is_uri_reference(text)) << text;
    }
    EXPECT_FALSE(is_uri_reference(std::string("a\0b", 3)));
}

TEST(FileOfUri, IsThePathByteForByte) {
    const std::pair<const char*, const char*> cases[] = {
        {"file:///tmp/verslag.pdf", "/tmp/verslag.pdf"},
        {"file://localhost/tmp/a", "/tmp/a"},
        {"FILE://LocalHost/tmp/a", "/tmp/a"},
        {"file:///tmp/een%20map/%C3%A9%c3%A9n%25.pdf", "/tmp/een map/één%.pdf"},
        {"file:///tmp/een map/één.pdf", "/tmp/een map/één.pdf"},
        {"file:///tmp/%3F%23%0A%FF", "/tmp/?#\n\xFF"},
        {"file:///", "/"},
    };
    for (const auto& [uri, path] : cases) EXPECT_EQ(file_of_uri(uri), path) << uri;
}

TEST(FileOfUri, IsNothingWhereItIsNoFileHere) {
    for (const char* uri : {"",
                            "/tmp/a",
                            "file:",
                            "file:/tmp/a",
                            "file:tmp/a",
                            "file://",
                            "file://tmp/a",
                            "file://localhost",
                            "file://localhosts/a",
                            "file://server/tmp/a",
                            "file://user@localhost/a",
                            "file://localhost:80/a",
                            "http:///tmp/a",
                            "sftp://griffie/tmp/a",
                            "files:///tmp/a",
                            " file:///tmp/a",
                            "file:///tmp/%",
                            "file:///tmp/%2",
                            "file:///tmp/%zz",
                            "file:///tmp/% 1",
                            "file:///tmp/a%00b",
                            "file:///tmp/a%2Fb",
                            "file:///tmp/a?b",
                            "file:///tmp/a#b"}) {
        EXPECT_EQ(file_of_uri(uri), std::nullopt) << uri;
    }
    EXPECT_EQ(file_of_uri(std::string("file:///tmp/a\0b", 15)), std::nullopt);
}

}  // namespace
}  // namespace hamer
