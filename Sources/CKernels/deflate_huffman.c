#include "deflate_blocks.h"
#include "deflate_codes.h"

#include <string.h>

// The longest code: four of them and the seven bits that wait for their byte fill a register.
#define LONGEST 14

// How a block of literals will be written.
typedef struct {
    uint32_t entries[257];  // for every symbol its code, the first bit lowest, above 8 bits with its length
    uint8_t header[512];    // the block header with the codes, its first bit lowest
    uint32_t header_bits;   // how many bits of it count
    size_t size;            // the bytes that the block takes, with the empty stored block behind it
} huffman_block;

static void store(uint8_t *output, uint64_t bits) {
    for (int byte = 0; byte < 8; byte++) output[byte] = (uint8_t)(bits >> (8 * byte));
}

void optml_histogram(const uint8_t *input, size_t size, uint32_t counts[256]) {
    // Several tables: a count that was just written cannot be read again at once.
    uint32_t tables[4][256] = {{0}};
    size_t i = 0;
    for (; i + 16 <= size; i += 16) {
        uint64_t words[2];
        memcpy(words, input + i, 16);
        for (int word = 0; word < 2; word++)
            for (int byte = 0; byte < 8; byte++) tables[byte & 3][(words[word] >> (8 * byte)) & 0xFF]++;
    }
    for (; i < size; i++) tables[0][input[i]]++;
    for (int value = 0; value < 256; value++)
        counts[value] = tables[0][value] + tables[1][value] + tables[2][value] + tables[3][value];
}

// A place to write bits to.
typedef struct {
    uint64_t bits;
    uint32_t count;
    uint8_t *next;
} bit_writer;

static inline void put(bit_writer *writer, uint64_t bits, uint32_t count) {
    writer->bits |= bits << writer->count;
    writer->count += count;
    while (writer->count >= 8) {
        *writer->next++ = (uint8_t)writer->bits;
        writer->bits >>= 8;
        writer->count -= 8;
    }
}

// The code lengths of a dynamic block, shortened as RFC 1951, 3.2.7, says: symbols, and the extra bits behind some.
typedef struct {
    uint8_t symbols[257 + 2];
    uint8_t extra[257 + 2];
    size_t count;
} length_runs;

static void shorten(const uint8_t *lengths, size_t count, length_runs *runs) {
    runs->count = 0;
    for (size_t start = 0; start < count;) {
        size_t run = 1;
        while (start + run < count && lengths[start + run] == lengths[start]) run++;
        size_t left = run;
        if (lengths[start] != 0) {
            runs->symbols[runs->count++] = lengths[start];
            left--;
        }
        while (left > 0) {
            size_t taken = 1, base = 0;
            uint8_t symbol = lengths[start];
            if (lengths[start] == 0 && left >= 11) {
                symbol = 18, base = 11, taken = left < 138 ? left : 138;
            } else if (lengths[start] == 0 && left >= 3) {
                symbol = 17, base = 3, taken = left < 10 ? left : 10;
            } else if (lengths[start] != 0 && left >= 3) {
                symbol = 16, base = 3, taken = left < 6 ? left : 6;
            }
            runs->symbols[runs->count] = symbol;
            runs->extra[runs->count++] = (uint8_t)(taken - base);
            left -= taken;
        }
        start += run;
    }
}

