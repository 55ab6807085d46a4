#include "codec/obs/obs_message.h"

#include "base/sha256.h"
#include "codec/json/cursor.h"

namespace hamer {

namespace {

// General, Config, Scenes, Inputs, Transitions, Outputs, Ui (the studio mode), InputActiveStateChanged
constexpr int subscriptions = 1 | 2 | 4 | 8 | 16 | 64 | 1024 | 1 << 17;

std::string name_at(const Json& data, const char* key) {
    const auto found = data.find(key);
    if (found == data.end() || !found->is_string()) return {};
    return found->get<std::string>();
}

int number_at(const Json& data, const char* key) {
    const auto found = data.find(key);
    return found != data.end() && found->is_number_integer() ? found->get<int>() : 0;
}

std::optional<bool> flag_at(const Json& data, const char* key) {
    const auto found = data.find(key);
    if (found == data.end() || !found->is_boolean()) return std::nullopt;
    return found->get<bool>();
}

const Json& object_at(const Json& data, const char* key) {
    static const Json nothing = Json::object();
    const auto found = data.find(key);
    return found != data.end() && found->is_object() ? *found : nothing;
}

ObsHello hello(const Json& data) {
    const Json& authentication = object_at(data, "authentication");
    if (authentication.empty()) return {};
    return {name_at(authentication, "challenge"), name_at(authentication, "salt")};
}

std::vector<std::string> names_at(const Json& data, const char* key, const char* name) {
    std::vector<std::string> names;
    const auto found = data.find(key);
    if (found == data.end() || !found->is_array()) return names;
    for (const Json& one : *found) {
        if (one.is_object()) names.push_back(name_at(one, name));
        if (one.is_string()) names.push_back(one.get<std::string>());
    }
    return names;
}

std::vector<ObsPart> parts_at(const Json& data) {
    std::vector<ObsPart> parts;
    const auto found = data.find("sceneItems");
    if (found == data.end() || !found->is_array()) return parts;
    const auto has = [](const Json& size, const char* key) {
        const auto at = size.find(key);
        return at != size.end() && at->is_number() && at->get<double>() > 0;
    };
    for (const Json& one : *found) {
        if (!one.is_object()) continue;
        const Json& size = object_at(one, "sceneItemTransform");
        parts.push_back({.name = name_at(one, "sourceName"),
                         .is_group = flag_at(one, "isGroup").value_or(false),
                         .has_picture = has(size, "sourceWidth") && has(size, "sourceHeight"),
                         .is_shown = flag_at(one, "sceneItemEnabled").value_or(true)});
    }
    return parts;
}

ObsAnswer answer(const Json& data) {
    const Json& status = object_at(data, "requestStatus");
    const Json& body = object_at(data, "responseData");
    return {.id = name_at(data, "requestId"),
            .good = flag_at(status, "result").value_or(false),
            .code = number_at(status, "code"),
            .comment = name_at(status, "comment"),
            .scene = name_at(body, "currentProgramSceneName"),
            .scenes = names_at(body, "scenes", "sceneName"),
            .collection = name_at(body, "currentSceneCollectionName"),
            .collections = names_at(body, "sceneCollections", ""),
            .parts = parts_at(body),
            .active = flag_at(body, "videoActive"),
            .muted = flag_at(body, "inputMuted"),
            .item = number_at(body, "sceneItemId"),
            .width = number_at(body, "baseWidth"),
            .height = number_at(body, "baseHeight")};
}

ObsEvent event(const Json& data) {
    const Json& body = object_at(data, "eventData");
    return {.type = name_at(data, "eventType"),
            .scene = name_at(body, "sceneName"),
            .former_name = name_at(body, "oldSceneName") + name_at(body, "oldInputName"),
            .input = name_at(body, "inputName"),
            .muted = flag_at(body, "inputMuted")};
}

}  // namespace

Result<ObsMessage> read_obs_message(std::string_view text) {
    const auto json = parse_json(text, "OBS");
    const Error foreign{ErrorKind::Refused, "OBS", "sent something that is no message of obs-websocket 5", ""};
    if (!json || !json->is_object() || !json->contains("op") || !(*json)["op"].is_number_integer()) {
        return tl::unexpected<Error>(foreign);
    }
    const Json& data = object_at(*json, "d");
    switch ((*json)["op"].get<int>()) {
        case 0:
            return hello(data);
        case 2:
            return ObsIdentified{};
        case 5:
            return event(data);
        case 7:
            return answer(data);
        default:
            return ObsOther{};
    }
}

std::string write_obs_request(const ObsRequest& request, const std::string& id) {
    Json data = Json::object();
    for (const auto& [pointer, value] : request.data) {
        Json& place = data[Json::json_pointer(pointer)];
        std::visit([&](const auto& held) { place = held; }, value);
    }
    return Json{{"op", 6}, {"d", {{"requestType", request.type}, {"requestId", id}, {"requestData", data}}}}.dump();
}

std::string write_obs_identify(const std::string& authentication) {
    Json data{{"rpcVersion", 1}, {"eventSubscriptions", subscriptions}};
    if (!authentication.empty()) data["authentication"] = authentication;
    return Json{{"op", 1}, {"d", data}}.dump();
}

std::string obs_authentication(const std::string& password, const ObsHello& hello) {
    return sha256_base64(sha256_base64(password + hello.salt) + hello.challenge.value_or(""));
}

}  // namespace hamer
