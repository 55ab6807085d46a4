// What an error number of the system (errno) means for a person. Each system has numbers of its own beside those of the
// C++ library. Any thread.
#pragma once

#include "base/trouble.h"

#include <string>

namespace hamer {

[[nodiscard]] Trouble trouble_of(int error_number);
// What the system calls it, in English: "No space left on device".
[[nodiscard]] std::string words_for(int error_number);
// What to do about a call on a file or a folder that failed so: a sentence in English, without its full stop.
[[nodiscard]] std::string advice_for(int error_number);

}  // namespace hamer
