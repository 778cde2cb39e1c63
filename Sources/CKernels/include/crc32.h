#ifndef OPTML_CRC32_H
#define OPTML_CRC32_H

#include <stddef.h>
#include <stdint.h>

/// Finds 16 bytes whose CRC-32 of gzip, from a remainder of 0, is that of the first of `bytes` from `remainder`, which is not
/// inverted.
///
/// Returns how many bytes they stand for: as many as make whole steps, or 0 if there are too few, or if the processor has no
/// way that is faster than that of the libraries.
size_t optml_crc32_fold(uint32_t remainder, const void *bytes, size_t count, void *folded);

#endif
