// Every cut and every flipped bit of a journal is classified rightly, and costs no entry before it.
#include "support.h"

#include <gtest/gtest.h>

namespace hamer {
namespace {

std::vector<std::string> first(const std::vector<std::string>& items, std::size_t count) {
    return {items.begin(), items.begin() + static_cast<std::ptrdiff_t>(count)};
}

TEST(CutsAndFlips, AJournalAsWrittenIsWhole) {
    const JournalContents contents = read_segments({segment_of(sample_payloads())});
    EXPECT_EQ(contents.state(), JournalState::Whole);
    EXPECT_EQ(payloads_of(contents), sample_payloads());
    EXPECT_EQ(contents.head().seq, sample_payloads().size());
    EXPECT_EQ(contents.head().hash, contents.records.back().hash);
}

TEST(CutsAndFlips, AnEmptyJournalAndAMissingOneAreWholeWithoutEntries) {
    for (const JournalContents& contents : {read_segments({""}), read_segments({})}) {
        EXPECT_EQ(contents.state(), JournalState::Whole);
        EXPECT_TRUE(contents.records.empty());
        EXPECT_EQ(contents.head(), Position());
    }
}

TEST(CutsAndFlips, ACutAtAnyByteIsTornOrWholeAtALinesEnd) {
    const std::string whole = segment_of(sample_payloads());
    const std::vector<std::string> lines = lines_of(whole);
    for (std::size_t size = 0; size < whole.size(); ++size) {
        const JournalContents contents = read_segments({whole.substr(0, size)});
        const Place place = place_in(lines, size);
        ASSERT_EQ(contents.state(), size == place.begin ? JournalState::Whole : JournalState::Torn)
            << "cut at " << size;
        ASSERT_EQ(contents.segments[0].offset, place.begin) << "cut at " << size;
        ASSERT_EQ(payloads_of(contents), first(sample_payloads(), place.line)) << "cut at " << size;
    }
}

TEST(CutsAndFlips, ACutFollowedByZerosToTheEndIsTornAndByOneZeroDamaged) {
    const std::string whole = segment_of(sample_payloads());
    const std::vector<std::string> lines = lines_of(whole);
    for (std::size_t size = 0; size <= whole.size(); ++size) {
        for (const std::size_t zeros : {1u, 2u, 3u, 700u}) {
            const JournalContents contents = read_segments({whole.substr(0, size) + std::string(zeros, '\0')});
            const Place place = place_in(lines, size);
            ASSERT_EQ(contents.state(), zeros == 1 ? JournalState::Damaged : JournalState::Torn) << "cut at " << size;
            ASSERT_EQ(contents.segments[0].offset, place.begin) << "cut at " << size;
            ASSERT_EQ(payloads_of(contents), first(sample_payloads(), place.line)) << "cut at " << size;
        }
    }
}

// Longer than what is read at a time, lines and all.
TEST(CutsAndFlips, ALongJournalIsReadTheSameInPassing) {
    const std::vector<std::string> payloads = {std::string(300'000, 'a'), "kort", std::string(700'000, 'b'),
                                               std::string(200'000, 'c')};
    const std::string whole = segment_of(payloads);
    constexpr std::size_t window = 1 << 18;
    for (const std::size_t size : {window - 1, window, window + 1, 2 * window, whole.size() - 1, whole.size()}) {
        const std::string cut = whole.substr(0, size);
        for (const std::string& tail : {std::string(), std::string(400'000, '\0'), std::string("x"),
                                        std::string(1, '\0'), std::string(3, '\0') + "x"}) {
            EXPECT_EQ(read_segments({cut + tail}).segments[0].size, size + tail.size());
        }
    }
}

TEST(CutsAndFlips, ZerosWithAnythingBehindThemAreDamage) {
    const std::string whole = segment_of(sample_payloads());
    for (std::size_t size = 0; size <= whole.size(); ++size) {
        const std::string bytes = whole.substr(0, size) + std::string(5, '\0') + "}\n";
        ASSERT_EQ(read_segments({bytes}).state(), JournalState::Damaged) << "cut at " << size;
    }
}

TEST(CutsAndFlips, AnyFlippedBitIsDamageAtItsLine) {
    const std::string whole = segment_of(sample_payloads());
    const std::vector<std::string> lines = lines_of(whole);
    for (std::size_t at = 0; at < whole.size(); ++at) {
        for (int bit = 0; bit < 8; ++bit) {
            std::string flipped = whole;
            flipped[at] = static_cast<char>(flipped[at] ^ (1 << bit));
            const JournalContents contents = read_segments({flipped});
            const Place place = place_in(lines, at);
            ASSERT_EQ(contents.state(), JournalState::Damaged) << "byte " << at << " bit " << bit;
            ASSERT_EQ(contents.segments[0].offset, place.begin) << "byte " << at << " bit " << bit;
            ASSERT_EQ(payloads_of(contents), first(sample_payloads(), place.line)) << "byte " << at << " bit " << bit;
            ASSERT_FALSE(reason(contents.segments[0].fault).nl.empty());
        }
    }
}

TEST(CutsAndFlips, AnyByteTakenOutOrPutInIsNeverWhole) {
    const std::string whole = segment_of(sample_payloads());
    const std::vector<std::string> lines = lines_of(whole);
    for (std::size_t at = 0; at < whole.size(); ++at) {
        std::string without = whole;
        without.erase(at, 1);
        const JournalContents shorter = read_segments({without});
        const bool last = at + 1 == whole.size();
        ASSERT_EQ(shorter.state(), last ? JournalState::Torn : JournalState::Damaged) << "without byte " << at;
        ASSERT_GE(shorter.records.size(), place_in(lines, at).line);
        for (const char extra : {' ', '\n', '0', '1', 'J', '"', '\0', '\r', '\xC3'}) {
            std::string with = whole;
            with.insert(at, 1, extra);
            const JournalContents longer = read_segments({with});
            ASSERT_EQ(longer.state(), JournalState::Damaged) << "byte " << int(extra) << " before " << at;
            ASSERT_GE(longer.records.size(), place_in(lines, at).line);
        }
    }
}

TEST(CutsAndFlips, LinesRemovedRepeatedOrSwappedAreDamage) {
    const std::vector<std::string> lines = lines_of(segment_of(sample_payloads()));
    for (std::size_t i = 0; i < lines.size(); ++i) {
        std::vector<std::string> repeated = lines;
        repeated.insert(repeated.begin() + static_cast<std::ptrdiff_t>(i), lines[i]);
        EXPECT_EQ(read_segments({joined(repeated)}).state(), JournalState::Damaged);
        EXPECT_EQ(read_segments({joined(repeated)}).records.size(), i + 1);
        if (i + 1 == lines.size()) break;
        std::vector<std::string> removed = lines;
        removed.erase(removed.begin() + static_cast<std::ptrdiff_t>(i));
        EXPECT_EQ(read_segments({joined(removed)}).state(), JournalState::Damaged);
        EXPECT_EQ(read_segments({joined(removed)}).records.size(), i);
        for (std::size_t j = i + 1; j < lines.size(); ++j) {
            std::vector<std::string> swapped = lines;
            std::swap(swapped[i], swapped[j]);
            EXPECT_EQ(read_segments({joined(swapped)}).state(), JournalState::Damaged);
            EXPECT_EQ(read_segments({joined(swapped)}).records.size(), i);
        }
    }
}

TEST(CutsAndFlips, ALineOfAnotherJournalAtTheRightNumberIsDamage) {
    std::vector<std::string> others = sample_payloads();
    others[0] = "another meeting";
    std::vector<std::string> lines = lines_of(segment_of(sample_payloads()));
    lines[2] = lines_of(segment_of(others))[2];
    const JournalContents contents = read_segments({joined(lines)});
    EXPECT_EQ(contents.state(), JournalState::Damaged);
    EXPECT_EQ(contents.segments[0].fault, JournalFault::WrongHash);
    EXPECT_EQ(contents.records.size(), 2u);
}

}  // namespace
}  // namespace hamer
