// The password of obs-websocket, from where it is kept: a file that its owner alone may read, or the desktop's keyring.
#pragma once

#include "base/result.h"
#include "session/settings.h"

#include <string>

namespace hamer {

// Reads it anew each time, so that what was mended counts at the next connection. A file that others may read is
// refused. The keyring is asked through libsecret's `secret-tool`, for at most three seconds, with the attributes
// application=hamer and service=obs. No error holds any of it. May block; any thread.
[[nodiscard]] Result<std::string> obs_password(const ObsSettings& settings);

}  // namespace hamer
