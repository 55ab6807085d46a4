#include "codec/drill/scenario_json.h"

#include "base/attempt.h"
#include "codec/json/clean_texts.h"
#include "codec/json/cursor.h"

#include <algorithm>
#include <fmt/format.h>

namespace hamer {

namespace {

constexpr JsonLimits limits{.depth = 12, .keys = 64, .values = 20'000};
constexpr std::size_t most_of_a_kind = 200;
constexpr std::size_t longest_text = 600;
constexpr std::int64_t longest_seconds = longest_drill_ms / 1000;

std::vector<Cursor> list(const Cursor& at, const char* key) {
    if (!at.has(key)) return {};
    auto items = at.at(key).items();
    if (items.size() > most_of_a_kind) at.at(key).fail(fmt::format("expected at most {} of them", most_of_a_kind));
    return items;
}

LocalText words(const Cursor& at) {
    const LocalText text = at.text();
    for (const std::string* one : {&text.nl, &text.en}) {
        if (one->empty()) at.fail("expected words in both languages");
        if (one->size() > longest_text) at.fail(fmt::format("expected at most {} bytes", longest_text));
        if (one->find_first_of("{}") != std::string::npos) at.fail("a scenario's words have no placeholders");
    }
    return text;
}

Fields fields(const Cursor& at) {
    Fields values;
    if (!at.has("with")) return values;
    for (const auto& [id, value] : at.at("with").members()) {
        if (value.is_boolean())
            values[id] = value.boolean();
        else
            values[id] = value.string(longest_text);
    }
    return values;
}

DrillMoment moment(const Cursor& at) {
    at.keys({}, {"inject", "step", "nth"});
    if (at.has("inject") == at.has("step")) at.fail("expected either an inject or a step");
    DrillMoment made{.kind = at.has("inject") ? DrillMoment::Kind::Inject : DrillMoment::Kind::Step};
    made.id = at.at(at.has("inject") ? "inject" : "step").word();
    if (at.has("nth")) {
        if (at.has("inject")) at.at("nth").fail("an inject comes once");
        made.nth = static_cast<int>(at.at("nth").integer(1, 100));
    }
    return made;
}

DrillMoment moment_or_begin(const Cursor& at, const char* key) {
    return at.has(key) ? moment(at.at(key)) : DrillMoment{};
}

std::int64_t milliseconds(const Cursor& at, const char* key) {
    return at.has(key) ? at.at(key).integer(0, longest_seconds) * 1000 : 0;
}

int points(const Cursor& at) { return at.has("points") ? static_cast<int>(at.at("points").integer(0, 100)) : 2; }

Inject inject(const Cursor& at) {
    at.keys({"id", "show"}, {"after", "delay", "role"});
    return {.id = at.at("id").word(),
            .after = moment_or_begin(at, "after"),
            .delay_ms = milliseconds(at, "delay"),
            .role = at.has("role") ? at.at("role").word() : "",
            .show = words(at.at("show"))};
}

Expectation expectation(const Cursor& at) {
    at.keys({"id", "event", "within", "source"}, {"with", "after", "goal", "points"});
    return {.id = at.at("id").word(),
            .event = at.at("event").word(),
            .with = fields(at),
            .after = moment_or_begin(at, "after"),
            .within_ms = milliseconds(at, "within"),
            .goal = at.has("goal") ? at.at("goal").word() : "",
            .source = at.at("source").string(100),
            .points = points(at)};
}

Mistake mistake(const Cursor& at) {
    at.keys({"id", "event", "why", "source"}, {"with", "from", "until", "points"});
    Mistake made{.id = at.at("id").word(),
                 .event = at.at("event").word(),
                 .with = fields(at),
                 .from = {},
                 .until = {},
                 .why = words(at.at("why")),
                 .source = at.at("source").string(100),
                 .points = points(at)};
    if (at.has("from")) made.from = moment(at.at("from"));
    if (at.has("until")) made.until = moment(at.at("until"));
    return made;
}

DrillScenario read_all(const Cursor& at) {
    at.keys({"format", "id", "title", "summary", "procedure", "injects", "expected"},
            {"$schema", "goals", "roles", "start", "mistakes"});
    if (at.at("format").integer(0, INT32_MAX) != 1) {
        at.at("format").fail("expected format 1, the one that this program reads", "Use a newer Hamer for a newer file",
                             Trouble::OtherVersion);
    }
    DrillScenario made;
    made.id = at.at("id").word();
    if (made.id.starts_with('.')) at.at("id").fail("expected a name that does not begin with a dot");
    made.title = words(at.at("title"));
    made.summary = words(at.at("summary"));
    made.procedure = at.at("procedure").word();
    for (const Cursor& one : list(at, "goals")) {
        one.keys({"id", "text"});
        made.goals.push_back({one.at("id").word(), words(one.at("text"))});
    }
    for (const Cursor& one : list(at, "roles")) {
        one.keys({"id", "label", "brief"});
        made.roles.push_back({one.at("id").word(), words(one.at("label")), words(one.at("brief"))});
    }
    for (const Cursor& one : list(at, "start")) {
        one.keys({"event"}, {"with"});
        made.start.push_back({one.at("event").word(), fields(one)});
    }
    for (const Cursor& one : list(at, "injects")) made.injects.push_back(inject(one));
    for (const Cursor& one : list(at, "expected")) made.expected.push_back(expectation(one));
    for (const Cursor& one : list(at, "mistakes")) made.mistakes.push_back(mistake(one));
    return made;
}

}  // namespace

Result<DrillScenario> read_scenario(std::string_view text, const std::string& file) {
    if (text.size() > largest_scenario) {
        return fail(ErrorKind::Usage, file,
                    fmt::format("is larger than {} bytes, which no scenario is", largest_scenario), {},
                    Trouble::TooLarge);
    }
    ASSIGN_OR_RETURN(auto json, parse_json(text, file, limits));
    clean_texts(json, TextLines::One);
    return reading(file, [&] { return read_all(Cursor(json, file)); });
}

std::string write_scenario(const DrillScenario& scenario) {
    const auto text = [](const LocalText& words) { return Json{{"nl", words.nl}, {"en", words.en}}; };
    const auto with = [](Json& to, const Fields& fields) {
        for (const auto& [id, value] : fields) {
            Json& place = to["with"][id];
            std::visit([&](const auto& held) { place = held; }, value);
        }
    };
    const auto at = [](Json& to, const char* key, const DrillMoment& moment) {
        if (moment.kind == DrillMoment::Kind::Begin) return;
        to[key] = {{moment.kind == DrillMoment::Kind::Inject ? "inject" : "step", moment.id}};
        if (moment.nth > 1) to[key]["nth"] = moment.nth;
    };
    Json json{{"format", 1},
              {"id", scenario.id},
              {"title", text(scenario.title)},
              {"summary", text(scenario.summary)},
              {"procedure", scenario.procedure}};
    for (const DrillGoal& one : scenario.goals) json["goals"].push_back({{"id", one.id}, {"text", text(one.text)}});
    for (const DrillRole& one : scenario.roles) {
        json["roles"].push_back({{"id", one.id}, {"label", text(one.label)}, {"brief", text(one.brief)}});
    }
    for (const Do& one : scenario.start) {
        Json step{{"event", one.event}};
        with(step, one.with);
        json["start"].push_back(std::move(step));
    }
    for (const Inject& one : scenario.injects) {
        Json inject{{"id", one.id}};
        at(inject, "after", one.after);
        if (one.delay_ms > 0) inject["delay"] = one.delay_ms / 1000;
        if (!one.role.empty()) inject["role"] = one.role;
        inject["show"] = text(one.show);
        json["injects"].push_back(std::move(inject));
    }
    for (const Expectation& one : scenario.expected) {
        Json step{{"id", one.id}, {"event", one.event}};
        with(step, one.with);
        at(step, "after", one.after);
        step["within"] = one.within_ms / 1000;
        if (!one.goal.empty()) step["goal"] = one.goal;
        step["source"] = one.source;
        step["points"] = one.points;
        json["expected"].push_back(std::move(step));
    }
    for (const Mistake& one : scenario.mistakes) {
        Json step{{"id", one.id}, {"event", one.event}};
        with(step, one.with);
        if (one.from) at(step, "from", *one.from);
        if (one.until) at(step, "until", *one.until);
        step["why"] = text(one.why);
        step["source"] = one.source;
        step["points"] = one.points;
        json["mistakes"].push_back(std::move(step));
    }
    return json.dump(2) + "\n";
}

}  // namespace hamer
