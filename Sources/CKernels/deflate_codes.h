#ifndef OPTML_DEFLATE_CODES_H
#define OPTML_DEFLATE_CODES_H

#include <stdint.h>

/// The most symbols of an alphabet.
#define OPTML_MOST_SYMBOLS 288

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
