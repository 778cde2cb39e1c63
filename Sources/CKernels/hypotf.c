#include <math.h>

/// The length of a vector, rounded as `float`s are.
///
/// Swift's overlay of the C library names it, though nothing here calls that; with glibc it would be the one symbol newer than
/// version 2.34 (it got a new version in 2.35). Weak, so that it is in nobody's way where the C library is linked statically.
__attribute__((weak)) float hypotf(float x, float y) {
    if (isinf(x) || isinf(y)) return INFINITY;
    return (float)__builtin_sqrt((double)x * x + (double)y * y);
}
