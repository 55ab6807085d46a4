// Where there is no desktop; and the desktop of the tests, which is to behave as the real one (tests/ui).
#include "platform/desktop_files.h"
#include "support/scripted_files.h"

#include <gtest/gtest.h>

namespace hamer {
namespace {

TEST(NoDesktopFiles, SayThatThereIsNoneWhenTheyAreAsked) {
    NoDesktopFiles files;
    EXPECT_FALSE(files.take());
    std::vector<std::string> said;
    const auto say = [&](const auto& answer) { said.push_back(describe(answer.error(), Language::Dutch)); };
    EXPECT_TRUE(files.choose({.kind = FileChoice::Kind::Save}, say));
    EXPECT_FALSE(files.choose({}, say)) << "one at a time";
    files.open("/tmp/a.pdf", say);
    EXPECT_TRUE(said.empty()) << "not before it is taken";
    EXPECT_TRUE(files.take());
    EXPECT_EQ(said, (std::vector<std::string>{
                        "/tmp/a.pdf: het bureaublad kan dit niet openen. Open het zelf, met het programma ervoor",
                        "dit bureaublad heeft geen venster om een bestand te kiezen. Probeer het nog eens"}));
    EXPECT_FALSE(files.take());
    EXPECT_TRUE(files.choose({}, say)) << "and then again";
    files.leave_off();
    EXPECT_FALSE(files.is_choosing());
    EXPECT_FALSE(files.take());
    EXPECT_EQ(said.size(), 2U);
}

TEST(ScriptedFiles, AnswerWhatTheTestSays) {
    test::ScriptedFiles files;
    std::vector<ChosenFile> chosen;
    EXPECT_TRUE(files.choose({.title = "Kies"}, [&](ChosenFile file) { chosen.push_back(std::move(file)); }));
    EXPECT_FALSE(files.choose({}, [](const ChosenFile&) {}));
    EXPECT_FALSE(files.take()) << "the user has not chosen yet";
    files.answer("/tmp/a");
    EXPECT_TRUE(files.take());
    ASSERT_EQ(chosen.size(), 1U);
    EXPECT_EQ(chosen[0], "/tmp/a");
    int opened = 0;
    files.open("/tmp/a", [&](const Status& status) { opened += status ? 1 : 0; });
    EXPECT_TRUE(files.take());
    EXPECT_EQ(opened, 1);
    EXPECT_EQ(files.choices.at(0).title, "Kies");
    EXPECT_TRUE(files.choose({}, [&](const ChosenFile&) { ADD_FAILURE() << "left off"; }));
    files.answer(std::nullopt);
    files.leave_off();
    EXPECT_FALSE(files.take());
}

}  // namespace
}  // namespace hamer
