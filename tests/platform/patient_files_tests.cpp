// A disk that hangs keeps nobody waiting.
#include "journal/durable.h"
#include "memory_file_system.h"
#include "platform/patient_files.h"

#include <condition_variable>
#include <gtest/gtest.h>
#include <mutex>
#include <optional>
#include <thread>

namespace hamer {
namespace {

using std::chrono::milliseconds;

// Lets no call through while it is shut.
class Gate {
  public:
    void pass() {
        std::unique_lock hold(mutex_);
        ++came_;
        changed_.notify_all();
        changed_.wait(hold, [this] { return open_; });
    }
    void shut() {
        const std::lock_guard hold(mutex_);
        open_ = false;
        came_ = 0;
    }
    void open() {
        const std::lock_guard hold(mutex_);
        open_ = true;
        changed_.notify_all();
    }
    [[nodiscard]] int came() {
        const std::lock_guard hold(mutex_);
        return came_;
    }

  private:
    std::mutex mutex_;
    std::condition_variable changed_;
    bool open_ = true;
    int came_ = 0;
};

class Patient : public ::testing::Test {
  protected:
    Patient() {
        disk->put("/d/there", "what it has");
        disk->before_call = [gate = gate] { gate->pass(); };
    }
    ~Patient() override { gate->open(); }

    std::shared_ptr<Gate> gate = std::make_shared<Gate>();
    std::shared_ptr<MemoryFileSystem> disk = std::make_shared<MemoryFileSystem>();
};

TEST_F(Patient, GivesWhatTheDiskGives) {
    PatientFiles files(disk, std::chrono::minutes(1));
    EXPECT_EQ(files.read("/d/there").value(), "what it has");
    EXPECT_EQ(files.read("/d/none").value(), std::nullopt);
    ASSERT_TRUE(replace_file(files, "/d/made", "whole"));
    EXPECT_EQ(disk->get("/d/made"), "whole");
    auto file = files.open_to_append("/d/made");
    ASSERT_TRUE(file);
    EXPECT_TRUE((*file)->write(" and more"));
    EXPECT_TRUE((*file)->sync());
    EXPECT_TRUE((*file)->check_name());
    EXPECT_EQ(disk->get("/d/made"), "whole and more");
    disk->put("/d/made", "by another");
    EXPECT_FALSE((*file)->check_name());
    const auto lock = files.lock("/d/lock");
    ASSERT_TRUE(lock);
    EXPECT_FALSE(files.lock("/d/lock"));
    const auto refused = files.open_to_append("/d/none");
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().trouble, Trouble::NotThere) << "a failure is the disk's own";
}

TEST_F(Patient, ACallThatHangsIsAnErrorAndTheNextOnesAreRefusedAtOnce) {
    PatientFiles files(disk, milliseconds(20));
    gate->shut();
    const auto hung = files.read("/d/there");
    ASSERT_FALSE(hung);
    EXPECT_EQ(hung.error().trouble, Trouble::TimedOut);
    EXPECT_EQ(hung.error().where, "/d/there");
    for (int i = 0; i < 1000; ++i) EXPECT_FALSE(files.look("/d/there"));  // twenty seconds, if each of them waited
    EXPECT_LE(gate->came(), 1)
        << "and nothing of it is asked of the disk, where even the first call may not have come to it";
}

TEST_F(Patient, OnceTheDiskAnswersItIsAskedAgain) {
    PatientFiles files(disk, milliseconds(20));
    gate->shut();
    EXPECT_FALSE(files.read("/d/there"));
    gate->open();
    while (!files.read("/d/there")) std::this_thread::yield();
    EXPECT_EQ(files.read("/d/there").value(), "what it has");
}

TEST_F(Patient, AnOpenFileGivesUpToo) {
    PatientFiles files(disk, milliseconds(20));
    auto file = files.create("/d/new");
    while (!file) file = files.create("/d/new" + std::to_string(gate->came()));  // a slow machine
    gate->shut();
    const Status written = (*file)->write("x");
    ASSERT_FALSE(written);
    EXPECT_EQ(written.error().trouble, Trouble::TimedOut);
    file->reset();  // and closing waits for nobody
}

TEST_F(Patient, TheDiskIsThereAsLongAsACallHangsInAnOpenFile) {
    auto files = std::make_optional<PatientFiles>(disk, milliseconds(20));
    auto file = files->create("/d/new");
    while (!file) file = files->create("/d/new" + std::to_string(gate->came()));  // a slow machine
    gate->shut();
    EXPECT_FALSE((*file)->write("x"));
    const std::weak_ptr<MemoryFileSystem> still = disk;
    file->reset();
    files.reset();
    disk.reset();
    EXPECT_FALSE(still.expired());
    gate->open();
    while (!still.expired()) std::this_thread::yield();
}

TEST_F(Patient, WhatItGivesTooLateIsGivenBack) {
    PatientFiles files(disk, milliseconds(20));
    gate->shut();
    EXPECT_FALSE(files.lock("/d/lock"));
    gate->open();
    // The lock that nobody waits for any more is let go.
    while (!files.lock("/d/lock")) std::this_thread::yield();
}

}  // namespace
}  // namespace hamer
