#include "drill/scenario.h"

#include "session/decide.h"

#include <algorithm>
#include <fmt/format.h>
#include <set>

namespace hamer {

namespace {

class Checking {
  public:
    Checking(const DrillScenario& scenario, const Procedure& procedure) : scenario_(scenario), procedure_(procedure) {}

    std::vector<ScenarioProblem> run() {
        if (scenario_.procedure != procedure_.id) {
            say("/procedure", fmt::format("is written for “{}”, and the procedure in use is “{}”", scenario_.procedure,
                                          procedure_.id));
        }
        names("/goals", scenario_.goals);
        names("/roles", scenario_.roles);
        names("/injects", scenario_.injects);
        names("/expected", scenario_.expected);
        names("/mistakes", scenario_.mistakes);
        if (scenario_.injects.empty()) say("/injects", "expected at least one: nothing would happen");
        if (scenario_.expected.empty()) say("/expected", "expected at least one: nothing could be scored");
        for (std::size_t i = 0; i < scenario_.start.size(); ++i) {
            event(fmt::format("/start/{}", i), scenario_.start[i].event, scenario_.start[i].with);
        }
        for (std::size_t i = 0; i < scenario_.injects.size(); ++i) {
            const std::string at = fmt::format("/injects/{}", i);
            const Inject& one = scenario_.injects[i];
            moment(at + "/after", one.after, i);
            if (!one.role.empty()) known(at + "/role", one.role, scenario_.roles, "role");
        }
        for (std::size_t i = 0; i < scenario_.expected.size(); ++i) {
            const std::string at = fmt::format("/expected/{}", i);
            const Expectation& one = scenario_.expected[i];
            event(at, one.event, one.with);
            moment(at + "/after", one.after, scenario_.injects.size());
            source(at, one.source);
            if (!one.goal.empty()) known(at + "/goal", one.goal, scenario_.goals, "goal");
        }
        for (std::size_t i = 0; i < scenario_.mistakes.size(); ++i) {
            const std::string at = fmt::format("/mistakes/{}", i);
            const Mistake& one = scenario_.mistakes[i];
            event(at, one.event, one.with);
            source(at, one.source);
            if (one.from) moment(at + "/from", *one.from, scenario_.injects.size());
            if (one.until) moment(at + "/until", *one.until, scenario_.injects.size());
        }
        // Only with steps that the procedure knows.
        if (found_.empty()) play_start();
        return std::move(found_);
    }

  private:
    void say(std::string place, std::string problem) { found_.push_back({std::move(place), std::move(problem)}); }

    template <typename Named>
    void names(const std::string& place, const std::vector<Named>& all) {
        std::set<std::string> seen;
        for (std::size_t i = 0; i < all.size(); ++i) {
            if (!seen.insert(all[i].id).second) {
                say(fmt::format("{}/{}/id", place, i), fmt::format("“{}” is used twice", all[i].id));
            }
        }
    }

    template <typename Named>
    void known(const std::string& place, const std::string& id, const std::vector<Named>& all, const char* what) {
        if (std::ranges::find(all, id, &Named::id) == all.end()) {
            say(place, fmt::format("there is no {} “{}” in this scenario", what, id));
        }
    }

    void event(const std::string& at, const std::string& id, const Fields& with) {
        const auto number = procedure_.event(id);
        if (!number) return say(at + "/event", fmt::format("the procedure has no event “{}”", id));
        for (const auto& [field, value] : with) {
            const Field* one = procedure_.events[*number].field(field);
            if (!one) {
                say(fmt::format("{}/with/{}", at, field), fmt::format("{} has no such field", id));
            } else if (std::holds_alternative<bool>(value) != (one->kind == FieldKind::Flag)) {
                say(fmt::format("{}/with/{}", at, field), "a flag is true or false, any other field a text");
            } else if (one->kind == FieldKind::Choice && !one->choice(std::get<std::string>(value))) {
                say(fmt::format("{}/with/{}", at, field), "is none of the choices");
            }
        }
    }

    // What is done before the drill, in a meeting of its own: a step that the procedure knows may have no place there.
    void play_start() {
        // The procedure is not this one's, and outlives it.
        Session session(std::shared_ptr<const Procedure>(std::shared_ptr<const void>(), &procedure_));
        const Stamp now{};
        session.apply({session.next_seq(), now, std::nullopt, std::string(trainer_actor),
                       SessionOpened{.procedure_id = procedure_.id,
                                     .procedure_revision = procedure_.revision,
                                     .procedure_sha256 = {},
                                     .program_version = {},
                                     .language = std::string(code(Language::Dutch)),
                                     .meeting = {},
                                     .drill = true}});
        for (std::size_t i = 0; i < scenario_.start.size(); ++i) {
            auto entry = decide(session, {scenario_.start[i], {}, std::string(trainer_actor)}, now, {});
            if (!entry) return say(fmt::format("/start/{}", i), entry.error().message.en);
            session.apply(*std::move(entry));
        }
    }

    // `before`: only injects with a smaller number may be meant.
    void moment(const std::string& at, const DrillMoment& moment, std::size_t before) {
        if (moment.kind == DrillMoment::Kind::Step && !procedure_.event(moment.id)) {
            say(at + "/step", fmt::format("the procedure has no event “{}”", moment.id));
        }
        if (moment.kind != DrillMoment::Kind::Inject) return;
        const auto found = std::ranges::find(scenario_.injects, moment.id, &Inject::id);
        if (found == scenario_.injects.end()) {
            say(at + "/inject", fmt::format("there is no inject “{}”", moment.id));
        } else if (static_cast<std::size_t>(found - scenario_.injects.begin()) >= before) {
            say(at + "/inject", fmt::format("“{}” must stand before it in the file", moment.id));
        }
    }

    void source(const std::string& at, const std::string& id) {
        if (!procedure_.source(id)) say(at + "/source", fmt::format("the procedure has no article “{}”", id));
    }

    const DrillScenario& scenario_;
    const Procedure& procedure_;
    std::vector<ScenarioProblem> found_;
};

}  // namespace

const Inject* DrillScenario::inject(std::string_view wanted) const {
    const auto found = std::ranges::find(injects, wanted, &Inject::id);
    return found == injects.end() ? nullptr : &*found;
}

DrillScenario at_pace(DrillScenario scenario, int percent) {
    for (Inject& one : scenario.injects) one.delay_ms = one.delay_ms * percent / 100;
    for (Expectation& one : scenario.expected) one.within_ms = one.within_ms * percent / 100;
    return scenario;
}

std::vector<ScenarioProblem> check_scenario(const DrillScenario& scenario, const Procedure& procedure) {
    return Checking(scenario, procedure).run();
}

}  // namespace hamer
