// Records and their revisions in the tables. Internal to register/; everything throws what guarded() turns into an
// Error.
#pragma once

#include "register/database.h"
#include "register/register.h"
#include "register/soci.h"

#include <algorithm>
#include <array>
#include <string>
#include <string_view>

namespace hamer {

template <std::size_t Count>
std::string word(const std::array<std::string_view, Count>& words, auto value) {
    return std::string(words[static_cast<std::size_t>(value)]);
}

// The first value when the word is unknown; only a newer Hamer writes such words, and its register is refused.
template <typename Value, std::size_t Count>
Value value_of(const std::array<std::string_view, Count>& words, const std::string& text) {
    const auto found = std::ranges::find(words, text);
    return found == words.end() ? Value{} : static_cast<Value>(found - words.begin());
}

[[noreturn]] void refuse(const std::string& where, std::string problem, std::string advice,
                         Trouble trouble = Trouble::Unnamed);

struct Latest {
    int revision = 0;  // 0: there is none
    std::string content;
};
[[nodiscard]] Latest latest_of(soci::session& sql, const std::string& id);
// A record that was erased does not come back because its session's journal grew.
[[nodiscard]] bool was_erased(soci::session& sql, const std::string& id);
// The revision that is asked for, of a record that is there.
[[nodiscard]] int revision_of(soci::session& sql, const std::string& where, const std::string& id,
                              std::optional<int> revision);

// What was stored, checked against its hash.
[[nodiscard]] std::string body_of(soci::session& sql, const std::string& where, const std::string& id, int revision);
[[nodiscard]] IncidentRecord read_stored(const std::string& body, const std::string& where, const std::string& id);
[[nodiscard]] IncidentRecord record_of(soci::session& sql, const std::string& where, const std::string& id,
                                       int revision);

// What a save begins from: the latest revision as it was stored, and read.
[[nodiscard]] SavedRecord standing(soci::session& sql, const std::string& where, const std::string& id, int latest);

// The next revision, unless nothing changed; with its deliveries when it is complete. Belongs in a transaction.
// `record` becomes what is stored: with the revision's number, and the dossier that stood there where it had none.
struct StoredText {
    StoredRecord stored;
    std::string body;  // empty: nothing changed
};
StoredText store(Register::Database& database, IncidentRecord& record, Instant made_at);

}  // namespace hamer
