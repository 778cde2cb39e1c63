#ifndef OPTML_WRITE_BACK_H
#define OPTML_WRITE_BACK_H

#include <stdint.h>

/// Lets the system begin to write bytes of a file to disk that were just handed to it, where it can be told so, and does not
/// wait. What is on its way already need not be waited for in the end.
void optml_begin_write_back(int file, int64_t offset, int64_t count);

#endif
