// The exit status of the command line: 0 when it is done, and else who has to act.
#pragma once

#include "base/result.h"

namespace hamer {

// 1: the answer is no (refused, damaged, incomplete); 2: wrong use or unreadable input; 3: the disk, the folder or the
// register.
[[nodiscard]] constexpr int exit_status(ErrorKind kind) {
    switch (kind) {
        case ErrorKind::Refused:
            return 1;
        case ErrorKind::Usage:
            return 2;
        case ErrorKind::Storage:
            break;
    }
    return 3;
}

}  // namespace hamer
