// Bad input gives one clear sentence and the right exit status, never a crash, and loses nothing.
#include "program.h"
#include "support/leiden.h"

#include <filesystem>
#include <fstream>
#include <gtest/gtest.h>
#include <sys/stat.h>

namespace hamer {
namespace {

using test::Conversation;
using test::Folder;
using test::Ran;
using test::run_program;

std::size_t lines(const std::string& text) {
    return static_cast<std::size_t>(std::count(text.begin(), text.end(), '\n'));
}

void expect_sentence(const Ran& ran, int status, const std::string& part) {
    EXPECT_EQ(ran.status, status) << ran.out << ran.err;
    EXPECT_NE(ran.err.find(part), std::string::npos) << ran.err;
    EXPECT_EQ(lines(ran.err), 1u) << ran.err;
}

std::string write(const Folder& folder, const std::string& name, const std::string& text) {
    std::ofstream(folder / name, std::ios::binary) << text;
    return folder / name;
}

TEST(BadInput, WrongUseOfTheCommandLineIsStatusTwo) {
    for (const std::vector<std::string>& arguments : {std::vector<std::string>{"dance"},
                                                      {"log"},
                                                      {"--lang", "fr", "sessions"},
                                                      {"log", "x", "--format", "pdf"},
                                                      {"record"},
                                                      {"record", "show", "x", "--revision", "0"}}) {
        EXPECT_EQ(run_program(arguments).status, 2) << arguments.front();
    }
    EXPECT_EQ(run_program({"--help"}).status, 0);
    EXPECT_EQ(run_program({"--version"}).status, 0);
}

TEST(BadInput, EachBrokenProcedureGetsOneSentenceThatNamesFileAndPlace) {
    const Folder folder;
    expect_sentence(run_program({"check", folder / "none.json"}), 2, "none.json: dit is er niet");
    expect_sentence(run_program({"check", write(folder, "broken.json", "{\"regions\":\n  ]")}), 2,
                    "broken.json: line 2");
    expect_sentence(run_program({"check", write(folder, "deep.json", std::string(100'000, '['))}), 2, "deep.json");
    expect_sentence(run_program({"check", write(folder, "bytes.json", "{\"a\": \"\xFF\xFE\"}")}), 2, "UTF-8");
    expect_sentence(run_program({"check", write(folder, "twice.json", R"({"regions": {}, "regions": {}})")}), 2,
                    "stands twice");
    expect_sentence(run_program({"check", write(folder, "huge.json", std::string(5u << 20, ' '))}), 2, "larger than");
    expect_sentence(run_program({"check", folder.path().string()}), 2, "verwacht: een bestand, gevonden: een map");
}

TEST(BadInput, AProcedureThatBreaksAPromiseIsStatusOneWithTheShortestPath) {
    const Folder folder;
    std::string text = test::leiden_text();
    const std::size_t at = text.find("\"address.b\"", text.find("\"regions\""));
    const std::size_t raise = text.find("\"broadcast.pause\"", at);
    ASSERT_NE(raise, std::string::npos);
    text.replace(raise, 17, "\"security.call\"");
    const Ran ran = run_program({"check", write(folder, "mutant.json", text)});
    EXPECT_EQ(ran.status, 1) << ran.err;
    EXPECT_NE(ran.out.find("shortest way to it: disturbance.report"), std::string::npos) << ran.out;
}

TEST(BadInput, BrokenSettingsNameThePlaceAndTheExpectation) {
    const Folder folder;
    const std::string file =
        write(folder, "hamer.json",
              R"({"format": 1, "municipality": {"name": "Leiden", "address": ""}, "numbers": {"emergency": 112}})");
    expect_sentence(run_program({"--config", file, "walk"}), 2,
                    "hamer.json: /numbers/emergency: verwacht: een tekst, gevonden: een getal");
}

TEST(BadInput, AFolderThatCannotBeWrittenIsStatusThree) {
    const Folder folder;
    write(folder, "file", "");
    expect_sentence(run_program({"walk", "--data", folder / "file/data"}, R"({"do":"meeting.open"})"), 3, "file");
}

TEST(BadInput, ErrorsAreDutchUnlessAnotherLanguageIsAskedFor) {
    const Folder folder;
    expect_sentence(run_program({"--data", folder.path().string(), "record", "show", "x"}), 1,
                    "dit kan Hamer niet vinden");
    expect_sentence(run_program({"--lang", "en", "--data", folder.path().string(), "record", "show", "x"}), 1,
                    "there is no record “x”. `hamer record list` shows them");
    expect_sentence(run_program({"--lang", "en", "check", folder / "none.json"}), 2, "none.json: no such file");
}

TEST(BadInput, ASecondProgramOnTheSameSessionIsRefusedAndDisturbsNothing) {
    const Folder folder;
    Conversation first({"walk", "--data", folder.path().string()});
    first.say(R"({"do":"meeting.open"})");
    ASSERT_TRUE(first.hear().starts_with(R"({"ok":true)"));
    const std::string id = std::filesystem::directory_iterator(folder / "sessions")->path().filename().string();
    const Ran second =
        run_program({"walk", "--data", folder.path().string(), "--session", id}, R"({"do":"meeting.close"})");
    expect_sentence(second, 1, "een ander venster van Hamer");
    first.say(R"({"do":"disturbance.report"})");
    EXPECT_TRUE(first.hear().starts_with(R"({"ok":true)"));
    EXPECT_EQ(first.finish(), 0);
}

TEST(BadInput, ASessionThatIsNotThereOrIsNoSessionsNameIsRefused) {
    const Folder folder;
    expect_sentence(run_program({"--data", folder.path().string(), "log", "../../etc/passwd"}), 2,
                    "verwacht: de naam van een vergadering");
    expect_sentence(run_program({"--data", folder.path().string(), "log", "20260312T190000Z-00000000"}), 2,
                    "deze vergadering is er niet");
    expect_sentence(run_program({"walk", "--session", "20260312T190000Z-00000000"}), 2, "--data");
}

TEST(BadInput, WalkRefusesEachBadLineAndGoesOn) {
    const Ran ran = run_program({"walk", "--lang", "en"},
                                "nonsense\n{\"do\":\"dance\"}\n{\"do\":\"police.call\",\"with\":{\"number\":\"112\"}}\n"
                                "{\"do\":\"meeting.open\",\"at\":\"soon\"}\n{\"do\":\"meeting.open\"}\n");
    EXPECT_EQ(ran.status, 1);
    EXPECT_EQ(lines(ran.out), 5u);
    for (const char* code : {"bad-json", "unknown-event", "not-enabled", "bad-time"}) {
        EXPECT_NE(ran.out.find(code), std::string::npos) << code;
    }
    EXPECT_NE(ran.out.find(R"({"ok":true,"seq":2)"), std::string::npos) << ran.out;
}

TEST(BadInput, WithoutADisplayTheWindowSaysSo) {
    const Folder folder;
    const Ran ran = run_program({"--data", folder.path().string()}, {}, {"DISPLAY=", "WAYLAND_DISPLAY="});
    expect_sentence(ran, 2, "display");
}

TEST(BadInput, ADamagedJournalIsReadOnlyNamedAndContinuedInANewSegment) {
    const Folder folder;
    ASSERT_EQ(run_program({"walk", "--data", folder.path().string()},
                          "{\"do\":\"meeting.open\"}\n{\"do\":\"disturbance.report\"}\n")
                  .status,
              0);
    const std::string id = std::filesystem::directory_iterator(folder / "sessions")->path().filename().string();
    const std::string journal = folder / ("sessions/" + id + "/journal");
    std::fstream file(journal, std::ios::in | std::ios::out | std::ios::binary);
    file.seekp(-20, std::ios::end);
    file.put('#');
    file.close();
    const auto size = std::filesystem::file_size(journal);
    EXPECT_EQ(run_program({"--data", folder.path().string(), "verify", id}).status, 1);
    const Ran walk =
        run_program({"walk", "--data", folder.path().string(), "--session", id}, R"({"do":"disturbance.report"})");
    EXPECT_EQ(walk.status, 0) << walk.out << walk.err;
    EXPECT_EQ(std::filesystem::file_size(journal), size);
    EXPECT_TRUE(std::filesystem::exists(folder / ("sessions/" + id + "/journal.2")));
    EXPECT_EQ(run_program({"--data", folder.path().string(), "verify", id}).status, 1);  // it stays damaged
}

TEST(BadInput, FilesAreForTheirOwnerOnlyWhateverTheUmask) {
    const Folder folder;
    const mode_t before = umask(0);
    const Ran ran = run_program(
        {"walk", "--data", folder / "data"},
        "{\"do\":\"meeting.open\"}\n{\"do\":\"note\",\"with\":{\"text\":\"x\"}}\n{\"do\":\"meeting.close\"}\n");
    umask(before);
    ASSERT_EQ(ran.status, 0) << ran.out << ran.err;
    for (const auto& item : std::filesystem::recursive_directory_iterator(folder / "data")) {
        struct stat status {};
        ASSERT_EQ(stat(item.path().c_str(), &status), 0);
        EXPECT_EQ(status.st_mode & 0777, item.is_directory() ? 0700u : 0600u) << item.path();
    }
}

}  // namespace
}  // namespace hamer
