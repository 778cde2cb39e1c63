#ifndef OPTML_SHA256_H
#define OPTML_SHA256_H

#include "message_block.h"

#include <stddef.h>
#include <stdint.h>

/// The running state of one SHA-256 computation (FIPS 180-4).
typedef struct {
    uint32_t state[8];
    optml_message_block block;
} optml_sha256;

/// Makes the state ready for a new message.
void optml_sha256_start(optml_sha256 *sha256);
/// Takes in the next `count` bytes of the message. `bytes` may be null where `count` is 0.
void optml_sha256_update(optml_sha256 *sha256, const void *bytes, size_t count);
/// Writes the 32 bytes of the digest. The state is spent afterwards.
void optml_sha256_finish(optml_sha256 *sha256, uint8_t digest[32]);

#endif
