// The MD5 of SETS times WIDTH messages at once; included once for each kernel, with these defined:
//   KERNEL     the name of the function
//   TARGET     its target attribute, or nothing
//   WIDTH      how many messages share a vector: 4, 8 or 16
//   SETS       how many vectors are worked on in turn. A step of MD5 waits for the step before; the others fill the gaps.
//   TRANSPOSE  turns WIDTH blocks into vectors of words
//
// It is written without intrinsics: from `^`, `&`, `<<` and the like, clang makes the instructions that combine three
// operands or rotate, where the processor has them.

#define VECTOR JOIN(KERNEL, _vector)
#define JOIN(left, right) JOIN_EXPANDED(left, right)
#define JOIN_EXPANDED(left, right) left##right

typedef uint32_t VECTOR __attribute__((vector_size(4 * WIDTH), aligned(4 * WIDTH)));

TARGET static void KERNEL(optml_md5_lane *const lanes[], size_t blocks) {
    const uint8_t *next[SETS * WIDTH];
    VECTOR a[SETS], b[SETS], c[SETS], d[SETS];
    for (int set = 0; set < SETS; set++) {
        for (int index = 0; index < WIDTH; index++) {
            const optml_md5_lane *lane = lanes[set * WIDTH + index];
            next[set * WIDTH + index] = lane->next;
            a[set][index] = lane->state[0];
            b[set][index] = lane->state[1];
            c[set][index] = lane->state[2];
            d[set][index] = lane->state[3];
        }
    }
    for (size_t offset = 0; offset < 64 * blocks; offset += 64) {
        VECTOR words[SETS][16], before[SETS][4];
        EACH_SET {
            TRANSPOSE(VECTOR, words[set], next + set * WIDTH, offset)
            before[set][0] = a[set];
            before[set][1] = b[set];
            before[set][2] = c[set];
            before[set][3] = d[set];
        }
        // The registers are few: these are to be added from memory, not kept.
        __asm__ volatile("" : : "r"(words), "r"(before) : "memory");
        OPTML_MD5_STEPS(VECTOR_STEP)
        EACH_SET {
            a[set] += before[set][0];
            b[set] += before[set][1];
            c[set] += before[set][2];
            d[set] += before[set][3];
        }
    }
    for (int set = 0; set < SETS; set++) {
        for (int index = 0; index < WIDTH; index++) {
            optml_md5_lane *lane = lanes[set * WIDTH + index];
            lane->state[0] = a[set][index];
            lane->state[1] = b[set][index];
            lane->state[2] = c[set][index];
            lane->state[3] = d[set][index];
        }
    }
}

#undef JOIN
#undef JOIN_EXPANDED
#undef VECTOR
#undef KERNEL
#undef SETS
