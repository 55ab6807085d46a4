// Time stamps of RFC 3161: a server signs that it saw a hash at a time. What is asked for and what came is checked with
// OpenSSL; `openssl ts -verify` checks it without Hamer (docs/journal-format.md, "Time stamps").
//
// Nobody waits for one: a server that is silent, refuses or lies leaves its mark without a stamp, and is asked again
// later. An answer that does not verify is not kept. One thread; run() may take as long as the network does.
#pragma once

#include "base/result.h"
#include "base/time.h"
#include "platform/files.h"
#include "session/settings.h"

#include <filesystem>
#include <functional>
#include <optional>
#include <string>
#include <string_view>

namespace hamer {

// The request for a stamp of these bytes, as DER.
[[nodiscard]] Result<std::string> time_stamp_request(std::string_view bytes);
// The time in an answer, which must be a stamp of these bytes by whom `ca_file` vouches for; empty: the system's
// certificates. With the request, the answer must be to that one. `where` names it in errors.
[[nodiscard]] Result<Instant> read_time_stamp(std::string_view answer, std::string_view bytes,
                                              const std::string& ca_file, const std::string& where,
                                              std::string_view request = {});

struct StampRun {
    int stamped = 0;
    int waiting = 0;                 // marks that have no stamp yet
    std::optional<Error> problem{};  // of the server, when it was asked in vain
};
// Asks for a stamp of each mark of this device's latest sessions that has none. After the first that it does not get it
// asks no more. Gives up within a second when `stop` says so.
[[nodiscard]] StampRun stamp_marks(
    FileSystem& files, const std::filesystem::path& data, const TimeStampSettings& settings,
    const std::function<bool()>& stop = [] { return false; });

}  // namespace hamer
