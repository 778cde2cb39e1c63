#include "deflate_guess.h"

#include "deflate_codes.h"

#include <stdbool.h>
#include <string.h>

// Codes of this length or less are looked up at once.
#define LITERAL_BITS 12
#define DISTANCE_BITS 10
#define PRECODE_BITS 7

// What a code stands for. In the lowest 8 bits its length, 0 if there is none; KIND says what; then
//   literals       how many, 1 or 2, in bits 10 and 11; the bytes in bits 16 to 23 and 24 to 31
//   others         the number of extra bits in bits 10 to 13, and the least length or distance in bits 16 to 31
#define CODE_LENGTH(entry) ((entry) & 0xFF)
#define KIND(entry) ((entry) >> 8 & 3)
#define LITERALS(entry) ((entry) >> 10 & 3)
#define EXTRA_BITS(entry) ((entry) >> 10 & 15)
#define BASE(entry) ((entry) >> 16)

enum { kind_other, kind_literal, kind_end };

struct optml_guess_tables {
    uint32_t literal_table[1 << LITERAL_BITS];
    uint32_t distance_table[1 << DISTANCE_BITS];
    uint8_t precode_table[1 << PRECODE_BITS];  // the symbol times 8 and the length of its code
    optml_alphabet literals, distances;
};

_Static_assert(sizeof(optml_guess_tables) <= optml_guess_tables_size, "the header says how large it is");

typedef struct {
    const uint8_t *next, *end;
    uint64_t bits;
    uint32_t count;
} bit_reader;

static inline uint64_t load(const uint8_t *at) {
    uint64_t word;
    memcpy(&word, at, sizeof word);
#if __BYTE_ORDER__ == __ORDER_BIG_ENDIAN__
    word = __builtin_bswap64(word);
#endif
    return word;
}

// Makes at least 56 bits ready. There must be eight bytes.
static inline void refill(bit_reader *reader) {
    reader->bits |= load(reader->next) << reader->count;
    reader->next += (63 - reader->count) >> 3;
    reader->count |= 56;
}

// Whether there are enough bytes to refill two times and more. Every loop that takes codes begins with this.
static inline bool has_margin(const bit_reader *reader) { return reader->end - reader->next >= 32; }

static inline uint32_t take(bit_reader *reader, uint32_t count) {
    uint32_t value = (uint32_t)(reader->bits & (((uint64_t)1 << count) - 1));
    reader->bits >>= count & 63;
    reader->count -= count;
    return value;
}

static bit_reader reader_at(const uint8_t *input, size_t size, uint64_t bit) {
    bit_reader reader = {.next = input + bit / 8, .end = input + size};
    if (has_margin(&reader)) {
        refill(&reader);
        take(&reader, (uint32_t)(bit % 8));
    }
    return reader;
}

static uint64_t position(const bit_reader *reader, const uint8_t *input) {
    return 8 * (uint64_t)(reader->next - input) - reader->count;
}

// RFC 1951, 3.2.5.
static void set_meanings(optml_guess_tables *tables) {
    for (uint32_t literal = 0; literal < 256; literal++)
        tables->literals.meanings[literal] = literal << 16 | 1 << 10 | kind_literal << 8;
    tables->literals.meanings[256] = kind_end << 8;
    for (uint32_t symbol = 257; symbol < 286; symbol++) {
        optml_symbol_range length = optml_length_range(symbol);
        tables->literals.meanings[symbol] = (uint32_t)length.base << 16 | (uint32_t)length.extra << 10;
    }
    for (uint32_t symbol = 0; symbol < 30; symbol++) {
        optml_symbol_range distance = optml_distance_range(symbol);
        tables->distances.meanings[symbol] = (uint32_t)distance.base << 16 | (uint32_t)distance.extra << 10;
    }
    // No stream may use the others, of which the fixed codes have some. A length or distance of 0 is refused.
    tables->literals.meanings[286] = tables->literals.meanings[287] = 0;
    tables->distances.meanings[30] = tables->distances.meanings[31] = 0;
}

void optml_guess_tables_make(optml_guess_tables *tables) {
    memset(tables, 0, sizeof *tables);
    set_meanings(tables);
}

// Whether codes of these lengths are complete: what the lengths leave of all codes, in units of the longest, is 0. A single
// code of one bit is let pass where `single` says so (RFC 1951, 3.2.7, of distances), and no code at all.
static bool is_complete(const uint16_t counts[16], bool single) {
    int32_t left = 1 << 15, used = 0;
    for (int length = 1; length < 16; length++) {
        left -= counts[length] << (15 - length);
        used += counts[length];
    }
    return left == 0 || (single && (used == 0 || (used == 1 && counts[1] == 1)));
}

