#include "service/store/session_origin.h"

#include "codec/journal/session_origin_json.h"
#include "platform/user.h"
#include "service/store/device_key.h"

namespace hamer {

Result<std::optional<SessionOrigin>> origin_of(FileSystem& files, const std::filesystem::path& folder) {
    const auto path = folder / origin_name;
    auto text = files.read(path);
    // A session can do without, but not because of one error that will not come back.
    if (!text) text = files.read(path);
    if (!text) return tl::unexpected<Error>(text.error());
    if (!*text) return std::nullopt;
    return read_session_origin(**text, path.string()).value_or(SessionOrigin{});
}

SessionOrigin this_device(FileSystem& files, const std::filesystem::path& state) {
    SessionOrigin here;
    here.device = machine_name();
    if (state.empty()) return here;
    const auto there = files.look(state / device_key_name);
    if (!there || !*there) return here;
    if (const auto key = DeviceKey::open(files, state)) here.key = key->fingerprint();
    return here;
}

}  // namespace hamer
