// What kind of file it is follows from its first bytes, and its name outside the record from that.
#include "record/attachments.h"

#include <gtest/gtest.h>

namespace hamer {
namespace {

using namespace std::string_literals;

TEST(Attachments, AreOfTheKindThatTheirBytesSay) {
    const std::pair<std::string, const char*> files[] = {{"\x89PNG\r\n\x1a\n..."s, "image/png"},
                                                         {"\xff\xd8\xff\xe0..."s, "image/jpeg"},
                                                         {"RIFF....WEBPVP8 "s, "image/webp"},
                                                         {"RIFF....WAVEfmt "s, "audio/wav"},
                                                         {"%PDF-1.7 "s, "application/pdf"},
                                                         {"\0\0\0\x20"s + "ftypisom...", "video/mp4"},
                                                         {"\0\0\0\x20"s + "ftypM4A ...", "audio/mp4"},
                                                         {"PK\x03\x04...", "application/zip"},
                                                         {"Beste raad, één ding", "text/plain"},
                                                         {"<script>", "text/plain"},
                                                         {"a\0b"s, "application/octet-stream"},
                                                         {"\xff\xfe\xff", "application/octet-stream"},
                                                         {"", "text/plain"},
                                                         {"\x89PN", "application/octet-stream"}};
    for (const auto& [bytes, type] : files) EXPECT_EQ(media_type_of(bytes), type) << bytes;
}

TEST(Attachments, AreCalledByTheirIdAndKindAloneOutside) {
    EXPECT_EQ(file_name_of({.id = "b1", .name = "J. de Vries.exe", .type = "image/png"}), "Bijlage b1.png");
    EXPECT_EQ(file_name_of({.id = "b1", .type = "text/plain"}), "Bijlage b1.txt");
    EXPECT_EQ(file_name_of({.id = "b1", .type = "application/x-msdownload"}), "Bijlage b1.bin");
}

TEST(Attachments, ErasedSayThatTheyWereThere) {
    const Attachment left = erased({"b1", "foto.png", "image/png", 7, "ab", Instant{5, 0}, "griffier", ""});
    EXPECT_EQ(left, (Attachment{"b1", "[gewist]", "image/png", 7, "", Instant{5, 0}, "griffier", ""}));
}

}  // namespace
}  // namespace hamer
