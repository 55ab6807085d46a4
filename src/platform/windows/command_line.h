// One text for the words of a command, as Windows hands it to a program, and the program that a word names.
#pragma once

#include "base/result.h"

#include <map>
#include <string>
#include <vector>

namespace hamer {

// As CommandLineToArgvW and the C library of the other program take it apart again:
// https://learn.microsoft.com/cpp/c-language/parsing-c-command-line-arguments
[[nodiscard]] std::wstring command_line_of(const std::vector<std::string>& words);

// The whole path of the program: the word itself where it has a folder, else what is found on the PATH; never in the
// folder that Hamer works in. Refused with ENOENT where there is none, and in words where it is a script of the command
// interpreter, which would read its arguments in its own way: no shell reads the words of a command.
[[nodiscard]] Result<std::wstring> program_of(const std::string& word);

// This program's own variables with those over them, as CreateProcessW takes them.
[[nodiscard]] std::wstring environment_with(const std::map<std::string, std::string>& changes);

}  // namespace hamer
