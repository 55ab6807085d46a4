// Three journals with every cut, every flipped bit, and every line removed, repeated or swapped: the reader says where
// and loses nothing before it, and docs/verify_journal.py says the same, word for word, of each of them.
#include "base/text.h"
#include "journals.h"
#include "support.h"
#include "support/places.h"

#include <cstdio>
#include <fmt/format.h>
#include <fstream>
#include <functional>
#include <gtest/gtest.h>

namespace hamer::test {
namespace {

// A segment changed: what it consists of now. Bytes of the segment itself, or others.
struct Piece {
    std::size_t from = 0;
    std::size_t to = 0;
    std::string others;
};
using Pieces = std::vector<Piece>;

std::string bytes_of(const std::string& whole, const Pieces& pieces) {
    std::string bytes;
    for (const Piece& piece : pieces) bytes += whole.substr(piece.from, piece.to - piece.from) + piece.others;
    return bytes;
}

std::string words(const Pieces& pieces) {
    std::string text;
    for (const Piece& piece : pieces) {
        if (piece.to > piece.from) text += fmt::format(" {}:{}", piece.from, piece.to);
        if (!piece.others.empty()) text += " =" + to_hex(piece.others);
    }
    return text;
}

// A segment and where its whole lines begin and end; behind the last may stand a beginning of one.
struct Segment {
    std::string whole;
    std::vector<Piece> lines;

    explicit Segment(std::string bytes) : whole(std::move(bytes)) {
        for (std::size_t at = 0, end; (end = whole.find('\n', at)) != std::string::npos; at = end + 1) {
            lines.push_back({at, end + 1, {}});
        }
    }
    [[nodiscard]] std::size_t lines_end() const { return lines.back().to; }
    [[nodiscard]] Piece rest() const { return {lines_end(), whole.size(), {}}; }
    [[nodiscard]] const Piece& line_of(std::size_t at) const {
        std::size_t i = 0;
        while (lines[i].to <= at) ++i;
        return lines[i];
    }
};

// What must be said of a change, if that is certain: the state, and the line before which reading stops.
struct Expected {
    JournalState state;
    std::size_t offset;
};
using Try = std::function<void(const Pieces&, std::optional<Expected>)>;

void every_cut(const Segment& segment, const Try& attempt) {
    for (std::size_t size = 0; size < segment.whole.size(); ++size) {
        const std::size_t begin = size < segment.lines_end() ? segment.line_of(size).from : segment.lines_end();
        attempt({{0, size, {}}}, Expected{size == begin ? JournalState::Whole : JournalState::Torn, begin});
        for (const std::size_t zeros : {1u, 2u, 300u}) {
            attempt({{0, size, std::string(zeros, '\0')}},
                    Expected{zeros == 1 ? JournalState::Damaged : JournalState::Torn, begin});
        }
    }
}

void every_flip(const Segment& segment, const Try& attempt) {
    for (std::size_t at = 0; at < segment.whole.size(); ++at) {
        for (unsigned bit = 0; bit < 8; ++bit) {
            const char flipped = static_cast<char>(segment.whole[at] ^ (1 << bit));
            // A line that was never whole proves nothing.
            const bool certain = at < segment.lines_end();
            const auto expected =
                certain ? std::optional(Expected{JournalState::Damaged, segment.line_of(at).from}) : std::nullopt;
            attempt({{0, at, std::string(1, flipped)}, {at + 1, segment.whole.size(), {}}}, expected);
        }
    }
}

void every_line_removed_repeated_or_swapped(const Segment& segment, const Try& attempt) {
    const std::vector<Piece>& lines = segment.lines;
    const auto with = [&](Pieces pieces, std::optional<Expected> expected) {
        pieces.push_back(segment.rest());
        attempt(pieces, expected);
    };
    for (std::size_t i = 0; i < lines.size(); ++i) {
        Pieces repeated = lines;
        repeated.insert(repeated.begin() + std::ptrdiff_t(i), lines[i]);
        with(repeated, Expected{JournalState::Damaged, lines[i].to});
        Pieces removed = lines;
        removed.erase(removed.begin() + std::ptrdiff_t(i));
        // Lines removed at the very end are shown by the head alone.
        with(removed,
             i + 1 < lines.size() ? std::optional(Expected{JournalState::Damaged, lines[i].from}) : std::nullopt);
        for (std::size_t j = i + 1; j < lines.size(); ++j) {
            Pieces swapped = lines;
            std::swap(swapped[i], swapped[j]);
            with(swapped, Expected{JournalState::Damaged, lines[i].from});
        }
    }
}

std::string said_by_reader(const std::string& name, const JournalContents& contents) {
    std::string said;
    for (const SegmentVerdict& verdict : contents.segments) {
        said += fmt::format("{}/{}: {}\n", name, segment_name(verdict.segment), describe(verdict).en);
    }
    return said + fmt::format("{}: {}, {} entries, head {}\n", name, state_name(contents.state()),
                              contents.records.size(), contents.head().hash);
}

// All that the script said, read again from its beginning.
class Script {
  public:
    explicit Script(const std::filesystem::path& folder) : folder_(folder) {
        std::filesystem::create_directory(folder_ / "journals");
        cases_.open(folder_ / "cases");
    }
    void add_journal(const WrittenJournal& journal) {
        for (std::size_t i = 0; i < journal.segments.size(); ++i) {
            std::ofstream(folder_ / "journals" / fmt::format("{}.{}", journal.name, i + 1), std::ios::binary)
                << journal.segments[i];
        }
    }
    void add(const std::string& name, std::size_t segment, const Pieces& pieces) {
        cases_ << name << ' ' << segment << words(pieces) << '\n';
    }
    int run() {
        cases_.close();
        const std::string command = fmt::format(
            "cd '{}' && /usr/bin/python3 '{}/tests/storage/verify_many.py' '{}/docs/verify_journal.py' "
            "journals < cases > said",
            folder_.string(), test::source_directory(), test::source_directory());
        const int status = std::system(command.c_str());
        said_.open(folder_ / "said");
        return status;
    }
    std::string next(std::size_t lines) {
        std::string text, line;
        for (std::size_t i = 0; i < lines && std::getline(said_, line); ++i) text += line + "\n";
        return text;
    }
    bool at_end() { return said_.peek() == std::ifstream::traits_type::eof(); }

