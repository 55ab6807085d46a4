// On the real disk: modes, links, names that lead away, and a writer that is killed.
#include "journal/durable.h"
#include "journal/line_file.h"
#include "platform/system_files.h"
#include "support.h"

#include <csignal>
#include <fstream>
#include <functional>
#include <gtest/gtest.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

namespace hamer {
namespace {

unsigned mode_of(const std::filesystem::path& path) {
    struct stat status {};
    EXPECT_EQ(::stat(path.c_str(), &status), 0) << path;
    return status.st_mode & 07777u;
}

TEST(PosixFilesTest, ArePrivateWhateverTheUmask) {
    for (const mode_t mask : {mode_t{0}, mode_t{022}, mode_t{077}, mode_t{0777}}) {
        TemporaryFolder temporary;
        SystemFiles files;
        const auto session = temporary.path() / "data" / "sessions" / "s";
        const mode_t before = ::umask(mask);
        EXPECT_TRUE(files.make_folder(session));
        {
            const auto lock = lock_folder(files, session);
            EXPECT_TRUE(lock);
            auto opened = open_session(files, session);
            EXPECT_TRUE(opened && opened->writer.append("een"));
            auto lines = LineFile::open(files, session / "private.jsonl");
            EXPECT_TRUE(lines && lines->append_line("{}"));
            EXPECT_TRUE(replace_file(files, session / "private.jsonl", "{}\n"));
            std::ofstream(session / "journal", std::ios::app) << "J1";
        }
        EXPECT_TRUE(open_session(files, session));
        ::umask(before);
        for (const auto& folder : {session, session.parent_path(), temporary.path() / "data"}) {
            EXPECT_EQ(mode_of(folder), 0700u) << folder << " under " << mask;
        }
        for (const char* name : {"journal", "private.jsonl", "lock", "journal.torn-2"}) {
            EXPECT_EQ(mode_of(session / name), 0600u) << name << " under " << mask;
        }
    }
}

TEST(PosixFilesTest, AnEntryIsOnlyCalledDurableWhileTheNameLeadsToIt) {
    const auto away = [](const std::filesystem::path& path) { std::filesystem::rename(path, path.string() + ".away"); };
    const std::vector<std::function<void(const std::filesystem::path&)>> deeds = {
        [](const auto& path) { std::filesystem::remove(path); },
        [](const auto& path) { std::filesystem::remove_all(path.parent_path()); },
        [&](const auto& path) { away(path); },
        [&](const auto& path) { away(path.parent_path()); },
        [&](const auto& path) { away(path), std::ofstream(path, std::ios::app); },
        [&](const auto& path) { away(path), std::filesystem::copy(path.string() + ".away", path); },
        [&](const auto& path) { away(path), std::filesystem::create_symlink(path.string() + ".away", path); },
        [](const auto& path) { std::filesystem::resize_file(path, 3); },
        [](const auto& path) { std::ofstream(path, std::ios::app) << "x"; },
    };
    for (std::size_t i = 0; i < deeds.size(); ++i) {
        TemporaryFolder temporary;
        SystemFiles files;
        const auto session = temporary.path() / "s";
        ASSERT_TRUE(files.make_folder(session));
        auto opened = open_session(files, session);
        ASSERT_TRUE(opened && opened->writer.append("een"));
        auto lines = LineFile::open(files, session / "lines");
        ASSERT_TRUE(lines && lines->append_line("een"));
        ASSERT_TRUE(opened->writer.append("twee") && lines->append_line("twee"));
        deeds[i](session / "journal");
        EXPECT_FALSE(opened->writer.append("drie")) << i;
        EXPECT_TRUE(opened->writer.lost()) << i;
        EXPECT_EQ(opened->writer.head().seq, 2u) << i;
        if (std::filesystem::exists(session / "lines")) deeds[i](session / "lines");
        const auto line = lines->append_line("drie");
        ASSERT_FALSE(line) << i;
        EXPECT_EQ(line.error().kind, ErrorKind::Storage) << i;
    }
}

TEST(PosixFilesTest, AFullDiskIsAnErrorAndBreaksTheWriter) {
    // /dev/full takes no byte.
    if (::access("/dev/full", W_OK) != 0) GTEST_SKIP() << "there is no /dev/full here";
    SystemFiles files;
    const auto file = files.open_to_append("/dev/full");
    ASSERT_TRUE(file);
    const Status written = (*file)->write("bytes");
    ASSERT_FALSE(written);
    EXPECT_NE(written.error().advice.find("space"), std::string::npos);
}

// What a link leads to stays as it is: whoever may put names into the folder chooses no file to write to.
TEST(PosixFilesTest, ASymbolicLinkIsNeverWrittenThrough) {
    TemporaryFolder folder;
    SystemFiles files;
    const auto target = folder.path() / "target";
    std::ofstream(target) << "untouched";
    ASSERT_EQ(::chmod(target.c_str(), 0644), 0);
    for (const char* name : {"journal", "private.jsonl", "lock", "copy.new", "copy"}) {
        std::filesystem::create_symlink(target, folder.path() / name);
    }
    std::filesystem::create_symlink(folder.path() / "nowhere", folder.path() / "dangling");
    EXPECT_FALSE(files.open_to_append(folder.path() / "journal"));
    EXPECT_FALSE(files.create(folder.path() / "journal"));
    EXPECT_FALSE(files.create(folder.path() / "dangling"));
    EXPECT_FALSE(LineFile::open(files, folder.path() / "private.jsonl"));
    EXPECT_FALSE(lock_folder(files, folder.path()));
    // Replacing takes the link away, and leaves what it led to.
    EXPECT_TRUE(replace_file(files, folder.path() / "copy", "new"));
    EXPECT_EQ(std::filesystem::status(folder.path() / "copy").type(), std::filesystem::file_type::regular);
    EXPECT_FALSE(std::filesystem::is_symlink(folder.path() / "copy"));
    EXPECT_EQ(*files.read(target).value(), "untouched");
    EXPECT_EQ(mode_of(target), 0644u);
    EXPECT_FALSE(std::filesystem::exists(folder.path() / "nowhere"));
}

TEST(PosixFilesTest, AFolderOfOnesOwnIsMadeOrIsNobodyElses) {
    TemporaryFolder folder;
    SystemFiles files;
    const auto own = folder.path() / "run" / "hamer";
    ASSERT_TRUE(files.make_own_folder(own));
    EXPECT_EQ(mode_of(own), 0700u);
    ASSERT_TRUE(files.make_own_folder(own)) << "it is there already";
    ASSERT_EQ(::chmod(own.c_str(), 0755), 0);
    ASSERT_TRUE(files.make_own_folder(own));
    EXPECT_EQ(mode_of(own), 0700u) << "others could look in";
    for (const mode_t others_write : {mode_t{0777}, mode_t{01777}, mode_t{0720}}) {
        ASSERT_EQ(::chmod(own.c_str(), others_write), 0);
        EXPECT_FALSE(files.make_own_folder(own)) << "others may have put something there";
    }
    std::filesystem::create_directory_symlink(folder.path() / "run", folder.path() / "link");
    EXPECT_FALSE(files.make_own_folder(folder.path() / "link"));
    std::filesystem::create_directory_symlink(folder.path() / "nowhere", folder.path() / "dangling");
    EXPECT_FALSE(files.make_own_folder(folder.path() / "dangling"));
    std::ofstream(folder.path() / "file") << "x";
    EXPECT_FALSE(files.make_own_folder(folder.path() / "file"));
    if (::geteuid() == 0) {
        const auto anothers = folder.path() / "anothers";
        ASSERT_TRUE(files.make_own_folder(anothers));
        ASSERT_EQ(::chown(anothers.c_str(), 65534, 65534), 0);
        EXPECT_FALSE(files.make_own_folder(anothers)) << "its owner can put anything there";
    }
}

TEST(PosixFilesTest, APipeIsNoFile) {
    TemporaryFolder folder;
    SystemFiles files;
    const auto pipe = folder.path() / "pipe";
    ASSERT_EQ(::mkfifo(pipe.c_str(), 0600), 0);
    const auto read = files.read(pipe);
    ASSERT_FALSE(read);
    EXPECT_EQ(read.error().trouble, Trouble::NotAFile);
}

// Appends until it is killed, and writes one byte to the pipe for each acknowledged entry.
[[noreturn]] void append_for_ever(const std::filesystem::path& folder, int acknowledgements) {
    SystemFiles files;
    auto opened = open_session(files, folder);
    while (opened && opened->writer.append("stap, vastgelegd voor het scherm hem toont")) {
        if (::write(acknowledgements, "+", 1) != 1) break;
    }
    ::_exit(1);
}

TEST(PosixFilesTest, AKilledWriterLosesNoAcknowledgedEntry) {
    TemporaryFolder folder;
    SystemFiles files;
    std::size_t acknowledged = 0;
    for (int round = 0; round < 25; ++round) {
        int ends[2];
        ASSERT_EQ(::pipe(ends), 0);
        const pid_t child = ::fork();
        ASSERT_GE(child, 0);
        if (child == 0) append_for_ever(folder.path(), ends[1]);
        ::close(ends[1]);
        char sign = 0;
        for (int i = 0; i <= round % 5 && ::read(ends[0], &sign, 1) == 1; ++i) ++acknowledged;
        ::kill(child, SIGKILL);
        while (::read(ends[0], &sign, 1) == 1) ++acknowledged;
        ::close(ends[0]);
        int status = 0;
        ::waitpid(child, &status, 0);
        ASSERT_TRUE(WIFSIGNALED(status)) << "the writer stopped by itself";
        const JournalContents contents = read_session_journal(files, folder.path()).value();
        ASSERT_NE(contents.state(), JournalState::Damaged);
        ASSERT_GE(contents.records.size(), acknowledged);
        // At most one entry more in each round was written without being acknowledged in time.
        ASSERT_LE(contents.records.size(), acknowledged + std::size_t(round) + 1);
    }
}

}  // namespace
}  // namespace hamer
