#include "cached_read.h"

#if defined(__linux__)
// As <sys/uio.h> declares them for those who ask for more than POSIX. Not every C library has the function.
struct iovec {
    void *base;
    size_t count;
};
__attribute__((weak)) extern long preadv2(int file, const struct iovec *pieces, int piece_count, int64_t offset, int flags);
enum { no_wait = 8 };  // RWF_NOWAIT
#endif

long optml_read_cached(int file, void *buffer, size_t count, int64_t offset) {
#if defined(__linux__)
    if (preadv2) {
        struct iovec piece = {buffer, count};
        return preadv2(file, &piece, 1, offset, no_wait);
    }
#endif
    (void)file, (void)buffer, (void)count, (void)offset;
    return -1;
}
