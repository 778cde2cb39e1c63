#include "directory.h"

#include <unistd.h>

#if defined(__linux__)

#include <sys/syscall.h>

// As <unistd.h> declares it for those who ask for more than POSIX.
extern long syscall(long number, ...);

ptrdiff_t optml_read_directory(int directory, void *buffer, size_t size) {
    return (ptrdiff_t)syscall(SYS_getdents64, directory, buffer, size);
}

#else

ptrdiff_t optml_read_directory(int directory, void *buffer, size_t size) {
    (void)directory, (void)buffer, (void)size;
    return -1;
}

#endif
