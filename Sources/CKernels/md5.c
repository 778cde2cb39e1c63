#include "md5.h"

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
    a += (word) + (uint32_t)(constant);                         \
    IN_THIS_ORDER(a);                                           \
    a += function(b, c, d);                                     \
    a = (a << (shift)) | (a >> (32 - (shift)));                 \
    a += b;

/// Takes `count` whole blocks into the state.
static void take_blocks(uint32_t state[4], const uint8_t *blocks, size_t count) {
    uint32_t a = state[0], b = state[1], c = state[2], d = state[3];
    for (; count > 0; count--, blocks += 64) {
        const uint32_t before[4] = {a, b, c, d};
        uint32_t words[16];
        for (int index = 0; index < 16; index++) words[index] = load(blocks + 4 * index);

        OPTML_STEP(F, a, b, c, d, words[0], 0xd76aa478, 7)
        OPTML_STEP(F, d, a, b, c, words[1], 0xe8c7b756, 12)
        OPTML_STEP(F, c, d, a, b, words[2], 0x242070db, 17)
        OPTML_STEP(F, b, c, d, a, words[3], 0xc1bdceee, 22)
        OPTML_STEP(F, a, b, c, d, words[4], 0xf57c0faf, 7)
        OPTML_STEP(F, d, a, b, c, words[5], 0x4787c62a, 12)
        OPTML_STEP(F, c, d, a, b, words[6], 0xa8304613, 17)
        OPTML_STEP(F, b, c, d, a, words[7], 0xfd469501, 22)
        OPTML_STEP(F, a, b, c, d, words[8], 0x698098d8, 7)
        OPTML_STEP(F, d, a, b, c, words[9], 0x8b44f7af, 12)
        OPTML_STEP(F, c, d, a, b, words[10], 0xffff5bb1, 17)
        OPTML_STEP(F, b, c, d, a, words[11], 0x895cd7be, 22)
        OPTML_STEP(F, a, b, c, d, words[12], 0x6b901122, 7)
        OPTML_STEP(F, d, a, b, c, words[13], 0xfd987193, 12)
        OPTML_STEP(F, c, d, a, b, words[14], 0xa679438e, 17)
        OPTML_STEP(F, b, c, d, a, words[15], 0x49b40821, 22)

        OPTML_STEP(G, a, b, c, d, words[1], 0xf61e2562, 5)
        OPTML_STEP(G, d, a, b, c, words[6], 0xc040b340, 9)
        OPTML_STEP(G, c, d, a, b, words[11], 0x265e5a51, 14)
        OPTML_STEP(G, b, c, d, a, words[0], 0xe9b6c7aa, 20)
        OPTML_STEP(G, a, b, c, d, words[5], 0xd62f105d, 5)
        OPTML_STEP(G, d, a, b, c, words[10], 0x02441453, 9)
        OPTML_STEP(G, c, d, a, b, words[15], 0xd8a1e681, 14)
        OPTML_STEP(G, b, c, d, a, words[4], 0xe7d3fbc8, 20)
        OPTML_STEP(G, a, b, c, d, words[9], 0x21e1cde6, 5)
        OPTML_STEP(G, d, a, b, c, words[14], 0xc33707d6, 9)
        OPTML_STEP(G, c, d, a, b, words[3], 0xf4d50d87, 14)
        OPTML_STEP(G, b, c, d, a, words[8], 0x455a14ed, 20)
        OPTML_STEP(G, a, b, c, d, words[13], 0xa9e3e905, 5)
        OPTML_STEP(G, d, a, b, c, words[2], 0xfcefa3f8, 9)
        OPTML_STEP(G, c, d, a, b, words[7], 0x676f02d9, 14)
        OPTML_STEP(G, b, c, d, a, words[12], 0x8d2a4c8a, 20)

        OPTML_STEP(H, a, b, c, d, words[5], 0xfffa3942, 4)
        OPTML_STEP(H, d, a, b, c, words[8], 0x8771f681, 11)
        OPTML_STEP(H, c, d, a, b, words[11], 0x6d9d6122, 16)
        OPTML_STEP(H, b, c, d, a, words[14], 0xfde5380c, 23)
        OPTML_STEP(H, a, b, c, d, words[1], 0xa4beea44, 4)
        OPTML_STEP(H, d, a, b, c, words[4], 0x4bdecfa9, 11)
        OPTML_STEP(H, c, d, a, b, words[7], 0xf6bb4b60, 16)
        OPTML_STEP(H, b, c, d, a, words[10], 0xbebfbc70, 23)
        OPTML_STEP(H, a, b, c, d, words[13], 0x289b7ec6, 4)
        OPTML_STEP(H, d, a, b, c, words[0], 0xeaa127fa, 11)
        OPTML_STEP(H, c, d, a, b, words[3], 0xd4ef3085, 16)
        OPTML_STEP(H, b, c, d, a, words[6], 0x04881d05, 23)
        OPTML_STEP(H, a, b, c, d, words[9], 0xd9d4d039, 4)
        OPTML_STEP(H, d, a, b, c, words[12], 0xe6db99e5, 11)
        OPTML_STEP(H, c, d, a, b, words[15], 0x1fa27cf8, 16)
        OPTML_STEP(H, b, c, d, a, words[2], 0xc4ac5665, 23)

        OPTML_STEP(I, a, b, c, d, words[0], 0xf4292244, 6)
        OPTML_STEP(I, d, a, b, c, words[7], 0x432aff97, 10)
        OPTML_STEP(I, c, d, a, b, words[14], 0xab9423a7, 15)
        OPTML_STEP(I, b, c, d, a, words[5], 0xfc93a039, 21)
        OPTML_STEP(I, a, b, c, d, words[12], 0x655b59c3, 6)
        OPTML_STEP(I, d, a, b, c, words[3], 0x8f0ccc92, 10)
        OPTML_STEP(I, c, d, a, b, words[10], 0xffeff47d, 15)
        OPTML_STEP(I, b, c, d, a, words[1], 0x85845dd1, 21)
        OPTML_STEP(I, a, b, c, d, words[8], 0x6fa87e4f, 6)
        OPTML_STEP(I, d, a, b, c, words[15], 0xfe2ce6e0, 10)
        OPTML_STEP(I, c, d, a, b, words[6], 0xa3014314, 15)
        OPTML_STEP(I, b, c, d, a, words[13], 0x4e0811a1, 21)
        OPTML_STEP(I, a, b, c, d, words[4], 0xf7537e82, 6)
        OPTML_STEP(I, d, a, b, c, words[11], 0xbd3af235, 10)
        OPTML_STEP(I, c, d, a, b, words[2], 0x2ad7d2bb, 15)
        OPTML_STEP(I, b, c, d, a, words[9], 0xeb86d391, 21)

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
        take_blocks(md5->state, md5->pending, 1);
        next += taken;
        count -= taken;
    }
    size_t blocks = count / 64;
    take_blocks(md5->state, next, blocks);
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
        take_blocks(md5->state, md5->pending, 1);
        held = 0;
    }
    memset(md5->pending + held, 0, 56 - held);
    store(md5->pending + 56, (uint32_t)bits);
    store(md5->pending + 60, (uint32_t)(bits >> 32));
    take_blocks(md5->state, md5->pending, 1);
    for (int index = 0; index < 4; index++) store(digest + 4 * index, md5->state[index]);
}
