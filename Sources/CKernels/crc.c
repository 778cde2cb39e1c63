#include "crc.h"

#include <string.h>

// CRCs with tables for eight bytes at a time ("slicing by eight"). A remainder of fewer than 64 bits stands in the lowest bits,
// and the same steps serve every width.

static inline uint64_t load(const uint8_t *bytes) {
    uint64_t word;
    memcpy(&word, bytes, sizeof word);
#if __BYTE_ORDER__ == __ORDER_BIG_ENDIAN__
    word = __builtin_bswap64(word);
#endif
    return word;
}

void optml_crc_tables_make(optml_crc_tables *tables, uint64_t polynomial) {
    for (unsigned byte = 0; byte < 256; byte++) {
        uint64_t remainder = byte;
        for (int bit = 0; bit < 8; bit++) remainder = remainder >> 1 ^ (remainder & 1 ? polynomial : 0);
        tables->rows[0][byte] = remainder;
    }
    for (unsigned byte = 0; byte < 256; byte++) {
        for (int row = 1; row < 8; row++) {
            uint64_t before = tables->rows[row - 1][byte];
            tables->rows[row][byte] = before >> 8 ^ tables->rows[0][before & 0xff];
        }
    }
}

uint64_t optml_crc_update(const optml_crc_tables *tables, uint64_t remainder, const void *bytes, size_t count) {
    const uint64_t(*rows)[256] = tables->rows;
    const uint8_t *next = bytes;
    for (; count >= 8; count -= 8, next += 8) {
        uint64_t word = remainder ^ load(next);
        remainder = rows[7][word & 0xff] ^ rows[6][word >> 8 & 0xff] ^ rows[5][word >> 16 & 0xff] ^
                    rows[4][word >> 24 & 0xff] ^ rows[3][word >> 32 & 0xff] ^ rows[2][word >> 40 & 0xff] ^
                    rows[1][word >> 48 & 0xff] ^ rows[0][word >> 56];
    }
    for (; count > 0; count--, next++) remainder = remainder >> 8 ^ rows[0][(remainder ^ *next) & 0xff];
    return remainder;
}
