#ifndef OPTML_MD5_TRANSPOSE_H
#define OPTML_MD5_TRANSPOSE_H

// Each TRANSPOSE_n takes a block of 64 bytes from each of n messages and makes 16 vectors: the first words of all of them,
// the second words, and so on. Blocks may stand at any address, which the copies say to the compiler; it loads vectors.
// They are macros, because a function that is given vectors would need the target attribute of its caller.

// The halves of vectors of 4 words, interleaved: (a0 b0 a1 b1) and (a2 b2 a3 b3); pairs: (a0 a1 b0 b1) and (a2 a3 b2 b3).
#define LOW_4(a, b) __builtin_shufflevector(a, b, 0, 4, 1, 5)
#define HIGH_4(a, b) __builtin_shufflevector(a, b, 2, 6, 3, 7)
#define LOW_PAIRS_4(a, b) __builtin_shufflevector(a, b, 0, 1, 4, 5)
#define HIGH_PAIRS_4(a, b) __builtin_shufflevector(a, b, 2, 3, 6, 7)

// The same in each 128 bits of a longer vector, which is what the processors have instructions for.
#define LOW_8(a, b) __builtin_shufflevector(a, b, 0, 8, 1, 9, 4, 12, 5, 13)
#define HIGH_8(a, b) __builtin_shufflevector(a, b, 2, 10, 3, 11, 6, 14, 7, 15)
#define LOW_PAIRS_8(a, b) __builtin_shufflevector(a, b, 0, 1, 8, 9, 4, 5, 12, 13)
#define HIGH_PAIRS_8(a, b) __builtin_shufflevector(a, b, 2, 3, 10, 11, 6, 7, 14, 15)

#define LOW_16(a, b) \
    __builtin_shufflevector(a, b, 0, 16, 1, 17, 4, 20, 5, 21, 8, 24, 9, 25, 12, 28, 13, 29)
#define HIGH_16(a, b) \
    __builtin_shufflevector(a, b, 2, 18, 3, 19, 6, 22, 7, 23, 10, 26, 11, 27, 14, 30, 15, 31)
#define LOW_PAIRS_16(a, b) \
    __builtin_shufflevector(a, b, 0, 1, 16, 17, 4, 5, 20, 21, 8, 9, 24, 25, 12, 13, 28, 29)
#define HIGH_PAIRS_16(a, b) \
    __builtin_shufflevector(a, b, 2, 3, 18, 19, 6, 7, 22, 23, 10, 11, 26, 27, 14, 15, 30, 31)

// Whole 128 bits: the lower and upper halves of both, and those at even and at odd places.
#define LOW_QUARTERS_8(a, b) __builtin_shufflevector(a, b, 0, 1, 2, 3, 8, 9, 10, 11)
#define HIGH_QUARTERS_8(a, b) __builtin_shufflevector(a, b, 4, 5, 6, 7, 12, 13, 14, 15)
#define EVEN_QUARTERS_16(a, b) \
    __builtin_shufflevector(a, b, 0, 1, 2, 3, 8, 9, 10, 11, 16, 17, 18, 19, 24, 25, 26, 27)
#define ODD_QUARTERS_16(a, b) \
    __builtin_shufflevector(a, b, 4, 5, 6, 7, 12, 13, 14, 15, 20, 21, 22, 23, 28, 29, 30, 31)

// Four vectors of which each holds words of one message become four of which each holds a word of four messages.
#define TRANSPOSE_FOUR(vector, width, a, b, c, d)                                          \
    {                                                                                      \
        const vector ab_low = LOW_##width(a, b), ab_high = HIGH_##width(a, b);             \
        const vector cd_low = LOW_##width(c, d), cd_high = HIGH_##width(c, d);             \
        a = LOW_PAIRS_##width(ab_low, cd_low), b = HIGH_PAIRS_##width(ab_low, cd_low);     \
        c = LOW_PAIRS_##width(ab_high, cd_high), d = HIGH_PAIRS_##width(ab_high, cd_high); \
    }

#define TRANSPOSE_4(vector, words, next, offset)                                                      \
    _Pragma("clang loop unroll(full)") for (int part = 0; part < 4; part++) {                         \
        vector rows[4];                                                                               \
        for (int lane = 0; lane < 4; lane++)                                                          \
            __builtin_memcpy(&rows[lane], (next)[lane] + (offset) + 16 * part, sizeof rows[lane]);    \
        TRANSPOSE_FOUR(vector, 4, rows[0], rows[1], rows[2], rows[3])                                 \
        for (int word = 0; word < 4; word++) (words)[4 * part + word] = rows[word];                   \
    }

#define TRANSPOSE_8(vector, words, next, offset)                                                   \
    _Pragma("clang loop unroll(full)") for (int part = 0; part < 2; part++) {                      \
        vector rows[8];                                                                            \
        for (int lane = 0; lane < 8; lane++)                                                       \
            __builtin_memcpy(&rows[lane], (next)[lane] + (offset) + 32 * part, sizeof rows[lane]); \
        TRANSPOSE_FOUR(vector, 8, rows[0], rows[1], rows[2], rows[3])                              \
        TRANSPOSE_FOUR(vector, 8, rows[4], rows[5], rows[6], rows[7])                              \
        for (int word = 0; word < 4; word++) {                                                     \
            (words)[8 * part + word] = LOW_QUARTERS_8(rows[word], rows[4 + word]);                 \
            (words)[8 * part + 4 + word] = HIGH_QUARTERS_8(rows[word], rows[4 + word]);            \
        }                                                                                          \
    }

#define TRANSPOSE_16(vector, words, next, offset)                                                         \
    {                                                                                                     \
        vector rows[16];                                                                                  \
        for (int lane = 0; lane < 16; lane++)                                                             \
            __builtin_memcpy(&rows[lane], (next)[lane] + (offset), sizeof rows[lane]);                    \
        TRANSPOSE_FOUR(vector, 16, rows[0], rows[1], rows[2], rows[3])                                    \
        TRANSPOSE_FOUR(vector, 16, rows[4], rows[5], rows[6], rows[7])                                    \
        TRANSPOSE_FOUR(vector, 16, rows[8], rows[9], rows[10], rows[11])                                  \
        TRANSPOSE_FOUR(vector, 16, rows[12], rows[13], rows[14], rows[15])                                \
        for (int word = 0; word < 4; word++) {                                                            \
            const vector even_low = EVEN_QUARTERS_16(rows[word], rows[4 + word]);                         \
            const vector odd_low = ODD_QUARTERS_16(rows[word], rows[4 + word]);                           \
            const vector even_high = EVEN_QUARTERS_16(rows[8 + word], rows[12 + word]);                   \
            const vector odd_high = ODD_QUARTERS_16(rows[8 + word], rows[12 + word]);                     \
            (words)[word] = EVEN_QUARTERS_16(even_low, even_high);                                        \
            (words)[4 + word] = EVEN_QUARTERS_16(odd_low, odd_high);                                      \
            (words)[8 + word] = ODD_QUARTERS_16(even_low, even_high);                                     \
            (words)[12 + word] = ODD_QUARTERS_16(odd_low, odd_high);                                      \
        }                                                                                                 \
    }

#endif
