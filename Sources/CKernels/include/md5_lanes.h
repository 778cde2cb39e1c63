#ifndef OPTML_MD5_LANES_H
#define OPTML_MD5_LANES_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

// MD5 of many messages at once. One message is a chain of steps that wait for each other, so a processor that hashes one
// is mostly idle; here, each element of a vector register belongs to a message of its own.

/// A way of computing it.
typedef enum {
    optml_md5_kernel_scalar,  ///< one message after the other, on every processor
    optml_md5_kernel_sse2,    ///< 4 messages a register, on every x86-64
    optml_md5_kernel_neon,    ///< 4 messages a register, on every arm64
    optml_md5_kernel_avx2,    ///< 8 messages a register
    optml_md5_kernel_avx512   ///< 16 messages a register
} optml_md5_kernel;

/// The most messages that a kernel takes at a time.
enum { optml_md5_most_lanes = 48 };

/// A message on its way through a kernel.
typedef struct {
    uint32_t state[4];    ///< as `optml_md5_lane_start` sets it, and the digest in little-endian words in the end
    const uint8_t *next;  ///< the blocks to take in next, at any address
    size_t blocks;        ///< how many blocks of 64 bytes are there
} optml_md5_lane;

/// Whether the processor and the build have a kernel.
bool optml_md5_kernel_is_available(optml_md5_kernel kernel);

/// The number of lanes that make the most of a kernel, at most `optml_md5_most_lanes`.
size_t optml_md5_kernel_lanes(optml_md5_kernel kernel);

/// Makes a lane ready for a new message; it has no blocks then.
void optml_md5_lane_start(optml_md5_lane *lane);

/// Ends the message of a lane, whose last `held` bytes (0 to 63) stand at `rest`: writes the padding for a message of
/// `length` bytes behind them and returns the number of blocks, 1 or 2, that they make together. There must be room for them.
size_t optml_md5_pad(uint8_t *rest, size_t held, uint64_t length);

/// Takes into each of `count` lanes as many blocks as all of them have, and moves them on by these. The kernel must be
/// available and `count` at most `optml_md5_kernel_lanes(kernel)`.
void optml_md5_lanes_advance(optml_md5_kernel kernel, optml_md5_lane *lanes, size_t count);

#endif
