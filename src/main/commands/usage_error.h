// What is wrong with a command line, in the user's language: the one place where the words of the library that takes it
// apart (CLI11), which are English, become Hamer's.
#pragma once

#include "base/result.h"

#include <CLI/CLI.hpp>
#include <vector>

namespace hamer {

// Of what `app` just refused: which command, what it expected there, what it found.
[[nodiscard]] Error usage_error(const CLI::App& app, const CLI::ParseError& refused);

// The language that these words ask for, whatever else is wrong with them: by --lang, or else by the settings.
[[nodiscard]] Language language_asked(const std::vector<std::string>& words);

}  // namespace hamer
