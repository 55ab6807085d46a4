#include "base/text.h"
#include "base/utf.h"

#include <gtest/gtest.h>

namespace hamer {
namespace {

TEST(Utf, GoesThereAndBack) {
    const std::string text = "Wĳ ‘één’ € 🔔 Nguyễn";
    EXPECT_EQ(to_utf8(to_utf32(text)), text);
    EXPECT_EQ(to_utf32("é€🔔"), U"é€🔔");
    EXPECT_EQ(to_utf32(""), U"");
    EXPECT_EQ(to_utf8(std::u32string(1, U'\0')), std::string(1, '\0'));
}

// What RFC 3629 (3) forbids is no character, whatever a decoder that is kind to it would make of it.
TEST(Utf, TakesNothingThatIsNotUtf8ForACharacter) {
    EXPECT_EQ(to_utf32("a\xE0\x80\x80z"), U"a\uFFFD\uFFFD\uFFFDz");            // U+0000, too long
    EXPECT_EQ(to_utf32("a\xC0\x80z"), U"a\uFFFD\uFFFDz");                      // the same in two bytes
    EXPECT_EQ(to_utf32("a\xF0\x80\x80\x80z"), U"a\uFFFD\uFFFD\uFFFD\uFFFDz");  // and in four
    EXPECT_EQ(to_utf32("a\xED\xA0\x80z"), U"a\uFFFD\uFFFD\uFFFDz");            // a surrogate
    EXPECT_EQ(to_utf32("a\xF4\x90\x80\x80z"), U"a\uFFFD\uFFFD\uFFFD\uFFFDz");  // U+110000
    EXPECT_EQ(to_utf32("a\xFF\xFEz"), U"a\uFFFD\uFFFDz");
    EXPECT_EQ(to_utf32("a\xE2\x82"), U"a\uFFFD\uFFFD");  // cut off
}

TEST(Utf, WritesNothingThatIsNoCharacter) {
    EXPECT_EQ(to_utf8(std::u32string{0xD800, 'a', 0x110000, 0xFFFFFFFF}), "\uFFFDa\uFFFD\uFFFD");
    EXPECT_TRUE(is_utf8(to_utf8(std::u32string{0xDFFF, 0x10FFFF})));
}

}  // namespace
}  // namespace hamer
