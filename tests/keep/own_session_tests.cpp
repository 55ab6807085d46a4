// What a chair's device gives a keeper of the session that it writes: what is durable, byte for byte.
#include "journal/line_file.h"
#include "journal/recovery.h"
#include "keep_world.h"
#include "link/line_check.h"
#include "service/link/own_session.h"

namespace hamer::test {
namespace {

class OwnSessionTest : public testing::Test {
  protected:
    OwnSessionTest() {
        disk.put(folder / "procedure.json", kept_procedure);
        writer.emplace(*begin_next_segment(disk, folder, {}));
        texts.emplace(*LineFile::open(disk, folder / "private.jsonl"));
    }
    void write(std::uint64_t first, std::uint64_t last) {
        for (const CheckedLine& one : checked(lines, first, last)) {
            ASSERT_TRUE(texts->append_lines(one.texts));
            ASSERT_TRUE(writer->append(one.payload));
        }
    }
    void gives(const OwnSession& own, std::uint64_t last) {
        ASSERT_EQ(own.head(), lines.at(last));
        EXPECT_EQ(own.procedure(), kept_procedure);
        LinkLines message{kept_session, 0, {}};
        for (std::uint64_t seq = 1; seq <= last; ++seq) {
            EXPECT_EQ(own.at(seq), lines.at(seq));
            EXPECT_EQ(own.line(seq), lines.line(seq));
            EXPECT_EQ(own.texts(seq), lines.texts(seq));
            message.lines.push_back({own.line(seq), own.texts(seq)});
        }
        EXPECT_TRUE(check_lines(message, {}, [](std::uint64_t) { return std::nullopt; }));
    }

    MemoryFileSystem disk;
    const std::filesystem::path folder = kept_data / "sessions" / kept_session;
    const JournalLines lines = lines_with_texts(40, "drie");
    std::optional<Writer> writer;
    std::optional<LineFile> texts;
};

TEST_F(OwnSessionTest, GivesWhatIsDurableAndNothingBehindIt) {
    OwnSession own(disk, folder);
    EXPECT_EQ(own.head(), Position{});
    EXPECT_EQ(own.at(0), Position{});
    write(1, 3);
    ASSERT_TRUE(own.read(lines.at(2)));
    gives(own, 2);
    ASSERT_TRUE(own.read(lines.at(3)));
    gives(own, 3);
}

TEST_F(OwnSessionTest, ReadsWhatWasAddedAndNotTheWhole) {
    OwnSession own(disk, folder);
    write(1, 39);
    ASSERT_TRUE(own.read(lines.at(39)));
    write(40, 40);
    ASSERT_TRUE(disk.remove(folder / "private.jsonl"));
    const std::size_t before = disk.bytes_read();
    ASSERT_TRUE(own.read(lines.at(40)));
    EXPECT_LT(disk.bytes_read() - before, 2 * lines.line(40).size());
    EXPECT_EQ(own.line(40), lines.line(40));
    EXPECT_TRUE(own.texts(40).empty());
}

TEST_F(OwnSessionTest, GoesOnInTheNextSegmentAndPassesOverWhatItSuperseded) {
    OwnSession own(disk, folder);
    write(1, 3);
    ASSERT_TRUE(own.read(lines.at(3)));
    // The sync of line 3 failed after all: it stands once more in the next segment.
    writer.emplace(*begin_next_segment(disk, folder, lines.at(2)));
    for (const CheckedLine& one : checked(lines, 3, 5)) ASSERT_TRUE(writer->append(one.payload));
    ASSERT_TRUE(texts->append_lines(lines.texts(4)));
    ASSERT_TRUE(texts->append_lines(lines.texts(5)));
    ASSERT_TRUE(own.read(lines.at(5)));
    gives(own, 5);
}

TEST_F(OwnSessionTest, GivesNoTextThatWasErased) {
    OwnSession own(disk, folder);
    write(1, 3);
    ASSERT_TRUE(own.read(lines.at(3)));
    disk.put(folder / "private.jsonl", lines.texts(3)[0] + "\nno text\n");
    ASSERT_TRUE(own.read(lines.at(3)));
    EXPECT_TRUE(own.texts(1).empty());
    EXPECT_EQ(own.texts(3), lines.texts(3));
}

TEST_F(OwnSessionTest, StaysAsItWasWhereTheFolderDoesNotHaveIt) {
    OwnSession own(disk, folder);
    write(1, 3);
    ASSERT_TRUE(own.read(lines.at(2)));
    EXPECT_FALSE(own.read(lines.at(4))) << "it is not there yet";
    EXPECT_FALSE(own.read({3, std::string(64, 'a')})) << "another course";
    gives(own, 2);
    ASSERT_TRUE(disk.rename(folder, "elsewhere/s"));
    EXPECT_FALSE(own.read(lines.at(4)));
    gives(own, 2);
    OwnSession other(disk, folder);
    EXPECT_FALSE(other.read(lines.at(2)));
}

}  // namespace
}  // namespace hamer::test
