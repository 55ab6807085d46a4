#include "broadcast/obs_slate.h"

#include "broadcast/obs_words.h"

namespace hamer {

std::optional<ObsRequest> ObsSlate::take(const ObsRequest& request, const ObsAnswer& answer) {
    constexpr int already_there = 601;
    const std::string input = "Hamer pauzebeeld";
    const std::string& type = request.type;
    const bool is_there = answer.code == already_there;
    if (type == "CreateInput" && is_there) {
        return ObsRequest{"CreateSceneItem", {{"/sceneName", scene_}, {"/sourceName", input}}};
    }
    if (!answer.good && !(type == "CreateScene" && is_there)) {
        done_ = obs_refusal(request, answer);
        return std::nullopt;
    }
    if (type == "GetVideoSettings") {
        width_ = answer.width;
        height_ = answer.height;
        return ObsRequest{"CreateScene", {{"/sceneName", scene_}}};
    }
    if (type == "CreateScene") {
        return ObsRequest{"CreateInput",
                          {{"/sceneName", scene_},
                           {"/inputName", input},
                           {"/inputKind", std::string("image_source")},
                           {"/inputSettings/file", picture_}}};
    }
    if (type == "CreateInput" || type == "CreateSceneItem") {
        return ObsRequest{"SetSceneItemTransform",
                          {{"/sceneName", scene_},
                           {"/sceneItemId", answer.item},
                           {"/sceneItemTransform/boundsType", std::string("OBS_BOUNDS_SCALE_INNER")},
                           {"/sceneItemTransform/boundsWidth", width_},
                           {"/sceneItemTransform/boundsHeight", height_}}};
    }
    done_ = obs_words("De scène", scene_, " staat klaar in OBS.", "The scene", " is ready in OBS.");
    return std::nullopt;
}

}  // namespace hamer
