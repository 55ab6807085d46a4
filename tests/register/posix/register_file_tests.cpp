// Of the register's file: its modes, and the locks that SQLite has on it.
#include "register/register.h"
#include "register/scratch.h"

#include <fcntl.h>
#include <gtest/gtest.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

namespace hamer::test {
namespace {

Dossier about_somebody() {
    Dossier dossier;
    dossier.persons = {{.id = "p1", .known = true, .name = "Zebediah Quist"}};
    return dossier;
}

TEST(RegisterFile, OnlyItsUserMayReadIt) {
    const Scratch scratch;
    if (!scratch.is_file()) GTEST_SKIP() << "of a file only";
    const auto former = ::umask(0);
    {
        Register store = scratch.open();
        ASSERT_TRUE(store.put(a_record("s"), now));
        for (const char* end : {"", "-wal", "-shm"}) {
            struct stat found {};
            ASSERT_EQ(::stat((scratch.file() + end).c_str(), &found), 0) << end;
            EXPECT_EQ(found.st_mode & 0777, 0600U) << end;
        }
    }
    ::chmod(scratch.file().c_str(), 0644);
    (void)scratch.open();
    struct stat found {};
    ::stat(scratch.file().c_str(), &found);
    EXPECT_EQ(found.st_mode & 0777, 0600U);
    ::umask(former);
}

// Closing any descriptor of the file drops the locks of the whole process: then another program takes the register for
// one that nobody uses, and throws away what is in its log.
TEST(RegisterFile, LeavesTheLocksOfTheFileAlone) {
    const Scratch scratch;
    if (!scratch.is_file()) GTEST_SKIP() << "of a file only";
    Register store = scratch.open();
    ASSERT_TRUE(store.put(a_record("s"), now));
    ASSERT_TRUE(store.save("s-1", 1, about_somebody(), now));
    const auto is_locked = [&] {
        const pid_t child = fork();
        if (child == 0) {
            // The bytes that SQLite shares while it uses the file (its os.h).
            struct flock shared {};
            shared.l_type = F_WRLCK;
            shared.l_whence = SEEK_SET;
            shared.l_start = 0x40000002;
            shared.l_len = 510;
            const int file = ::open(scratch.file().c_str(), O_RDWR | O_CLOEXEC);
            const bool free = file < 0 || ::fcntl(file, F_GETLK, &shared) != 0 || shared.l_type == F_UNLCK;
            _exit(free ? 1 : 0);
        }
        int status = 1;
        return waitpid(child, &status, 0) == child && status == 0;
    };
    ASSERT_TRUE(is_locked());
    ASSERT_TRUE(store.erase_person("s-1", "p1", "griffier", now));
    EXPECT_TRUE(is_locked());
}

}  // namespace
}  // namespace hamer::test
