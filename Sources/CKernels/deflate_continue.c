#include "deflate_blocks.h"
#include "deflate_codes.h"

#include <string.h>

// Finds the last block of a deflate stream, for which there is no way but to read the codes of all blocks. What they stand for
// is only counted.

// Bits that codes of this length or less take are looked up at once.
#define LOOKUP 11

// What a symbol stands for, above the 4 bits for the length of its code: the number of extra bits, and how many bytes.
#define MEANING(bytes, extra) ((uint32_t)(bytes) << 8 | (uint32_t)(extra) << 4)
#define CODE_LENGTH(entry) ((entry) & 15)
#define EXTRA_BITS(entry) ((entry) >> 4 & 15)
#define BYTES(entry) ((entry) >> 8)

typedef struct {
    uint32_t table[1 << LOOKUP];  // 0 where the code is longer, or there is none
    optml_alphabet alphabet;
} decoder;

typedef struct {
    const uint8_t *stream;
    size_t size, next;
    uint64_t bits;
    uint32_t count;
    uint64_t zeros;  // bits that are not there: zeros behind the end
} bit_reader;

static inline void refill(bit_reader *reader) {
    if (reader->size - reader->next >= 8) {
        const uint8_t *at = reader->stream + reader->next;
        uint64_t word = 0;
        for (int byte = 0; byte < 8; byte++) word |= (uint64_t)at[byte] << (8 * byte);
        reader->bits |= word << reader->count;
        reader->next += (63 - reader->count) >> 3;
        reader->count |= 56;
        return;
    }
    while (reader->count <= 56) {
        if (reader->next < reader->size) {
            reader->bits |= (uint64_t)reader->stream[reader->next++] << reader->count;
        } else {
            reader->zeros += 8;
        }
        reader->count += 8;
    }
}

static inline uint32_t take(bit_reader *reader, uint32_t count) {
    uint32_t value = (uint32_t)(reader->bits & (((uint64_t)1 << count) - 1));
    reader->bits >>= count;
    reader->count -= count;
    return value;
}

// The number of bits that were taken.
static uint64_t position(const bit_reader *reader) {
    return 8 * (uint64_t)reader->next + reader->zeros - reader->count;
}

// Whether more was taken than there is.
static bool is_past_end(const bit_reader *reader) { return position(reader) > 8 * (uint64_t)reader->size; }

static bool make_decoder(decoder *decoder, const uint8_t *lengths, int symbols) {
    optml_count_lengths(&decoder->alphabet, lengths, symbols);
    int32_t left = 1;
    for (int length = 1; length < 16; length++) {
        left = 2 * left - decoder->alphabet.counts[length];
        if (left < 0) return false;
    }
    optml_sort_symbols(&decoder->alphabet, lengths, symbols);
    uint16_t codes[OPTML_MOST_SYMBOLS];
    optml_codes(lengths, symbols, codes);
    memset(decoder->table, 0, sizeof decoder->table);
    for (int symbol = 0; symbol < symbols; symbol++) {
        uint32_t length = lengths[symbol];
        if (length == 0) continue;
        for (uint32_t index = codes[symbol]; length <= LOOKUP && index < 1 << LOOKUP; index += 1u << length)
            decoder->table[index] = decoder->alphabet.meanings[symbol] | length;
    }
    return true;
}

// Lets the table tell of two literals at once where both codes fit.
static void pair_literals(decoder *decoder) {
    // From above, since the rest of an index is a smaller index, whose entry is still that of one.
    for (uint32_t index = 1 << LOOKUP; index-- > 0;) {
        uint32_t first = decoder->table[index];
        if (BYTES(first) != 1) continue;
        uint32_t second = decoder->table[index >> CODE_LENGTH(first)];
        uint32_t length = CODE_LENGTH(first) + CODE_LENGTH(second);
        if (BYTES(second) == 1 && length <= LOOKUP) decoder->table[index] = MEANING(2, 0) | length;
    }
}

static inline uint32_t decode(const decoder *decoder, uint64_t bits) {
    uint32_t entry = decoder->table[bits & ((1 << LOOKUP) - 1)];
    return entry != 0 ? entry : optml_decode_slowly(&decoder->alphabet, bits);
}

typedef struct {
    decoder literals, distances, lengths;
    bool is_fixed;  // whether the codes are those of blocks with fixed codes
} decoders;

// RFC 1951, 3.2.5.
static void set_meanings(decoders *all) {
    uint32_t *literals = all->literals.alphabet.meanings, *distances = all->distances.alphabet.meanings;
    for (int literal = 0; literal < 256; literal++) literals[literal] = MEANING(1, 0);
    literals[256] = MEANING(0, 0);
    for (uint32_t symbol = 257; symbol < 286; symbol++) {
        optml_symbol_range length = optml_length_range(symbol);
        literals[symbol] = MEANING(length.base, length.extra);
    }
    // No stream may use the others.
    literals[286] = literals[287] = MEANING(UINT16_MAX, 0);
    for (uint32_t symbol = 0; symbol < 32; symbol++) distances[symbol] = MEANING(1, optml_distance_range(symbol).extra);
    for (int symbol = 0; symbol < 19; symbol++) all->lengths.alphabet.meanings[symbol] = MEANING(symbol, 0);
}

