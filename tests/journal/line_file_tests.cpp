// The side file of lines: durable, and unharmed by a line that was cut short.
#include "journal/line_file.h"
#include "support.h"

#include <gtest/gtest.h>

namespace hamer {
namespace {

bool holds_in_order(const std::vector<std::string>& all, const std::vector<std::string>& some) {
    std::size_t found = 0;
    for (const std::string& line : all) {
        if (found < some.size() && line == some[found]) ++found;
    }
    return found == some.size();
}

const std::filesystem::path file = session_folder / "private.jsonl";

TEST(LineFile, AMissingFileHasNoLines) {
    MemoryFileSystem disk;
    const auto read = read_lines(disk, file);
    ASSERT_TRUE(read);
    EXPECT_TRUE(read->lines.empty());
    EXPECT_FALSE(read->torn);
}

TEST(LineFile, LinesAreDurableWhenAcknowledged) {
    MemoryFileSystem disk;
    auto lines = LineFile::open(disk, file);
    ASSERT_TRUE(lines->append_line("een"));
    ASSERT_TRUE(lines->append_line("twee é"));
    disk.power_cut(Survives::Nothing);
    EXPECT_EQ(read_lines(disk, file)->lines, std::vector<std::string>({"een", "twee é"}));
}

TEST(LineFile, ALineCutAnywhereCostsNoOther) {
    const std::string whole = "een\ntwee é\n";
    for (std::size_t size = 4; size <= whole.size(); ++size) {
        MemoryFileSystem disk;
        disk.put(file, whole.substr(0, size));
        const FileLines before = read_lines(disk, file).value();
        EXPECT_EQ(before.torn.has_value(), whole[size - 1] != '\n');
        ASSERT_TRUE(LineFile::open(disk, file)->append_line("drie"));
        const FileLines after = read_lines(disk, file).value();
        EXPECT_EQ(after.lines.front(), "een");
        EXPECT_EQ(after.lines.back(), "drie");
        EXPECT_FALSE(after.torn);
    }
}

TEST(LineFile, AnyMishapAtAnyCallLosesNoAcknowledgedLine) {
    for (const Mishap mishap :
         {Mishap::InputOutputError, Mishap::FullDisk, Mishap::ShortWrite, Mishap::Interrupted, Mishap::Death}) {
        for (std::size_t call = 1; call < 16; ++call) {
            for (const Survives survives :
                 {Survives::Everything, Survives::Nothing, Survives::Half, Survives::LengthOnly}) {
                MemoryFileSystem disk;
                disk.fail_at_call(call, mishap);
                std::vector<std::string> acknowledged;
                for (int attempt = 0; attempt < 3; ++attempt) {
                    auto lines = LineFile::open(disk, file);
                    while (lines && !lines->broken() && acknowledged.size() < 4) {
                        const std::string line =
                            "regel " + std::to_string(attempt) + std::to_string(acknowledged.size());
                        if (lines->append_line(line)) acknowledged.push_back(line);
                    }
                    disk.free_space();
                }
                ASSERT_TRUE(acknowledged.size() == 4 || mishap == Mishap::Death) << call;
                disk.power_cut(survives);
                auto lines = LineFile::open(disk, file);
                ASSERT_TRUE(lines);
                ASSERT_TRUE(lines->append_line("laatste"));
                const std::vector<std::string> read = read_lines(disk, file)->lines;
                ASSERT_GE(read.size(), acknowledged.size() + 1);
                ASSERT_TRUE(holds_in_order(read, acknowledged)) << call << " " << int(mishap) << " " << int(survives);
                ASSERT_EQ(read.back(), "laatste");
            }
        }
    }
}

TEST(LineFile, ABrokenOneWritesNoMoreAndTwoLinesInOneAreRefused) {
    MemoryFileSystem disk;
    auto lines = LineFile::open(disk, file);
    EXPECT_FALSE(lines->append_line("een\ntwee"));
    EXPECT_FALSE(lines->append_line(""));
    EXPECT_FALSE(lines->broken());
    disk.fail_at_call(2, Mishap::InputOutputError);
    EXPECT_FALSE(lines->append_line("een"));
    const std::size_t calls = disk.calls();
    EXPECT_FALSE(lines->append_line("twee"));
    EXPECT_EQ(disk.calls(), calls);
}

}  // namespace
}  // namespace hamer
