#include "md5.h"
#include "md5_blocks.h"
#include "md5_steps.h"

#include <string.h>

// The scalar MD5 of RFC 1321, section 3. It needs no particular alignment and no particular order of bytes.

_Static_assert(sizeof(((optml_md5 *)0)->pending) == 64, "MD5 works on blocks of 64 bytes");

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
    static const optml_md5 empty = {{0x67452301, 0xefcdab89, 0x98badcfe, 0x10325476}, 0, {0}};
    *md5 = empty;
}

void optml_md5_update(optml_md5 *md5, const void *bytes, size_t count) {
    // The functions of string.h may not be given a null pointer, not even with a count of 0.
    if (count == 0) return;
    const uint8_t *next = bytes;
    size_t held = (size_t)(md5->length % 64);
    md5->length += count;
    if (held > 0) {
        size_t missing = 64 - held;
        size_t taken = count < missing ? count : missing;
        memcpy(md5->pending + held, next, taken);
        if (taken < missing) return;
        optml_md5_take_blocks(md5->state, md5->pending, 1);
        next += taken;
        count -= taken;
    }
    size_t blocks = count / 64;
    optml_md5_take_blocks(md5->state, next, blocks);
    size_t rest = count % 64;
    if (rest > 0) memcpy(md5->pending, next + 64 * blocks, rest);
}

void optml_md5_finish(optml_md5 *md5, uint8_t digest[16]) {
    // A bit that is set, zeros, and the length in bits, so that the whole is a number of blocks (RFC 1321, 3.1 and 3.2).
    uint64_t bits = md5->length << 3;
    size_t held = (size_t)(md5->length % 64);
    md5->pending[held++] = 0x80;
    if (held > 56) {
        memset(md5->pending + held, 0, 64 - held);
        optml_md5_take_blocks(md5->state, md5->pending, 1);
        held = 0;
    }
    memset(md5->pending + held, 0, 56 - held);
    store(md5->pending + 56, (uint32_t)bits);
    store(md5->pending + 60, (uint32_t)(bits >> 32));
    optml_md5_take_blocks(md5->state, md5->pending, 1);
    for (int index = 0; index < 4; index++) store(digest + 4 * index, md5->state[index]);
}
