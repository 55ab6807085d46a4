// A session of several segments: where each continues, what it supersedes, and damage in any of them.
#include "support.h"

#include <algorithm>
#include <gtest/gtest.h>

namespace hamer {
namespace {

// Three segments: the second takes the place of the last entry of the first, whose sync failed, and the third goes on
// behind a torn second.
struct ThreeSegments {
    std::vector<std::string> bytes;
    std::vector<std::string> payloads;
    std::vector<std::string> ever_written;
};

ThreeSegments three_segments() {
    const auto position = [](const JournalContents& contents, std::size_t seq) {
        return Position{seq, contents.records[seq - 1].hash};
    };
    ThreeSegments made;
    made.bytes = {segment_of({"één", "twee", "drie", "vier, niet vastgelegd"})};
    made.bytes.push_back(segment_of({"vier", "vijf"}, position(read_segments(made.bytes), 3)));
    made.bytes.push_back(segment_of({"zes", "zeven"}, position(read_segments(made.bytes), 5)));
    made.bytes[1] += "J1 6 4";
    made.payloads = {"één", "twee", "drie", "vier", "vijf", "zes", "zeven"};
    made.ever_written = made.payloads;
    made.ever_written.insert(made.ever_written.begin() + 3, "vier, niet vastgelegd");
    return made;
}

TEST(Segments, AreReadAsOneJournalWithoutWhatWasSuperseded) {
    const ThreeSegments made = three_segments();
    const JournalContents contents = read_segments(made.bytes);
    EXPECT_EQ(payloads_of(contents), made.payloads);
    ASSERT_EQ(contents.superseded.size(), 1u);
    EXPECT_EQ(contents.superseded[0].payload, "vier, niet vastgelegd");
    EXPECT_EQ(contents.segments[0].state, JournalState::Whole);
    EXPECT_EQ(contents.segments[1].state, JournalState::Torn);
    EXPECT_EQ(contents.segments[2].state, JournalState::Whole);
    EXPECT_EQ(contents.state(), JournalState::Torn);
    EXPECT_EQ(contents.records[5].segment, 3u);
    EXPECT_EQ(contents.records[5].offset, 0u);
}

TEST(Segments, AnyFlippedBitIsDamageInItsSegmentAndCostsNothingBeforeIt) {
    const ThreeSegments made = three_segments();
    // The remnant of a line behind the second segment was never whole, so flips there prove nothing.
    const std::size_t second_whole = made.bytes[1].rfind('\n') + 1;
    for (std::size_t segment = 0; segment < made.bytes.size(); ++segment) {
        const std::size_t size = segment == 1 ? second_whole : made.bytes[segment].size();
        for (std::size_t at = 0; at < size; ++at) {
            for (int bit = 0; bit < 8; ++bit) {
                std::vector<std::string> flipped = made.bytes;
                flipped[segment][at] = static_cast<char>(flipped[segment][at] ^ (1 << bit));
                const JournalContents contents = read_segments(flipped);
                const Place place = place_in(lines_of(made.bytes[segment]), at);
                ASSERT_EQ(contents.state(), JournalState::Damaged) << segment << ": " << at;
                ASSERT_EQ(contents.segments[segment].state, JournalState::Damaged) << segment << ": " << at;
                ASSERT_EQ(contents.segments[segment].offset, place.begin) << segment << ": " << at;
                const std::size_t before = (segment == 0 ? 0u : segment == 1 ? 3u : 5u) + place.line;
                ASSERT_GE(contents.records.size(), std::min(before, made.payloads.size())) << segment << ": " << at;
                for (std::size_t i = 0; i < contents.records.size(); ++i) {
                    const std::string& payload = contents.records[i].payload;
                    ASSERT_TRUE(payload == made.payloads[i] || payload == "vier, niet vastgelegd");
                }
            }
        }
    }
}

TEST(Segments, ASegmentThatStartsTooFarOnOrOnAnotherChainIsDamage) {
    const std::string former = segment_of({"een", "twee"});
    const Position second = read_segments({former}).head();
    const JournalContents too_far = read_segments({former, segment_of({"vier"}, {3, second.hash})});
    EXPECT_EQ(too_far.segments[1].fault, JournalFault::WrongNumber);
    const JournalContents elsewhere = read_segments({former, segment_of({"drie"}, {2, std::string(64, 'a')})});
    EXPECT_EQ(elsewhere.segments[1].fault, JournalFault::WrongHash);
    for (const JournalContents& contents : {too_far, elsewhere}) {
        EXPECT_EQ(contents.segments[1].offset, 0u);
        EXPECT_EQ(contents.records.size(), 2u);
        EXPECT_EQ(contents.superseded.size(), 0u);
    }
}

TEST(Segments, OnlyTheFirstLineOfASegmentMayGoBack) {
    const std::string former = segment_of({"een", "twee"});
    const Position first = {1, read_segments({former}).records[0].hash};
    const std::string later = segment_of({"twee, opnieuw", "drie"}, first);
    const JournalContents contents = read_segments({former, later + lines_of(later)[0]});
    EXPECT_EQ(contents.segments[1].fault, JournalFault::WrongNumber);
    EXPECT_EQ(contents.segments[1].offset, later.size());
    EXPECT_EQ(payloads_of(contents), std::vector<std::string>({"een", "twee, opnieuw", "drie"}));
}

TEST(Segments, AWriterThatDiedInASegmentsFirstLineSupersedesNothing) {
    const std::string former = segment_of({"een", "twee", "drie"});
    const std::string later = segment_of({"drie, opnieuw"}, {2, read_segments({former}).records[1].hash});
    for (std::size_t size = 0; size < later.size(); ++size) {
        const JournalContents contents = read_segments({former, later.substr(0, size)});
        ASSERT_EQ(contents.state(), size == 0 ? JournalState::Whole : JournalState::Torn) << size;
        ASSERT_EQ(payloads_of(contents), std::vector<std::string>({"een", "twee", "drie"})) << size;
    }
    EXPECT_EQ(read_segments({former, later}).records.back().payload, "drie, opnieuw");
}

TEST(Segments, ASegmentLeftOutIsDamageThatIsNamed) {
    MemoryFileSystem disk;
    disk.put(session_folder / "journal.3", segment_of({"een"}));
    const JournalContents contents = read_session_journal(disk, session_folder).value();
    ASSERT_EQ(contents.segments.size(), 2u);
    EXPECT_EQ(contents.segments[0].segment, 1u);
    EXPECT_EQ(contents.segments[0].fault, JournalFault::SegmentMissing);
    EXPECT_EQ(contents.segments[1].state, JournalState::Whole);
    EXPECT_EQ(contents.state(), JournalState::Damaged);
}

TEST(Segments, OnlyTheirExactNamesAreSegments) {
    EXPECT_EQ(segment_number("journal"), 1u);
    EXPECT_EQ(segment_number("journal.2"), 2u);
    EXPECT_EQ(segment_number("journal.10"), 10u);
    EXPECT_EQ(segment_number("journal.999999999"), 999999999u);
    for (const char* name : {"journal.", "journal.0", "journal.1", "journal.02", "journal.2~", "journal.-2",
                             "journal.+2", "journal.torn-2", "journal.1000000000", "journal.99999999999999999999",
                             "Journal", "journa", "journal2", "journal.2.2", "private.jsonl", ""}) {
        EXPECT_EQ(segment_number(name), std::nullopt) << name;
    }
}

}  // namespace
}  // namespace hamer
