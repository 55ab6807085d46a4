// The desktop's file chooser: what is asked of it, and what comes of each way in which it answers, or does not.
#include "platform/posix/surface/portal_files.h"

#include "private_bus.h"
#include "support/places.h"

#include <chrono>
#include <condition_variable>
#include <gtest/gtest.h>
#include <mutex>

namespace hamer {
namespace {

using namespace std::chrono_literals;
using test::PrivateBus;
using test::Program;

constexpr auto deadline = 30s;
// What must come at once, on a machine that has more to do.
constexpr auto soon = 5s;

std::vector<std::string> portal(std::vector<std::string> words) {
    words.insert(words.begin(), {"/usr/bin/python3", test::source_directory() + "/tests/support/portal.py"});
    return words;
}

class PortalFilesTest : public testing::Test {
  protected:
    // No limit that a slow machine would pass; who wants to see one passed sets it.
    DesktopPatience patience{30s, 30s, 60s};
    std::unique_ptr<PortalFiles> files;
    std::optional<ChosenFile> chosen;
    FileChoice pdf{.title = "Rapport bewaren", .filters = {{"PDF", {"*.pdf"}}}};

    void ask(const FileChoice& choice) {
        files = std::make_unique<PortalFiles>(PortalOptions{"x11:2a", [this] { nudge(); }, patience});
        chosen.reset();
        ASSERT_TRUE(files->choose(choice, [this](ChosenFile answer) { chosen = std::move(answer); }));
        EXPECT_TRUE(files->is_choosing());
    }
    void nudge() {
        const std::lock_guard hold(mutex_);
        nudged_ = true;
        came_.notify_all();
    }
    // What take() hands over, as the window's thread asks for it.
    bool take() {
        std::unique_lock hold(mutex_);
        if (!came_.wait_for(hold, deadline, [this] { return nudged_; })) return false;
        nudged_ = false;
        hold.unlock();
        return files->take();
    }
    ChosenFile answer() {
        EXPECT_FALSE(chosen) << "not before it is taken";
        EXPECT_TRUE(take());
        EXPECT_FALSE(files->is_choosing());
        return chosen.value_or(tl::unexpected(Error{ErrorKind::Usage, "", "no answer", ""}));
    }
    ChosenFile answer_of(std::vector<std::string> words) {
        const PrivateBus bus;
        Program desktop(portal(std::move(words)));
        EXPECT_EQ(desktop.line(), "ready");
        ask(pdf);
        return answer();
    }
    static std::string why(const ChosenFile& answer) {
        return answer ? "no error" : describe(answer.error(), Language::English);
    }

