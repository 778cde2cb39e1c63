#ifndef OPTML_MESSAGE_BLOCK_H
#define OPTML_MESSAGE_BLOCK_H

#include <stdint.h>

/// What checksums keep of a message that they take in by blocks of 64 bytes.
typedef struct {
    uint64_t length;      ///< bytes taken in so far
    uint8_t pending[64];  ///< the start of a block that is not full yet
} optml_message_block;

#endif
