// Where a person is still named who was erased from a record, for a person who decides what of it goes: somebody else
// may have the same name.
#pragma once

#include "base/text.h"
#include "base/time.h"
#include "record/name_forms.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace hamer {

// The name in a text of it, with some words around, in one line: "… en [name] riep iets …".
struct Mention {
    std::string excerpt{};
    bool is_whole = false;  // the whole name, or the address; else the surname alone
};
[[nodiscard]] Mention mention_of(std::string_view text, const NameForms::Place& place);
// Some of them, the ones that tell most first: those of the whole name, in the order in which they came; each once.
class Mentions {
  public:
    void add(Mention mention);
    void add(const Mentions& other);
    [[nodiscard]] bool empty() const { return all_.empty(); }
    [[nodiscard]] const std::vector<Mention>& all() const { return all_; }
    [[nodiscard]] bool is_whole() const { return !all_.empty() && all_.front().is_whole; }

  private:
    std::vector<Mention> all_;
};

// In the bytes of a file that is a text: where it names them first.
[[nodiscard]] Mentions mentions_in(std::string_view bytes, const NameForms& names);

// A record of the register, whatever revision of it names the person.
struct NamedRecord {
    std::string id;
    std::string what;
    Instant started;
    int revision = 0;                  // the latest in which it stands
    std::vector<std::string> persons;  // those of it who have the name, by id
    Mentions mentions{};
};

struct NamedRecords {
    std::vector<NamedRecord> records{};
    std::vector<std::string> unreadable{};  // revisions that are damaged: what is in them is not known
    bool in_logs = false;  // among those who worked with the register, as its logs have them; that stays
};

struct NamedPlace {
    enum class Kind { Record, Log, Draft, File };
    Kind kind = Kind::Record;
    std::string id;                      // of the record or the session; of a file its path; a fresh draft has none
    std::vector<std::string> persons{};  // of a record
    LocalText where;                     // in words, without the name
    Mentions mentions{};
    std::optional<LocalText> held{};  // why Hamer cannot clear it as it is, and what to do
};

struct NamedElsewhere {
    std::vector<NamedPlace> places{};
    // What Hamer cannot reach, or could not read: one sentence each.
    std::vector<LocalText> beyond{};
};

}  // namespace hamer