  private:
    std::mutex mutex_;
    std::condition_variable came_;
    bool nudged_ = false;
};

TEST_F(PortalFilesTest, GiveThePathThatWasChosen) {
    EXPECT_EQ(answer_of({"path", "file:///tmp/een%20map/%C3%A9%C3%A9n%25.pdf"}), "/tmp/een map/één%.pdf");
    EXPECT_EQ(answer_of({"path", "file:///tmp/een map/één.pdf", "file:///tmp/b"}), "/tmp/een map/één.pdf");
    EXPECT_EQ(answer_of({"before", "file:///tmp/a"}), "/tmp/a") << "told before the call was answered";
    EXPECT_EQ(answer_of({"elsewhere", "file:///tmp/a"}), "/tmp/a") << "of a request that was not foretold";
    EXPECT_EQ(answer_of({"crowd", "file:///tmp/a"}), "/tmp/a") << "among those of others";
    EXPECT_EQ(answer_of({"impostor", "file:///tmp/a"}), "/tmp/a") << "whoever else answers";
}

TEST_F(PortalFilesTest, GiveNothingWhereTheUserClosedIt) {
    EXPECT_EQ(answer_of({"cancel"}), std::nullopt);
    patience.glance = 0s;  // as if a person had looked at it
    EXPECT_EQ(answer_of({"ended"}), std::nullopt) << "by the window's frame";
}

TEST_F(PortalFilesTest, SayWhatFailed) {
    EXPECT_EQ(why(answer_of({"refuse"})),
              "this desktop has no file chooser (org.freedesktop.DBus.Error.UnknownMethod). Type where the file is");
    EXPECT_EQ(why(answer_of({"die"})), "the file chooser stopped. Type where the file is");
    EXPECT_EQ(why(answer_of({"ended"})), "the file chooser stopped. Type where the file is") << "before anybody saw it";
    EXPECT_EQ(why(answer_of({"path", "sftp://griffie/tmp/a"})),
              "this is not in a folder of this machine (sftp://griffie/tmp/a). Type where the file is");
    for (const std::vector<std::string>& garbage : std::vector<std::vector<std::string>>{
             {"words"}, {"number"}, {"path"}, {"path", "file:///tmp/%zz"}, {"path", "file:///tmp/a%00b"}}) {
        EXPECT_TRUE(why(answer_of(garbage)).starts_with("the file chooser gave an answer that Hamer does not"))
            << garbage[0];
    }
}

TEST_F(PortalFilesTest, AskForWhatWasWished) {
    const PrivateBus bus;
    Program desktop(portal({"cancel"}));
    EXPECT_EQ(desktop.line(), "ready");
    ask(pdf);
    EXPECT_EQ(answer(), std::nullopt);
    EXPECT_EQ(desktop.line(), R"(OpenFile ["x11:2a", "Rapport bewaren", {"handle_token": "hamer", )"
                              R"("filters": [["PDF", [[0, "*.pdf"]]]]}])");
    ask({.kind = FileChoice::Kind::Save,
         .title = "Waar\nheen\xFF",
         .suggested = "verslag één.pdf",
         .folder = "/tmp/é",
         .filters = {{"Alles", {"*.pdf", "*.csv"}}, {"Niets", {}}}});
    EXPECT_EQ(answer(), std::nullopt);
    EXPECT_EQ(desktop.line(), R"(SaveFile ["x11:2a", "Waar heen\ufffd", {"handle_token": "hamer", "filters": )"
                              R"([["Alles", [[0, "*.pdf"], [0, "*.csv"]]], ["Niets", []]], )"
                              R"("current_name": "verslag \u00e9\u00e9n.pdf", )"
                              R"("current_folder": [47, 116, 109, 112, 47, 195, 169, 0]}])");
}

TEST_F(PortalFilesTest, OneChoiceIsOpenAtATime) {
    const PrivateBus bus;
    Program desktop(portal({"late", "file:///tmp/a"}));
    EXPECT_EQ(desktop.line(), "ready");
    ask(pdf);
    EXPECT_TRUE(desktop.line().starts_with("OpenFile "));
    EXPECT_FALSE(files->choose(pdf, [](ChosenFile) { ADD_FAILURE() << "of a second choice"; }));
    EXPECT_FALSE(files->take()) << "as long as nobody chose";
    desktop.tell("go");
    EXPECT_EQ(answer(), "/tmp/a");
    EXPECT_TRUE(files->choose(pdf, [](ChosenFile) {})) << "and then another may be asked";
}

TEST_F(PortalFilesTest, ClosingTheWindowClosesTheChooser) {
    const PrivateBus bus;
    Program desktop(portal({"never"}));
    EXPECT_EQ(desktop.line(), "ready");
    ask(pdf);
    EXPECT_TRUE(desktop.line().starts_with("OpenFile "));
    files->leave_off();
    EXPECT_FALSE(files->is_choosing());
    EXPECT_EQ(desktop.line(), "Close");
    ask(pdf);
    EXPECT_TRUE(desktop.line().starts_with("OpenFile "));
    files.reset();
    EXPECT_EQ(desktop.line(), "Close");
    EXPECT_FALSE(chosen) << "nobody is told any more";
}

TEST_F(PortalFilesTest, APortalThatHangsHoldsNobodyUp) {
    const PrivateBus bus;
    Program desktop(portal({"never"}));
    EXPECT_EQ(desktop.line(), "ready");
    ask(pdf);
    EXPECT_TRUE(desktop.line().starts_with("OpenFile "));
    desktop.stop();
    const auto began = std::chrono::steady_clock::now();
    EXPECT_FALSE(files->take());
    files.reset();  // as it is shown
    ask(pdf);       // and when it is asked
    files.reset();
    EXPECT_LT(std::chrono::steady_clock::now() - began, soon);
    patience.first_answer = 100ms;
    ask(pdf);
    EXPECT_EQ(why(answer()), "the file chooser does not come. Type where the file is");
    desktop.go_on();
    EXPECT_EQ(desktop.line(), "Close");
}

TEST_F(PortalFilesTest, ABusThatHangsOrEndsHoldsNobodyUp) {
    auto bus = std::make_unique<PrivateBus>();
    Program desktop(portal({"never"}));
    EXPECT_EQ(desktop.line(), "ready");
    ask(pdf);
    EXPECT_TRUE(desktop.line().starts_with("OpenFile "));
    bus->daemon.stop();
    const auto began = std::chrono::steady_clock::now();
    files.reset();
    ask(pdf);
    files.reset();
    EXPECT_LT(std::chrono::steady_clock::now() - began, soon);
    patience.connecting = 100ms;
    ask(pdf);
    EXPECT_EQ(why(answer()), "the file chooser does not come. Type where the file is");
    patience.connecting = 30s;
    bus->daemon.go_on();
    ask(pdf);
    for (std::string line = desktop.line(); !line.starts_with("OpenFile "); line = desktop.line()) ASSERT_NE(line, "");
    bus->daemon.kill();
    EXPECT_EQ(why(answer()), "the file chooser stopped. Type where the file is");
}

TEST_F(PortalFilesTest, WithoutADesktopThatIsSaidInTheReadersLanguage) {
    ::setenv("DBUS_SESSION_BUS_ADDRESS", "unix:path=/nowhere/bus", 1);
    pdf.kind = FileChoice::Kind::Save;
    ask(pdf);
    const auto without = answer();
    ASSERT_FALSE(without);
    EXPECT_EQ(describe(without.error(), Language::Dutch),
              "dit bureaublad heeft geen venster om een bestand te kiezen (No such file or directory). Probeer het nog "
              "eens");
    EXPECT_EQ(describe(without.error(), Language::English),
              "this desktop has no file chooser (No such file or directory). Try again");
    const PrivateBus bus;  // and nobody on it
    ask(pdf);
    EXPECT_TRUE(why(answer()).starts_with("this desktop has no file chooser (org.freedesktop.DBus.Error."));
}

TEST_F(PortalFilesTest, WhoIsToldMayAskAgainOrLeaveOff) {
    const PrivateBus bus;
    Program desktop(portal({"path", "file:///tmp/a"}));
    EXPECT_EQ(desktop.line(), "ready");
    files = std::make_unique<PortalFiles>(PortalOptions{{}, [this] { nudge(); }, patience});
    int told = 0;
    bool left = false;
    ASSERT_TRUE(files->choose(pdf, [&](const ChosenFile&) {
        ++told;
        EXPECT_TRUE(files->choose(pdf, [&](const ChosenFile&) {
            left = true;
            files->leave_off();
        }));
    }));
    EXPECT_TRUE(take());
    // A quick desktop answers the second while the first is told: both are then taken at once.
    if (!left) {
        EXPECT_TRUE(take());
    }
    EXPECT_TRUE(left);
    EXPECT_EQ(told, 1);
}

}  // namespace
}  // namespace hamer
