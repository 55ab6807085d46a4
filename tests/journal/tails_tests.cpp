// What may stand behind the last whole line, and the reason given for what may not.
#include "base/crc32.h"
#include "journal/payload.h"
#include "support.h"

#include <gtest/gtest.h>

namespace hamer {
namespace {

// A header for these two numbers, of which the checksum fits.
std::string header(const std::string& seq, const std::string& length) {
    const std::string numbers = "J1 " + seq + " " + length;
    return numbers + " " + crc32_hex(numbers);
}

struct Tail {
    std::string bytes;
    JournalFault fault;
};

// The journal before it holds twelve entries, so the next number is 13.
JournalContents read_with_tail(const std::string& tail) {
    return read_segments({segment_of(std::vector<std::string>(12, "entry")) + tail});
}

TEST(Tails, EachReasonIsGivenForWhatItSays) {
    const std::string hash(64, 'a');
    const std::vector<Tail> tails = {
        {"J", JournalFault::StopsShort},
        {"j", JournalFault::NotALine},
        {"\n", JournalFault::NotALine},
        {"J2 ", JournalFault::NotALine},
        {"J1 ", JournalFault::StopsShort},
        {"J1 1", JournalFault::StopsShort},
        {"J1 13", JournalFault::StopsShort},
        {"J1 13 ", JournalFault::StopsShort},
        {"J1 2", JournalFault::WrongNumber},
        {"J1 12", JournalFault::WrongNumber},
        {"J1 14", JournalFault::WrongNumber},
        {"J1 130", JournalFault::WrongNumber},
        {"J1 1 ", JournalFault::WrongNumber},
        {"J1 013", JournalFault::WrongNumber},
        {"J1  ", JournalFault::WrongNumber},
        {"J1 x", JournalFault::WrongNumber},
        {"J1 99999999999999999999999", JournalFault::WrongNumber},
        {"J1 13 1", JournalFault::StopsShort},
        {"J1 13 16777216", JournalFault::StopsShort},
        {"J1 13 16777217", JournalFault::WrongLength},
        {"J1 13 0", JournalFault::WrongLength},
        {"J1 13 05", JournalFault::WrongLength},
        {"J1 13 -5", JournalFault::WrongLength},
        {"J1 13  ", JournalFault::WrongLength},
        {"J1 13 99999999999999999999999 ", JournalFault::WrongLength},
        {"J1 13 5 ", JournalFault::StopsShort},
        {"J1 13 5 zz", JournalFault::WrongChecksum},
        {header("13", "5").substr(0, 12), JournalFault::StopsShort},
        {header("13", "5"), JournalFault::StopsShort},
        {header("13", "5") + "  ", JournalFault::WrongHash},
        {header("13", "5") + "x", JournalFault::WrongChecksum},
        {header("13", "5") + " abc", JournalFault::StopsShort},
        {header("13", "5") + " ABC", JournalFault::WrongHash},
        {header("13", "5") + " " + hash, JournalFault::StopsShort},
        {header("13", "5") + " " + hash + "x", JournalFault::WrongHash},
        {header("13", "5") + " " + hash + " ", JournalFault::StopsShort},
        {header("13", "5") + " " + hash + " entr", JournalFault::StopsShort},
        {header("13", "5") + " " + hash + " entr\xC3", JournalFault::WrongHash},
        {header("13", "5") + " " + hash + " ent\xC3", JournalFault::StopsShort},
        {header("13", "5") + " " + hash + " e\xC3t", JournalFault::WrongText},
        {header("13", "5") + " " + hash + " e\n", JournalFault::WrongText},
        {header("13", "5") + " " + hash + " entry", JournalFault::WrongHash},
        {header("13", "5") + " " + hash + " entry\n", JournalFault::WrongHash},
        {header("13", "5") + " " + hash + " entry\r\n", JournalFault::WrongEnd},
        {header("13", "5") + " " + hash + " entries\n", JournalFault::WrongEnd},
    };
    for (const Tail& tail : tails) {
        const JournalContents contents = read_with_tail(tail.bytes);
        EXPECT_EQ(contents.segments[0].fault, tail.fault)
            << tail.bytes << ": " << reason(contents.segments[0].fault).en << ", expected " << reason(tail.fault).en;
        EXPECT_EQ(contents.state() == JournalState::Torn, tail.fault == JournalFault::StopsShort) << tail.bytes;
        EXPECT_EQ(contents.records.size(), 12u) << tail.bytes;
    }
}

TEST(Tails, ALineWithTheRightHashButNoTextIsDamage) {
    for (const std::string payload : {"two\nlines", "tab\tstop", "bad \xFF byte", "cut \xE2\x82"}) {
        const JournalContents contents = read_segments({segment_of({"entry", payload, "entry"})});
        EXPECT_EQ(contents.segments[0].fault, JournalFault::WrongText) << payload;
        EXPECT_EQ(contents.records.size(), 1u) << payload;
    }
}

TEST(Tails, TheLongestPayloadIsReadAndOneByteMoreIsNotWritten) {
    EXPECT_TRUE(is_payload(std::string(max_payload_bytes, 'a')));
    EXPECT_FALSE(is_payload(std::string(max_payload_bytes + 1, 'a')));
    EXPECT_FALSE(is_payload(""));
    EXPECT_EQ(read_segments({segment_of({std::string(max_payload_bytes, 'a')})}).state(), JournalState::Whole);
}

TEST(Tails, TextIsCheckedAsTheRestOfTheProgramDoes) {
    // All pairs and many triples and quadruples of bytes, before and behind enough letters to take the fast path.
    const std::vector<unsigned> corners = {0x00, 0x1F, 0x20, 0x7F, 0x80, 0x8F, 0x90, 0x9F, 0xA0, 0xBF, 0xC0, 0xC1, 0xC2,
                                           0xDF, 0xE0, 0xE1, 0xEC, 0xED, 0xEE, 0xEF, 0xF0, 0xF1, 0xF3, 0xF4, 0xF5};
    const auto expect_same = [](const std::string& bytes) {
        bool control = false;
        for (const char c : bytes) control = control || static_cast<unsigned char>(c) < 0x20;
        const bool text = is_utf8(bytes) && !control;
        ASSERT_EQ(check_payload(bytes) == PayloadCheck::Whole, text) << to_hex(bytes);
        ASSERT_EQ(check_payload("acht tekens " + bytes + " en nog eens acht") == PayloadCheck::Whole, text)
            << to_hex(bytes);
        if (!text) return;
        for (std::size_t size = 0; size < bytes.size(); ++size) {
            ASSERT_NE(check_payload(bytes.substr(0, size)), PayloadCheck::Wrong) << to_hex(bytes);
        }
    };
    const auto byte = [](unsigned value) { return std::string(1, static_cast<char>(value)); };
    for (unsigned a = 0; a < 256; ++a) {
        for (unsigned b = 0; b < 256; ++b) expect_same(byte(a) + byte(b));
    }
    for (const unsigned a : corners) {
        for (const unsigned b : corners) {
            for (const unsigned c : corners) {
                expect_same(byte(a) + byte(b) + byte(c));
                for (const unsigned d : corners) expect_same(byte(a) + byte(b) + byte(c) + byte(d));
            }
        }
    }
}

}  // namespace
}  // namespace hamer
