#include "codec/drill/held_json.h"

#include "base/attempt.h"
#include "codec/json/cursor.h"

namespace hamer {

namespace {

constexpr std::size_t longest_name = 300;

Json to_json(const HeldDrill& held) {
    Json json{{"format", 1},
              {"drill", true},
              {"session", held.session},
              {"scenario", held.scenario},
              {"title", held.title},
              {"held", to_rfc3339(held.held)},
              {"lead", held.setup.lead == DrillLead::Trainer ? "trainer" : "program"},
              {"shown", held.setup.shown},
              {"hints", held.setup.hints},
              {"pace", held.setup.pace_percent},
              {"roles", Json::object()},
              {"attendance", held.setup.attendance}};
    for (const auto& [role, who] : held.setup.roles) json["roles"][role] = who;
    if (held.result) {
        json["lasted"] = held.result->lasted_ms;
        json["points"] = held.result->points;
        json["of"] = held.result->of;
    }
    return json;
}

// Files of an earlier program tell only who was there.
DrillSetup setup_of(const Cursor& at) {
    DrillSetup setup;
    if (at.has("lead")) {
        const std::string lead = at.at("lead").string();
        if (lead != "trainer" && lead != "program") at.at("lead").fail("expected trainer or program");
        setup.lead = lead == "trainer" ? DrillLead::Trainer : DrillLead::Program;
    }
    setup.shown = at.boolean_or("shown", true);
    setup.hints = at.boolean_or("hints", true);
    if (at.has("pace")) setup.pace_percent = static_cast<int>(at.at("pace").integer(25, 400));
    if (at.has("roles")) {
        for (const auto& [role, who] : at.at("roles").members()) {
            setup.roles[printable(role, longest_name)] = printable(who.string(), longest_name);
        }
    }
    for (const Cursor& one : at.at("attendance").items()) {
        setup.attendance.push_back(printable(one.string(), longest_name));
    }
    return setup;
}

}  // namespace

std::string write_held(const HeldDrill& held) { return to_json(held).dump(2) + "\n"; }

Result<HeldDrill> read_held(std::string_view text, const std::string& file) {
    ASSIGN_OR_RETURN(const auto json, parse_json(text, file));
    return reading(file, [&] {
        const Cursor at(json, file);
        at.keys({"format", "drill", "session", "scenario", "title", "held", "attendance"},
                {"lead", "shown", "hints", "pace", "roles", "lasted", "points", "of"});
        HeldDrill read;
        read.session = at.at("session").word();
        read.scenario = at.at("scenario").word();
        read.title = printable(at.at("title").string(), 600);
        const auto held = from_rfc3339(at.at("held").string());
        if (!held) at.at("held").fail("expected a moment such as 2026-03-12T20:14:00+01:00");
        read.held = *held;
        read.setup = setup_of(at);
        if (at.has("lasted")) {
            read.result = DrillResult{at.at("lasted").integer(0, INT64_MAX),
                                      static_cast<int>(at.at("points").integer(0, INT32_MAX)),
                                      static_cast<int>(at.at("of").integer(0, INT32_MAX))};
        }
        return read;
    });
}

std::string held_as_json(const std::vector<HeldDrill>& held) {
    Json list = Json::array();
    for (const HeldDrill& one : held) list.push_back(to_json(one));
    return list.dump(2) + "\n";
}

}  // namespace hamer
