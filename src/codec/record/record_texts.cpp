#include "codec/record/record_texts.h"

#include "base/attempt.h"
#include "base/calendar.h"
#include "base/time.h"
#include "codec/json/parse.h"
#include "codec/record/record_json.h"
#include "record/duties.h"
#include "session/entry.h"

#include <algorithm>
#include <array>
#include <functional>
#include <nlohmann/json.hpp>

namespace hamer {

namespace {

constexpr std::size_t shortest = 5;  // of a text that is looked for, in bytes

// Who is not the person that is erased, but is named for an office: the meeting, and who did something.
constexpr std::array<std::string_view, 8> others = {"meeting", "by",           "decided_by",   "speaker",
                                                    "address", "spokesperson", "municipality", "owner"};
// The other persons of the record, who may have the same first name or surname.
constexpr std::array<std::string_view, 1> persons = {"persons"};
// What identifies, and is compared with other places.
constexpr std::array<std::string_view, 5> identities = {"id", "source", "person", "kind", "event"};

template <typename Keys>
bool is_among(const Keys& keys, std::string_view key) {
    return std::ranges::find(keys, key) != keys.end();
}

// Calls `visit(text, of_others, of_persons)` for each text in the value; the text may be changed.
using Visit = std::function<void(std::string& text, bool of_others, bool of_persons)>;
void each_text(Json& value, std::string_view key, bool of_others, bool of_persons, const Visit& visit) {
    of_others = of_others || is_among(others, key);
    of_persons = of_persons || is_among(persons, key);
    if (value.is_string()) {
        visit(value.get_ref<std::string&>(), of_others, of_persons);
    } else if (value.is_array()) {
        for (Json& item : value) each_text(item, key, of_others, of_persons, visit);
    } else if (value.is_object()) {
        for (const auto& item : value.items()) {
            if (is_among(identities, item.key())) continue;
            // Who files charges, or holds the talks, may be whom it happened to, or of their family.
            const bool of_their_own = item.key() == "by" && (key == "police_file" || key == "aftercare");
            each_text(item.value(), of_their_own ? "" : item.key(), of_others, of_persons, visit);
        }
    }
}

void numbers_at(const Json& value, const std::string& key, std::set<std::uint64_t>& found) {
    if (value.is_number_unsigned() && (key == "seq" || key == "step")) found.insert(value.get<std::uint64_t>());
    if (!value.is_structured()) return;
    for (const auto& item : value.items()) numbers_at(item.value(), value.is_object() ? item.key() : key, found);
}

Json json_of(const IncidentRecord& record) { return Json::parse(write_record(record)); }

// A record that says no more than the draft.
IncidentRecord with_dossier(const Draft& draft) {
    IncidentRecord record;
    record.id = draft.record.empty() ? "draft" : draft.record;
    record.dossier = draft.dossier;
    return record;
}

void erase(std::string& text, std::vector<std::string>& former) {
    if (text.empty() || text == erased_text) return;
    former.push_back(std::move(text));
    text = erased_text;
}

}  // namespace

bool is_telling(std::string_view text) {
    if (text.size() < shortest || day_from_iso(text) || from_rfc3339(text)) return false;
    return !std::ranges::all_of(text, [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-' || c == '.' || c == ':' || c == '+';
    });
}

std::string as_in_json(const std::string& text) {
    const std::string quoted = Json(text).dump(-1, ' ', false, Json::error_handler_t::replace);
    return quoted.substr(1, quoted.size() - 2);
}

bool stands_in(std::string_view bytes, const std::string& text) {
    return bytes.find(text) != std::string_view::npos || bytes.find(as_in_json(text)) != std::string_view::npos;
}

std::vector<std::string> telling_texts(const IncidentRecord& record) {
    std::vector<std::string> texts;
    Json json = json_of(record);
    each_text(json, {}, false, false, [&](std::string& text, bool, bool) {
        if (is_telling(text) && text != record.source.session) texts.push_back(text);
    });
    return texts;
}

std::set<std::uint64_t> entries_of(const IncidentRecord& record) {
    std::set<std::uint64_t> found;
    numbers_at(json_of(record), {}, found);
    return found;
}

Result<WithoutPerson> without_person(const IncidentRecord& record, const std::string& person, const NameForms& names,
                                     NameForms::Match match) {
    WithoutPerson made{record, {}};
    if (made.record.dossier) {
        for (Person& one : made.record.dossier->persons) {
            if (one.id != person) continue;
            for (const std::string* text : {&one.name, &one.address, &one.description, &one.injury}) {
                if (!text->empty()) made.former.push_back(*text);
            }
            Person kept{.id = one.id, .role = one.role, .office = one.office};
            kept.injured = one.injured;
            kept.seriously = one.seriously;
            one = kept;
        }
        for (Measure& one : made.record.dossier->measures) {
            if (one.person != person) continue;
            for (std::string* text : {&one.text, &one.condition}) erase(*text, made.former);
        }
        for (DutyDone& one : made.record.dossier->done) {
            if (is_of_person(one.kind) && one.person == person) erase(one.remark, made.former);
        }
        for (Aftercare& one : made.record.dossier->aftercare) {
            if (one.person != person) continue;
            for (std::string* text : {&one.home, &one.referral, &one.remark}) erase(*text, made.former);
        }
    }
    if (names.empty()) return made;
    Json json = json_of(made.record);
    each_text(json, {}, false, false, [&](std::string& text, bool of_others, bool of_persons) {
        // Where somebody chose to clear a record of others, its persons too.
        const bool whole = of_others || (of_persons && match == NameForms::Match::WithParts);
        std::string changed = names.without(text, whole ? NameForms::Match::WholeOnly : match);
        if (changed == text) return;
        made.former.push_back(text);
        text = std::move(changed);
    });
    ASSIGN_OR_RETURN(auto read, read_record(json.dump(), record.id));
    made.record = std::move(read);
    return made;
}

Mentions mentions_in(const IncidentRecord& record, const NameForms& names) {
    Mentions found;
    Json json = json_of(record);
    each_text(json, {}, false, false, [&](std::string& text, bool of_others, bool) {
        const auto here = names.first_in(text, of_others ? NameForms::Match::WholeOnly : NameForms::Match::WithSurname);
        if (here) found.add(mention_of(text, *here));
    });
    return found;
}

Mentions mentions_in(const Draft& draft, const NameForms& names) {
    Mentions found = mentions_in(with_dossier(draft), names);
    for (const auto& [key, text] : draft.typed) {
        const auto here = names.first_in(text, NameForms::Match::WithSurname);
        if (here) found.add(mention_of(text, *here));
    }
    return found;
}

Result<Draft> without_person(const Draft& draft, const std::string& person, const NameForms& names,
                             NameForms::Match match) {
    ASSIGN_OR_RETURN(const auto rest, without_person(with_dossier(draft), person, names, match));
    Draft left = draft;
    left.dossier = rest.record.dossier.value_or(Dossier{});
    for (auto& [key, text] : left.typed) text = names.without(text, match);
    return left;
}

}  // namespace hamer
