#ifndef OPTML_MESSAGE_BLOCKS_H
#define OPTML_MESSAGE_BLOCKS_H

#include "message_block.h"

#include <stdbool.h>
#include <stddef.h>
#include <string.h>

// The cutting and padding of messages that MD5 and the SHA-2 of 32-bit words share (RFC 1321, 3.1 and 3.2; FIPS 180-4, 5.1.1).

/// Takes whole blocks of 64 bytes into the state of a checksum.
typedef void optml_take_blocks(uint32_t *state, const uint8_t *blocks, size_t count);

/// Takes in the next `count` bytes of a message. `bytes` may be null where `count` is 0.
static inline void optml_message_update(
    optml_message_block *block, uint32_t *state, optml_take_blocks *take_blocks, const void *bytes, size_t count) {
    // The functions of string.h may not be given a null pointer, not even with a count of 0.
    if (count == 0) return;
    const uint8_t *next = bytes;
    size_t held = (size_t)(block->length % 64);
    block->length += count;
    if (held > 0) {
        size_t missing = 64 - held;
        size_t taken = count < missing ? count : missing;
        memcpy(block->pending + held, next, taken);
        if (taken < missing) return;
        take_blocks(state, block->pending, 1);
        next += taken;
        count -= taken;
    }
    size_t blocks = count / 64;
    take_blocks(state, next, blocks);
    size_t rest = count % 64;
    if (rest > 0) memcpy(block->pending, next + 64 * blocks, rest);
}

/// Takes in what ends a message: a bit that is set, zeros, and the length in bits, so that the whole is a number of blocks.
static inline void optml_message_finish(
    optml_message_block *block, uint32_t *state, optml_take_blocks *take_blocks, bool big_endian) {
    uint64_t bits = block->length << 3;
    size_t held = (size_t)(block->length % 64);
    block->pending[held++] = 0x80;
    if (held > 56) {
        memset(block->pending + held, 0, 64 - held);
        take_blocks(state, block->pending, 1);
        held = 0;
    }
    memset(block->pending + held, 0, 56 - held);
    for (int index = 0; index < 8; index++) {
        block->pending[56 + index] = (uint8_t)(bits >> 8 * (big_endian ? 7 - index : index));
    }
    take_blocks(state, block->pending, 1);
}

#endif
