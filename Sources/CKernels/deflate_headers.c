#include "deflate_blocks.h"
#include "deflate_codes.h"

#include <string.h>

// The longest distance and the longest match of deflate (RFC 1951, 3.2.5), and the shortest match.
enum { FARTHEST = 32768, LONGEST = 258, SHORTEST = 3 };

// The fixed codes (RFC 1951, 3.2.6), each with its first bit lowest.
typedef struct {
    uint8_t lengths[288];
    uint16_t symbols[288];
    uint16_t distances[32];
} fixed_codes;

static void make_codes(fixed_codes *codes) {
    uint8_t five[32];
    for (int symbol = 0; symbol < 288; symbol++)
        codes->lengths[symbol] = symbol < 144 ? 8 : symbol < 256 ? 9 : symbol < 280 ? 7 : 8;
    memset(five, 5, sizeof five);
    optml_codes(codes->lengths, 288, codes->symbols);
    optml_codes(five, 32, codes->distances);
}

// Writes bits, the first one lowest, and never beyond the end.
typedef struct {
    uint64_t bits;
    uint32_t count;
    uint8_t *next, *end;
    bool is_full;
} bit_writer;

static void put(bit_writer *writer, uint64_t bits, uint32_t count) {
    writer->bits |= bits << writer->count;
    writer->count += count;
    while (writer->count >= 8) {
        if (writer->next == writer->end) {
            writer->is_full = true;
            writer->count = 0;
            writer->bits = 0;
            return;
        }
        *writer->next++ = (uint8_t)writer->bits;
        writer->bits >>= 8;
        writer->count -= 8;
    }
}

static void put_symbol(bit_writer *writer, const fixed_codes *codes, int symbol) {
    put(writer, codes->symbols[symbol], codes->lengths[symbol]);
}

// The number of the highest bit that is set.
static uint32_t highest(uint32_t value) { return 31 - (uint32_t)__builtin_clz(value); }

// Lengths come in groups of four for each number of extra bits from 11 on, distances in groups of two from 5 on
// (RFC 1951, 3.2.5).
static void put_match(bit_writer *writer, const fixed_codes *codes, uint32_t length, uint32_t distance) {
    uint32_t value = length - 3;
    if (length == LONGEST) {
        put_symbol(writer, codes, 285);
    } else if (value < 8) {
        put_symbol(writer, codes, (int)(257 + value));
    } else {
        uint32_t extra = highest(value) - 2;
        put_symbol(writer, codes, (int)(257 + 4 * extra + (value >> extra)));
        put(writer, value & ((1u << extra) - 1), extra);
    }
    value = distance - 1;
    if (value < 4) {
        put(writer, codes->distances[value], 5);
    } else {
        uint32_t extra = highest(value) - 1;
        put(writer, codes->distances[2 * extra + (value >> extra)], 5);
        put(writer, value & ((1u << extra) - 1), extra);
    }
}

static uint32_t match(const uint8_t *input, size_t at, size_t end, size_t distance) {
    if (distance == 0 || distance > at || distance > FARTHEST) return 0;
    uint32_t length = 0, most = end - at < LONGEST ? (uint32_t)(end - at) : LONGEST;
    while (length < most && input[at + length] == input[at + length - distance]) length++;
    return length;
}

// One block of fixed codes. Whatever a header has in common with the one before stands as far from its end as there.
static void put_headers(
    bit_writer *writer, const fixed_codes *codes, const uint8_t *input, size_t start, size_t end, size_t last_end
) {
    const size_t distances[] = {last_end > 0 ? end - last_end : 0, 512, 1};
    put(writer, 2, 3);
    while (start < end) {
        uint32_t longest = 0;
        size_t distance = 0;
        for (int i = 0; i < 3; i++) {
            uint32_t length = match(input, start, end, distances[i]);
            if (length > longest) {
                longest = length;
                distance = distances[i];
            }
        }
        if (longest >= SHORTEST) {
            put_match(writer, codes, longest, (uint32_t)distance);
            start += longest;
        } else {
            put_symbol(writer, codes, input[start++]);
        }
    }
    put_symbol(writer, codes, 256);
}

static void put_stored(bit_writer *writer, const uint8_t *input, size_t start, size_t end) {
    while (start < end) {
        size_t size = end - start < optml_stored_block ? end - start : optml_stored_block;
        put(writer, 0, 3);
        if (writer->count > 0) put(writer, 0, 8 - writer->count);
        put(writer, size, 16);
        put(writer, ~size & 0xFFFF, 16);
        if (writer->is_full || (size_t)(writer->end - writer->next) < size) {
            writer->is_full = true;
            return;
        }
        memcpy(writer->next, input + start, size);
        writer->next += size;
        start += size;
    }
}

size_t optml_deflate_headers(
    const uint8_t *input, size_t size, const size_t *contents, size_t count, uint8_t *output, size_t limit
) {
    fixed_codes codes;
    make_codes(&codes);
    if (limit < optml_deflate_continuation + 2) return 0;
    bit_writer writer = {.next = output, .end = output + limit - optml_deflate_continuation - 2};
    size_t at = 0, last_end = 0;
    for (size_t i = 0; i <= count && !writer.is_full; i++) {
        size_t start = i < count ? contents[2 * i] : size, end = i < count ? contents[2 * i + 1] : size;
        if (at < start) {
            put_headers(&writer, &codes, input, at, start, last_end);
            last_end = start;
        }
        put_stored(&writer, input, start, end);
        at = end;
    }
    if (writer.is_full) return 0;
    size_t written = (size_t)(optml_finish_byte(writer.next, writer.bits, writer.count) - output);
    return written < limit ? written : 0;
}