static bool use_fixed_codes(decoders *all) {
    if (all->is_fixed) return true;
    uint8_t literals[288], distances[32];
    optml_fixed_lengths(literals, distances);
    if (!make_decoder(&all->literals, literals, 288)) return false;
    pair_literals(&all->literals);
    all->is_fixed = make_decoder(&all->distances, distances, 32);
    return all->is_fixed;
}

// RFC 1951, 3.2.7.
static bool read_codes(decoders *all, bit_reader *reader) {
    all->is_fixed = false;
    refill(reader);
    int literals = 257 + (int)take(reader, 5), distances = 1 + (int)take(reader, 5), sent = 4 + (int)take(reader, 4);
    if (literals > 286 || distances > 30) return false;
    uint8_t lengths[286 + 30] = {0};
    for (int i = 0; i < sent; i++) {
        refill(reader);
        lengths[optml_length_order[i]] = (uint8_t)take(reader, 3);
    }
    if (!make_decoder(&all->lengths, lengths, 19)) return false;
    memset(lengths, 0, 19);
    for (int filled = 0; filled < literals + distances;) {
        refill(reader);
        uint32_t entry = decode(&all->lengths, reader->bits);
        if (entry == 0 || is_past_end(reader)) return false;
        take(reader, CODE_LENGTH(entry));
        uint32_t symbol = BYTES(entry), times = 1, value = symbol;
        if (symbol >= 16) {
            if (symbol == 16 && filled == 0) return false;
            value = symbol == 16 ? lengths[filled - 1] : 0;
            optml_symbol_range repeats = optml_length_repeats[symbol - 16];
            times = repeats.base + take(reader, repeats.extra);
        }
        if (times > (uint32_t)(literals + distances - filled)) return false;
        while (times-- > 0) lengths[filled++] = (uint8_t)value;
    }
    if (!make_decoder(&all->literals, lengths, literals)) return false;
    pair_literals(&all->literals);
    return make_decoder(&all->distances, lengths + literals, distances);
}

// One literal, or two: no match is as short.
static inline bool is_literal(uint32_t entry) { return BYTES(entry) - 1 < 2; }

// The number of bytes that the codes up to the end of the block stand for; SIZE_MAX if something is wrong.
static size_t count_block(const decoders *all, bit_reader *reader, size_t most) {
    size_t bytes = 0;
    while (bytes <= most && !is_past_end(reader)) {
        refill(reader);
        uint32_t entry = decode(&all->literals, reader->bits);
        take(reader, CODE_LENGTH(entry));
        // Literals twice, then a length, take no more than 15 + 15 + 15 + 5 bits of the 56 that are there.
        for (int more = 0; more < 2 && is_literal(entry); more++) {
            bytes += BYTES(entry);
            entry = decode(&all->literals, reader->bits);
            take(reader, CODE_LENGTH(entry));
        }
        if (is_literal(entry)) {
            bytes += BYTES(entry);
            continue;
        }
        if (CODE_LENGTH(entry) == 0) return SIZE_MAX;
        if (BYTES(entry) == 0) return bytes;
        bytes += BYTES(entry) + take(reader, EXTRA_BITS(entry));
        refill(reader);
        entry = decode(&all->distances, reader->bits);
        if (CODE_LENGTH(entry) == 0) return SIZE_MAX;
        take(reader, CODE_LENGTH(entry));
        take(reader, EXTRA_BITS(entry));
    }
    return SIZE_MAX;
}

static size_t skip_stored(bit_reader *reader) {
    uint64_t start = (position(reader) + 7) / 8;
    if (start + 4 > reader->size) return SIZE_MAX;
    size_t length = reader->stream[start] | (size_t)reader->stream[start + 1] << 8;
    if (length > reader->size - start - 4) return SIZE_MAX;
    *reader = (bit_reader){.stream = reader->stream, .size = reader->size, .next = start + 4 + length};
    return length;
}

size_t optml_deflate_continue(uint8_t *stream, size_t size, size_t unpacked) {
    decoders all;
    all.is_fixed = false;
    set_meanings(&all);
    bit_reader reader = {.stream = stream, .size = size};
    size_t bytes = 0;
    while (true) {
        uint64_t start = position(&reader);
        refill(&reader);
        bool is_last = take(&reader, 1);
        uint32_t type = take(&reader, 2);
        size_t counted = SIZE_MAX;
        if (type == 0) counted = skip_stored(&reader);
        if (type == 1 && use_fixed_codes(&all)) counted = count_block(&all, &reader, unpacked - bytes);
        if (type == 2 && read_codes(&all, &reader)) counted = count_block(&all, &reader, unpacked - bytes);
        if (counted > unpacked - bytes || is_past_end(&reader)) return 0;
        bytes += counted;
        if (!is_last) continue;
        uint64_t end = position(&reader);
        if (bytes != unpacked || (end + 7) / 8 != size) return 0;
        stream[start / 8] &= (uint8_t)~(1u << (start % 8));
        uint8_t *last = stream + end / 8;
        uint64_t begun = end % 8 > 0 ? *last & ((1u << (end % 8)) - 1) : 0;
        return (size_t)(optml_finish_byte(last, begun, (uint32_t)(end % 8)) - stream);
    }
}
