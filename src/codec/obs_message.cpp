#include "codec/obs_message.h"

#include "base/sha256.h"
#include "codec/cursor.h"

namespace hamer {

namespace {

constexpr int subscriptions = 1 | 2 | 4 | 8 | 64;  // General, Config, Scenes, Inputs, Outputs

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

ObsAnswer answer(const Json& data) {
    const Json& status = object_at(data, "requestStatus");
    const Json& body = object_at(data, "responseData");
    ObsAnswer made{.id = name_at(data, "requestId"),
                   .good = flag_at(status, "result").value_or(false),
                   .code = number_at(status, "code"),
                   .comment = name_at(status, "comment"),
                   .scene = name_at(body, "currentProgramSceneName"),
                   .scenes = {},
                   .muted = flag_at(body, "inputMuted"),
                   .item = number_at(body, "sceneItemId"),
                   .width = number_at(body, "baseWidth"),
                   .height = number_at(body, "baseHeight")};
    if (const auto scenes = body.find("scenes"); scenes != body.end() && scenes->is_array()) {
        for (const Json& one : *scenes) {
            if (one.is_object()) made.scenes.push_back(name_at(one, "sceneName"));
        }
    }
    return made;
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