static void fill_table(optml_alphabet *alphabet, const uint8_t *lengths, int symbols, uint32_t *table, uint32_t table_bits) {
    optml_sort_symbols(alphabet, lengths, symbols);
    // Codes in their order (RFC 1951, 3.2.2), with the first bit lowest: the next one begins behind the ones it has on top.
    const uint16_t *symbol = alphabet->sorted;
    uint32_t code = 0;
    table[0] = 0;
    for (uint32_t length = 1; length <= table_bits; length++) {
        uint32_t size = 1u << (length - 1);
        memcpy(table + size, table, size * sizeof *table);
        for (int left = alphabet->counts[length]; left > 0; left--) {
            table[code] = alphabet->meanings[*symbol++] | length;
            uint32_t zeros = code ^ (2 * size - 1);
            if (zeros == 0) continue;  // the last code of all
            uint32_t highest = 1u << (31 - __builtin_clz(zeros));
            code = (code & (highest - 1)) | highest;
        }
    }
}

// Lets the table tell of two literals at once where both codes fit.
static void pair_literals(uint32_t *table) {
    // From above, since the rest of an index is a smaller index, whose entry is still that of one.
    for (uint32_t index = 1 << LITERAL_BITS; index-- > 0;) {
        uint32_t first = table[index];
        if (KIND(first) != kind_literal) continue;
        uint32_t second = table[index >> CODE_LENGTH(first)];
        uint32_t length = CODE_LENGTH(first) + CODE_LENGTH(second);
        if (KIND(second) == kind_literal && length <= LITERAL_BITS)
            table[index] = (second & 0xFF0000) << 8 | (first & 0xFF0000) | 2 << 10 | kind_literal << 8 | length;
    }
}

static void use_fixed_codes(optml_guess_tables *tables) {
    uint8_t literals[288], distances[32];
    optml_fixed_lengths(literals, distances);
    optml_count_lengths(&tables->literals, literals, 288);
    fill_table(&tables->literals, literals, 288, tables->literal_table, LITERAL_BITS);
    pair_literals(tables->literal_table);
    optml_count_lengths(&tables->distances, distances, 32);
    fill_table(&tables->distances, distances, 32, tables->distance_table, DISTANCE_BITS);
}

// What the lengths of a precode leave, with 3 bits for each of `sent` codes (RFC 1951, 3.2.7), is nothing.
static bool is_precode_complete(uint64_t bits, uint32_t sent) {
    uint32_t used = 0;
    for (uint32_t i = 0; i < sent; i++, bits >>= 3) used += (bits & 7) > 0 ? 128u >> (bits & 7) : 0;
    return used == 128;
}

// Reads what follows the three bits of a block's type: the lengths of its codes, the literals' first (RFC 1951, 3.2.7). False
// unless it is what a good compressor writes.
static bool read_lengths(
    optml_guess_tables *tables, bit_reader *reader, uint8_t lengths[286 + 30], int *literals, int *distances) {
    if (!has_margin(reader)) return false;
    refill(reader);
    *literals = 257 + (int)take(reader, 5);
    *distances = 1 + (int)take(reader, 5);
    uint32_t sent = 4 + take(reader, 4);
    if (*literals > 286 || *distances > 30) return false;
    uint8_t precode[19] = {0};
    uint16_t codes[19], counts[16] = {0};
    for (uint32_t i = 0; i < sent; i++) {
        if (i == 10) refill(reader);
        precode[optml_length_order[i]] = (uint8_t)take(reader, 3);
    }
    for (int symbol = 0; symbol < 19; symbol++) counts[precode[symbol]]++;
    if (!is_complete(counts, false)) return false;
    optml_codes(precode, 19, codes);
    for (uint32_t symbol = 0; symbol < 19; symbol++) {
        if (precode[symbol] == 0) continue;
        for (uint32_t index = codes[symbol]; index < 1 << PRECODE_BITS; index += 1u << precode[symbol])
            tables->precode_table[index] = (uint8_t)(symbol << 3 | precode[symbol]);
    }
    int all = *literals + *distances;
    for (int filled = 0; filled < all;) {
        if (!has_margin(reader)) return false;
        refill(reader);
        uint32_t entry = tables->precode_table[reader->bits & ((1 << PRECODE_BITS) - 1)];
        take(reader, entry & 7);
        uint32_t symbol = entry >> 3, value = symbol, times = 1;
        if (symbol >= 16) {
            if (symbol == 16 && filled == 0) return false;
            value = symbol == 16 ? lengths[filled - 1] : 0;
            optml_symbol_range repeats = optml_length_repeats[symbol - 16];
            times = repeats.base + take(reader, repeats.extra);
        }
        if (times > (uint32_t)(all - filled)) return false;
        memset(lengths + filled, (int)value, times);
        filled += (int)times;
    }
    // Every block has an end.
    if (lengths[256] == 0) return false;
    optml_count_lengths(&tables->literals, lengths, *literals);
    optml_count_lengths(&tables->distances, lengths + *literals, *distances);
    return is_complete(tables->literals.counts, false) && is_complete(tables->distances.counts, true);
}

