#ifndef OPTML_MD5_BLOCKS_H
#define OPTML_MD5_BLOCKS_H

#include <stddef.h>
#include <stdint.h>

/// Takes `count` whole blocks of 64 bytes into the state.
void optml_md5_take_blocks(uint32_t state[4], const uint8_t *blocks, size_t count);

#endif
