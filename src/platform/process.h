// What a process needs of its system before it does anything. For main() alone, before there is another thread.
#pragma once

#include <string_view>

namespace hamer {

// Opens on nothing what is closed of standard input, output and error: it would be given to the first file that is
// opened, and what is printed would land in it. Output that nobody gets then fails as on a full disk. False where that
// cannot be done.
[[nodiscard]] bool open_standard_streams();
// What cannot be written, as nobody reads the pipe any more or the file may not grow, is an error of the call that
// writes, and ends no process.
void let_writes_fail();
// On standard error, without taking memory. Any thread.
void write_last_words(std::string_view sentence);

}  // namespace hamer
