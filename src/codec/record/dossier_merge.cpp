#include "codec/record/dossier_merge.h"

#include "codec/record/record_visitors.h"
#include "record/duties.h"

#include <map>
#include <set>

namespace hamer {

namespace {

// A dossier's JSON in which each member of a list stands under what tells it from the others: so the lists of three
// dossiers can be laid beside each other.
std::string identity(const std::string& list, const Json& member, std::map<std::string, int>& of_kind) {
    if (member.is_string()) return member.get<std::string>();
    const auto word = [&](const char* key) { return member.value(key, std::string()); };
    if (list == "persons" || list == "improvements" || list == "attachments" || list == "precautions")
        return word("id");
    if (list == "informed") return word("who");
    if (list == "aftercare") return word("person");
    if (list == "done" || list == "owners") return word("kind") + " " + word("person");
    const std::string kind = word("kind");
    return fmt::format("{} {}", kind, ++of_kind[kind]);
}

Json by_identity(const Dossier& dossier) {
    Json made = RecordWriter::object(dossier);
    for (auto& [key, value] : made.items()) {
        if (!value.is_array()) continue;
        Json members = Json::object();
        std::map<std::string, int> of_kind;
        for (const Json& member : value) members[identity(key, member, of_kind)] = member;
        value = std::move(members);
    }
    return made;
}

Dossier from_identity(Json json) {
    for (const char* list : {"conduct", "persons", "informed", "measures", "aftercare", "owners", "done",
                             "improvements", "attachments", "precautions"}) {
        if (!json.contains(list)) continue;
        Json members = Json::array();
        for (const auto& [key, member] : json[list].items()) members.push_back(member);
        json[list] = std::move(members);
    }
    if (json.contains("communication") && json["communication"].empty()) json.erase("communication");
    Dossier made;
    RecordReader::object(Cursor(json, "merge"), made, UtcZone());
    std::ranges::sort(made.conduct);
    return made;
}

std::string words_of_value(const Json& value) {
    if (value.is_string()) return value.get<std::string>();
    if (!value.is_object()) return value.dump();
    for (const char* key : {"name", "description", "text", "role", "kind", "who"}) {
        if (const std::string words = value.value(key, std::string()); !words.empty()) return words;
    }
    return value.dump();
}

Clash::Side side_of(const Json* value) {
    if (!value) return {};
    return {words_of_value(*value), value->dump()};
}

const Json* find(const Json* object, const std::string& key) {
    if (!object || !object->is_object()) return nullptr;
    const auto found = object->find(key);
    return found == object->end() ? nullptr : &*found;
}

bool same(const Json* one, const Json* other) { return one && other ? *one == *other : one == other; }

class Merging {
  public:
    std::vector<Clash> clashes;

    // Null: it is not there.
    std::optional<Json> merge(const std::vector<std::string>& path, const Json* before, const Json* theirs,
                              const Json* mine) {
        if (same(theirs, mine) || same(mine, before)) return copy(theirs);
        if (same(theirs, before)) return copy(mine);
        if (theirs && mine && theirs->is_object() && mine->is_object()) return members(path, before, *theirs, *mine);
        clashes.push_back({path, side_of(theirs), side_of(mine)});
        return copy(mine);
    }

  private:
    static std::optional<Json> copy(const Json* value) { return value ? std::optional(*value) : std::nullopt; }

