#include "md5.h"
#include "message_blocks.h"
#include "md5_blocks.h"
#include "md5_steps.h"

#include <string.h>

// The scalar MD5 of RFC 1321, section 3. It needs no particular alignment and no particular order of bytes.

static inline uint32_t load(const uint8_t *bytes) {
    uint32_t word;
    memcpy(&word, bytes, sizeof word);
#if __BYTE_ORDER__ == __ORDER_BIG_ENDIAN__
    word = __builtin_bswap32(word);
#endif
    return word;
}

static inline void store(uint8_t *bytes, uint32_t word) {
#if __BYTE_ORDER__ == __ORDER_BIG_ENDIAN__
    word = __builtin_bswap32(word);
#endif
    memcpy(bytes, &word, sizeof word);
}

// The four functions of the rounds. Every step waits for `x`, which the step before it has only just made, so each is
// written with as little as possible to be done after `x` is there: F saves an operation, and the two halves of G have no
// bit in common, so that adding them is the same as joining them and the half without `x` can be added early.
#define F(x, y, z) ((z) ^ ((x) & ((y) ^ (z))))
#define G(x, y, z) ((~(z) & (y)) + ((z) & (x)))
#define H(x, y, z) ((x) ^ ((y) ^ (z)))
#define I(x, y, z) ((y) ^ ((x) | ~(z)))

// Keeps the compiler from putting the additions in another order: it cannot know which of them has to wait, and its own
// order makes every step about a fifth slower (clang 21, x86-64).
#if defined(__GNUC__)
#define IN_THIS_ORDER(sum) __asm__("" : "+r"(sum))
#else
#define IN_THIS_ORDER(sum) (void)0
#endif

#define OPTML_STEP(function, a, b, c, d, word, constant, shift) \
    a += words[word] + (uint32_t)(constant);                    \
    IN_THIS_ORDER(a);                                           \
    a += function(b, c, d);                                     \
    a = (a << (shift)) | (a >> (32 - (shift)));                 \
    a += b;

void optml_md5_take_blocks(uint32_t state[4], const uint8_t *blocks, size_t count) {
    uint32_t a = state[0], b = state[1], c = state[2], d = state[3];
    for (; count > 0; count--, blocks += 64) {
        const uint32_t before[4] = {a, b, c, d};
        uint32_t words[16];
        for (int index = 0; index < 16; index++) words[index] = load(blocks + 4 * index);

        OPTML_MD5_STEPS(OPTML_STEP)
        a += before[0];
        b += before[1];
        c += before[2];
        d += before[3];
    }
    state[0] = a;
    state[1] = b;
    state[2] = c;
    state[3] = d;
}

void optml_md5_start(optml_md5 *md5) {
    static const optml_md5 empty = {{0x67452301, 0xefcdab89, 0x98badcfe, 0x10325476}, {0, {0}}};
    *md5 = empty;
}

void optml_md5_update(optml_md5 *md5, const void *bytes, size_t count) {
    optml_message_update(&md5->block, md5->state, optml_md5_take_blocks, bytes, count);
}

void optml_md5_finish(optml_md5 *md5, uint8_t digest[16]) {
    optml_message_finish(&md5->block, md5->state, optml_md5_take_blocks, false);
    for (int index = 0; index < 4; index++) store(digest + 4 * index, md5->state[index]);
}
