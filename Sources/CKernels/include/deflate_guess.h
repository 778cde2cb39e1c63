#ifndef OPTML_DEFLATE_GUESS_H
#define OPTML_DEFLATE_GUESS_H

#include <stddef.h>
#include <stdint.h>

// Deflate (RFC 1951) from the middle of a stream, where neither the beginning of a block is known nor what came before.
//
// A block is looked for whose header is intact in every respect. What it and the blocks behind it say of the 32 KiB before
// them, which are not known, is written as markers: symbols of 16 bits, of which those below 256 are bytes and those from
// `optml_guess_marker` on are places in these 32 KiB. Once they are known, markers are replaced.
//
// The method is described in M. Kerbiriou and R. Chikhi, "Parallel decompression of gzip-compressed files and random access to
// DNA sequences" (2019), and M. Knespel and H. Brunst, "Rapidgzip: Parallel Decompression and Seeking in Gzip Files Using
// Cache Prefetching" (2023).

enum {
    /// How far back a block may refer, in bytes.
    optml_guess_window = 32 << 10,
    /// The marker of the first byte of the window; the others follow.
    optml_guess_marker = 1 << 15,
    /// How many symbols may be written behind those that count, for speed.
    optml_guess_slack = 320,
    optml_guess_tables_size = 24 << 10
};

/// How decoding a block ended.
typedef enum {
    /// The block is complete, and others follow.
    optml_guess_goes_on,
    /// There is not enough input for the block and 64 bytes behind it.
    optml_guess_starved,
    /// There is not enough room, or the block is the last one, or no valid block. To tell the last two apart is left to those
    /// who know that a block begins there.
    optml_guess_failed
} optml_guess_status;

/// Tables of a block's codes, which take `optml_guess_tables_size` bytes.
typedef struct optml_guess_tables optml_guess_tables;

/// Makes tables in memory that is aligned as numbers of 32 bits are.
void optml_guess_tables_make(optml_guess_tables *tables);

/// The offset in bits of the first block from `bit` to about `end` that has dynamic codes, is not the last, and has an intact
/// header; `UINT64_MAX` if there is none that begins more than 64 bytes before the end of the input.
uint64_t optml_guess_find(optml_guess_tables *tables, const uint8_t *input, size_t size, uint64_t bit, uint64_t end);

/// Decodes one block that begins at `*bit`, and moves `*bit` behind it.
///
/// `symbols` holds the window and `*count` symbols behind it, and has room for `room` behind the window. Neither count nor bit
/// are changed if the block is not complete.
optml_guess_status optml_guess_block(
    optml_guess_tables *tables, const uint8_t *input, size_t size, uint64_t *bit, uint16_t *symbols, size_t *count, size_t room);

/// Sets the symbols of a window that is not known.
void optml_guess_unknown_window(uint16_t symbols[optml_guess_window]);

/// How far back into the window markers reach, in bytes; 0 if there are none.
size_t optml_guess_reach(const uint16_t *symbols, size_t count);

/// Makes a table of what symbols stand for from the last `known` bytes of the window.
void optml_guess_table(uint8_t table[1 << 16], const uint8_t *window, size_t known);

/// Writes the bytes that `count` symbols stand for.
void optml_guess_resolve(const uint16_t *symbols, size_t count, const uint8_t table[1 << 16], uint8_t *bytes);

#endif
