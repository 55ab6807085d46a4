#include "platform/free_memory.h"

#include <malloc.h>

namespace hamer {

// The C library gives back what is free at the end of its memory by itself, but not what is free in between, nor of
// the memory that each thread has for itself.
void give_back_free_memory() { ::malloc_trim(0); }

}  // namespace hamer
