// Taking personal data out of the files of a session, and out of what was written from its records (AVG).
//
// The journal keeps its hashes, so that its chain stays whole; the texts behind them go. What came of it is seen in the
// bytes of the files. A session that was recorded before its texts were kept apart has some of them in the open in its
// journal: those are named, and go with the journal alone.
#pragma once

#include "base/result.h"
#include "codec/journal/entry_json.h"
#include "platform/files.h"
#include "record/erasure.h"
#include "service/store/session_folder.h"
#include "session/entry.h"

#include <filesystem>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace hamer {

// Which texts: of this entry, under this name, saying this.
using ErasedTexts = std::function<bool(std::uint64_t seq, std::string_view name, std::string_view text)>;

// What was typed in a session, also where its journal has it in the open; without what is erased.
struct TypedText {
    std::uint64_t seq = 0;
    std::string name;
    std::string text;
};
[[nodiscard]] std::vector<TypedText> typed_texts(const Session& session, const Municipality& municipality);
// Texts that name other people for what they are: the chair of the meeting, who did something.
[[nodiscard]] bool is_of_others(std::string_view name);

// The session is not open in another window, and stays so while the object is there; nothing where the session is not
// on this device. Refused where it is open.
[[nodiscard]] Result<std::unique_ptr<Lock>> keep_closed(FileSystem& files, const std::filesystem::path& folder);

// `stored` is the session as it was read, with its texts. The municipality's own words are nobody's data.
[[nodiscard]] Result<Erasure> erase_texts(FileSystem& files, const StoredSession& stored,
                                          const Municipality& municipality, const ErasedTexts& erased);

// Removes the session's whole folder, its evidence with it.
[[nodiscard]] Status erase_session_folder(FileSystem& files, const std::filesystem::path& folder);

// Removes what was written from a record into <data>/reports, whatever became of it there.
[[nodiscard]] Status erase_reports(FileSystem& files, const std::filesystem::path& data, const std::string& record);

}  // namespace hamer
