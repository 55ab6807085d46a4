#include "support.h"

#include "support/places.h"

#include <gtest/gtest.h>

namespace hamer {

std::vector<std::string> sample_payloads() {
    return {R"({"kind":"session-opened","procedure":"leiden-2025"})",
            R"({"kind":"step","event":"disturbance.report","what":"één bezoeker roept naar het college"})",
            R"({"kind":"note","text":"€ 12 schade – bordje gebroken"})",
            "x",
            R"({"kind":"step","event":"meeting.suspend","reason":"orde 🔨 niet te handhaven"})",
            R"({"kind":"session-closed"})"};
}

std::string segment_of(const std::vector<std::string>& payloads, Position after) {
    LineMaker maker;
    std::string bytes;
    for (const std::string& payload : payloads) {
        bytes += maker.make(after, payload);
        after = maker.made();
    }
    return bytes;
}

std::vector<std::string> lines_of(const std::string& segment) {
    std::vector<std::string> lines;
    for (std::size_t at = 0; at < segment.size();) {
        const std::size_t end = segment.find('\n', at);
        lines.push_back(segment.substr(at, end - at + 1));
        at += lines.back().size();
    }
    return lines;
}

std::string joined(const std::vector<std::string>& lines) {
    std::string bytes;
    for (const std::string& line : lines) bytes += line;
    return bytes;
}

Place place_in(const std::vector<std::string>& lines, std::size_t offset) {
    std::size_t begin = 0;
    for (std::size_t line = 0; line < lines.size(); ++line) {
        if (offset < begin + lines[line].size()) return {line, begin};
        begin += lines[line].size();
    }
    return {lines.size(), begin};
}

namespace {

// Whatever is read, passing by says the same of it.
void expect_the_same_in_passing(FileSystem& disk, const JournalContents& contents) {
    std::vector<std::string> hashes;
    const auto outline = read_journal_outline(disk, session_folder, [&](const Position& entry) {
        hashes.resize(entry.seq - 1);
        hashes.push_back(entry.hash);
    });
    ASSERT_TRUE(outline) << describe(outline.error());
    ASSERT_EQ(outline->state(), contents.state());
    ASSERT_EQ(outline->head, contents.head());
    ASSERT_EQ(outline->segments.size(), contents.segments.size());
    for (std::size_t i = 0; i < contents.segments.size(); ++i) {
        const SegmentVerdict &one = outline->segments[i], &other = contents.segments[i];
        ASSERT_EQ(describe(one).en, describe(other).en);
        ASSERT_EQ(one.size, other.size);
        ASSERT_EQ(one.entries, other.entries);
    }
    ASSERT_EQ(hashes.size(), contents.records.size());
    for (std::size_t i = 0; i < hashes.size(); ++i) ASSERT_EQ(hashes[i], contents.records[i].hash);
}

}  // namespace

JournalContents read_segments(const std::vector<std::string>& segments) {
    MemoryFileSystem disk;
    std::uint32_t number = 0;
    for (const std::string& bytes : segments) disk.put(session_folder / segment_name(++number), bytes);
    JournalContents contents = read_session_journal(disk, session_folder).value();
    expect_the_same_in_passing(disk, contents);
    return contents;
}

std::vector<std::string> payloads_of(const JournalContents& contents) {
    std::vector<std::string> payloads;
    for (const JournalRecord& record : contents.records) payloads.push_back(record.payload);
    return payloads;
}

Result<Opened> open_session(FileSystem& files, const std::filesystem::path& folder) {
    auto contents = read_session_journal(files, folder);
    if (!contents) return tl::unexpected(contents.error());
    auto recovery = recover(files, folder, *contents);
    if (!recovery) return tl::unexpected(recovery.error());
    auto writer = open_writer(files, folder, *recovery);
    if (!writer) return tl::unexpected(writer.error());
    return Opened{std::move(*contents), std::move(*recovery), std::move(*writer)};
}

TemporaryFolder::TemporaryFolder() { path_ = test::make_temporary_folder("hamer-journal"); }

TemporaryFolder::~TemporaryFolder() {
    std::error_code ignored;
    std::filesystem::remove_all(path_, ignored);
}

}  // namespace hamer
