// What OBS Studio was seen to be in one look: what it names, and what it sends.
//
// OBS names a scene as shown from the moment at which somebody chose it: while another transition runs in studio mode,
// or a fade, it still sends something else. So a scene counts as sent by what of it is active in the output. Studio
// mode sends copies of scenes without a name, in which the inputs are the same; that is why inputs count too. A plain
// value.
#pragma once

#include "base/text.h"
#include "codec/obs/obs_message.h"

#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

namespace hamer {

struct ObsSeen {
    std::string collection;
    std::vector<std::string> collections;
    std::string program;  // the scene that OBS names as shown
    std::set<std::string> scenes;
    std::map<std::string, bool> muted;                  // of the inputs that were asked for and are there
    std::map<std::string, std::vector<ObsPart>> parts;  // of each scene and group; empty in a look at the names alone
    std::set<std::string> sent;                         // scenes, groups and pictures that are in the output
    LocalText unsure{};                                 // what OBS would not tell; empty: nothing

    [[nodiscard]] bool has_scene(const std::string& name) const { return scenes.contains(name); }
    // Something of this scene is in the output; where it has anything that no other scene has, that.
    [[nodiscard]] bool sends(const std::string& scene) const;
    // Something in the output that is no part of this scene; empty: there is none.
    [[nodiscard]] std::string sent_besides(const std::string& scene) const;
    // Something in the output that is part of `scene` and not of `other`; empty: there is none.
    [[nodiscard]] std::string sent_of(const std::string& scene, const std::string& other) const;
    // The scene in the output, where there is just one, with those in it; nothing in a transition and among copies.
    [[nodiscard]] std::optional<std::string> only_scene_sent() const;
    // Something in it can be seen, so it can be seen to be sent.
    [[nodiscard]] bool is_picture(const std::string& scene) const;

    void rename_scene(const std::string& former, const std::string& name);
    void rename_input(const std::string& former, const std::string& name);

  private:
    [[nodiscard]] std::set<std::string> tree(const std::string& scene) const;  // with itself
};

}  // namespace hamer
