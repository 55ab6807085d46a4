// What the desk does with a broadcast that a program controls.
#include "memory_file_system.h"
#include "service/meeting/desk.h"
#include "support/leiden.h"
#include "support/still_broadcast.h"

#include <gtest/gtest.h>

namespace hamer {
namespace {

using test::FakeClock;
using test::StillBroadcast;

class DeskBroadcast : public testing::Test {
  protected:
    MemoryFileSystem files;
    FakeClock clock;
    StillBroadcast::Board board;

    std::unique_ptr<Desk> open(bool drill = false) {
        DeskOptions made;
        made.settings.municipality = test::municipality();
        made.procedure_file = "leiden-2025.json";
        made.procedure_text = test::leiden_text();
        made.drill = drill;
        auto desk = *Desk::open(std::move(made), files, clock);
        desk->set_broadcast(std::make_unique<StillBroadcast>(board));
        EXPECT_TRUE(desk->begin(test::meeting(), Language::Dutch));
        return desk;
    }
    static void run(Desk& desk, const std::string& event, const Fields& with = {}) {
        const auto done = desk.execute({Do{event, with}, {}, "chair"});
        EXPECT_TRUE(done) << event;
    }
    static std::string state(const Desk& desk) { return desk.session().situation().at("broadcast"); }
    static const Entry& last(const Desk& desk) { return desk.session().entries().back(); }
    static void ordered(Desk& desk) {
        for (const char* event : {"meeting.open", "broadcast.start", "disturbance.report", "address.b"}) {
            run(desk, event);
        }
    }
};

TEST_F(DeskBroadcast, AskedAndConfirmedAreRecordedApart) {
    const auto desk = open();
    ordered(*desk);
    EXPECT_EQ(board.wishes, (std::vector{BroadcastWish::Live, BroadcastWish::Paused}));
    EXPECT_EQ(state(*desk), "pausing");
    const std::size_t before = desk->session().entries().size();
    desk->tend();
    EXPECT_EQ(desk->session().entries().size(), before) << "not before it is seen";
    const Instant seen = clock.now().at;
    board.reach(seen);
    desk->tend();
    desk->tend();
    EXPECT_EQ(state(*desk), "paused");
    EXPECT_EQ(desk->session().entries().size(), before + 1) << "once";
    EXPECT_EQ(last(*desk).actor, "program");
    EXPECT_EQ(last(*desk).when(), seen) << "when it was seen, not when it was written down";
    EXPECT_EQ(last(*desk).as<StepRecorded>()->event, "broadcast.paused");
}

TEST_F(DeskBroadcast, ResumingIsConfirmedToo) {
    const auto desk = open();
    ordered(*desk);
    board.reach(clock.now().at);
    run(*desk, "disturbance.end");
    run(*desk, "broadcast.resume");
    EXPECT_EQ(state(*desk), "resuming");
    EXPECT_EQ(board.wishes.back(), BroadcastWish::Live);
    board.reach(clock.now().at);
    desk->tend();
    EXPECT_EQ(state(*desk), "live");
}

TEST_F(DeskBroadcast, TheChairsOwnConfirmationStands) {
    const auto desk = open();
    ordered(*desk);
    run(*desk, "broadcast.paused");
    const std::size_t before = desk->session().entries().size();
    board.reach(clock.now().at);
    desk->tend();
    EXPECT_EQ(desk->session().entries().size(), before);
}

TEST_F(DeskBroadcast, AnUndoMeansTheLastStepOfAPerson) {
    const auto desk = open();
    ordered(*desk);
    board.reach(clock.now().at);
    desk->tend();
    ASSERT_EQ(state(*desk), "paused");
    EXPECT_EQ(desk->session().last_undoable_by_hand()->as<StepRecorded>()->event, "address.b");
    ASSERT_TRUE(desk->execute({Undo{"vergissing"}, {}, "chair"}));
    EXPECT_EQ(state(*desk), "live") << "the confirmation goes with the step that it belongs to";
    EXPECT_EQ(desk->session().situation().at("disturbance"), "reported");
    EXPECT_EQ(board.wishes.back(), BroadcastWish::Live) << "and the broadcast is brought back";
}

TEST_F(DeskBroadcast, WhatIsSeenIsJournaledWithItsTime) {
    const auto desk = open();
    run(*desk, "meeting.open");
    const Instant seen = clock.now().at;
    board.reports.push_back({seen, {"OBS toont nu “Publiek”", "OBS now shows “Publiek”"}});
    desk->tend();
    ASSERT_TRUE(last(*desk).as<BroadcastObserved>());
    EXPECT_EQ(last(*desk).as<BroadcastObserved>()->what, "OBS toont nu “Publiek”");
    EXPECT_EQ(last(*desk).when(), seen);
    EXPECT_EQ(desk->session().last_undoable()->as<StepRecorded>()->event, "meeting.open");
}

TEST_F(DeskBroadcast, WhatWasSeenBeforeTheMeetingIsNoPartOfIt) {
    board.reports.push_back({clock.now().at, {"eerder", "before"}});
    const auto desk = open();
    desk->tend();
    EXPECT_EQ(desk->session().entries().size(), 1U);
}

TEST_F(DeskBroadcast, ADrillNeverTouchesIt) {
    const auto desk = open(true);
    ordered(*desk);
    desk->tend();
    EXPECT_EQ(desk->broadcast(), nullptr);
    EXPECT_TRUE(board.wishes.empty());
}

TEST_F(DeskBroadcast, AfterTheMeetingNothingIsAskedOfIt) {
    const auto desk = open();
    for (const char* event : {"meeting.open", "broadcast.start", "meeting.close"}) run(*desk, event);
    EXPECT_EQ(board.wishes.back(), BroadcastWish::Live) << "it runs until it is ended";
    ASSERT_TRUE(desk->put_away());
    EXPECT_EQ(board.wishes.back(), BroadcastWish::Leave);
    board.reports.push_back({clock.now().at, {"nl", "en"}});
    desk->tend();
    EXPECT_FALSE(desk->has_session());
}

}  // namespace
}  // namespace hamer
