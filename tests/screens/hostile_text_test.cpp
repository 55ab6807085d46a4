// Texts that would steer a format, a terminal or the direction of words, typed into a meeting: they stay readable, and
// nothing unseen of them is kept. What others made is drawn without it: tests/ui/text_layout_test.cpp.
#include "base/text.h"
#include "scene.h"

#include <gtest/gtest.h>

namespace hamer::ui {
namespace {

const std::string evil = "roept %s%n%x {what} {0} \x1b[31m\x07 \u202eachteruit\u202c \u2066x\u2069 \u2028 \u0085 einde";

// Line ends are the screen's own.
std::string one_line(std::string text) {
    std::ranges::replace(text, '\n', ' ');
    return text;
}

void expect_nothing_unseen(const Scene& scene, const std::string& where) {
    for (const ShownWidget& seen : scene.driver.shown()) {
        for (const std::string& text : {seen.label, seen.detail, seen.why}) {
            EXPECT_EQ(printable(one_line(text), 100'000), one_line(text)) << where << ": " << seen.key;
        }
    }
}

std::string words_of(const Scene& scene) {
    std::string all;
    for (const ShownWidget& seen : scene.driver.shown()) all += seen.label + "\n" + seen.detail + "\n";
    return all;
}

TEST(HostileText, IsDrawnAsItWasTypedAndNothingElse) {
    for (const Display& display : {landscape, portrait}) {
        Scene scene({.display = display});
        scene.begin({{"broadcast.start", {}}, {"meeting.open", {}}});
        ASSERT_EQ(scene.execute("disturbance.report", {{"what", evil}, {"who", std::string("audience")}}), "ok");
        ASSERT_EQ(scene.execute("meeting.suspend", {{"reason", evil}}), "ok");
        ASSERT_EQ(scene.execute(Command{AddNote{evil}, std::nullopt, "clerk"}), "ok");
        ASSERT_EQ(scene.execute(Command{Deviate{{{"police", "called"}}, evil}, std::nullopt, "chair"}), "ok");
        ASSERT_EQ(scene.execute(Command{Undo{evil}, std::nullopt, "chair"}), "ok");
        scene.driver.settle();
        expect_nothing_unseen(scene, "the card");
        ASSERT_TRUE(scene.tap(display.width < display.height ? "log" : "log.5"));
        expect_nothing_unseen(scene, "the log");
        EXPECT_NE(words_of(scene).find("%s%n%x {what} {0}"), std::string::npos) << words_of(scene);
    }
}

TEST(HostileText, IsDrawnSoInTheMeetingsNamesToo) {
    Scene scene;
    for (const char* key : {"meeting.name", "meeting.chair", "meeting.clerk", "meeting.room"}) {
        ASSERT_TRUE(scene.tap(key));
        scene.driver.type("%s%n{name}");
        scene.driver.type(evil);
    }
    expect_nothing_unseen(scene, "the preparation");
    ASSERT_TRUE(scene.tap("begin"));
    ASSERT_TRUE(scene.service->has_session());
    EXPECT_TRUE(scene.session().meeting().name.starts_with("%s%n{name}"));
    expect_nothing_unseen(scene, "the meeting");
}

}  // namespace
}  // namespace hamer::ui
