// Runs the kernels on messages, for a processor that the tests are not run on. Standard input has a piece of a deflate stream and the
// messages, each with its length in front, in four bytes, little-endian. Prints a line for each result, in hexadecimal digits.
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "crc.h"
#include "deflate_blocks.h"
#include "md5.h"
#include "md5_lanes.h"
#include "sha256.h"

typedef struct {
    uint8_t *bytes;
    size_t size;
} message;

static void print(const char *name, const uint8_t *bytes, size_t size) {
    printf("%s ", name);
    for (size_t index = 0; index < size; index++) printf("%02x", bytes[index]);
    putchar('\n');
}

static bool read_message(message *one, size_t room) {
    uint8_t length[4];
    if (fread(length, 1, 4, stdin) != 4) return false;
    one->size = length[0] | length[1] << 8 | length[2] << 16 | (size_t)length[3] << 24;
    one->bytes = malloc(one->size + room + 1);
    return one->bytes && fread(one->bytes, 1, one->size, stdin) == one->size;
}

/// MD5 of messages at once, each in a lane; at most as many as the kernel takes.
static void print_lanes(optml_md5_kernel kernel, const message *messages, size_t count) {
    optml_md5_lane lanes[optml_md5_most_lanes];
    size_t owner[optml_md5_most_lanes], active = count;
    static uint8_t rest[optml_md5_most_lanes][128], digests[optml_md5_most_lanes][16];
    bool padded[optml_md5_most_lanes] = {false};
    for (size_t lane = 0; lane < count; lane++) {
        optml_md5_lane_start(&lanes[lane]);
        lanes[lane].next = messages[lane].bytes;
        lanes[lane].blocks = messages[lane].size / 64;
        owner[lane] = lane;
    }
    while (active > 0) {
        for (size_t lane = active; lane-- > 0;) {
            const message *one = &messages[owner[lane]];
            if (lanes[lane].blocks == 0 && !padded[owner[lane]]) {
                size_t held = one->size % 64;
                memcpy(rest[owner[lane]], one->bytes + one->size - held, held);
                lanes[lane].next = rest[owner[lane]];
                lanes[lane].blocks = optml_md5_pad(rest[owner[lane]], held, one->size);
                padded[owner[lane]] = true;
            } else if (lanes[lane].blocks == 0) {
                for (size_t byte = 0; byte < 16; byte++)
                    digests[owner[lane]][byte] = (uint8_t)(lanes[lane].state[byte / 4] >> 8 * (byte % 4));
                active--;
                lanes[lane] = lanes[active];
                owner[lane] = owner[active];
            }
        }
        if (active > 0) optml_md5_lanes_advance(kernel, lanes, active);
    }
    for (size_t lane = 0; lane < count; lane++) print("md5-lanes", digests[lane], 16);
}

int main(int argc, char **argv) {
    optml_md5_kernel kernel = argc == 2 && strcmp(argv[1], "neon") == 0 ? optml_md5_kernel_neon
                              : argc == 2 && strcmp(argv[1], "sse2") == 0 ? optml_md5_kernel_sse2
                                                                          : optml_md5_kernel_scalar;
    if (!optml_md5_kernel_is_available(kernel)) return 64;
    message stream, messages[optml_md5_most_lanes];
    size_t count = 0, unpacked = 0;
    if (!read_message(&stream, optml_deflate_continuation)) return 1;
    while (count < optml_md5_most_lanes && read_message(&messages[count], 0)) unpacked += messages[count++].size;
    size_t most = optml_md5_kernel_lanes(kernel);
    for (size_t first = 0; first < count; first += most)
        print_lanes(kernel, messages + first, count - first < most ? count - first : most);
    optml_crc_tables tables;
    optml_crc_tables_make(&tables, 0xEDB88320);
    for (size_t index = 0; index < count; index++) {
        const message *one = &messages[index];
        uint8_t digest[32], *output = malloc(one->size + 1);
        optml_md5 md5;
        optml_md5_start(&md5);
        optml_md5_update(&md5, one->bytes, one->size);
        optml_md5_finish(&md5, digest);
        print("md5", digest, 16);
        optml_sha256 sha256;
        optml_sha256_start(&sha256);
        optml_sha256_update(&sha256, one->bytes, one->size);
        optml_sha256_finish(&sha256, digest);
        print("sha256", digest, 32);
        printf("crc32 %08x\n", ~(uint32_t)optml_crc_update(&tables, 0xFFFFFFFF, one->bytes, one->size));
        if (one->size > 0) print("literals", output, optml_huffman_compress(one->bytes, one->size, output, one->size));
        free(output);
    }
    print("continued", stream.bytes, optml_deflate_continue(stream.bytes, stream.size, unpacked));
    return 0;
}
