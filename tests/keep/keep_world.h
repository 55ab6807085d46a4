// A keeper's folders on the disk in memory, and a writer's lines for them.
#pragma once

#include "journal/recovery.h"
#include "journal_lines.h"
#include "memory_file_system.h"
#include "service/keep/kept_folders.h"

#include <gtest/gtest.h>
#include <memory>
#include <string>
#include <vector>

namespace hamer::test {

inline const std::string kept_session = "20260312T191405Z-5f0c9a2b";
inline const std::filesystem::path kept_data = "disk/hamer";
inline const std::string kept_procedure = "{\"format\":1}";

// Lines that each have a text of their own, made of `word`.
inline JournalLines lines_with_texts(std::uint64_t count, const std::string& word) {
    JournalLines lines;
    for (std::uint64_t i = 1; i <= count; ++i) {
        const std::string number = std::to_string(i);
        lines.add(R"({"kind":"note","word":")" + word + number + "\"}",
                  {R"({"seq":)" + number + R"(,"name":"text","salt":"a","text":")" + word + number + "\"}"});
    }
    return lines;
}

inline std::vector<CheckedLine> checked(const JournalLines& own, std::uint64_t first, std::uint64_t last) {
    std::vector<CheckedLine> all;
    for (std::uint64_t seq = first; seq <= last; ++seq) {
        const std::string line = own.line(seq);
        all.push_back({line.substr(line.find('{')), own.texts(seq)});
    }
    return all;
}

inline std::string bytes_of(const JournalLines& own, std::uint64_t last) {
    std::string bytes;
    for (std::uint64_t seq = 1; seq <= last; ++seq) bytes += own.line(seq) + "\n";
    return bytes;
}
inline std::string texts_of(const JournalLines& own, std::uint64_t last) {
    std::string bytes;
    for (std::uint64_t seq = 1; seq <= last; ++seq) {
        for (const std::string& text : own.texts(seq)) bytes += text + "\n";
    }
    return bytes;
}

class KeepTest : public testing::Test {
  protected:
    KeepTest() { restart(); }

    // The program starts again.
    void restart() {
        kept.reset();
        kept = std::make_unique<KeptFolders>(
            disk, KeptFoldersSetup{kept_data, [](const std::string& device) { return "naam van " + device; },
                                   [this](const std::string& session, bool) {
                                       // Whoever makes the record finds the folder free.
                                       const auto lock = lock_folder(disk, folder());
                                       EXPECT_TRUE(lock);
                                       made.push_back(session);
                                       return record;
                                   }});
    }
    static KeptPlace place(int course = 0, const std::string& device = "tablet") {
        return {kept_session, false, course, device};
    }
    static std::filesystem::path folder(int course = 0) {
        if (course == 0) return kept_data / "sessions" / kept_session;
        return kept_data / "forks" / (kept_session + "." + std::to_string(course));
    }
    Status begin(int course = 0, const std::string& device = "tablet") {
        return kept->put_procedure(place(course, device), kept_procedure);
    }
    // What the writer does: it brings what is not there, of what is its own.
    Status bring(std::uint64_t last, const JournalLines& lines, int course = 0) {
        const auto courses = kept->courses(kept_session);
        if (!courses) return tl::unexpected<Error>(courses.error());
        const auto number = static_cast<std::size_t>(course);
        if (number >= courses->size()) {
            if (Status begun = begin(course); !begun) return begun;
        }
        const std::uint64_t there = number < courses->size() ? (*courses)[number].head.seq : 0;
        if (there >= last) return {};
        return kept->append(place(course), lines.at(there), checked(lines, there + 1, last));
    }
    std::uint64_t there(std::size_t course = 0) {
        const auto courses = kept->courses(kept_session);
        EXPECT_TRUE(courses) << describe(courses.error());
        return courses && course < courses->size() ? (*courses)[course].head.seq : 0;
    }

    MemoryFileSystem disk;
    std::unique_ptr<KeptFolders> kept;
    JournalLines own = lines_with_texts(6, "drie");
    std::vector<std::string> made;
    Status record;
};

}  // namespace hamer::test
