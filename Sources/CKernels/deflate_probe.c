#include "deflate_blocks.h"

#include <string.h>

// The logarithm to the base of 2 in units of 1/65536, exact for powers of two and within 0.01 otherwise.
static uint64_t logarithm(uint64_t number) {
    uint32_t whole = 63 - (uint32_t)__builtin_clzll(number);
    // The digits behind the point, the first ones from squaring, the rest taken for a straight line.
    uint64_t mantissa = whole <= 31 ? number << (31 - whole) : number >> (whole - 31);
    uint64_t result = whole;
    for (int digit = 0; digit < 3; digit++) {
        mantissa = mantissa * mantissa >> 31;
        uint64_t bit = mantissa >> 32;
        mantissa >>= bit;
        result = result << 1 | bit;
    }
    return result << 13 | (mantissa - ((uint64_t)1 << 31)) >> 18;
}

uint64_t optml_entropy(const uint32_t counts[256]) {
    uint64_t total = 0, sum = 0;
    for (int value = 0; value < 256; value++) total += counts[value];
    if (total == 0) return 0;
    uint64_t whole = logarithm(total);
    for (int value = 0; value < 256; value++)
        if (counts[value] > 0) sum += counts[value] * (whole - logarithm(counts[value]));
    return sum >> 16;
}

// Put together by hand, for the same number whatever the order of bytes in a word.
static uint32_t word_at(const uint8_t *bytes) {
    return (uint32_t)bytes[0] | (uint32_t)bytes[1] << 8 | (uint32_t)bytes[2] << 16 | (uint32_t)bytes[3] << 24;
}

size_t optml_count_repeats(const uint8_t *sample, size_t size) {
    uint16_t places[1 << 12];
    memset(places, 0, sizeof places);
    size_t repeats = 0;
    for (size_t i = 0; i + 4 <= size && i < UINT16_MAX; i++) {
        uint32_t word = word_at(sample + i);
        uint16_t *place = &places[word * 2654435761u >> 20];
        repeats += *place > 0 && word_at(sample + *place - 1) == word;
        *place = (uint16_t)(i + 1);
    }
    return repeats;
}
