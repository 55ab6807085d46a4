// The texts in an incident record, wherever they stand: to find what is erased, and to take a name out of all of them.
// It goes by the record's JSON, so that no part that is added later can be forgotten.
#pragma once

#include "base/result.h"
#include "record/draft.h"
#include "record/incident.h"
#include "record/name_forms.h"
#include "record/named_place.h"

#include <cstdint>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace hamer {

// Those that are worth looking for in a file's bytes: sentences and names. Not ids, times, choices or single words in
// small letters, which stand everywhere.
[[nodiscard]] std::vector<std::string> telling_texts(const IncidentRecord& record);
[[nodiscard]] bool is_telling(std::string_view text);

// A text as it stands within JSON, without its quotes; and whether a file's bytes hold it in either form.
[[nodiscard]] std::string as_in_json(const std::string& text);
[[nodiscard]] bool stands_in(std::string_view bytes, const std::string& text);

// The journal's entries that the record tells of.
[[nodiscard]] std::set<std::uint64_t> entries_of(const IncidentRecord& record);

// The record without this person: of the person only role and office stay, the texts of their measures and duties go,
// and their name goes from every other text; where `match` says so, a first name alone stays. Gives the texts that were
// changed.
struct WithoutPerson {
    IncidentRecord record;
    std::vector<std::string> former;
};
[[nodiscard]] Result<WithoutPerson> without_person(const IncidentRecord& record, const std::string& person,
                                                   const NameForms& names,
                                                   NameForms::Match match = NameForms::Match::WithParts);

// Where the record's texts name the person; none: they do not. In texts of other people only the whole name counts.
[[nodiscard]] Mentions mentions_in(const IncidentRecord& record, const NameForms& names);
[[nodiscard]] Mentions mentions_in(const Draft& draft, const NameForms& names);
// A draft without the name, and without the person.
[[nodiscard]] Result<Draft> without_person(const Draft& draft, const std::string& person, const NameForms& names,
                                           NameForms::Match match = NameForms::Match::WithParts);

}  // namespace hamer