  private:
    std::filesystem::path folder_;
    std::ofstream cases_;
    std::ifstream said_;
};

void every_change(const Segment& segment, const Try& attempt) {
    every_cut(segment, attempt);
    every_flip(segment, attempt);
    every_line_removed_repeated_or_swapped(segment, attempt);
}

void expect_the_reader_and_the_script_to_agree(const WrittenJournal& journal) {
    TemporaryFolder folder;
    Script script(folder.path());
    script.add_journal(journal);
    std::vector<Segment> segments(journal.segments.begin(), journal.segments.end());
    for (std::size_t i = 0; i < segments.size(); ++i) {
        every_change(segments[i],
                     [&](const Pieces& pieces, std::optional<Expected>) { script.add(journal.name, i + 1, pieces); });
    }
    ASSERT_EQ(script.run(), 0);
    const std::vector<std::string> payloads = payloads_of(read_segments(journal.segments));
    for (std::size_t i = 0; i < segments.size(); ++i) {
        std::vector<std::string> changed = journal.segments;
        every_change(segments[i], [&](const Pieces& pieces, std::optional<Expected> expected) {
            if (testing::Test::HasFatalFailure()) return;
            changed[i] = bytes_of(segments[i].whole, pieces);
            const JournalContents contents = read_segments(changed);
            const SegmentVerdict& verdict = contents.segments[i];
            if (expected) {
                ASSERT_EQ(verdict.state, expected->state) << journal.name << i + 1 << words(pieces);
                ASSERT_EQ(verdict.offset, expected->offset) << journal.name << i + 1 << words(pieces);
            }
            for (std::size_t entry = 0; entry < verdict.entries && i == 0 && entry < contents.records.size(); ++entry) {
                ASSERT_EQ(contents.records[entry].payload, payloads[entry]) << journal.name << i + 1 << words(pieces);
            }
            ASSERT_EQ(script.next(contents.segments.size() + 1), said_by_reader(journal.name, contents))
                << journal.name << i + 1 << words(pieces);
        });
        if (testing::Test::HasFatalFailure()) return;
    }
    ASSERT_TRUE(script.at_end());
}

class Damage : public testing::TestWithParam<std::size_t> {};

TEST_P(Damage, OfEveryKindIsSeenWhereItIsByTheReaderAndTheScriptAlike) {
    expect_the_reader_and_the_script_to_agree(three_journals()[GetParam()]);
}

INSTANTIATE_TEST_SUITE_P(OfJournals, Damage, testing::Values(0u, 1u, 2u),
                         [](const auto& chosen) { return three_journals()[chosen.param].name; });

}  // namespace
}  // namespace hamer::test
