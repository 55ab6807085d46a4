// Leiden's procedure under random commands: no property is ever broken, and the fold is the situation.
#include "procedure/machine.h"
#include "procedure/state_space.h"
#include "session/decide.h"
#include "session/words.h"
#include "support/leiden.h"

#include <algorithm>
#include <gtest/gtest.h>
#include <random>
#include <set>

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
        if (!field.required || field.preset || field.kind == FieldKind::Incident) continue;
        if (field.kind == FieldKind::Choice)
            with[field.id] = field.choices[random() % field.choices.size()].id;
        else if (field.kind == FieldKind::Flag)
            with[field.id] = true;
        else
            with[field.id] = std::string("tekst");
    }
    return {Do{event.id, with}, {}, "chair"};
}

// The text that each incident's own step recorded: "incident 12", after the line that opened it.
Command marked(const Session& session, Command command) {
    auto* what = std::get_if<Do>(&command.what);
    const auto event = what ? session.procedure().event(what->event) : std::nullopt;
    if (!event) return command;
    const auto meaning = session.procedure().events[*event].meaning;
    const bool opens = meaning && (opens_disturbance(*meaning) || *meaning == Meaning::EmergencyDeclared);
    if (opens) what->with["what"] = "incident " + std::to_string(session.next_seq());
    return command;
}

// The words of now name what was recorded since the incident that goes on began, or since the last one ended.
void expect_words_of_now(const Session& session) {
    const Incident* present = session.present_incident();
    std::uint64_t from = present ? present->opened : 0;
    if (!present) {
        for (const Incident& one : session.incidents()) from = std::max(from, one.ended.value_or(0) + 1);
    }
    for (const char* name : {"{what}", "{reason}", "{emergency.declare.what}"}) {
        const std::string text = words({name, name}, session, test::municipality(), Language::Dutch);
        if (!text.starts_with("incident ")) continue;
        ASSERT_GE(std::stoull(text.substr(9)), from) << name << " of a former incident";
    }
}

// The oldest that is over and about which no step that stands has decided.
const Incident* oldest_undecided(const Session& session) {
    std::set<std::string> decided;
    for (const Entry* step : session.steps("charges.decide")) {
        const auto fields = session.fields_of(*step);
        if (const auto found = fields.find("incident"); found != fields.end())
            decided.insert(std::get<std::string>(found->second));
    }
    for (const Incident& one : session.incidents()) {
        if (one.ended && !decided.contains(std::to_string(one.number))) return &one;
    }
    return nullptr;
}

TEST(RandomWalk, NoWordReachesFromOneIncidentIntoTheNextAndTheOldestIsDecidedFirst) {
    std::mt19937 random(26);
    const FakeClock clock;
    std::size_t incidents = 0;
    for (int meeting = 0; meeting < 60; ++meeting) {
        Session live = test::opened_session(clock);
        for (int i = 0; i < 120; ++i) {
            test::run(live, marked(live, random_command(live, random)), clock);
            expect_words_of_now(live);
            ASSERT_EQ(live.undecided(), oldest_undecided(live));
            if (const Incident* one = live.undecided()) {
                ASSERT_TRUE(std::ranges::is_sorted(live.incidents(), {}, &Incident::opened));
                ASSERT_FALSE(live.is_taken_back(one->opened));
            }
        }
        incidents += live.incidents().size();
    }
    EXPECT_GT(incidents, 100u);
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
        const auto nothing = [](std::size_t, std::string_view) { return std::nullopt; };
        const Card* card = current_card(
            *leiden(),
            {.configuration = situation, .recorded = nothing, .entered = [](const Entered&) { return false; }});
        ASSERT_NE(card, nullptr);
        const bool rest = leiden()->is_at_rest(situation);
        ASSERT_TRUE(rest || !usable(*leiden(), situation, card->buttons).empty()) << card->id;
    }
}

}  // namespace
}  // namespace hamer
