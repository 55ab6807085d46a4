// The system's own errors as error numbers (platform/error_number.h).
#pragma once

#include "platform/windows/system.h"

namespace hamer {

// Those of the C++ library where one of them means the same, so that who asks for ENOENT finds it; any other as itself,
// above all of those.
[[nodiscard]] int error_number_of(DWORD system_error);
// Of the call that failed last on this thread.
[[nodiscard]] inline int last_error_number() { return error_number_of(::GetLastError()); }

}  // namespace hamer