static void write_header(const uint8_t lengths[257], huffman_block *block) {
    // No distance is ever used. Two of one bit are what every decompressor takes.
    uint8_t all[257 + 2];
    memcpy(all, lengths, 257);
    all[257] = all[258] = 1;
    length_runs runs;
    shorten(all, sizeof all, &runs);

    uint32_t counts[19] = {0};
    for (size_t i = 0; i < runs.count; i++) counts[runs.symbols[i]]++;
    uint8_t run_lengths[19];
    uint16_t run_codes[19];
    optml_code_lengths(counts, 19, 7, run_lengths);
    optml_codes(run_lengths, 19, run_codes);
    int sent = 19;
    while (sent > 4 && run_lengths[optml_length_order[sent - 1]] == 0) sent--;

    bit_writer writer = {.next = block->header};
    put(&writer, 0 | 2 << 1, 3);  // not the last block; dynamic codes
    put(&writer, 257 - 257, 5);
    put(&writer, 2 - 1, 5);
    put(&writer, (uint64_t)(sent - 4), 4);
    for (int i = 0; i < sent; i++) put(&writer, run_lengths[optml_length_order[i]], 3);
    for (size_t i = 0; i < runs.count; i++) {
        uint8_t symbol = runs.symbols[i];
        put(&writer, run_codes[symbol], run_lengths[symbol]);
        if (symbol >= 16) put(&writer, runs.extra[i], optml_length_repeats[symbol - 16].extra);
    }
    block->header_bits = (uint32_t)(8 * (writer.next - block->header)) + writer.count;
    *writer.next = (uint8_t)writer.bits;
}

// The bytes that so many bits and the empty stored block behind them take.
static size_t continued(uint64_t bits) { return (size_t)((bits + 3 + 7) / 8) + 4; }

static void plan(const uint32_t counts[256], huffman_block *block) {
    uint32_t all[257];
    memcpy(all, counts, 256 * sizeof counts[0]);
    all[256] = 1;
    uint8_t lengths[257];
    uint16_t codes[257];
    optml_code_lengths(all, 257, LONGEST, lengths);
    optml_codes(lengths, 257, codes);
    write_header(lengths, block);
    uint64_t bits = block->header_bits;
    for (int symbol = 0; symbol < 257; symbol++) {
        block->entries[symbol] = (uint32_t)codes[symbol] << 8 | lengths[symbol];
        bits += (uint64_t)all[symbol] * lengths[symbol];
    }
    block->size = continued(bits);
}

static size_t write_block(const huffman_block *block, const uint8_t *input, size_t size, uint8_t *output) {
    memcpy(output, block->header, block->header_bits / 8 + 1);
    uint8_t *next = output + block->header_bits / 8;
    uint32_t count = block->header_bits % 8;
    uint64_t bits = *next & ((1u << count) - 1);
    const uint32_t *entries = block->entries;
    const uint8_t *end = input + size;
    // The length stands in the lowest bits of an entry, and a sum of four lengths fits there too.
    // A store reaches up to eight bytes beyond what is written; as many bits at least are still to come.
    while (end - input >= 4 + 64) {
        uint32_t a = entries[input[0]], b = entries[input[1]], c = entries[input[2]], d = entries[input[3]];
        input += 4;
        uint64_t low = (uint64_t)(a >> 8) | (uint64_t)(b >> 8) << (a & 63);
        uint64_t high = (uint64_t)(c >> 8) | (uint64_t)(d >> 8) << (c & 63);
        a += b;
        c += d;
        low |= high << (a & 63);
        bits |= low << count;
        count += (a + c) & 63;
        store(next, bits);
        next += count >> 3;
        bits >>= count & ~7u;
        count &= 7;
    }
    bit_writer writer = {.bits = bits, .count = count, .next = next};
    while (input < end) {
        uint32_t entry = entries[*input++];
        put(&writer, entry >> 8, entry & 63);
    }
    put(&writer, entries[256] >> 8, entries[256] & 63);
    return (size_t)(optml_finish_byte(writer.next, writer.bits, writer.count) - output);
}

size_t optml_huffman_compress(const uint8_t *input, size_t size, uint8_t *output, size_t limit) {
    uint32_t counts[256];
    huffman_block block;
    optml_histogram(input, size, counts);
    plan(counts, &block);
    return block.size < limit ? write_block(&block, input, size, output) : 0;
}

void optml_stored_write_header(size_t size, uint8_t header[optml_stored_header]) {
    header[0] = 0;
    header[1] = (uint8_t)size;
    header[2] = (uint8_t)(size >> 8);
    header[3] = (uint8_t)~header[1];
    header[4] = (uint8_t)~header[2];
}
