// What is shown when the program cannot start.
#include "ui/shell/start_problem.h"

#include "pictures/approved.h"
#include "scene.h"
#include "support/driver/audit.h"

namespace hamer::ui {
namespace {

const StartProblem settings{StartProblem::Cause::Settings,
                            {ErrorKind::Usage, "/home/griffie/.config/hamer/hamer.json",
                             "line 12, column 3: this is not JSON, at “\"obs\": ”", "Mend the JSON there"},
                            true};
const StartProblem already_open{StartProblem::Cause::AlreadyOpen,
                                {ErrorKind::Refused, "/home/griffie/.local/share/hamer/lock",
                                 "another program has this open", "Close the other window"},
                                false};

const StartProblem no_answer{StartProblem::Cause::NoAnswer,
                             {ErrorKind::Storage, "/home/griffie/.local/share/hamer",
                              "does not answer within the time limit", "Check the disk", Trouble::TimedOut},
                             false};

struct Shown {
    explicit Shown(const StartProblem& problem, Display display = landscape, Look look = {},
                   Language language = Language::Dutch)
        : driver(
              [this, problem, language](Ui& ui) {
                  if (const WayOn chosen = draw_start_problem(ui, problem, language); chosen != WayOn::None)
                      way = chosen;
              },
              display, look) {
        driver.settle();
    }
    WayOn way = WayOn::None;
    Driver driver;
};

TEST(StartProblem, OffersWhatComesWithHamerWhereTheSettingsAreBroken) {
    Shown shown(settings);
    ASSERT_TRUE(shown.driver.click("again"));
    EXPECT_EQ(shown.way, WayOn::Again);
    shown.driver.pass(1000);
    ASSERT_TRUE(shown.driver.click("shipped"));
    EXPECT_EQ(shown.way, WayOn::Shipped);
    ASSERT_TRUE(shown.driver.click("close"));
    EXPECT_EQ(shown.way, WayOn::Close);
}

TEST(StartProblem, OffersNoOtherSettingsWhereTheyAreNotTheProblem) {
    Shown shown(already_open);
    EXPECT_FALSE(shown.driver.click("shipped"));
    EXPECT_TRUE(shown.driver.reads("Hamer is al geopend"));
}

TEST(StartProblem, OffersTheWayWithoutADiskWhereNoneAnswers) {
    Shown shown(no_answer);
    ASSERT_TRUE(shown.driver.click("without-disk"));
    EXPECT_EQ(shown.way, WayOn::WithoutDisk);
}

TEST(StartProblem, CanBeReadEverywhere) {
    for (const Display& display : {landscape, portrait, roomy, dense}) {
        for (const Language language : {Language::Dutch, Language::English}) {
            for (const float text_size : {1.0F, 2.0F}) {
                for (const StartProblem& problem : {settings, already_open, no_answer}) {
                    Shown shown(problem, display, {.text_size = text_size}, language);
                    std::string said;
                    for (const std::string& sentence : audit(shown.driver.ui())) said += sentence + '\n';
                    EXPECT_EQ(said, "") << display.width << " " << text_size;
                }
            }
        }
    }
}

class StartProblemPictures : public test::ApprovedPictures {};

TEST_F(StartProblemPictures, ShowWhatIsWrongAndTheWaysOn) {
    const auto agrees_as = [&](const std::string& name, Shown& shown) {
        agrees("screens", name, shown.driver.stage(), shown.driver.now() + 16, shown.driver.draw());
    };
    Shown in_dutch(settings);
    agrees_as("start-problem-settings", in_dutch);
    Shown in_english(already_open, portrait, {.face = Face::Dark}, Language::English);
    agrees_as("start-problem-open-en-dark-portrait", in_english);
    Shown silent(no_answer);
    agrees_as("start-problem-no-answer", silent);
    Shown silent_in_english(no_answer, portrait, {.face = Face::Dark}, Language::English);
    agrees_as("start-problem-no-answer-en-dark-portrait", silent_in_english);
}

}  // namespace
}  // namespace hamer::ui
