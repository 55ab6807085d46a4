#include "codec/broadcast_owed_json.h"

#include "codec/cursor.h"

namespace hamer {

Result<BroadcastOwed> read_broadcast_owed(std::string_view text, const std::string& file) {
    const auto json = parse_json(text, file);
    if (!json) return tl::unexpected<Error>(json.error());
    return reading(file, [&] {
        const Cursor at(*json, file);
        at.keys({"format", "scene", "unmute", "resume"});
        BroadcastOwed read{.scene = at.at("scene").string(), .unmute = {}, .resume = at.at("resume").boolean()};
        for (const Cursor& one : at.at("unmute").items()) read.unmute.push_back(one.string());
        return read;
    });
}

std::string write_broadcast_owed(const BroadcastOwed& owed) {
    return Json{{"format", 1}, {"scene", owed.scene}, {"unmute", owed.unmute}, {"resume", owed.resume}}.dump(2) + "\n";
}

}  // namespace hamer
