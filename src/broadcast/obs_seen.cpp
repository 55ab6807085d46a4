#include "broadcast/obs_seen.h"

#include <algorithm>

namespace hamer {

namespace {

// The first that is in one set and not in the other.
std::string first_besides(const std::set<std::string>& some, const std::set<std::string>& others) {
    const auto found = std::ranges::find_if(some, [&](const std::string& one) { return !others.contains(one); });
    return found == some.end() ? std::string() : *found;
}

template <typename Value>
void rename_key(std::map<std::string, Value>& map, const std::string& former, const std::string& name) {
    auto node = map.extract(former);
    if (node.empty()) return;
    node.key() = name;
    map.insert(std::move(node));
}

void rename_in(std::set<std::string>& set, const std::string& former, const std::string& name) {
    if (set.erase(former) != 0) set.insert(name);
}

}  // namespace

std::set<std::string> ObsSeen::tree(const std::string& scene) const {
    std::set<std::string> all{scene};
    std::vector<std::string> open{scene};
    while (!open.empty()) {
        const auto found = parts.find(open.back());
        open.pop_back();
        if (found == parts.end()) continue;
        for (const ObsPart& part : found->second) {
            if (all.insert(part.name).second) open.push_back(part.name);
        }
    }
    return all;
}

bool ObsSeen::sends(const std::string& scene) const {
    if (sent.contains(scene)) return true;
    const std::set<std::string> mine = tree(scene);
    std::set<std::string> others;
    for (const std::string& other : scenes) {
        if (!mine.contains(other)) others.merge(tree(other));
    }
    const auto is_sent = [&](const std::string& name) { return sent.contains(name); };
    const bool has_own =
        std::ranges::any_of(mine, [&](const std::string& name) { return name != scene && !others.contains(name); });
    return std::ranges::any_of(
        mine, [&](const std::string& name) { return is_sent(name) && (!has_own || !others.contains(name)); });
}

std::string ObsSeen::sent_besides(const std::string& scene) const { return first_besides(sent, tree(scene)); }

std::string ObsSeen::sent_of(const std::string& scene, const std::string& other) const {
    std::set<std::string> some;
    for (const std::string& name : tree(scene)) {
        if (sent.contains(name)) some.insert(name);
    }
    return first_besides(some, tree(other));
}

std::optional<std::string> ObsSeen::only_scene_sent() const {
    std::set<std::string> roots;
    for (const std::string& name : sent) {
        if (has_scene(name)) roots.insert(name);
    }
    const std::set<std::string> active = roots;
    for (const std::string& outer : active) {
        for (const std::string& inner : tree(outer)) {
            if (inner != outer) roots.erase(inner);
        }
    }
    return roots.size() == 1 ? std::optional(*roots.begin()) : std::nullopt;
}

bool ObsSeen::is_picture(const std::string& scene) const {
    return std::ranges::any_of(tree(scene), [&](const std::string& name) {
        const auto found = parts.find(name);
        return found != parts.end() && std::ranges::any_of(found->second, [](const ObsPart& part) {
                   return part.has_picture && part.is_shown;
               });
    });
}

void ObsSeen::rename_scene(const std::string& former, const std::string& name) {
    if (program == former) program = name;
    rename_in(scenes, former, name);
    rename_in(sent, former, name);
    rename_key(parts, former, name);
}

void ObsSeen::rename_input(const std::string& former, const std::string& name) {
    rename_in(sent, former, name);
    rename_key(muted, former, name);
}

}  // namespace hamer
