#include "platform/free_memory.h"

#include <malloc.h>

namespace hamer {

void give_back_free_memory() { ::_heapmin(); }

}  // namespace hamer