// Whether a block with dynamic codes, not the last one, begins at a bit behind which there is enough.
static bool is_start(optml_guess_tables *tables, const uint8_t *input, size_t size, uint64_t bit) {
    // At most 286 literals and lengths, at most 30 distances.
    uint64_t word = load(input + bit / 8) >> (bit % 8);
    if ((word >> 3 & 31) > 29 || (word >> 8 & 31) > 29) return false;
    uint64_t behind = bit + 17;
    if (!is_precode_complete(load(input + behind / 8) >> (behind % 8), 4 + (uint32_t)(word >> 13 & 15))) return false;
    uint8_t lengths[286 + 30];
    int literals, distances;
    bit_reader reader = reader_at(input, size, bit + 3);
    return read_lengths(tables, &reader, lengths, &literals, &distances);
}

uint64_t optml_guess_find(optml_guess_tables *tables, const uint8_t *input, size_t size, uint64_t bit, uint64_t end) {
    while (bit < end && bit / 8 + 64 <= size) {
        // Where three bits say that it is not the last block, 0, and has dynamic codes, 2 with its lowest bit first.
        uint64_t word = load(input + bit / 8) >> (bit % 8);
        uint64_t places = ~word & ~(word >> 1) & word >> 2 & (((uint64_t)1 << 48) - 1);
        for (; places != 0; places &= places - 1) {
            uint64_t place = bit + (uint64_t)__builtin_ctzll(places);
            if (is_start(tables, input, size, place)) return place;
        }
        bit += 48;
    }
    return UINT64_MAX;
}

static inline void copy(uint16_t *to, uint32_t length, uint32_t distance) {
    const uint16_t *from = to - distance, *end = to + length;
    if (distance >= 16) {
        do {
            memcpy(to, from, 32);
            to += 16, from += 16;
        } while (to < end);
    } else {
        while (to < end) *to++ = *from++;
    }
}

// Writes the one or two literals of an entry.
static inline uint16_t *write_literals(uint16_t *next, uint32_t entry) {
    next[0] = (uint16_t)(entry >> 16 & 0xFF);
    next[1] = (uint16_t)(entry >> 24);
    return next + LITERALS(entry);
}

static optml_guess_status decode_codes(
    const optml_guess_tables *tables, bit_reader *given, uint16_t *symbols, size_t *count, size_t room) {
    bit_reader reader = *given;
    uint16_t *next = symbols + optml_guess_window + *count;
    const uint16_t *limit = symbols + optml_guess_window + room - optml_guess_slack;
    const uint64_t mask = (1 << LITERAL_BITS) - 1;
    while (true) {
        if (!has_margin(&reader)) return optml_guess_starved;
        if (next > limit) return optml_guess_failed;
        refill(&reader);
        uint32_t entry = tables->literal_table[reader.bits & mask];
        // Literals of the table take at most 12 bits of the 56 that are there, so four of them fit, and after two of them a
        // length with 15 + 5.
        if (KIND(entry) == kind_literal) {
            take(&reader, CODE_LENGTH(entry));
            next = write_literals(next, entry);
            entry = tables->literal_table[reader.bits & mask];
            if (KIND(entry) == kind_literal) {
                take(&reader, CODE_LENGTH(entry));
                next = write_literals(next, entry);
                entry = tables->literal_table[reader.bits & mask];
                if (KIND(entry) == kind_literal) {
                    take(&reader, CODE_LENGTH(entry));
                    next = write_literals(next, entry);
                    entry = tables->literal_table[reader.bits & mask];
                    if (KIND(entry) == kind_literal) {
                        take(&reader, CODE_LENGTH(entry));
                        next = write_literals(next, entry);
                        continue;
                    }
                    refill(&reader);
                }
            }
        }
        if (entry == 0) {
            entry = optml_decode_slowly(&tables->literals, reader.bits);
            if (entry == 0) return optml_guess_failed;
        }
        take(&reader, CODE_LENGTH(entry));
        if (KIND(entry) == kind_literal) {
            next = write_literals(next, entry);
            continue;
        }
        if (KIND(entry) == kind_end) break;
        uint32_t length = BASE(entry) + take(&reader, EXTRA_BITS(entry));
        refill(&reader);
        entry = tables->distance_table[reader.bits & ((1 << DISTANCE_BITS) - 1)];
        if (entry == 0) {
            entry = optml_decode_slowly(&tables->distances, reader.bits);
            if (entry == 0) return optml_guess_failed;
        }
        take(&reader, CODE_LENGTH(entry));
        uint32_t distance = BASE(entry) + take(&reader, EXTRA_BITS(entry));
        if (length == 0 || distance == 0) return optml_guess_failed;
        // No distance is larger than the window, which is always there.
        copy(next, length, distance);
        next += length;
    }
    *given = reader;
    *count = (size_t)(next - symbols) - optml_guess_window;
    return optml_guess_goes_on;
}

