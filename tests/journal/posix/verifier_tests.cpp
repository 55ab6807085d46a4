// docs/verify_journal.py and the reader say the same, word for word, of many journals good and bad.
#include "base/crc32.h"
#include "platform/system_files.h"
#include "support.h"
#include "support/places.h"

#include <array>
#include <cstdio>
#include <fmt/format.h>
#include <fstream>
#include <gtest/gtest.h>
#include <sstream>
#include <sys/wait.h>

namespace hamer {
namespace {

using Segments = std::vector<std::string>;

// Many sessions in one folder, for one run of the script.
class Cases {
  public:
    void add(const Segments& segments) {
        const std::string name = fmt::format("c{:05}", count_++);
        std::filesystem::create_directory(folder_.path() / name);
        std::uint32_t number = 0;
        for (const std::string& bytes : segments) put(name, segment_name(++number), bytes);
    }

    void put(const std::string& session, const std::string& name, const std::string& bytes) {
        std::ofstream(folder_.path() / session / name, std::ios::binary) << bytes;
    }

    // What the script prints for all of them, and its exit status.
    std::pair<std::string, int> verify() const {
        const std::string command = fmt::format("cd '{}' && /usr/bin/python3 '{}/docs/verify_journal.py' c* 2>&1",
                                                folder_.path().string(), test::source_directory());
        std::string output;
        FILE* pipe = ::popen(command.c_str(), "r");
        std::array<char, 4096> buffer{};
        while (const std::size_t count = std::fread(buffer.data(), 1, buffer.size(), pipe)) {
            output.append(buffer.data(), count);
        }
        return {output, WEXITSTATUS(::pclose(pipe))};
    }

    // What it should print, by the reader.
    std::string expected() const {
        SystemFiles files;
        std::string output;
        for (std::size_t i = 0; i < count_; ++i) {
            const std::string name = fmt::format("c{:05}", i);
            const JournalContents contents = read_session_journal(files, folder_.path() / name).value();
            for (const SegmentVerdict& verdict : contents.segments) {
                output += fmt::format("{}/{}: {}\n", name, segment_name(verdict.segment), describe(verdict).en);
            }
            output += fmt::format("{}: {}, {} entries, head {}\n", name, state_name(contents.state()),
                                  contents.records.size(), contents.head().hash);
        }
        return output;
    }

    // Line by line, so that a failure shows the first difference only.
    void expect_agreement() const {
        std::istringstream left(expected());
        std::istringstream right(verify().first);
        std::string reader, script;
        while (std::getline(left, reader)) {
            ASSERT_TRUE(std::getline(right, script)) << "the script stopped before: " << reader;
            ASSERT_EQ(reader, script);
        }
        ASSERT_FALSE(std::getline(right, script)) << script;
    }

