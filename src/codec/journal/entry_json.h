// An entry as the payload of a journal line (docs/journal-format.md), with personal data kept apart.
//
// Whatever somebody typed is replaced in the payload by a salted SHA-256; salt and text go to private.jsonl. Erasing a
// line there leaves the chain whole. In the open stand only the procedure's and the municipality's own words, numbers,
// times, and what the program itself says.
#pragma once

#include "base/result.h"
#include "procedure/procedure.h"
#include "session/entry.h"

#include <cstdint>
#include <functional>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace hamer {

struct EncodedEntry {
    std::string payload;                     // one line of JSON, without a newline
    std::vector<std::string> private_lines;  // for private.jsonl, without newlines
};

struct PrivateText {
    std::string salt;
    std::string text;
};
// By sequence number and name of the value ("fields.who", "text", "said", "meeting.chair").
using PrivateTexts = std::map<std::pair<std::uint64_t, std::string>, PrivateText>;

// Makes the payloads of one session, and knows what was typed in it so far: words that name any of that are kept apart
// as a whole.
class EntryEncoder {
  public:
    // `procedure` outlives it. The municipality's own names and numbers stand in the open. `salt` gives a fresh text at
    // each call: random, save in tests.
    EntryEncoder(const Procedure& procedure, const Municipality& municipality, std::function<std::string()> salt);

    // In the order of the session's entries.
    [[nodiscard]] EncodedEntry encode(const Entry& entry);
    // The same of one that is in the journal already.
    void follow(const Entry& entry);

  private:
    friend class EntryWriter;
    // What nobody typed: a choice, or a text that the procedure itself proposes.
    [[nodiscard]] bool is_open(std::string_view event, std::string_view field, const std::string& text) const;
    [[nodiscard]] bool names_what_was_typed(const std::string& words) const;

    const Procedure& procedure_;
    std::function<std::string()> salt_;
    std::set<std::string, std::less<>> proposed_;  // suggestions, defaults, and the municipality's
    std::set<std::string, std::less<>> typed_;
};

[[nodiscard]] Result<Entry> decode(std::uint64_t seq, std::string_view payload, const PrivateTexts& texts,
                                   const std::string& where);

// Lines that cannot be read are passed over: their texts count as erased.
[[nodiscard]] PrivateTexts read_private_texts(const std::vector<std::string>& lines);

// The kind of an entry, as in the payload.
[[nodiscard]] std::string_view kind_word(const Entry& entry);

// Entries as one JSON array, private texts in the open: for `hamer log --format json`.
[[nodiscard]] std::string entries_as_json(const std::vector<Entry>& entries);

}  // namespace hamer
