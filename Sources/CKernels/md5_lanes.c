#include "md5_lanes.h"
#include "md5_blocks.h"
#include "md5_steps.h"
#include "md5_transpose.h"

#include <string.h>

// The vectors hold words as they stand in memory, so the kernels are for little-endian processors.
#if defined(__clang__) && __BYTE_ORDER__ == __ORDER_LITTLE_ENDIAN__
#if defined(__x86_64__)
#define OPTML_MD5_X86 1
#elif defined(__aarch64__)
#define OPTML_MD5_ARM 1
#endif
#endif

#if defined(OPTML_MD5_X86) || defined(OPTML_MD5_ARM)

// The functions of the rounds. Clang finds the instructions that do the most of each at once, whatever the form.
#define F(x, y, z) ((z) ^ ((x) & ((y) ^ (z))))
#define G(x, y, z) ((y) ^ ((z) & ((x) ^ (y))))
#define H(x, y, z) ((x) ^ (y) ^ (z))
#define I(x, y, z) ((y) ^ ((x) | ~(z)))

#define EACH_SET _Pragma("clang loop unroll(full)") for (int set = 0; set < SETS; set++)

#define VECTOR_STEP(function, a, b, c, d, word, constant, shift)                                 \
    EACH_SET {                                                                                   \
        a[set] += words[set][word] + (uint32_t)(constant) + function(b[set], c[set], d[set]);    \
        a[set] = ((a[set] << (shift)) | (a[set] >> (32 - (shift)))) + b[set];                    \
    }

// 4 messages a vector: SSE2 and NEON, which every processor of their kinds has.
#define TARGET
#define WIDTH 4
#define TRANSPOSE TRANSPOSE_4
#define KERNEL take_4x1
#define SETS 1
#include "md5_lanes_kernel.h"
#define KERNEL take_4x2
#define SETS 2
#include "md5_lanes_kernel.h"
#define KERNEL take_4x3
#define SETS 3
#include "md5_lanes_kernel.h"
#undef TARGET
#undef WIDTH
#undef TRANSPOSE

#endif

#if defined(OPTML_MD5_X86)

#define TARGET __attribute__((target("avx2")))
#define WIDTH 8
#define TRANSPOSE TRANSPOSE_8
#define KERNEL take_8x1
#define SETS 1
#include "md5_lanes_kernel.h"
#define KERNEL take_8x2
#define SETS 2
#include "md5_lanes_kernel.h"
#define KERNEL take_8x3
#define SETS 3
#include "md5_lanes_kernel.h"
#undef TARGET
#undef WIDTH
#undef TRANSPOSE

#define TARGET __attribute__((target("avx512f,avx512vl,avx512bw,avx512dq")))
#define WIDTH 16
#define TRANSPOSE TRANSPOSE_16
#define KERNEL take_16x1
#define SETS 1
#include "md5_lanes_kernel.h"
#define KERNEL take_16x2
#define SETS 2
#include "md5_lanes_kernel.h"
#define KERNEL take_16x3
#define SETS 3
#include "md5_lanes_kernel.h"
#undef TARGET
#undef WIDTH
#undef TRANSPOSE

#endif

typedef void take_function(optml_md5_lane *const lanes[], size_t blocks);

_Static_assert(optml_md5_most_lanes >= 3 * 16, "three vectors of the widest kernel");

/// What a kernel consists of.
typedef struct {
    size_t width;            ///< messages a vector; 1 if there are no vectors
    size_t fewest;           ///< with fewer lanes than these, one after the other is faster
    take_function *take[3];  ///< for one, two and three vectors
} shape;

static shape shape_of(optml_md5_kernel kernel) {
    switch (kernel) {
#if defined(OPTML_MD5_X86)
    case optml_md5_kernel_sse2: return (shape){4, 3, {take_4x1, take_4x2, take_4x3}};
    case optml_md5_kernel_avx2: return (shape){8, 3, {take_8x1, take_8x2, take_8x3}};
    case optml_md5_kernel_avx512: return (shape){16, 3, {take_16x1, take_16x2, take_16x3}};
#elif defined(OPTML_MD5_ARM)
    case optml_md5_kernel_neon: return (shape){4, 3, {take_4x1, take_4x2, take_4x3}};
#endif
    default: return (shape){1, SIZE_MAX, {0}};
    }
}

bool optml_md5_kernel_is_available(optml_md5_kernel kernel) {
    switch (kernel) {
    case optml_md5_kernel_scalar: return true;
#if defined(OPTML_MD5_X86)
    case optml_md5_kernel_sse2: return true;
    // These ask about the operating system too, which has to keep the wider registers.
    case optml_md5_kernel_avx2: return __builtin_cpu_supports("avx2");
    case optml_md5_kernel_avx512:
        return __builtin_cpu_supports("avx512f") && __builtin_cpu_supports("avx512vl") &&
               __builtin_cpu_supports("avx512bw") && __builtin_cpu_supports("avx512dq");
#elif defined(OPTML_MD5_ARM)
    case optml_md5_kernel_neon: return true;
#endif
    default: return false;
    }
}

size_t optml_md5_kernel_lanes(optml_md5_kernel kernel) {
    size_t width = shape_of(kernel).width;
    return width == 1 ? 1 : 3 * width;
}

void optml_md5_lane_start(optml_md5_lane *lane) {
    static const optml_md5_lane empty = {{0x67452301, 0xefcdab89, 0x98badcfe, 0x10325476}, 0, 0};
    *lane = empty;
}

size_t optml_md5_pad(uint8_t *rest, size_t held, uint64_t length) {
    size_t blocks = held < 56 ? 1 : 2;
    memset(rest + held, 0, 64 * blocks - held);
    rest[held] = 0x80;
    uint64_t bits = length << 3;
    for (size_t index = 0; index < 8; index++) rest[64 * blocks - 8 + index] = (uint8_t)(bits >> (8 * index));
    return blocks;
}

void optml_md5_lanes_advance(optml_md5_kernel kernel, optml_md5_lane *lanes, size_t count) {
    if (count == 0) return;
    size_t blocks = SIZE_MAX;
    for (size_t index = 0; index < count; index++) {
        if (lanes[index].blocks < blocks) blocks = lanes[index].blocks;
    }
    if (blocks == 0) return;

    shape shape = shape_of(kernel);
    if (count < shape.fewest) {
        for (size_t index = 0; index < count; index++) {
            optml_md5_take_blocks(lanes[index].state, lanes[index].next, blocks);
        }
    } else {
        size_t sets = (count + shape.width - 1) / shape.width;
        // Places that nothing stands at do the work of the first lane again, apart from it.
        optml_md5_lane spare = lanes[0];
        optml_md5_lane *places[optml_md5_most_lanes];
        for (size_t index = 0; index < sets * shape.width; index++) {
            places[index] = index < count ? &lanes[index] : &spare;
        }
        shape.take[sets - 1](places, blocks);
    }
    for (size_t index = 0; index < count; index++) {
        lanes[index].next += 64 * blocks;
        lanes[index].blocks -= blocks;
    }
}
