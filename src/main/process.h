// What a process needs before it does anything, and the last word on what it wrote. For main() alone.
//
// A closed standard stream is given to the first file that is opened, and what is printed then lands in it. So
// begin_process() comes first, and opens it on nothing (platform/process.h); output which nobody gets is a failure as
// on a full disk. A file or pipe that may not grow, and memory that is used up, end in a sentence and status 3, never
// in a signal.
#pragma once

namespace hamer {

void begin_process();

// The exit status: `status`, or 3 when standard output did not take all that was written, with a sentence on standard
// error unless it is a pipe that its reader closed, as `head` does.
int end_process(int status);

}  // namespace hamer
