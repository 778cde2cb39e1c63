#include "crc32.h"

#if defined(__x86_64__) && __clang__

#include <immintrin.h>

// A CRC is the remainder of a division of polynomials, so that bytes can be replaced by what they contribute further on: their
// product with a power of x, which is computed for two registers of 16 bytes at once. The bits are in reverse, as those of the
// CRC-32 of gzip are.
//
// Source of the method: V. Gopal and others, "Fast CRC Computation for Generic Polynomials Using PCLMULQDQ Instruction" (Intel,
// 2009). Each constant is x^n modulo the polynomial, 32 bits in reverse and shifted by one; n is the distance in bits, plus 32
// for the lower half of a register and minus 32 for the upper half.

enum { step = 128 };

static const uint64_t across_step[2] = {0x1e88ef372, 0x14a7fe880};      // 1,024 bits
static const uint64_t across_register[2] = {0x1751997d0, 0x0ccaa009e};  // 128 bits

__attribute__((target("avx2,pclmul,vpclmulqdq"))) static inline __m256i load(const uint8_t *bytes) {
    return _mm256_loadu_si256((const __m256i *)bytes);
}

__attribute__((target("avx2,pclmul,vpclmulqdq"))) static inline __m256i
move_two(__m256i registers, __m256i powers, __m256i next) {
    __m256i low = _mm256_clmulepi64_epi128(registers, powers, 0x00);
    __m256i high = _mm256_clmulepi64_epi128(registers, powers, 0x11);
    return _mm256_xor_si256(_mm256_xor_si256(low, high), next);
}

__attribute__((target("avx2,pclmul,vpclmulqdq"))) static inline __m128i
move_one(__m128i bits, __m128i powers, __m128i next) {
    __m128i low = _mm_clmulepi64_si128(bits, powers, 0x00);
    __m128i high = _mm_clmulepi64_si128(bits, powers, 0x11);
    return _mm_xor_si128(_mm_xor_si128(low, high), next);
}

__attribute__((target("avx2,pclmul,vpclmulqdq"))) static size_t
fold(uint32_t remainder, const uint8_t *bytes, size_t count, uint8_t folded[16]) {
    __m256i powers = _mm256_broadcastsi128_si256(_mm_loadu_si128((const __m128i *)across_step));
    __m256i first = _mm256_xor_si256(load(bytes), _mm256_zextsi128_si256(_mm_cvtsi32_si128((int)remainder)));
    __m256i second = load(bytes + 32), third = load(bytes + 64), fourth = load(bytes + 96);
    size_t used = step;
    for (; count - used >= step; used += step) {
        first = move_two(first, powers, load(bytes + used));
        second = move_two(second, powers, load(bytes + used + 32));
        third = move_two(third, powers, load(bytes + used + 64));
        fourth = move_two(fourth, powers, load(bytes + used + 96));
    }
    __m256i pairs[] = {first, second, third, fourth};
    __m128i power = _mm_loadu_si128((const __m128i *)across_register);
    __m128i last = _mm_setzero_si128();
    for (size_t index = 0; index < 4; index++) {
        last = move_one(last, power, _mm256_castsi256_si128(pairs[index]));
        last = move_one(last, power, _mm256_extracti128_si256(pairs[index], 1));
    }
    _mm_storeu_si128((__m128i *)folded, last);
    return used;
}

size_t optml_crc32_fold(uint32_t remainder, const void *bytes, size_t count, void *folded) {
    if (count < step || !__builtin_cpu_supports("avx2") || !__builtin_cpu_supports("vpclmulqdq")) return 0;
    return fold(remainder, bytes, count, folded);
}

#else

size_t optml_crc32_fold(uint32_t remainder, const void *bytes, size_t count, void *folded) {
    (void)remainder, (void)bytes, (void)count, (void)folded;
    return 0;
}

#endif