    // Theirs first, in their order, then what mine has besides.
    Json members(const std::vector<std::string>& path, const Json* before, const Json& theirs, const Json& mine) {
        std::vector<std::string> keys;
        for (const auto& [key, value] : theirs.items()) keys.push_back(key);
        for (const auto& [key, value] : mine.items()) {
            if (!theirs.contains(key)) keys.push_back(key);
        }
        Json made = Json::object();
        for (const std::string& key : keys) {
            std::vector<std::string> inner = path;
            inner.push_back(key);
            if (auto value = merge(inner, find(before, key), find(&theirs, key), find(&mine, key)))
                made[key] = *std::move(value);
        }
        return made;
    }
};

// Of persons whom both added: mine under ids that nobody has.
Dossier with_ids_of_its_own(Dossier mine, const Dossier& before, const Dossier& theirs) {
    for (Person& person : mine.persons) {
        const Person* other = theirs.person(person.id);
        if (!other || before.person(person.id) || *other == person) continue;
        const std::string old_id = person.id;
        std::string id;
        for (std::size_t number = 1; id.empty() || theirs.person(id) || mine.person(id); ++number)
            id = fmt::format("p{}", number);
        person.id = id;
        for (Measure& measure : mine.measures) {
            if (measure.person == old_id) measure.person = id;
        }
        for (DutyDone& done : mine.done) {
            if (is_of_person(done.kind) && done.person == old_id) done.person = id;
        }
        for (DutyOwner& owner : mine.owners) {
            if (is_of_person(owner.kind) && owner.person == old_id) owner.person = id;
        }
        for (Aftercare& care : mine.aftercare) {
            if (care.person == old_id) care.person = id;
        }
    }
    return mine;
}

// The same of a list whose members are duties of a kind.
template <typename Member>
void give_ids_of_its_own(std::vector<Member>& mine, const std::vector<Member>& before,
                         const std::vector<Member>& theirs, char letter, DutyKind kind, Dossier& of) {
    const auto find = [](const std::vector<Member>& all, const std::string& id) -> const Member* {
        const auto found = std::ranges::find(all, id, &Member::id);
        return found == all.end() ? nullptr : &*found;
    };
    for (Member& one : mine) {
        const Member* other = find(theirs, one.id);
        if (!other || find(before, one.id) || *other == one) continue;
        const std::string old_id = one.id;
        std::string id;
        for (std::size_t number = 1; id.empty() || find(theirs, id) || find(mine, id); ++number)
            id = fmt::format("{}{}", letter, number);
        one.id = id;
        const auto move = [&](auto& duties) {
            for (auto& duty : duties) {
                if (duty.kind == kind && duty.person == old_id) duty.person = id;
            }
        };
        move(of.done);
        move(of.owners);
    }
}

Dossier with_lists_of_its_own(Dossier mine, const Dossier& before, const Dossier& theirs) {
    give_ids_of_its_own(mine.improvements, before.improvements, theirs.improvements, 'i', DutyKind::Improvement, mine);
    give_ids_of_its_own(mine.precautions, before.precautions, theirs.precautions, 'v', DutyKind::Precaution, mine);
    return mine;
}

}  // namespace

MergedDossier merge_dossiers(const Dossier& before, const Dossier& theirs, const Dossier& mine) {
    Dossier first = before;
    Dossier own = with_lists_of_its_own(with_ids_of_its_own(mine, before, theirs), before, theirs);
    first.completed = own.completed = theirs.completed;
    const Json from = by_identity(first), other = by_identity(theirs), typed = by_identity(own);
    Merging merging;
    auto made = merging.merge({}, &from, &other, &typed);
    return {from_identity(made.value_or(Json::object())), std::move(merging.clashes)};
}

Dossier with_side(const Dossier& draft, const Clash& clash, const Clash::Side& side) {
    Json json = by_identity(draft);
    Json* at = &json;
    for (std::size_t i = 0; i + 1 < clash.path.size(); ++i) {
        // A list or a part that has nothing in it yet is not written; a person that is gone stays so.
        if (i > 0 && !at->contains(clash.path[i])) return draft;
        if (!at->contains(clash.path[i])) (*at)[clash.path[i]] = Json::object();
        at = &(*at)[clash.path[i]];
    }
    const std::string& key = clash.path.back();
    if (side.json.empty())
        at->erase(key);
    else
        (*at)[key] = Json::parse(side.json);
    return from_identity(std::move(json));
}

}  // namespace hamer
