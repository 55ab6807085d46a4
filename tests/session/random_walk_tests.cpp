// Leiden's procedure under random commands: no property is ever broken, and the fold is the situation.
#include "procedure/machine.h"
#include "procedure/state_space.h"
#include "session/decide.h"
#include "support/leiden.h"

#include <algorithm>
#include <gtest/gtest.h>
#include <random>

namespace hamer {
namespace {

using test::FakeClock;
using test::leiden;

bool offers_a_way_on(const Session& session) {
    const Card* card = session.card();
    if (!card) return false;
    if (session.procedure().is_at_rest(session.configuration())) return true;
    return !usable(session.procedure(), session.configuration(), card->buttons).empty();
}

// What the properties of the file say of one situation or one step, checked along the walk.
class Watch {
  public:
    explicit Watch(const Procedure& procedure) : procedure_(procedure) {}

    void step(const Configuration& before, std::size_t event, const Configuration& after) {
        for (std::size_t p = 0; p < procedure_.properties.size(); ++p) {
            const Property& property = procedure_.properties[p];
            if (const auto* rule = std::get_if<Never>(&property.rule)) {
                EXPECT_FALSE(holds(rule->situation, after)) << property.id;
            } else if (const auto* always = std::get_if<Always>(&property.rule)) {
                EXPECT_TRUE(holds(always->situation, after)) << property.id;
            } else if (const auto* only = std::get_if<OnlyWhen>(&property.rule)) {
                if (event == only->event) {
                    EXPECT_TRUE(holds(only->situation, before)) << property.id;
                }
            } else if (const auto* needs = std::get_if<Before>(&property.rule)) {
                before_rule(p, *needs, before, event, after);
            }
        }
    }

  private:
    void before_rule(std::size_t p, const Before& rule, const Configuration& before, std::size_t event,
                     const Configuration& after) {
        int& count = counts_[p];
        const int earlier = count;
        if (rule.since && event == *rule.since) count = 0;
        if (std::ranges::find(rule.needs, event) != rule.needs.end()) ++count;
        if (const auto* subject = std::get_if<std::size_t>(&rule.subject)) {
            if (event == *subject) {
                EXPECT_GE(earlier, rule.times) << procedure_.properties[p].id;
            }
        } else {
            const auto& state = std::get<StateRef>(rule.subject);
            if (before[state.region] != state.state && after[state.region] == state.state) {
                EXPECT_GE(count, rule.times) << procedure_.properties[p].id;
            }
        }
    }

    const Procedure& procedure_;
    std::map<std::size_t, int> counts_;
};

TEST(RandomWalk, AHundredThousandStepsNeverBreakAPropertyOfTheProcedure) {
    const Procedure& procedure = *leiden();
    std::mt19937 random(62025);
    int steps = 0;
    while (steps < 100'000 && !testing::Test::HasFailure()) {
        Watch watch(procedure);
        Configuration situation = procedure.initial();
        for (int i = 0; i < 200; ++i, ++steps) {
            const auto enabled = enabled_events(procedure, situation);
            if (enabled.empty()) break;
            const std::size_t event = enabled[random() % enabled.size()];
            const auto result = step(procedure, situation, event);
            ASSERT_TRUE(result);
            watch.step(situation, event, result->after);
            situation = result->after;
        }
    }
}

Command random_command(const Session& session, std::mt19937& random) {
    const Procedure& procedure = session.procedure();
    const auto kind = random() % 20;
    if (kind == 0) return {Undo{"w"}, {}, "chair"};
    if (kind == 1) return {AddNote{"notitie"}, {}, "clerk"};
    if (kind == 2) {
        const std::size_t region = random() % procedure.regions.size();
        const auto& states = procedure.regions[region].states;
        return {Deviate{{{procedure.regions[region].id, states[random() % states.size()].id}}, "anders gegaan"},
                {},
                "chair"};
    }
    if (kind == 3) return {Amend{1 + random() % session.next_seq(), {{"what", std::string("lawaai")}}}, {}, "clerk"};
    // Now and then an event that may well be refused.
    if (kind == 4) return {Do{procedure.events[random() % procedure.events.size()].id, {}}, {}, "chair"};
    const auto enabled = enabled_events(procedure, session.configuration());
    if (enabled.empty()) return {Undo{}, {}, "chair"};
    const Event& event = procedure.events[enabled[random() % enabled.size()]];
    Fields with;
    for (const Field& field : event.fields) {
        if (!field.required || field.preset) continue;
        if (field.kind == FieldKind::Choice)
            with[field.id] = field.choices[random() % field.choices.size()].id;
        else if (field.kind == FieldKind::Flag)
            with[field.id] = true;
        else
            with[field.id] = std::string("tekst");
    }
    return {Do{event.id, with}, {}, "chair"};
}

TEST(RandomWalk, TheFoldOfTheEntriesIsTheLiveSituationAndASecondFoldGivesTheSame) {
    std::mt19937 random(112);
    const FakeClock clock;
    int commands = 0;
    while (commands < 100'000) {
        Session live = test::opened_session(clock);
        for (int i = 0; i < 250; ++i, ++commands) {
            const std::size_t before = live.entries().size();
            const Configuration situation = live.configuration();
            const std::string answer = test::run(live, random_command(live, random), clock);
            if (answer == "ok") {
                ASSERT_EQ(live.entries().size(), before + 1);
            } else {
                ASSERT_EQ(live.configuration(), situation) << answer;
                ASSERT_EQ(live.entries().size(), before) << answer;
            }
        }
        Session again(leiden());
        for (const Entry& entry : live.entries()) again.apply(entry);
        ASSERT_EQ(again.configuration(), live.configuration());
        ASSERT_EQ(again.situation(), live.situation());
        ASSERT_EQ(again.last_undoable() == nullptr, live.last_undoable() == nullptr);
        ASSERT_EQ(again.card(), live.card());
    }
}

TEST(RandomWalk, EveryReachableSituationHasACardWithAWayOn) {
    const FakeClock clock;
    const Session session = test::opened_session(clock);
    const StateSpace space(*leiden());
    ASSERT_TRUE(space.is_complete());
    ASSERT_TRUE(offers_a_way_on(session));
    for (const Configuration& situation : space.situations()) {
        const Card* card =
            current_card(*leiden(), situation, [](std::size_t, std::string_view) { return std::nullopt; });
        ASSERT_NE(card, nullptr);
        const bool rest = leiden()->is_at_rest(situation);
        ASSERT_TRUE(rest || !usable(*leiden(), situation, card->buttons).empty()) << card->id;
    }
}

}  // namespace
}  // namespace hamer
