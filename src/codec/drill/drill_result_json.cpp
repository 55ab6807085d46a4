#include "codec/drill/drill_result_json.h"

#include "codec/json/cursor.h"

#include <array>

namespace hamer {

namespace {

Json seconds_of(const std::optional<std::int64_t>& ms) {
    return ms ? Json(static_cast<double>(*ms) / 1000) : Json(nullptr);
}

Json expected_as_json(const ScoredExpectation& one, const Procedure& procedure, Language language) {
    const Source* source = procedure.source(one.expectation->source);
    return {{"id", one.expectation->id},
            {"event", one.expectation->event},
            {"verdict", verdict_words[static_cast<std::size_t>(one.verdict)]},
            {"points", one.points},
            {"of", one.of},
            {"asked", seconds_of(one.asked_ms)},
            {"at", seconds_of(one.at_ms)},
            {"took", one.at_ms && one.asked_ms ? seconds_of(*one.at_ms - *one.asked_ms) : Json(nullptr)},
            {"within", seconds_of(one.expectation->within_ms)},
            {"source", one.expectation->source},
            {"sentence", source ? source->text.in(language) : ""}};
}

}  // namespace

std::string drill_as_json(const DrillScenario& scenario, const Procedure& procedure, const DrillTimes& times,
                          const DrillScore& score, const std::vector<RefusedStep>& refused, std::int64_t lasted_ms,
                          Language language) {
    constexpr std::array<std::string_view, 4> states = {"waiting", "due", "fired", "skipped"};
    Json json{{"drill", true},
              {"scenario", scenario.id},
              {"title", scenario.title.in(language)},
              {"lasted", seconds_of(lasted_ms)},
              {"points", score.points},
              {"of", score.of},
              {"expected", Json::array()},
              {"mistakes", Json::array()},
              {"goals", Json::array()},
              {"injects", Json::array()},
              {"refused", Json::array()}};
    for (const auto& one : score.expected) json["expected"].push_back(expected_as_json(one, procedure, language));
    for (const auto& one : score.mistakes) {
        Json at = Json::array();
        for (const std::int64_t each : one.at_ms) at.push_back(seconds_of(each));
        json["mistakes"].push_back({{"id", one.mistake->id},
                                    {"event", one.mistake->event},
                                    {"at", at},
                                    {"points", -one.mistake->points * static_cast<int>(one.at_ms.size())},
                                    {"why", one.mistake->why.in(language)},
                                    {"source", one.mistake->source}});
    }
    for (const auto& one : score.goals) {
        json["goals"].push_back({{"id", one.goal->id},
                                 {"text", one.goal->text.in(language)},
                                 {"points", one.points},
                                 {"of", one.of},
                                 {"rating", one.rating == 0 ? Json(nullptr) : Json(one.rating)}});
    }
    for (std::size_t i = 0; i < scenario.injects.size(); ++i) {
        const InjectState& state = times.injects()[i];
        const bool known = state.kind != InjectState::Kind::Waiting;
        json["injects"].push_back({{"id", scenario.injects[i].id},
                                   {"state", states[static_cast<std::size_t>(state.kind)]},
                                   {"at", known ? seconds_of(state.at_ms) : Json(nullptr)}});
    }
    for (const RefusedStep& one : refused) {
        json["refused"].push_back({{"at", seconds_of(one.at_ms)}, {"do", one.what}, {"code", one.code}});
    }
    return json.dump(2) + "\n";
}

}  // namespace hamer
