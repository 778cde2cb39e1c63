#include "deflate_codes.h"

#include <string.h>

const uint8_t optml_length_order[19] = {16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15};

const optml_symbol_range optml_length_repeats[3] = {{3, 2}, {3, 3}, {11, 7}};

optml_symbol_range optml_length_range(uint32_t symbol) {
    if (symbol == 285) return (optml_symbol_range){258, 0};
    if (symbol < 265) return (optml_symbol_range){(uint16_t)(symbol - 254), 0};
    // Four symbols for each number of extra bits.
    uint32_t extra = (symbol - 261) / 4;
    return (optml_symbol_range){(uint16_t)(3 + ((4 + (symbol - 1) % 4) << extra)), (uint8_t)extra};
}

optml_symbol_range optml_distance_range(uint32_t symbol) {
    if (symbol < 4) return (optml_symbol_range){(uint16_t)(symbol + 1), 0};
    // Two symbols for each number of extra bits.
    uint32_t extra = (symbol - 2) / 2;
    return (optml_symbol_range){(uint16_t)(1 + ((2 + symbol % 2) << extra)), (uint8_t)extra};
}

void optml_fixed_lengths(uint8_t literals[288], uint8_t distances[32]) {
    for (int symbol = 0; symbol < 288; symbol++)
        literals[symbol] = symbol < 144 ? 8 : symbol < 256 ? 9 : symbol < 280 ? 7 : 8;
    memset(distances, 5, 32);
}

void optml_count_lengths(optml_alphabet *alphabet, const uint8_t *lengths, int symbols) {
    memset(alphabet->counts, 0, sizeof alphabet->counts);
    for (int symbol = 0; symbol < symbols; symbol++) alphabet->counts[lengths[symbol]]++;
    alphabet->counts[0] = 0;
}

void optml_sort_symbols(optml_alphabet *alphabet, const uint8_t *lengths, int symbols) {
    uint16_t offsets[16] = {0};
    for (int length = 1; length < 15; length++)
        offsets[length + 1] = (uint16_t)(offsets[length] + alphabet->counts[length]);
    for (int symbol = 0; symbol < symbols; symbol++)
        if (lengths[symbol] > 0) alphabet->sorted[offsets[lengths[symbol]]++] = (uint16_t)symbol;
}

// Symbols with how often they occur above them, so that numbers alone decide about the order.
#define KEY(count, symbol) ((uint64_t)(count) << 16 | (uint64_t)(symbol))

static void sort(uint64_t *keys, int count) {
    // Shell's method, with the gaps of Ciura.
    static const int gaps[] = {132, 57, 23, 10, 4, 1};
    for (int g = 0; g < 6; g++) {
        for (int i = gaps[g]; i < count; i++) {
            uint64_t key = keys[i];
            int j = i;
            for (; j >= gaps[g] && keys[j - gaps[g]] > key; j -= gaps[g]) keys[j] = keys[j - gaps[g]];
            keys[j] = key;
        }
    }
}

// Package-merge (Larmore and Hirschberg, 1990). At each length, symbols and pairs of what stood at the length before, in the
// order of their weights; what the cheapest of the last row are made of tells how long each code is. Within a row the symbols
// stand in their order, so how many of them are taken is all that counts.
void optml_code_lengths(const uint32_t *counts, int symbols, int longest, uint8_t *lengths) {
    uint64_t keys[OPTML_MOST_SYMBOLS];
    int used = 0;
    memset(lengths, 0, (size_t)symbols);
    for (int symbol = 0; symbol < symbols; symbol++)
        if (counts[symbol] > 0) keys[used++] = KEY(counts[symbol], symbol);
    for (int symbol = 0; used < 2; symbol++)
        if (counts[symbol] == 0) keys[used++] = KEY(0, symbol);
    sort(keys, used);

    uint8_t is_symbol[15][2 * OPTML_MOST_SYMBOLS];
    uint64_t rows[2][2 * OPTML_MOST_SYMBOLS];
    int row_count = 0;
    for (int row = 0; row < longest; row++) {
        const uint64_t *before = rows[(row + 1) & 1];
        uint64_t *weights = rows[row & 1];
        int pairs = row_count / 2, symbol = 0, pair = 0, filled = 0;
        while (symbol < used || pair < pairs) {
            uint64_t pair_weight = pair < pairs ? before[2 * pair] + before[2 * pair + 1] : UINT64_MAX;
            int takes_symbol = symbol < used && keys[symbol] >> 16 <= pair_weight;
            is_symbol[row][filled] = (uint8_t)takes_symbol;
            weights[filled++] = takes_symbol ? keys[symbol++] >> 16 : (pair++, pair_weight);
        }
        row_count = filled;
    }
    int taken = 2 * used - 2;
    for (int row = longest - 1; row >= 0; row--) {
        int taken_symbols = 0;
        for (int i = 0; i < taken; i++) taken_symbols += is_symbol[row][i];
        for (int i = 0; i < taken_symbols; i++) lengths[keys[i] & 0xFFFF]++;
        taken = 2 * (taken - taken_symbols);
    }
}

void optml_codes(const uint8_t *lengths, int symbols, uint16_t *codes) {
    uint32_t of_length[16] = {0}, next[16] = {0};
    for (int symbol = 0; symbol < symbols; symbol++) of_length[lengths[symbol]]++;
    of_length[0] = 0;
    for (int length = 1; length < 16; length++) next[length] = (next[length - 1] + of_length[length - 1]) << 1;
    for (int symbol = 0; symbol < symbols; symbol++) {
        uint32_t code = lengths[symbol] > 0 ? next[lengths[symbol]]++ : 0, reversed = 0;
        for (int bit = 0; bit < lengths[symbol]; bit++) reversed |= (code >> bit & 1) << (lengths[symbol] - 1 - bit);
        codes[symbol] = (uint16_t)reversed;
    }
}

uint8_t *optml_finish_byte(uint8_t *next, uint64_t bits, uint32_t count) {
    // Three zero bits: not the last block, stored. Its length is 0.
    for (uint32_t end = count + 3, written = 0; written < end; written += 8) *next++ = (uint8_t)(bits >> written);
    *next++ = 0x00;
    *next++ = 0x00;
    *next++ = 0xFF;
    *next++ = 0xFF;
    return next;
}
