// Whatever the program opens by a name that it was given, the register keeps its locks: else another program takes it
// for a file that nobody uses.
#include "platform/system_files.h"
#include "register/register.h"
#include "service/handover/witnesses.h"
#include "service/store/session_folder.h"
#include "support/places.h"

#include <cstdlib>
#include <fcntl.h>
#include <filesystem>
#include <gtest/gtest.h>
#include <sys/wait.h>
#include <unistd.h>

namespace hamer {
namespace {

class GuardedRegister : public testing::Test {
  protected:
    GuardedRegister() {
        folder = test::make_temporary_folder("hamer-guarded");
        file = folder / "register.db";
        auto opened = Register::open(file.string());
        if (opened) store.emplace(*std::move(opened));
    }
    ~GuardedRegister() override {
        store.reset();
        std::filesystem::remove_all(folder);
    }
    // Asked by another process, as only that sees this one's locks: the bytes that SQLite shares (its os.h).
    [[nodiscard]] bool is_locked() const {
        const pid_t child = fork();
        if (child == 0) {
            struct flock shared {};
            shared.l_type = F_WRLCK;
            shared.l_whence = SEEK_SET;
            shared.l_start = 0x40000002;
            shared.l_len = 510;
            const int number = ::open(file.c_str(), O_RDWR | O_CLOEXEC);
            _exit(number < 0 || ::fcntl(number, F_GETLK, &shared) != 0 || shared.l_type == F_UNLCK ? 1 : 0);
        }
        int status = 1;
        return waitpid(child, &status, 0) == child && status == 0;
    }

    std::filesystem::path folder, file;
    std::optional<Register> store;
    SystemFiles files;
};

TEST_F(GuardedRegister, KeepsItsLocksWhoeverLooksAtItReadsItOrAddsToIt) {
    ASSERT_TRUE(store && store->list() && is_locked());
    const auto seen = files.look(file);
    ASSERT_TRUE(seen && *seen);
    EXPECT_EQ((*seen)->size, std::filesystem::file_size(file));
    EXPECT_TRUE(is_locked());
    EXPECT_FALSE(files.read(file));
    EXPECT_FALSE(files.open_to_append(file));
    EXPECT_TRUE(is_locked());
    std::filesystem::create_symlink(file, folder / "avond.hamer");
    std::filesystem::create_hard_link(file, folder / "verslag.pdf");
    EXPECT_FALSE(files.read(folder / "avond.hamer"));
    EXPECT_FALSE(files.read(folder / "verslag.pdf"));
    EXPECT_TRUE(is_locked());
}

TEST_F(GuardedRegister, GuardsTheLogOfItsLocksToo) {
    ASSERT_TRUE(store && store->list());
    ASSERT_TRUE(std::filesystem::exists(folder / "register.db-shm"));
    EXPECT_FALSE(files.read(folder / "register.db-shm"));
    EXPECT_TRUE(files.read(folder / "register.db-wal"));  // SQLite locks nothing there
}

// A disk gives the number of a file that was removed to the next one that is made.
TEST_F(GuardedRegister, IsGuardedForAsLongAsItIsOpenAndNoLonger) {
    {
        auto again = Register::open(file.string());
        ASSERT_TRUE(again);
    }
    EXPECT_FALSE(files.read(file));  // the first has it open still
    store.reset();
    EXPECT_TRUE(files.read(file));
}

TEST_F(GuardedRegister, KeepsThemWhenAWitnessIsAskedWhoHasNoRegisterOpen) {
    ASSERT_TRUE(store && store->list() && is_locked());
    const Settings settings;
    const Witnesses witnesses(files, settings, {folder, {}, {}, {}});
    (void)witnesses.ask(new_session_id(Instant{}));
    EXPECT_TRUE(is_locked());
}

}  // namespace
}  // namespace hamer
