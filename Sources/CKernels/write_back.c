#include "write_back.h"

#if defined(__linux__)
// As <fcntl.h> declares it for those who ask for more than POSIX.
extern int sync_file_range(int file, int64_t offset, int64_t count, unsigned int flags);
enum { start_writing = 2 };  // SYNC_FILE_RANGE_WRITE
#endif

void optml_begin_write_back(int file, int64_t offset, int64_t count) {
#if defined(__linux__)
    // A hint: what does not know it, such as a pipe, refuses it.
    (void)sync_file_range(file, offset, count, start_writing);
#else
    (void)file, (void)offset, (void)count;
#endif
}
