// That somebody wants the program to end: Ctrl+C, a log-off, the terminal that is closed. A program that has to put
// things away first asks so now and then, instead of being ended at once.
#pragma once

namespace hamer {

// From now on the first such wish is noted; a second one ends the program as usual. Once, from the main thread.
void note_interruption();
// Any thread.
[[nodiscard]] bool interrupted();

}  // namespace hamer
