// The tone never holds up who asks for it, whatever the sound system does.
#include "ui/surface/sound.h"

#include <condition_variable>
#include <cstdlib>
#include <fcntl.h>
#include <filesystem>
#include <fstream>
#include <gtest/gtest.h>
#include <mutex>
#include <sys/stat.h>
#include <unistd.h>

namespace hamer::ui {
namespace {

using namespace std::chrono_literals;
namespace fs = std::filesystem;

class SoundTest : public testing::Test {
  protected:
    fs::path folder = fs::path(testing::TempDir()) / ("sound-" + std::to_string(::getpid()));
    fs::path pipe = folder / "pipe";

    SoundTest() {
        fs::remove_all(folder);
        fs::create_directories(folder);
        ::mkfifo(pipe.c_str(), 0600);
        // A loudspeaker that is opened when somebody reads what it is to play; and one that swallows all at once.
        std::ofstream(folder / "asound.conf") << "pcm.hangs { type file slave.pcm silent file \"" << pipe.string()
                                              << "\" format raw }\npcm.silent { type null }\n";
        ::setenv("ALSA_CONFIG_PATH", (folder / "asound.conf").c_str(), 1);
    }
    ~SoundTest() override {
        ::unsetenv("ALSA_CONFIG_PATH");
        fs::remove_all(folder);
    }

    std::string played(Sound& sound) {
        sound.play();
        std::unique_lock hold(mutex_);
        EXPECT_TRUE(came_.wait_for(hold, 30s, [this] { return changed_; }));
        changed_ = false;
        hold.unlock();
        return sound.problem();
    }
    std::function<void()> change() {
        return [this] {
            const std::lock_guard hold(mutex_);
            changed_ = true;
            came_.notify_all();
        };
    }

  private:
    std::mutex mutex_;
    std::condition_variable came_;
    bool changed_ = false;
};

TEST_F(SoundTest, IsPlayedAsOftenAsItIsAsked) {
    Sound sound("silent", change());
    EXPECT_EQ(played(sound), "");
    EXPECT_EQ(played(sound), "");
}

TEST_F(SoundTest, SaysWhyThereIsNone) {
    Sound sound("nowhere", change());
    EXPECT_NE(played(sound), "");
}

TEST_F(SoundTest, OneThatHangsIsGivenUpAndSaid) {
    auto sound = std::make_unique<Sound>("hangs", change());
    EXPECT_EQ(played(*sound), "Connection timed out");
    sound->play();  // behind it nothing else hangs
    EXPECT_EQ(sound->problem(), "Connection timed out");
    sound->play();
    sound.reset();
    const int reader = ::open(pipe.c_str(), O_RDONLY);  // comes back where the device was being opened
    EXPECT_GE(reader, 0);
    for (char bytes[4096]; ::read(reader, bytes, sizeof bytes) > 0;) continue;
    ::close(reader);
}

}  // namespace
}  // namespace hamer::ui
