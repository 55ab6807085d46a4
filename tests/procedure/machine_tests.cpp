#include "procedure/guide.h"
#include "procedure/machine.h"
#include "support/small.h"

#include <gtest/gtest.h>

namespace hamer {
namespace {

using test::small;

std::vector<std::string> names_of(const Procedure& procedure, const std::vector<std::size_t>& events) {
    std::vector<std::string> names;
    for (const std::size_t event : events) names.push_back(procedure.events[event].id);
    return names;
}

Configuration after(const Procedure& procedure, std::initializer_list<const char*> events) {
    Configuration configuration = procedure.initial();
    for (const char* event : events)
        configuration = step(procedure, configuration, *procedure.event(event)).value().after;
    return configuration;
}

TEST(Machine, AnEventThatNoRegionTakesIsRefusedAndChangesNothing) {
    const Procedure procedure = small();
    EXPECT_FALSE(step(procedure, procedure.initial(), *procedure.event("bell.stop")));
    EXPECT_FALSE(step(procedure, procedure.initial(), *procedure.event("bell.ring")));  // its guard does not hold
}

TEST(Machine, RaisedEventsSeeTheSituationAfterTheEventThatRaisedThem) {
    // The bell rings only behind a closed door: the raised event comes after the door closed.
    const Procedure procedure = small();
    const auto result = step(procedure, procedure.initial(), *procedure.event("door.close"));
    ASSERT_TRUE(result);
    EXPECT_EQ(names_of(procedure, result->raised), std::vector<std::string>{"bell.ring"});
    EXPECT_EQ(procedure.active(result->after, 1).id, "ringing");
}

TEST(Machine, GuardsSeeTheConfigurationBeforeTheEvent) {
    // Both regions take door.close at once; the bell's guard must still see the door open.
    const Procedure procedure = small(
        {{R"("on": {"bell.ring": [{"target": "ringing", "guard": {"type": "not", "guard": {"type": "in", "params": {"state": "door.open"}}}}]})",
          R"("on": {"bell.ring": [{}], "door.close": [{"target": "ringing", "guard": {"type": "in", "params": {"state": "door.open"}}}]})"}});
    EXPECT_EQ(procedure.active(after(procedure, {"door.close"}), 1).id, "ringing");
}

TEST(Machine, ARaisedEventThatNoRegionTakesIsPassedOver) {
    const Procedure procedure = small(
        {{R"("on": {"bell.ring": [{"target": "ringing", "guard": {"type": "not", "guard": {"type": "in", "params": {"state": "door.open"}}}}]})",
          R"("on": {})"}});
    const auto result = step(procedure, procedure.initial(), *procedure.event("door.close"));
    ASSERT_TRUE(result);
    EXPECT_TRUE(result->raised.empty());
}

TEST(Machine, ATransitionWithoutTargetIsAcceptedAndStays) {
    const Procedure procedure = small();
    const Configuration ringing = after(procedure, {"door.close"});
    const auto again = step(procedure, ringing, *procedure.event("bell.ring"));
    ASSERT_TRUE(again);
    EXPECT_EQ(again->after, ringing);
}

TEST(Machine, RaisesWithoutEndAreRefusedRatherThanFollowedForEver) {
    const Procedure procedure =
        small({{R"("bell.ring": [{}])",
                R"("bell.ring": [{"actions": [{"type": "raise", "params": {"event": "bell.ring"}}]}])"}});
    Configuration ringing = procedure.initial();
    ringing[0] = 1;
    ringing[1] = 1;
    EXPECT_FALSE(step(procedure, ringing, *procedure.event("bell.ring")));
}

TEST(Machine, EnabledEventsAreThoseThatAStepAccepts) {
    const Procedure procedure = small();
    EXPECT_EQ(names_of(procedure, enabled_events(procedure, procedure.initial())),
              std::vector<std::string>{"door.close"});
    EXPECT_EQ(names_of(procedure, enabled_events(procedure, after(procedure, {"door.close"}))),
              (std::vector<std::string>{"bell.ring", "bell.stop"}));
}

TEST(Machine, ARefusalSaysWhatIsNeeded) {
    const Procedure procedure = small();
    const LocalText why = why_refused(procedure, after(procedure, {"door.close"}), *procedure.event("door.open"));
    EXPECT_EQ(why.nl, "Kan nu niet: “Deur open”. Nodig: bel: stil");
    EXPECT_EQ(why.en, "Not possible now: “Door opened”. Needed: bell: silent");
}

TEST(Guide, TheFirstCardWhoseGuardHoldsIsTheStep) {
    const Procedure procedure = small();
    const auto card = [&](const Configuration& situation) {
        return current_card(procedure, {.configuration = situation, .recorded = {}, .entered = {}})->id;
    };
    EXPECT_EQ(card(procedure.initial()), "close");
    EXPECT_EQ(card(after(procedure, {"door.close"})), "stop");
    EXPECT_EQ(card(after(procedure, {"door.close", "bell.stop"})), "done");
}

TEST(Guide, ACardForOneCaseIsShownInThatCaseOnly) {
    const Procedure procedure =
        small({{R"("guide": [)", R"("guide": [{"id": "fast", "when": {"type": "in", "params": {"state": "door.open"}},
        "for": {"event": "door.open", "field": "how", "in": ["fast"]}, "title": {"nl": "Snel", "en": "Fast"},
        "say": {"nl": "Snel", "en": "Fast"}, "do": [{"event": "door.close"}], "source": "1"},)"}});
    const auto card = [&](const char* value) {
        const auto recorded = [value](std::size_t, std::string_view) -> std::optional<std::string> { return value; };
        return current_card(procedure, {.configuration = procedure.initial(), .recorded = recorded, .entered = {}})->id;
    };
    EXPECT_EQ(card("fast"), "fast");
    EXPECT_EQ(card("slowly"), "close");
}

TEST(Machine, AnInternalEventIsOnlyEverRaised) {
    const Procedure procedure =
        small({{R"("bell.ring": {"label": {"nl": "Bel gaat", "en": "Bell rings"},)",
                R"("bell.ring": {"internal": true, "label": {"nl": "Bel gaat", "en": "Bell rings"},)"}});
    const auto closed = step(procedure, procedure.initial(), *procedure.event("door.close"));
    ASSERT_TRUE(closed);
    EXPECT_EQ(closed->raised, std::vector<std::size_t>{*procedure.event("bell.ring")});
    EXPECT_FALSE(step(procedure, closed->after, *procedure.event("bell.ring")));
    EXPECT_EQ(names_of(procedure, enabled_events(procedure, closed->after)), std::vector<std::string>{"bell.stop"});
}

}  // namespace
}  // namespace hamer
