// Memory that was needed for a moment, as at a start, and is kept by the C library for the next.
#pragma once

namespace hamer {

// Gives back to the system what is not in use. Takes a millisecond or two; any thread.
void give_back_free_memory();

}  // namespace hamer
