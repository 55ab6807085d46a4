#include "mutant.h"

#include <algorithm>
#include <stdexcept>

namespace hamer::test {

namespace {

// By what a thing in an array goes.
std::string name_of(const Json& thing) {
    if (!thing.is_object()) return {};
    for (const char* key : {"id", "event", "source"}) {
        if (thing.contains(key)) return thing[key].get<std::string>();
    }
    return thing.value("/params/state"_json_pointer, std::string());
}

std::size_t index_of(const Json& array, const std::string& name, const std::string& at) {
    for (std::size_t i = 0; i < array.size(); ++i) {
        if (name_of(array[i]) == name || std::to_string(i) == name) return i;
    }
    throw std::runtime_error(at + ": there is no " + name);
}

struct Place {
    Json* parent;
    std::string name;
};

Place find(Json& root, const std::string& at) {
    Json* here = &root;
    std::size_t from = 1;
    for (std::size_t slash = at.find('/', from); slash != std::string::npos; slash = at.find('/', from)) {
        const std::string name = at.substr(from, slash - from);
        if (here->is_array())
            here = &(*here)[index_of(*here, name, at)];
        else if (here->contains(name))
            here = &(*here)[name];
        else
            throw std::runtime_error(at + ": there is no " + name);
        from = slash + 1;
    }
    return {here, at.substr(from)};
}

void put(const Place& place, const std::string& at, const Json& value) {
    if (!place.parent->is_array())
        (*place.parent)[place.name] = value;
    else if (place.name == "-")
        place.parent->push_back(value);
    else
        (*place.parent)[index_of(*place.parent, place.name, at)] = value;
}

void drop(const Place& place, const std::string& at) {
    if (place.parent->is_array())
        place.parent->erase(index_of(*place.parent, place.name, at));
    else if (place.parent->erase(place.name) == 0)
        throw std::runtime_error(at + ": there is no " + place.name);
}

void move_before(const Place& place, const std::string& at, const std::string& other) {
    const Json moved = (*place.parent)[index_of(*place.parent, place.name, at)];
    drop(place, at);
    const auto to = static_cast<Json::difference_type>(index_of(*place.parent, other, at));
    place.parent->insert(place.parent->begin() + to, moved);
}

// How many there were.
std::size_t everywhere(Json& here, const Json& value, const Json* put) {
    std::size_t count = 0;
    Json kept = Json::array();
    for (auto& each : here) {
        if (here.is_array() && each == value) {
            ++count;
            if (put) kept.push_back(*put);
            continue;
        }
        if (each.is_structured()) count += everywhere(each, value, put);
        if (here.is_array()) kept.push_back(std::move(each));
    }
    if (here.is_array()) here = std::move(kept);
    return count;
}

std::size_t replaced(Json& here, const std::string& part, const std::string& by) {
    if (here.is_structured()) {
        std::size_t count = 0;
        for (auto& each : here) count += replaced(each, part, by);
        return count;
    }
    if (!here.is_string()) return 0;
    auto text = here.get<std::string>();
    const std::size_t at = text.find(part);
    if (at == std::string::npos) return 0;
    here = text.replace(at, part.size(), by);
    return 1;
}

}  // namespace

std::vector<Mutant> mutants_in(const Json& table) {
    std::vector<Mutant> mutants;
    for (const auto& [group, members] : table.items()) {
        for (const Json& each : members) {
            mutants.push_back({group + ": " + each.at("what").get<std::string>(), each, each.at("caught_by")});
        }
    }
    return mutants;
}

Json mutated(Json procedure, const Json& change) {
    if (change.contains("everywhere") || change.contains("replace")) {
        const Json* put = change.contains("put") ? &change["put"] : nullptr;
        const std::size_t count = change.contains("everywhere")
                                      ? everywhere(procedure, change["everywhere"], put)
                                      : replaced(procedure, change["replace"], change.at("by"));
        if (count == 0) throw std::runtime_error("nowhere: " + change.dump());
        return procedure;
    }
    const std::string at = change.at("at");
    const Place place = find(procedure, at);
    if (change.contains("put"))
        put(place, at, change["put"]);
    else if (change.contains("before"))
        move_before(place, at, change["before"]);
    else if (change.value("drop", false))
        drop(place, at);
    else
        throw std::runtime_error(at + ": expected put, drop or before");
    return change.contains("and_also") ? mutated(std::move(procedure), change["and_also"]) : procedure;
}

}  // namespace hamer::test
