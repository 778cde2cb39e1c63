#ifndef OPTML_DEFLATE_BLOCKS_H
#define OPTML_DEFLATE_BLOCKS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

// Deflate (RFC 1951) for pieces of a stream that are made each for itself and then stand one behind the other: none of them
// ends the stream, and each ends with a whole byte.
//
// Everything here is integer arithmetic whose order is fixed, so that every processor and every build writes the same bytes.

enum {
    /// The most bytes of input of one stored block.
    optml_stored_block = 65535,
    /// The bytes in front of them: three bits of header, filled up to a byte, and the length twice.
    optml_stored_header = 5,
    /// The most bytes of input of a block of literals.
    optml_huffman_limit = 1 << 20,
    /// The most bytes that `optml_deflate_continue` adds.
    optml_deflate_continuation = 5
};

/// Counts how often every byte value occurs in `size` bytes.
void optml_histogram(const uint8_t *input, size_t size, uint32_t counts[256]);

/// The bits that an ideal code would need for all bytes together if byte values occur so often; within a few in a thousand.
uint64_t optml_entropy(const uint32_t counts[256]);

/// How many strings of four bytes in a sample of at most 65,535 bytes stood in it before, or nearly as many.
size_t optml_count_repeats(const uint8_t *sample, size_t size);

/// Writes 1 to `optml_huffman_limit` bytes of input as one block of literals, with the best codes for them of at most 14 bits,
/// if it and the empty stored block behind it take fewer than `limit` bytes. `output` has room for as many. Returns the number
/// of bytes written; 0, with nothing written, if they would not be fewer.
size_t optml_huffman_compress(const uint8_t *input, size_t size, uint8_t *output, size_t limit);

/// Writes a piece of a tar archive whose files are not worth it, and whose headers are: what files hold as stored blocks, and what
/// stands between as blocks of fixed codes. `contents` has the `count` ranges of `input` that files hold, in order, each by its start and
/// its end. Returns the number of bytes written; 0 if they would not be fewer than `limit`, for which `output` has room.
size_t optml_deflate_headers(
    const uint8_t *input, size_t size, const size_t *contents, size_t count, uint8_t *output, size_t limit);

/// Writes the header of a stored block of `size` bytes, at most `optml_stored_block`.
void optml_stored_write_header(size_t size, uint8_t header[optml_stored_header]);

/// Makes a whole deflate stream, as a library writes it, one that goes on: its last block is marked as not the last, and an
/// empty stored block fills up the last byte. The stream has `size` bytes, with room for `optml_deflate_continuation` more,
/// and holds `unpacked` bytes of data.
///
/// To find the last block every code is looked at, which takes a few percent of the time of making them. Returns the new
/// number of bytes; 0 if this is no such stream.
size_t optml_deflate_continue(uint8_t *stream, size_t size, size_t unpacked);

#endif
