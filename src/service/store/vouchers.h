// The files beside a session's journal that vouch for it (docs/journal-format.md, "Marks"): what was marked, who signed
// it, and who stamped the time on it. They are made whole or not at all, never changed, and the journal knows nothing
// of them: a session without any is whole all the same.
//
//     mark-42                        the mark of entry 42, one line
//     mark-42.0123456789abcdef.sig   an Ed25519 signature of that file, by the key in
//     device-0123456789abcdef.pem    which is named by the beginning of its fingerprint
//     mark-42.tsr                    a time stamp of that file (RFC 3161)
#pragma once

#include "base/text.h"
#include "platform/files.h"
#include "record/marks.h"
#include "service/store/device_key.h"

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace hamer {

// The number in the name of a mark's file; nothing for any other name.
[[nodiscard]] std::optional<std::uint64_t> mark_number(std::string_view name);
[[nodiscard]] std::string mark_file_name(std::uint64_t seq);
[[nodiscard]] std::string stamp_file_name(std::uint64_t seq);

// Writes the mark, unless it is there.
[[nodiscard]] Status put_mark(FileSystem& files, const std::filesystem::path& folder, const SessionMark& mark);
// Signs the mark, which is there; the signature and the key are durable when this returns.
[[nodiscard]] Status put_signature(FileSystem& files, const std::filesystem::path& folder, const SessionMark& mark,
                                   const DeviceKey& key);

// The name of these marks as a witness.
[[nodiscard]] LocalText marks_beside();

// What stands beside a journal.
struct Vouchers {
    std::vector<SessionMark> marks;   // with the key where its signature was verified; one for each signature
    std::vector<std::string> stamps;  // names of files, which time_stamp.h can read
    std::vector<LocalText> wrong;     // what does not fit what it stands beside: a sentence each
};
[[nodiscard]] Result<Vouchers> read_vouchers(FileSystem& files, const std::filesystem::path& folder,
                                             const std::string& session_id);

// The signatures that marks kept elsewhere speak of and that are not among these: a sentence each.
[[nodiscard]] std::vector<LocalText> missing_signatures(const Vouchers& vouchers, const std::vector<SessionMark>& known,
                                                        const LocalText& origin);

}  // namespace hamer
