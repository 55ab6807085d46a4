// What fingers do to widgets, and what becomes of the mouse that a system makes of them.
#include "ui/surface/fingers.h"

#include "ui/toolkit/widgets/scroll.h"
#include "widget_screen.h"

namespace hamer::ui {
namespace {

// A hand before a stage. Frames pass between what it does, as many as they take.
class Hand {
  public:
    explicit Hand(Driver& driver) : driver_(driver), fingers_(driver.stage()) {}

    void down(Point at, std::uint32_t finger = 1, bool alone = true) { tell(TouchPhase::Down, at, finger, alone); }
    void move(Point at, std::uint32_t finger = 1) { tell(TouchPhase::Move, at, finger, false); }
    void up(Point at, std::uint32_t finger = 1) { tell(TouchPhase::Up, at, finger, false); }
    void cancel(std::uint32_t finger = 1) { tell(TouchPhase::Cancelled, {}, finger, false); }
    void tap(Point at) {
        down(at);
        up(at);
    }
    void mouse_to(Point at) {
        fingers_.mouse_to(at, driver_.now());
        driver_.settle();
    }
    void mouse_click() {
        fingers_.mouse_press(true, driver_.now());
        driver_.settle();
        fingers_.mouse_press(false, driver_.now());
        driver_.settle();
    }
    [[nodiscard]] Fingers& fingers() { return fingers_; }

  private:
    void tell(TouchPhase phase, Point at, std::uint32_t finger, bool alone) {
        fingers_.touch({.finger = finger, .phase = phase, .x = at.x, .y = at.y, .alone = alone}, driver_.now());
        driver_.settle();
    }

