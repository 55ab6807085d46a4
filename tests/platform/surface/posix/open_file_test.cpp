// A file is opened with the desktop's program for it: by the portal, or else by xdg-open.
#include "platform/posix/surface/portal_files.h"
#include "private_bus.h"
#include "support/places.h"

#include <condition_variable>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <gtest/gtest.h>
#include <mutex>
#include <sys/stat.h>
#include <unistd.h>

namespace hamer {
namespace {

using namespace std::chrono_literals;
namespace fs = std::filesystem;

class OpenFileTest : public testing::Test {
  protected:
    fs::path folder = fs::path(testing::TempDir()) / ("open file-" + std::to_string(::getpid()));
    fs::path file = folder / "-verslag één%20.pdf";
    fs::path asked = folder / "asked";
    DesktopPatience patience{30s, 30s, 60s};
    std::unique_ptr<PortalFiles> files;
    std::string path_before = std::getenv("PATH");

    OpenFileTest() {
        fs::remove_all(folder);
        fs::create_directories(folder);
        std::ofstream(file) << "%PDF\n";
        fs::permissions(file, fs::perms::owner_read | fs::perms::owner_write);
        ::setenv("DBUS_SESSION_BUS_ADDRESS", "unix:path=/nowhere/bus", 1);
        ::setenv("PATH", (folder.string() + ":" + path_before).c_str(), 1);
        ::mkfifo((folder / "pipe").c_str(), 0600);
    }
    ~OpenFileTest() override {
        ::setenv("PATH", path_before.c_str(), 1);
        fs::remove_all(folder);
    }

    // The program: a line with its process, and what it was given; and then this.
    void xdg_open(const std::string& then) {
        const fs::path program = folder / "xdg-open";
        std::ofstream(program) << "#!/bin/sh\nprintf '%s\\n' \"$$\" \"$#\" \"$1\" > '" << asked.string() << "'\n"
                               << then << "\n";
        fs::permissions(program, fs::perms::owner_all);
    }
    std::vector<std::string> given() const {
        std::vector<std::string> lines;
        std::ifstream written(asked);
        for (std::string line; std::getline(written, line);) lines.push_back(line);
        return lines;
    }
    Status open(const fs::path& what) {
        files = std::make_unique<PortalFiles>(PortalOptions{{}, [this] { nudge(); }, patience});
        std::optional<Status> came;
        files->open(what, [&](Status status) { came = std::move(status); });
        EXPECT_FALSE(files->is_choosing());
        std::unique_lock hold(mutex_);
        EXPECT_TRUE(came_.wait_for(hold, 30s, [this] { return nudged_; }));
        nudged_ = false;
        hold.unlock();
        EXPECT_TRUE(files->take());
        return came.value_or(tl::unexpected(Error{ErrorKind::Usage, "", "no answer", ""}));
    }
    Status open_by(std::vector<std::string> words) {
        const test::PrivateBus bus;
        words.insert(words.begin(), {"/usr/bin/python3", test::source_directory() + "/tests/support/portal.py"});
        test::Program desktop(words);
        EXPECT_EQ(desktop.line(), "ready");
        const Status status = open(file);
        EXPECT_EQ(desktop.line(), R"(OpenFile ["", "%PDF\n", {"handle_token": "hamer"}])");
        return status;
    }

  private:
    void nudge() {
        const std::lock_guard hold(mutex_);
        nudged_ = true;
        came_.notify_all();
    }
    std::mutex mutex_;
    std::condition_variable came_;
    bool nudged_ = false;
};

TEST_F(OpenFileTest, ByThePortalWithTheFileItself) {
    xdg_open("exit 4");
    EXPECT_TRUE(open_by({"path"}));
    EXPECT_TRUE(open_by({"cancel"})) << "whose user chose no program";
    EXPECT_EQ(given(), std::vector<std::string>()) << "and by nothing else";
}

TEST_F(OpenFileTest, ByXdgOpenWhereThePortalCannot) {
    xdg_open("exit 0");
    for (const char* mode : {"refuse", "ended", "die", "number"}) {
        fs::remove(asked);
        EXPECT_TRUE(open_by({mode})) << mode;
        const auto words = given();
        ASSERT_EQ(words.size(), 3U) << mode;
        EXPECT_EQ(words[1], "1");
        EXPECT_EQ(words[2], file.string());
    }
    fs::remove(asked);
    const fs::path before = fs::current_path();
    fs::current_path(folder);
    EXPECT_TRUE(open(file.filename()));
    fs::current_path(before);
    EXPECT_EQ(given().back(), file.string()) << "a name alone is never taken for an option";
}

TEST_F(OpenFileTest, AProgramThatGoesOnIsNotWaitedForAndLeavesNothingBehind) {
    patience.glance = 100ms;
    xdg_open("read line < '" + (folder / "pipe").string() + "'");
    EXPECT_TRUE(open(file));
    const fs::path process = fs::path("/proc") / given().at(0);
    EXPECT_TRUE(fs::exists(process)) << "it still shows the file";
    std::ofstream(folder / "pipe") << "end\n";
    const auto until = std::chrono::steady_clock::now() + 30s;
    while (fs::exists(process) && std::chrono::steady_clock::now() < until) std::this_thread::yield();
    EXPECT_FALSE(fs::exists(process)) << "its status was taken";
}

TEST_F(OpenFileTest, WhatFailsIsSaid) {
    xdg_open("exit 3");
    const auto refused = open(file);
    ASSERT_FALSE(refused);
    EXPECT_EQ(describe(refused.error(), Language::Dutch),
              file.string() +
                  ": het bureaublad kan dit niet openen (xdg-open: 3). Open het zelf, met het programma "
                  "ervoor");
    ::setenv("PATH", (folder / "nothing").c_str(), 1);
    EXPECT_FALSE(open(file)) << "no program at all";
    ::setenv("PATH", folder.c_str(), 1);
    fs::remove(asked);
    const auto missing = open(folder / "weg.pdf");
    ASSERT_FALSE(missing);
    EXPECT_EQ(missing.error().trouble, Trouble::NotThere);
    EXPECT_FALSE(open(folder)) << "a folder";
    EXPECT_FALSE(open(folder / "pipe")) << "a pipe, which is not waited for";
    EXPECT_EQ(given(), std::vector<std::string>());
}

}  // namespace
}  // namespace hamer
