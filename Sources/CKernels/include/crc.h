#ifndef OPTML_CRC_H
#define OPTML_CRC_H

#include <stddef.h>
#include <stdint.h>

/// What each byte value adds to a CRC when 0 to 7 bytes follow it, for a CRC of up to 64 bits that takes the lowest bit of
/// every byte first.
typedef struct {
    uint64_t rows[8][256];
} optml_crc_tables;

/// Makes the tables of a polynomial, which is written with its lowest power in the highest bit and without its highest power.
void optml_crc_tables_make(optml_crc_tables *tables, uint64_t polynomial);
/// Takes in the next `count` bytes and returns the new remainder, which starts and ends inverted if the CRC wants that.
/// `bytes` may be null where `count` is 0.
uint64_t optml_crc_update(const optml_crc_tables *tables, uint64_t remainder, const void *bytes, size_t count);

#endif