    Driver& driver_;
    Fingers fingers_;
};

class FingersOn : public Widgets {
  protected:
    [[nodiscard]] Point at(const char* key) { return driver_.find(key)->visible.centre(); }
    [[nodiscard]] int taken(const char* key) { return screen_.taken[key]; }
    Hand hand_{driver_};
};

TEST_F(FingersOn, TapOnce) {
    hand_.tap(at("speak"));
    EXPECT_EQ(taken("speak"), 1);
    EXPECT_FALSE(driver_.find("speak")->focused && driver_.ui().pointer_down());
    EXPECT_FALSE(driver_.ui().area().contains(driver_.ui().pointer())) << "no finger hovers";
}

TEST_F(FingersOn, TapAsOftenAsTheyCame) {
    for (int i = 0; i < 3; ++i) hand_.tap(at("speak"));
    EXPECT_EQ(taken("speak"), 3);
}

TEST_F(FingersOn, LoseNoTapThatComesInOneBurst) {
    const Point place = at("speak");
    for (std::uint32_t i = 1; i <= 3; ++i) {
        hand_.fingers().touch({.finger = i, .phase = TouchPhase::Down, .x = place.x, .y = place.y, .alone = true},
                              driver_.now());
        hand_.fingers().touch({.finger = i, .phase = TouchPhase::Up, .x = place.x, .y = place.y}, driver_.now());
    }
    driver_.settle();
    EXPECT_EQ(taken("speak"), 3);
}

TEST_F(FingersOn, TapNothingWhereTheyWereLiftedElsewhere) {
    hand_.down(at("speak"));
    hand_.move(at("note.open"));
    hand_.up(at("note.open"));
    EXPECT_TRUE(screen_.taken.empty());
}

TEST_F(FingersOn, TapNothingWhenTheSystemTakesThemAway) {
    hand_.down(at("speak"));
    hand_.cancel();
    hand_.up(at("speak"));
    EXPECT_TRUE(screen_.taken.empty());
    hand_.tap(at("speak"));
    EXPECT_EQ(taken("speak"), 1) << "the next one is heard";
}

TEST_F(FingersOn, TapNothingWhenTheKeyboardGoesElsewhere) {
    hand_.down(at("speak"));
    hand_.fingers().input_lost();
    driver_.settle();
    EXPECT_FALSE(driver_.ui().area().contains(driver_.ui().pointer())) << "no finger hovers";
    hand_.move(at("speak"));
    hand_.up(at("speak"));
    EXPECT_TRUE(screen_.taken.empty());
}

TEST_F(FingersOn, HoldAsTheLeftButtonDoes) {
    screen_.hold_ms = 800;
    hand_.down(at("remove"));
    driver_.pass(500);
    EXPECT_EQ(taken("remove"), 0);
    driver_.pass(400);
    EXPECT_EQ(taken("remove"), 1);
    hand_.up(at("remove"));
    EXPECT_EQ(taken("remove"), 1);
    hand_.tap(at("remove"));
    EXPECT_EQ(taken("remove"), 1) << "a mere tap";
}

TEST_F(FingersOn, HoldNothingAnyMoreOnceTheyAreTakenAway) {
    screen_.hold_ms = 800;
    hand_.down(at("remove"));
    driver_.pass(500);
    hand_.cancel();
    driver_.pass(2000);
    EXPECT_EQ(taken("remove"), 0);
}

TEST_F(FingersOn, OneAtATime) {
    hand_.down(at("speak"), 1);
    hand_.down(at("note.open"), 2, false);
    hand_.move(at("note.open"), 2);
    hand_.up(at("note.open"), 2);
    EXPECT_TRUE(screen_.taken.empty());
    hand_.up(at("speak"), 1);
    EXPECT_EQ(taken("speak"), 1);
    EXPECT_EQ(taken("note.open"), 0);
}

TEST_F(FingersOn, TheSecondIsNotHeardWhenTheFirstIsLifted) {
    hand_.down(at("speak"), 1);
    hand_.down(at("note.open"), 2, false);
    hand_.up(at("speak"), 1);
    hand_.up(at("note.open"), 2);
    EXPECT_EQ(taken("speak"), 1);
    EXPECT_EQ(taken("note.open"), 0);
}

// What was not heard of a finger must not make the screen deaf.
TEST_F(FingersOn, OneThatIsAloneTakesThePlaceOfOneThatWasForgotten) {
    hand_.down(at("speak"), 1);
    hand_.tap(at("note.open"));
    hand_.down(at("note.open"), 7, true);
    hand_.up(at("note.open"), 7);
    EXPECT_EQ(taken("speak"), 0);
    EXPECT_EQ(taken("note.open"), 2);
}

TEST_F(FingersOn, NeitherFingerNorMouseDisturbsTheOther) {
    hand_.mouse_to(at("note.open"));
    hand_.down(at("speak"));
    hand_.mouse_to(at("note.open"));
    hand_.mouse_click();
    EXPECT_TRUE(screen_.taken.empty()) << "the finger is still down";
    hand_.up(at("speak"));
    EXPECT_EQ(taken("speak"), 1);
    EXPECT_EQ(taken("note.open"), 0);
    hand_.fingers().mouse_press(true, driver_.now());
    driver_.settle();
    hand_.tap(at("speak"));
    hand_.fingers().mouse_press(false, driver_.now());
    driver_.settle();
    EXPECT_EQ(taken("speak"), 1);
    EXPECT_EQ(taken("note.open"), 1);
}

TEST_F(FingersOn, AreNotDisturbedByAMouseThatWasNeverSeen) {
    hand_.down(at("speak"));
    hand_.mouse_click();
    EXPECT_TRUE(screen_.taken.empty());
    hand_.up(at("speak"));
    EXPECT_EQ(taken("speak"), 1);
}

TEST_F(FingersOn, EndTheirPressAtOnceWhenTheyAreTakenAway) {
    hand_.down(at("speak"));
    ASSERT_TRUE(driver_.ui().pointer_down());
    hand_.fingers().touch({.finger = 1, .phase = TouchPhase::Cancelled}, driver_.now());
    driver_.frame();
    EXPECT_FALSE(driver_.ui().pointer_down());
}

// The mouse that is made of a finger.

TEST_F(FingersOn, AndTheMouseThatIsMadeOfThemTapOnce) {
    const Point place = at("speak");
    hand_.tap(place);
    driver_.pass(300);
    hand_.mouse_to({place.x + 1, place.y});
    hand_.mouse_click();
    EXPECT_EQ(taken("speak"), 1);
    EXPECT_FALSE(driver_.ui().area().contains(driver_.ui().pointer())) << "nor does that hover";
}

TEST_F(FingersOn, AndTheMouseThatIsMadeOfOneThatWasTakenAwayTapNothing) {
    hand_.down(at("speak"));
    hand_.cancel();
    hand_.mouse_to(at("speak"));
    hand_.mouse_click();
    EXPECT_EQ(taken("speak"), 0);
}

TEST_F(FingersOn, AMouseElsewhereOrLaterIsItsOwn) {
    hand_.tap(at("speak"));
    hand_.mouse_to(at("note.open"));
    hand_.mouse_click();
    EXPECT_EQ(taken("note.open"), 1);
    driver_.pass(1100);
    hand_.mouse_to(at("speak"));
    hand_.mouse_click();
    EXPECT_EQ(taken("speak"), 2);
}

TEST_F(FingersOn, AMouseThatRestsClicksWhereItRests) {
    hand_.mouse_to(at("note.open"));
    hand_.tap(at("speak"));
    hand_.mouse_click();
    EXPECT_EQ(taken("speak"), 1);
    EXPECT_EQ(taken("note.open"), 1);
}

// The window.

TEST_F(FingersOn, TapNothingBeyondTheEdge) {
    hand_.tap({0, 0});
    hand_.tap({-2, driver_.ui().area().h + 1});
    EXPECT_TRUE(screen_.taken.empty());
    hand_.down(at("speak"));
    hand_.move({-40, 10});
    hand_.up({-40, 10});
    EXPECT_TRUE(screen_.taken.empty());
    hand_.tap({driver_.find("speak")->rect.right() - 1, at("speak").y});
    EXPECT_EQ(taken("speak"), 1) << "the last pixel of a button is the button";
}

TEST_F(FingersOn, TapNothingWhenTheWindowTurnsUnderThem) {
    const Display before = driver_.stage().display();
    hand_.fingers().shown(before, 0);
    hand_.down(at("speak"));
    hand_.fingers().shown(before, 0);
    Display turned = before;
    std::swap(turned.width, turned.height);
    driver_.resize(turned);
    hand_.fingers().shown(turned, 0);
    driver_.settle();
    hand_.move(at("speak"));
    hand_.up(at("speak"));
    EXPECT_TRUE(screen_.taken.empty());
    hand_.tap(at("speak"));
    EXPECT_EQ(taken("speak"), 1);
}

TEST_F(FingersOn, TapWhatTheySeeWhereAllIsShownHigher) {
    Point place = at("speak");
    hand_.fingers().shown(driver_.stage().display(), 60);
    place.y -= 60;
    hand_.tap(place);
    driver_.pass(1100);
    hand_.mouse_to(place);
    hand_.mouse_click();
    EXPECT_EQ(taken("speak"), 2);
}

// Scrolling.

class FingersOnAList : public testing::Test {
  protected:
    void draw(Ui& ui) {
        Scroll scroll(ui, "area", {50, 50, 400, 200});
        Column column(scroll.content(), 8);
        for (int i = 0; i < 20; ++i) {
            const std::string key = "b" + std::to_string(i);
            const Tap tap = quiet_button(ui, column.next(ui.metrics().control()), {.key = key, .label = "Knop"});
            if (tap == Tap::Taken) ++taken_;
        }
        scroll.extent(column.used());
    }
    [[nodiscard]] float top() { return driver_.find("b0")->rect.y; }
    int taken_ = 0;
    Driver driver_{[this](Ui& ui) { draw(ui); }};
    Hand hand_{driver_};
};

TEST_F(FingersOnAList, ScrollItAndTapNothing) {
    const float before = top();
    hand_.down({200, 220});
    for (float y = 210; y >= 80; y -= 10) hand_.move({200, y});
    EXPECT_NEAR(top(), before - 130, 12) << "it follows the finger";
    const float there = top();
    hand_.up({200, 80});
    driver_.pass(500);
    EXPECT_EQ(top(), there) << "and stays where it was let go";
    EXPECT_EQ(taken_, 0);
}

TEST_F(FingersOnAList, TapWhatTheyHardlyMoveOn) {
    hand_.down({200, 150});
    hand_.move({201, 152});
    hand_.up({201, 152});
    EXPECT_EQ(taken_, 1);
}

// A swipe that is over before a frame was drawn is one all the same.
TEST_F(FingersOnAList, ScrollItWhenTheyAreFasterThanTheWindow) {
    const float before = top();
    Fingers& fingers = hand_.fingers();
    fingers.touch({.finger = 1, .phase = TouchPhase::Down, .x = 200, .y = 160, .alone = true}, driver_.now());
    fingers.touch({.finger = 1, .phase = TouchPhase::Move, .x = 200, .y = 142}, driver_.now());
    fingers.touch({.finger = 1, .phase = TouchPhase::Up, .x = 200, .y = 130}, driver_.now());
    driver_.settle();
    EXPECT_EQ(taken_, 0);
    EXPECT_LE(top(), before);
    hand_.tap({200, 150});
    EXPECT_EQ(taken_, 1) << "the next one is its own";
}

TEST_F(FingersOnAList, LeaveItWhereItIsWhenTheyAreTakenAway) {
    hand_.down({200, 220});
    for (float y = 210; y >= 180; y -= 10) hand_.move({200, y});
    const float there = top();
    hand_.cancel();
    EXPECT_EQ(top(), there);
    EXPECT_EQ(taken_, 0);
}

TEST_F(FingersOnAList, AMouseThatDragsItOutOfTheWindowDoesNotThrowItToItsEnd) {
    hand_.mouse_to({200, 150});
    hand_.fingers().mouse_press(true, driver_.now());
    hand_.mouse_to({200, 100});
    const float there = top();
    hand_.fingers().mouse_gone();
    driver_.settle();
    EXPECT_EQ(top(), there);
    hand_.mouse_to({200, -20});
    EXPECT_NEAR(top(), there - 120, 2);
    hand_.fingers().mouse_press(false, driver_.now());
    driver_.settle();
    EXPECT_EQ(taken_, 0);
}

}  // namespace
}  // namespace hamer::ui