  private:
    TemporaryFolder folder_;
    std::size_t count_ = 0;
};

// The other segments stay as they are.
void add_variants(Cases& cases, const Segments& segments, std::size_t changed) {
    const auto with = [&](const std::string& bytes) {
        Segments variant = segments;
        variant[changed] = bytes;
        cases.add(variant);
    };
    const std::string whole = segments[changed];
    for (std::size_t at = 0; at < whole.size(); at += 3) {
        with(whole.substr(0, at));
        with(whole.substr(0, at) + std::string(1 + at % 4, '\0'));
        with(whole.substr(0, at) + whole.substr(at + 1));
        with(whole.substr(0, at) + "1" + whole.substr(at));
        std::string flipped = whole;
        flipped[at] = static_cast<char>(flipped[at] ^ (1 << at % 8));
        with(flipped);
        with(flipped.substr(0, at + 2));
    }
    const std::vector<std::string> lines = lines_of(whole);
    for (std::size_t i = 0; i + 1 < lines.size(); ++i) {
        std::vector<std::string> other = lines;
        std::swap(other[i], other[i + 1]);
        with(joined(other));
        other = lines;
        other[i + 1] = lines[i];
        with(joined(other));
        other[i + 1] = "";
        with(joined(other));
        with(whole + lines[i]);
    }
}

TEST(Verifier, AgreesOnCutsFlipsSwapsAndRemovedOrRepeatedLines) {
    Cases cases;
    add_variants(cases, {segment_of({"één", "twee € 2", "drie 🔨"})}, 0);
    cases.expect_agreement();
}

TEST(Verifier, AgreesOnSeveralSegments) {
    const std::string first_segment = segment_of({"één", "twee", "drie"});
    const JournalContents contents = read_segments({first_segment});
    const Segments segments = {first_segment, segment_of({"drie, opnieuw", "vier"}, {2, contents.records[1].hash}),
                               segment_of({"vijf"}, Position{})};
    Cases cases;
    add_variants(cases, segments, 0);
    add_variants(cases, segments, 1);
    cases.expect_agreement();
}

TEST(Verifier, AgreesOnTailsOfEveryKind) {
    const std::string base = segment_of(std::vector<std::string>(12, "entry"));
    const std::string start = "J1 13 5 " + crc32_hex("J1 13 5") + " " + std::string(64, 'a');
    Cases cases;
    for (const std::string tail : {"J",
                                   "j",
                                   "\n",
                                   "J2 ",
                                   "J1 1",
                                   "J1 13",
                                   "J1 13 ",
                                   "J1 2",
                                   "J1 12",
                                   "J1 130",
                                   "J1 1 ",
                                   "J1 013",
                                   "J1  ",
                                   "J1 x",
                                   "J1 99999999999999999999999",
                                   "J1 13 1",
                                   "J1 13 16777216",
                                   "J1 13 16777217",
                                   "J1 13 0",
                                   "J1 13 05",
                                   "J1 13 -5",
                                   "J1 13 99999999999999999999 ",
                                   "J1 13 5 zz",
                                   "J1 13 \xD9\xA3 ",
                                   "J1 13 5\n"}) {
        cases.add({base + tail});
        cases.add({base, tail});
        cases.add({"", tail});
    }
    for (const std::string tail :
         {"", "x", " ", " entr", " entr\xC3", " ent\xC3", " e\xC3t", " e\n", " \xE0\x80", " \xE0\xA0", " \xED\xA0",
          " \xF0\x8F", " \xF4\x90", " \xF4\x8F\xBF", " \xF5", " entry", " entry\n", " entry\r\n", " entries\n"}) {
        cases.add({base + start + tail});
    }
    for (const std::string payload :
         {"two\nlines", "tab\tstop", "bad \xFF byte", "cut \xE2\x82", "high \xED\xA0\x80", "\x7F"}) {
        cases.add({segment_of({"entry", payload, "entry"})});
        cases.add({segment_of({"entry", payload}) + std::string(2, '\0')});
    }
    cases.add({std::string(2, '\0')});
    cases.add({std::string(1, '\0')});
    cases.expect_agreement();
}

TEST(Verifier, AgreesOnNamesAndMissingSegments) {
    Cases cases;
    cases.add({});
    cases.add({""});
    cases.add({segment_of({"een"})});
    for (const char* name : {"journal.3", "journal.12", "journal.02", "journal.1", "journal.torn-3", "journal.3~",
                             "journal.3\n", "journal.\xD9\xA3", "journal.1000000000", "journal.999999999"}) {
        cases.put("c00002", name, segment_of({"twee"}, read_segments({segment_of({"een"})}).head()));
    }
    cases.add({});
    cases.put("c00003", "journal.3", segment_of({"een"}));
    cases.expect_agreement();
}

TEST(Verifier, SaysByItsStatusWhetherAllAreWhole) {
    Cases cases;
    EXPECT_EQ(cases.verify().second, 1);
    Cases whole;
    whole.add({segment_of({"een"})});
    whole.add({segment_of({"een", "twee"})});
    EXPECT_EQ(whole.verify().second, 0);
    whole.add({segment_of({"een", "twee"}) + "J"});
    EXPECT_EQ(whole.verify().second, 1);
}

}  // namespace
}  // namespace hamer
