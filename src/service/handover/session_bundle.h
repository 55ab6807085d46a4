// A session on its way from the chair's device to the clerk's: one file.
//
// It is a gzipped tar archive of the session's folder with a list of SHA-256 sums (SHA256SUMS) in it, so that it can be
// unpacked and checked without Hamer: `tar xzf FILE && cd ID && sha256sum -c SHA256SUMS`. Equal sessions give equal
// bytes. It holds the private texts: carry it like the papers themselves. Where a `progress` is told of the work, it
// can stop it until something gets its place.
#pragma once

#include "base/progress.h"
#include "base/result.h"
#include "platform/files.h"
#include "record/session_origin.h"
#include "service/handover/witnesses.h"

#include <filesystem>
#include <string>
#include <string_view>

namespace hamer {

// The session's files as one bundle, with the device that it is of: this one, or the one that it came from. Refused
// while another program has the session open, and when its journal does not pass through every mark of the witnesses.
[[nodiscard]] Result<std::string> export_session(FileSystem& files, const std::filesystem::path& data,
                                                 const std::string& id, const Witnesses& witnesses,
                                                 Progress* progress = nullptr);

struct ImportedSession {
    std::string id;
    bool drill = false;
    std::uint64_t entries = 0;
    SessionOrigin origin{};  // the device that it came from
};
// Puts the session of a bundle in its place, all of it or nothing; it is durable when this returns. From then on it is
// of another device (session_origin.h). Where it is here already as such, what was added on its own device since then
// is added here too; a text that was erased here stays away. Refused, with the reason, when anything in it is not what
// was exported, when its journal is damaged or is not what a witness knows of it, and when the session is here already:
// all of it, or another course of it, or as this device's own. `where` names the bundle in errors.
[[nodiscard]] Result<ImportedSession> import_session(FileSystem& files, const std::filesystem::path& data,
                                                     std::string_view bundle, const std::string& where,
                                                     const Witnesses& witnesses, Progress* progress = nullptr);

}  // namespace hamer
