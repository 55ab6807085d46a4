#include "session/decide.h"
#include "session/words.h"
#include "support/leiden.h"
#include "support/small.h"

#include <gtest/gtest.h>

namespace hamer {
namespace {

using test::FakeClock;
using test::run;

class SmallSession : public testing::Test {
  protected:
    FakeClock clock;
    Session session = test::opened_session(clock, std::make_shared<const Procedure>(test::small()));

    std::string state(const char* region) { return session.situation().at(region); }
    const StepRecorded& last_step() { return *session.entries().back().as<StepRecorded>(); }
};

TEST_F(SmallSession, AStepRecordsItsFieldsWhatChangedAndTheWordsThatWereSpoken) {
    ASSERT_EQ(run(session, clock, "door.close", {{"why", std::string("kou")}}), "ok");
    EXPECT_EQ(last_step().to, (std::map<std::string, std::string>{{"bell", "ringing"}, {"door", "closed"}}));
    EXPECT_EQ(last_step().raised, std::vector<std::string>{"bell.ring"});
    EXPECT_EQ(last_step().card, "close");
    EXPECT_EQ(last_step().said, "De deur gaat dicht: kou.");
}

TEST_F(SmallSession, KnowsWhenEachRegionCameIntoItsPresentState) {
    EXPECT_FALSE(session.entered(0));
    run(session, clock, "door.close");
    const Instant closed = session.entries().back().when();
    EXPECT_EQ(session.entered(0), closed);
    EXPECT_EQ(session.entered(1), closed);  // the bell rings with it
    clock.advance(5000);
    run(session, clock, "bell.ring");  // it rings already
    EXPECT_EQ(session.entered(1), closed);
    run(session, clock, "bell.stop");
    EXPECT_NE(session.entered(1), closed);
    ASSERT_EQ(run(session, {Undo{}, std::nullopt, "chair"}, clock), "ok");
    EXPECT_EQ(session.entered(1), closed);
}

TEST_F(SmallSession, ARequiredFieldWithADefaultNeverHoldsAnyoneUp) {
    ASSERT_EQ(run(session, clock, "door.close"), "ok");
    EXPECT_EQ(std::get<std::string>(last_step().fields.at("why")), "tocht");
}

TEST(Decide, ATimeThatCannotBeIsRefused) {
    const FakeClock clock;  // 2026-03-12T20:00
    Session session = test::opened_session(clock, std::make_shared<const Procedure>(test::small()));
    const auto at = [&](const char* time) { return run(session, {AddNote{"x"}, from_rfc3339(time), "clerk"}, clock); };
    for (const char* time : {"1970-01-01T00:00:00.000Z", "1999-12-31T23:59:59.999Z", "2026-03-14T20:00:00.000+01:00",
                             "2100-01-01T00:00:00.000Z", "9999-12-31T23:59:59.999Z"}) {
        ASSERT_TRUE(from_rfc3339(time)) << time;
        EXPECT_EQ(at(time), "bad-time") << time;
    }
    EXPECT_EQ(session.entries().size(), 1u);
    for (const char* time :
         {"2000-01-01T00:00:00.000Z", "2026-03-12T19:00:00.000+01:00", "2026-03-13T12:00:00.000+01:00"}) {
        EXPECT_EQ(at(time), "ok") << time;
    }
}

TEST_F(SmallSession, EachRefusalHasItsCodeAndChangesNothing) {
    const auto before = session.situation();
    EXPECT_EQ(run(session, clock, "window.open"), "unknown-event");
    EXPECT_EQ(run(session, clock, "bell.stop"), "not-enabled");
    EXPECT_EQ(run(session, clock, "door.close", {{"colour", std::string("red")}}), "bad-field");
    EXPECT_EQ(run(session, clock, "door.close", {{"why", true}}), "bad-field");
    EXPECT_EQ(run(session, clock, "door.close", {{"why", std::string("  ")}}), "missing-field");
    EXPECT_EQ(run(session, clock, "door.close", {{"why", std::string(max_text + 1, 'x')}}), "bad-field");
    EXPECT_EQ(session.situation(), before);
    EXPECT_EQ(session.entries().size(), 1u);
}

TEST_F(SmallSession, ARefusalNamesFieldsAndChoicesByTheirLabels) {
    const auto refused = [&](const char* event, const Fields& fields) {
        const auto made = decide(session, {Do{event, fields}, std::nullopt, "chair"}, clock.now(), {});
        return made ? std::string("accepted") : made.error().message.nl + " / " + made.error().message.en;
    };
    run(session, clock, "door.close");
    run(session, clock, "bell.stop");
    const Event& opening = session.procedure().events[*session.procedure().event("door.open")];
    const Field& how = *opening.field("how");
    std::string said;
    for (const auto& given :
         {FieldValue{std::string("gliding")}, FieldValue{true}, FieldValue{std::string(max_text + 1, 'x')}}) {
        said = refused("door.open", {{"how", given}});
        EXPECT_NE(said.find("“" + how.label.nl + "”"), std::string::npos) << said;
        EXPECT_NE(said.find("“" + how.label.en + "”"), std::string::npos) << said;
        EXPECT_EQ(said.find("door.open"), std::string::npos) << said;
    }
    said = refused("door.open", {{"how", std::string("gliding")}});
    for (const Choice& choice : how.choices) EXPECT_NE(said.find(choice.label.nl), std::string::npos) << said;
    EXPECT_NE(refused("door.open", {{"colour", std::string("red")}}).find(opening.label.nl), std::string::npos);
}

TEST_F(SmallSession, AChoiceMustBeOneOfItsChoicesAndAFlagThatMustBeTrueIsTrue) {
    run(session, clock, "door.close");
    run(session, clock, "bell.stop");
    EXPECT_EQ(run(session, clock, "door.open", {{"how", std::string("gliding")}}), "bad-field");
    EXPECT_EQ(run(session, clock, "door.open", {{"knocked", false}}), "bad-field");
    EXPECT_EQ(run(session, clock, "door.open", {{"how", std::string("fast")}, {"knocked", true}}), "ok");
}

TEST_F(SmallSession, UndoTakesBackTheLastStepThatWasNotTakenBackYetAndTheLogKeepsBoth) {
    run(session, clock, "door.close");
    run(session, clock, "bell.stop");
    EXPECT_EQ(run(session, {Undo{"vergissing"}, {}, "chair"}, clock), "ok");
    EXPECT_EQ(state("bell"), "ringing");
    EXPECT_EQ(run(session, {AddNote{"tussendoor"}, {}, "chair"}, clock), "ok");
    EXPECT_EQ(run(session, {Undo{""}, {}, "chair"}, clock), "ok");
    EXPECT_EQ(state("door"), "open");
    EXPECT_EQ(run(session, {Undo{""}, {}, "chair"}, clock), "not-enabled");
    EXPECT_EQ(session.entries().size(), 6u);
    EXPECT_TRUE(session.is_taken_back(2));
    EXPECT_TRUE(session.is_taken_back(3));
}

TEST_F(SmallSession, ADeviationIsWhatReallyHappenedAndCanBeTakenBack) {
    EXPECT_EQ(run(session, {Deviate{{{"bell", "ringing"}}, "ging vanzelf"}, {}, "chair"}, clock), "ok");
    EXPECT_EQ(state("bell"), "ringing");
    EXPECT_EQ(run(session, {Undo{""}, {}, "chair"}, clock), "ok");
    EXPECT_EQ(state("bell"), "silent");
}

TEST_F(SmallSession, ADeviationNeedsAReasonAKnownStateAndAChange) {
    EXPECT_EQ(run(session, {Deviate{{{"bell", "ringing"}}, " "}, {}, "chair"}, clock), "missing-field");
    EXPECT_EQ(run(session, {Deviate{{{"bell", "broken"}}, "x"}, {}, "chair"}, clock), "bad-field");
    EXPECT_EQ(run(session, {Deviate{{{"bell", "silent"}}, "x"}, {}, "chair"}, clock), "bad-field");
}

TEST_F(SmallSession, AnAmendmentAddsToAStepAndTheOriginalStaysReadable) {
    run(session, clock, "door.close");
    EXPECT_EQ(run(session, {Amend{2, {{"why", std::string("storm")}}}, {}, "clerk"}, clock), "ok");
    const Entry& step = *session.entry(2);
    EXPECT_EQ(std::get<std::string>(step.as<StepRecorded>()->fields.at("why")), "tocht");
    EXPECT_EQ(std::get<std::string>(session.fields_of(step).at("why")), "storm");
    EXPECT_EQ(std::get<std::string>(*session.recorded("why")), "storm");
}

TEST_F(SmallSession, OnlyAStepThatStandsCanBeAmended) {
    run(session, clock, "door.close");
    run(session, {Undo{""}, {}, "chair"}, clock);
    for (const std::uint64_t seq : {0u, 1u, 2u, 3u, 99u}) {
        EXPECT_EQ(run(session, {Amend{seq, {{"why", std::string("x")}}}, {}, "clerk"}, clock), "bad-field") << seq;
    }
}

TEST_F(SmallSession, WhatHappenedEarlierKeepsBothTimes) {
    const auto earlier = from_rfc3339("2026-03-12T19:30:00.000+01:00");
    ASSERT_EQ(run(session, {Do{"door.close", {}}, earlier, "clerk"}, clock), "ok");
    EXPECT_EQ(session.entries().back().when(), *earlier);
    EXPECT_NE(session.entries().back().stamp.at, *earlier);
}

TEST_F(SmallSession, ControlCharactersNeverReachTheLog) {
    run(session, {AddNote{"a\x1b[2Jb\nc"}, {}, "chair"}, clock);
    EXPECT_EQ(session.entries().back().as<NoteAdded>()->text, "a[2Jb c");
}

TEST_F(SmallSession, AClockThatWasSetBackIsNoticed) {
    run(session, clock, "door.close");
    EXPECT_FALSE(clock_jump(session, clock.now()));
    clock.set_wall_back(3'600'000);
    const auto jump = clock_jump(session, clock.now());
    ASSERT_TRUE(jump);
    EXPECT_EQ(jump->as<ClockJumped>()->milliseconds, -3'600'000);
}

TEST_F(SmallSession, ATextNamesTheLatestFactElseTheDefaultElseNothing) {
    const auto said = [&](const char* text) {
        return words({text, text}, session, test::municipality(), Language::Dutch);
    };
    EXPECT_EQ(said("{municipality} {room} {why} {who} {how}"), "Leiden Raadzaal tocht langzaam");
    run(session, clock, "door.close", {{"why", std::string("kou")}});
    EXPECT_EQ(said("{why}"), "kou");
    run(session, {Undo{""}, {}, "chair"}, clock);
    EXPECT_EQ(said("{why}"), "tocht");
}

}  // namespace
}  // namespace hamer
