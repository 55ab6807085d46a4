#include "codec/journal/broadcast_owed_json.h"

#include "base/attempt.h"
#include "codec/json/cursor.h"

namespace hamer {

namespace {

std::vector<std::string> strings_of(const Cursor& list) {
    std::vector<std::string> read;
    for (const Cursor& one : list.items()) read.push_back(one.string());
    return read;
}

// Format 1 knew no scene collections.
BroadcastOwed read_first_format(const Cursor& at) {
    at.keys({"format", "scene", "unmute", "resume"});
    BroadcastOwed read{.obs = {}, .resume = at.at("resume").boolean()};
    ObsOwed obs{.collection = {}, .scene = at.at("scene").string(), .unmute = strings_of(at.at("unmute"))};
    if (!(obs == ObsOwed{})) read.obs.push_back(std::move(obs));
    return read;
}

}  // namespace

Result<BroadcastOwed> read_broadcast_owed(std::string_view text, const std::string& file) {
    ASSIGN_OR_RETURN(const auto json, parse_json(text, file));
    return reading(file, [&] {
        const Cursor at(json, file);
        if (json.is_object() && json.value("format", Json()) == 1) return read_first_format(at);
        at.keys({"format", "obs", "resume"});
        BroadcastOwed read{.obs = {}, .resume = at.at("resume").boolean()};
        for (const Cursor& one : at.at("obs").items()) {
            one.keys({"collection", "scene", "unmute"});
            read.obs.push_back({one.at("collection").string(), one.at("scene").string(), strings_of(one.at("unmute"))});
        }
        return read;
    });
}

std::string write_broadcast_owed(const BroadcastOwed& owed) {
    Json obs = Json::array();
    for (const ObsOwed& one : owed.obs) {
        obs.push_back({{"collection", one.collection}, {"scene", one.scene}, {"unmute", one.unmute}});
    }
    return Json{{"format", 2}, {"obs", obs}, {"resume", owed.resume}}.dump(2) + "\n";
}

}  // namespace hamer