static optml_guess_status copy_stored(
    bit_reader *reader, const uint8_t *input, uint16_t *symbols, size_t *count, size_t room) {
    const uint8_t *start = input + (position(reader, input) + 7) / 8;
    if (reader->end - start < 64) return optml_guess_starved;
    size_t length = start[0] | (size_t)start[1] << 8, complement = start[2] | (size_t)start[3] << 8;
    if ((length ^ complement) != 0xFFFF) return optml_guess_failed;
    if ((size_t)(reader->end - start) < length + 64) return optml_guess_starved;
    if (length + optml_guess_slack > room - *count) return optml_guess_failed;
    for (size_t i = 0; i < length; i++) symbols[optml_guess_window + *count + i] = start[4 + i];
    *count += length;
    *reader = (bit_reader){.next = start + 4 + length, .end = reader->end};
    return optml_guess_goes_on;
}

optml_guess_status optml_guess_block(
    optml_guess_tables *tables, const uint8_t *input, size_t size, uint64_t *bit, uint16_t *symbols, size_t *count,
    size_t room) {
    if (*bit / 8 + 64 > size) return optml_guess_starved;
    if (*count + optml_guess_slack > room) return optml_guess_failed;
    bit_reader reader = reader_at(input, size, *bit);
    bool is_last = take(&reader, 1);
    uint32_t type = take(&reader, 2);
    if (is_last || type == 3) return optml_guess_failed;
    optml_guess_status status;
    if (type == 0) {
        status = copy_stored(&reader, input, symbols, count, room);
    } else {
        if (type == 1) {
            use_fixed_codes(tables);
        } else {
            uint8_t lengths[286 + 30];
            int literals, distances;
            if (!read_lengths(tables, &reader, lengths, &literals, &distances))
                return has_margin(&reader) ? optml_guess_failed : optml_guess_starved;
            fill_table(&tables->literals, lengths, literals, tables->literal_table, LITERAL_BITS);
            pair_literals(tables->literal_table);
            fill_table(&tables->distances, lengths + literals, distances, tables->distance_table, DISTANCE_BITS);
        }
        status = decode_codes(tables, &reader, symbols, count, room);
    }
    if (status == optml_guess_goes_on) *bit = position(&reader, input);
    return status;
}

void optml_guess_unknown_window(uint16_t symbols[optml_guess_window]) {
    for (uint32_t i = 0; i < optml_guess_window; i++) symbols[i] = (uint16_t)(optml_guess_marker + i);
}

size_t optml_guess_reach(const uint16_t *symbols, size_t count) {
    // Bytes become greater than all markers.
    uint16_t least = UINT16_MAX;
    for (size_t i = 0; i < count; i++) {
        uint16_t place = (uint16_t)(symbols[i] - optml_guess_marker);
        least = place < least ? place : least;
    }
    return least < optml_guess_window ? (size_t)(optml_guess_window - least) : 0;
}

void optml_guess_table(uint8_t table[1 << 16], const uint8_t *window, size_t known) {
    for (uint32_t byte = 0; byte < 256; byte++) table[byte] = (uint8_t)byte;
    memcpy(table + (1 << 16) - known, window, known);
}

void optml_guess_resolve(const uint16_t *symbols, size_t count, const uint8_t table[1 << 16], uint8_t *bytes) {
    size_t done = 0;
    for (; count - done >= 64; done += 64) {
        uint16_t all = 0;
        for (size_t i = 0; i < 64; i++) all |= symbols[done + i];
        if (all < optml_guess_marker) {
            for (size_t i = 0; i < 64; i++) bytes[done + i] = (uint8_t)symbols[done + i];
        } else {
            for (size_t i = 0; i < 64; i++) bytes[done + i] = table[symbols[done + i]];
        }
    }
    for (; done < count; done++) bytes[done] = table[symbols[done]];
}
