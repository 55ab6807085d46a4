// What the desk does with a broadcast that a program controls.
#include "memory_file_system.h"
#include "service/meeting/meeting_service.h"
#include "support/leiden.h"
#include "support/still_broadcast.h"

#include <gtest/gtest.h>

namespace hamer {
namespace {

using test::FakeClock;
using test::StillBroadcast;

class MeetingBroadcast : public testing::Test {
  protected:
    MemoryFileSystem files;
    FakeClock clock;
    StillBroadcast::Board board;

    std::unique_ptr<MeetingService> open(bool drill = false) {
        MeetingServiceOptions made;
        made.settings.municipality = test::municipality();
        made.procedure_file = "leiden-2025.json";
        made.procedure_text = test::leiden_text();
        made.drill = drill;
        auto service = *MeetingService::open(std::move(made), files, clock);
        service->set_broadcast(std::make_unique<StillBroadcast>(board));
        EXPECT_TRUE(service->begin(test::meeting(), Language::Dutch));
        return service;
    }
    static void run(MeetingService& service, const std::string& event, const Fields& with = {}) {
        const auto done = service.execute({Do{event, with}, {}, "chair"});
        EXPECT_TRUE(done) << event;
    }
    static std::string state(const MeetingService& service) { return service.session().situation().at("broadcast"); }
    static const Entry& last(const MeetingService& service) { return service.session().entries().back(); }
    static void ordered(MeetingService& service) {
        for (const char* event : {"meeting.open", "broadcast.start", "disturbance.report", "address.b"}) {
            run(service, event);
        }
    }
};

TEST_F(MeetingBroadcast, AskedAndConfirmedAreRecordedApart) {
    const auto service = open();
    ordered(*service);
    EXPECT_EQ(board.wishes, (std::vector{BroadcastWish::Live, BroadcastWish::Paused}));
    EXPECT_EQ(state(*service), "pausing");
    const std::size_t before = service->session().entries().size();
    service->tend();
    EXPECT_EQ(service->session().entries().size(), before) << "not before it is seen";
    const Instant seen = clock.now().at;
    board.reach(seen);
    service->tend();
    service->tend();
    EXPECT_EQ(state(*service), "paused");
    EXPECT_EQ(service->session().entries().size(), before + 1) << "once";
    EXPECT_EQ(last(*service).actor, "program");
    EXPECT_EQ(last(*service).when(), seen) << "when it was seen, not when it was written down";
    EXPECT_EQ(last(*service).as<StepRecorded>()->event, "broadcast.paused");
}

TEST_F(MeetingBroadcast, ResumingIsConfirmedToo) {
    const auto service = open();
    ordered(*service);
    board.reach(clock.now().at);
    run(*service, "disturbance.end");
    run(*service, "broadcast.resume");
    EXPECT_EQ(state(*service), "resuming");
    EXPECT_EQ(board.wishes.back(), BroadcastWish::Live);
    board.reach(clock.now().at);
    service->tend();
    EXPECT_EQ(state(*service), "live");
}

TEST_F(MeetingBroadcast, TheChairsOwnConfirmationStands) {
    const auto service = open();
    ordered(*service);
    run(*service, "broadcast.paused");
    const std::size_t before = service->session().entries().size();
    board.reach(clock.now().at);
    service->tend();
    EXPECT_EQ(service->session().entries().size(), before);
}

TEST_F(MeetingBroadcast, AnUndoMeansTheLastStepOfAPerson) {
    const auto service = open();
    ordered(*service);
    board.reach(clock.now().at);
    service->tend();
    ASSERT_EQ(state(*service), "paused");
    EXPECT_EQ(service->session().last_undoable_by_hand()->as<StepRecorded>()->event, "address.b");
    ASSERT_TRUE(service->execute({Undo{"vergissing"}, {}, "chair"}));
    EXPECT_EQ(state(*service), "live") << "the confirmation goes with the step that it belongs to";
    EXPECT_EQ(service->session().situation().at("disturbance"), "reported");
    EXPECT_EQ(board.wishes.back(), BroadcastWish::Live) << "and the broadcast is brought back";
}

TEST_F(MeetingBroadcast, WhatIsSeenIsJournaledWithItsTime) {
    const auto service = open();
    run(*service, "meeting.open");
    const Instant seen = clock.now().at;
    board.reports.push_back({seen, {"OBS toont nu “Publiek”", "OBS now shows “Publiek”"}});
    service->tend();
    ASSERT_TRUE(last(*service).as<BroadcastObserved>());
    EXPECT_EQ(last(*service).as<BroadcastObserved>()->what, "OBS toont nu “Publiek”");
    EXPECT_EQ(last(*service).when(), seen);
    EXPECT_EQ(service->session().last_undoable()->as<StepRecorded>()->event, "meeting.open");
}

TEST_F(MeetingBroadcast, WhatWasSeenBeforeTheMeetingIsNoPartOfIt) {
    board.reports.push_back({clock.now().at, {"eerder", "before"}});
    const auto service = open();
    service->tend();
    EXPECT_EQ(service->session().entries().size(), 1U);
}

TEST_F(MeetingBroadcast, ADrillNeverTouchesIt) {
    const auto service = open(true);
    ordered(*service);
    service->tend();
    EXPECT_EQ(service->broadcast(), nullptr);
    EXPECT_TRUE(board.wishes.empty());
}

TEST_F(MeetingBroadcast, AfterTheMeetingNothingIsAskedOfIt) {
    const auto service = open();
    for (const char* event : {"meeting.open", "broadcast.start", "meeting.close"}) run(*service, event);
    EXPECT_EQ(board.wishes.back(), BroadcastWish::Live) << "it runs until it is ended";
    ASSERT_TRUE(service->put_away());
    EXPECT_EQ(board.wishes.back(), BroadcastWish::Leave);
    board.reports.push_back({clock.now().at, {"nl", "en"}});
    service->tend();
    EXPECT_FALSE(service->has_session());
}

}  // namespace
}  // namespace hamer
