// Messages of obs-websocket, protocol 5, RPC version 1 (github.com/obsproject/obs-websocket,
// docs/generated/protocol.md). Only what Hamer uses of them; whatever else they hold is passed over. Names are as OBS
// has them: make them printable before they are shown.
#pragma once

#include "base/result.h"

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace hamer {

struct ObsHello {
    std::optional<std::string> challenge;  // both, or neither where no password is asked
    std::string salt;
};
struct ObsIdentified {};
// What stands in a scene or a group: an input, another scene, a group.
struct ObsPart {
    std::string name;
    bool is_group = false;
    bool has_picture = false;  // it has a size; a microphone has none
    bool is_shown = false;     // its eye is open
};
struct ObsAnswer {
    std::string id;  // of the request
    bool good = false;
    int code = 0;  // RequestStatus: 100 good, 207 not ready yet, 600 there is no such thing, 601 there is one already
    std::string comment;  // why not, in OBS's words
    std::string scene;    // the one that OBS names as shown; empty while it loads
    std::vector<std::string> scenes;
    std::string collection;  // the current one
    std::vector<std::string> collections;
    std::vector<ObsPart> parts;
    std::optional<bool> active;  // it is in what OBS sends
    std::optional<bool> muted;
    int item = 0;  // a scene item's id
    int width = 0;
    int height = 0;
};
struct ObsEvent {
    std::string type;
    std::string scene;
    std::string former_name;
    std::string input;
    std::optional<bool> muted;
};
struct ObsOther {};  // a message that Hamer does not know
using ObsMessage = std::variant<ObsHello, ObsIdentified, ObsAnswer, ObsEvent, ObsOther>;

// Refuses what is no JSON, or no message of this protocol. The error holds nothing of the text.
[[nodiscard]] Result<ObsMessage> read_obs_message(std::string_view text);

struct ObsRequest {
    std::string type;
    // Where in requestData, as JSON pointers: "/sceneName", "/inputSettings/file".
    std::map<std::string, std::variant<std::string, bool, int>> data{};
};
[[nodiscard]] std::string write_obs_request(const ObsRequest& request, const std::string& id);
// `authentication`: empty where none is asked. Subscribes to the events that tell that what OBS sends may have changed.
[[nodiscard]] std::string write_obs_identify(const std::string& authentication);
// base64(sha256(base64(sha256(password + salt)) + challenge))
[[nodiscard]] std::string obs_authentication(const std::string& password, const ObsHello& hello);

}  // namespace hamer
