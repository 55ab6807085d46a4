// An entry as the payload of a journal line (docs/journal-format.md), with personal data kept apart.
//
// A field that the procedure marks private, the text of a note, and spoken words that contain such a text are replaced
// in the payload by a salted SHA-256; salt and text go to private.jsonl. Erasing a line there leaves the chain whole.
#pragma once

#include "base/result.h"
#include "procedure/procedure.h"
#include "session/entry.h"

#include <cstdint>
#include <functional>
#include <map>
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
// By sequence number and name of the value ("fields.who", "text", "said").
using PrivateTexts = std::map<std::pair<std::uint64_t, std::string>, PrivateText>;

// Stands for a private text that is not there any more, or does not match its hash.
inline constexpr std::string_view erased_text = "[gewist]";

// `salt` gives a fresh random text at each call.
[[nodiscard]] EncodedEntry encode(const Entry& entry, const Procedure& procedure,
                                  const std::function<std::string()>& salt);

[[nodiscard]] Result<Entry> decode(std::uint64_t seq, std::string_view payload, const PrivateTexts& texts,
                                   const std::string& where);

// Lines that cannot be read are passed over: their texts count as erased.
[[nodiscard]] PrivateTexts read_private_texts(const std::vector<std::string>& lines);

// The kind of an entry, as in the payload.
[[nodiscard]] std::string_view kind_word(const Entry& entry);

// Entries as one JSON array, private texts in the open: for `hamer log --format json`.
[[nodiscard]] std::string entries_as_json(const std::vector<Entry>& entries);

}  // namespace hamer
