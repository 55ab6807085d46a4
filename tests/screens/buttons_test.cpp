// Every button of every card, tapped once by a real pointer: it records its own event with its own fields.
#include "scene.h"

#include <gtest/gtest.h>

namespace hamer::ui {
namespace {

void records(Scene& scene, const ButtonView& button, std::size_t before) {
    ASSERT_EQ(scene.entries(), before + 1) << button.key << " on card " << scene.card();
    EXPECT_EQ(scene.event(), button.event);
    const Fields fields = scene.session().fields_of(scene.last());
    for (const auto& [id, value] : button.with) {
        const auto found = fields.find(id);
        ASSERT_NE(found, fields.end()) << button.key << ": " << id;
        EXPECT_EQ(found->second, value) << button.key << ": " << id;
    }
}

class EveryButton : public testing::Test {
  protected:
    // The same card again and again in the same window, for each button of one kind.
    template <typename Buttons, typename Press>
    void each(const Buttons& buttons_of, const Press& press) {
        for (const Route& route : shortest_routes()) {
            for (std::size_t i = 0;; ++i) {
                scene.begin(route.steps);
                const std::vector<ButtonView> buttons =
                    buttons_of(chair_view(observe(*scene.service), Language::Dutch));
                if (i >= buttons.size()) break;
                if (buttons[i].event.empty() || !buttons[i].enabled) continue;
                const std::size_t before = scene.entries();
                ASSERT_FALSE(buttons[i].asks) << buttons[i].key << " needs more than one tap";
                press(buttons[i]);
                records(scene, buttons[i], before);
                ++pressed;
            }
        }
    }

    Scene scene;
    int pressed = 0;
};

TEST_F(EveryButton, OfACardRecordsItsOwnStep) {
    each([](const ChairView& view) { return view.buttons; },
         [&](const ButtonView& button) {
             const auto seen = scene.driver.find(button.key);
             ASSERT_TRUE(seen) << button.key;
             EXPECT_EQ(seen->label, button.label);
             EXPECT_TRUE(button.hold ? scene.hold(button.key) : scene.tap(button.key));
         });
    EXPECT_GT(pressed, 60);
}

TEST_F(EveryButton, OfTheQuietRowOrBehindMoreRecordsItsOwnStep) {
    int behind = 0;
    each([](const ChairView& view) { return view.quiet; },
         [&](const ButtonView& button) {
             const auto press = [&](const std::string& key) { return button.hold ? scene.hold(key) : scene.tap(key); };
             if (scene.driver.shows(button.key)) {
                 EXPECT_TRUE(press(button.key)) << button.key;
                 return;
             }
             ++behind;
             EXPECT_TRUE(scene.tap("more")) << button.key;
             EXPECT_TRUE(press("more." + button.key)) << button.key;
             EXPECT_FALSE(scene.driver.shows("panel.close"));
         });
    EXPECT_GT(pressed, 80);
    EXPECT_GT(behind, 5);
}

TEST_F(EveryButton, OfTheCornerRecordsItsOwnStep) {
    each([](const ChairView& view) { return std::vector<ButtonView>{*view.corner}; },
         [&](const ButtonView&) { EXPECT_TRUE(scene.tap("corner")); });
    EXPECT_GT(pressed, 15);
}

TEST_F(EveryButton, OfAStandingLineRecordsItsOwnStep) {
    for (const Route& route : crowded_routes()) {
        for (std::size_t i = 0; i < static_cast<std::size_t>(route.alerts); ++i) {
            scene.begin(route.steps);
            const ChairView view = chair_view(observe(*scene.service), Language::Dutch);
            if (!view.alerts[i].button) continue;
            const std::size_t before = scene.entries();
            ASSERT_TRUE(scene.tap(view.alerts[i].key + ".do")) << route.card;
            records(scene, *view.alerts[i].button, before);
            ++pressed;
        }
    }
    EXPECT_GT(pressed, 20);
}

// From one hand that trembles to two taps of one who saw nothing happen: the second is never another fact.
TEST_F(EveryButton, TappedTwiceWithinFourTenthsOfASecondRecordsOneThing) {
    for (const Route& route : shortest_routes()) {
        scene.begin(route.steps);
        for (const ShownWidget& button : scene.buttons()) {
            if (button.key == put_away_key || button.key == "emergency.over") continue;  // the latter is held
            for (const int apart : {0, 50, 100, 150, 200, 300, 400}) {
                scene.begin(route.steps);
                const std::size_t before = scene.entries();
                scene.driver.click_at(button.visible.centre());
                if (apart > 0) scene.pass(apart);
                scene.driver.click_at(button.visible.centre());
                EXPECT_EQ(scene.entries(), before + 1)
                    << button.key << " on card " << route.card << ", " << apart << " ms apart";
                ++pressed;
            }
        }
    }
    EXPECT_GT(pressed, 400);
}

TEST_F(EveryButton, OfTheQuietRowTappedTwiceInAMomentRecordsOneThing) {
    for (const Route& route : shortest_routes()) {
        scene.begin(route.steps);
        for (const ButtonView& button : chair_view(observe(*scene.service), Language::Dutch).quiet) {
            scene.begin(route.steps);
            const auto seen = scene.driver.find(button.key);
            if (!seen || button.event.empty() || button.hold) continue;
            const std::size_t before = scene.entries();
            scene.driver.click_at(seen->visible.centre());
            scene.driver.click_at(seen->visible.centre());
            EXPECT_EQ(scene.entries(), before + 1) << button.key << " on card " << route.card;
        }
    }
}

}  // namespace
}  // namespace hamer::ui
