#ifndef OPTML_MD5_H
#define OPTML_MD5_H

#include "message_block.h"

#include <stddef.h>
#include <stdint.h>

/// The running state of one MD5 computation (RFC 1321).
typedef struct {
    uint32_t state[4];
    optml_message_block block;
} optml_md5;

/// Makes the state ready for a new message.
void optml_md5_start(optml_md5 *md5);
/// Takes in the next `count` bytes of the message. `bytes` may be null where `count` is 0.
void optml_md5_update(optml_md5 *md5, const void *bytes, size_t count);
/// Writes the 16 bytes of the digest. The state is spent afterwards.
void optml_md5_finish(optml_md5 *md5, uint8_t digest[16]);

#endif
