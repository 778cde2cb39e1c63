#ifndef OPTML_CACHED_READ_H
#define OPTML_CACHED_READ_H

#include <stddef.h>
#include <stdint.h>

/// Fills a buffer from a place in a file without waiting for a disk, and returns the number of bytes: fewer where the file ends or
/// the rest is not in memory, and negative if nothing is, or the system does not tell.
long optml_read_cached(int file, void *buffer, size_t count, int64_t offset);

#endif
