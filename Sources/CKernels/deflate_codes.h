#ifndef OPTML_DEFLATE_CODES_H
#define OPTML_DEFLATE_CODES_H

#include <stdint.h>

/// The most symbols of an alphabet.
#define OPTML_MOST_SYMBOLS 288

/// What the symbols of an alphabet stand for, and the symbols in the order of their codes.
typedef struct {
    uint32_t meanings[OPTML_MOST_SYMBOLS];
    uint16_t counts[16];  ///< how many codes have each length; none has 0
    uint16_t sorted[OPTML_MOST_SYMBOLS];
} optml_alphabet;

/// The least length or distance that a symbol stands for, and how many bits behind it add to that (RFC 1951, 3.2.5).
typedef struct {
    uint16_t base;
    uint8_t extra;
} optml_symbol_range;

/// Those of the symbols of lengths, 257 to 285.
optml_symbol_range optml_length_range(uint32_t symbol);

/// Those of the symbols of distances, 0 to 29; what 30 and 31 would stand for, which no stream may use, is told too.
optml_symbol_range optml_distance_range(uint32_t symbol);

/// How often symbols 16, 17 and 18 of the code for lengths repeat one (RFC 1951, 3.2.7).
extern const optml_symbol_range optml_length_repeats[3];

/// The lengths of the fixed codes (RFC 1951, 3.2.6).
void optml_fixed_lengths(uint8_t literals[288], uint8_t distances[32]);

/// Counts the codes of each length.
void optml_count_lengths(optml_alphabet *alphabet, const uint8_t *lengths, int symbols);

/// Puts the symbols into the order of their codes, which were counted.
void optml_sort_symbols(optml_alphabet *alphabet, const uint8_t *lengths, int symbols);

/// The meaning of the code that comes next, with its length in the lowest bits, bit by bit, for codes that tables do not hold; 0
/// if there is no such code.
static inline uint32_t optml_decode_slowly(const optml_alphabet *alphabet, uint64_t bits) {
    int32_t code = 0, first = 0, index = 0;
    for (uint32_t length = 1; length < 16; length++) {
        code |= (int32_t)(bits >> (length - 1) & 1);
        int32_t count = alphabet->counts[length];
        if (code - count < first) return alphabet->meanings[alphabet->sorted[index + code - first]] | length;
        index += count;
        first = (first + count) << 1;
        code <<= 1;
    }
    return 0;
}

/// The order in which the lengths of the code for lengths are sent (RFC 1951, 3.2.7).
extern const uint8_t optml_length_order[19];

/// The lengths in bits of the codes that make a text as short as can be in which symbol `i` occurs `counts[i]` times, at most
/// `OPTML_MOST_SYMBOLS` symbols, no code longer than `longest` (at most 15). A symbol that does not occur gets 0. At least two
/// get a code, so that it is complete. Which of two symbols that occur equally often gets the longer code is fixed.
void optml_code_lengths(const uint32_t *counts, int symbols, int longest, uint8_t *lengths);

/// The codes that belong to lengths (RFC 1951, 3.2.2), each with its first bit lowest.
void optml_codes(const uint8_t *lengths, int symbols, uint16_t *codes);

/// Ends a piece of a stream behind `count` (0 to 7) bits that have no byte yet: an empty stored block fills the byte up.
/// Returns where the next piece begins.
uint8_t *optml_finish_byte(uint8_t *next, uint64_t bits, uint32_t count);

#endif
