#include "codec/held_json.h"

#include "codec/cursor.h"

namespace hamer {

namespace {

Json to_json(const HeldDrill& held) {
    return {{"format", 1},
            {"drill", true},
            {"session", held.session},
            {"scenario", held.scenario},
            {"title", held.title},
            {"held", to_rfc3339(held.held)},
            {"lasted", held.lasted},
            {"points", held.points},
            {"of", held.of},
            {"attendance", held.attendance}};
}

}  // namespace

std::string write_held(const HeldDrill& held) { return to_json(held).dump(2) + "\n"; }

Result<HeldDrill> read_held(std::string_view text, const std::string& file) {
    const auto json = parse_json(text, file);
    if (!json) return tl::unexpected<Error>(json.error());
    return reading(file, [&] {
        const Cursor at(*json, file);
        at.keys({"format", "drill", "session", "scenario", "title", "held", "lasted", "points", "of", "attendance"});
        HeldDrill read;
        read.session = at.at("session").word();
        read.scenario = at.at("scenario").word();
        read.title = printable(at.at("title").string(), 600);
        const auto held = from_rfc3339(at.at("held").string());
        if (!held) at.at("held").fail("expected a moment such as 2026-03-12T20:14:00+01:00");
        read.held = *held;
        read.lasted = at.at("lasted").integer(0, INT64_MAX);
        read.points = static_cast<int>(at.at("points").integer(0, INT32_MAX));
        read.of = static_cast<int>(at.at("of").integer(0, INT32_MAX));
        for (const Cursor& one : at.at("attendance").items()) read.attendance.push_back(printable(one.string(), 300));
        return read;
    });
}

std::string held_as_json(const std::vector<HeldDrill>& held) {
    Json list = Json::array();
    for (const HeldDrill& one : held) list.push_back(to_json(one));
    return list.dump(2) + "\n";
}

}  // namespace hamer
