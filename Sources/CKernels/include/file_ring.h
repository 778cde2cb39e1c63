#ifndef OPTML_FILE_RING_H
#define OPTML_FILE_RING_H

#include <stddef.h>

// Opening and closing many files with one system call for all of them, by io_uring of Linux. With files of a few kilobytes,
// calls to the system are most of the work.

/// The most files at a time: enough to share a call, and few beside those that a process may have open.
enum { optml_file_ring_most_files = 32 };

/// A way to hand many requests over to the system. It belongs to one thread at a time.
typedef struct optml_file_ring optml_file_ring;

/// Makes a ring. NULL where the system has none that opens files (before Linux 5.6, other systems), or does not let the
/// process have one, as in many containers.
optml_file_ring *optml_file_ring_make(void);

/// Frees a ring, or does nothing for NULL.
void optml_file_ring_free(optml_file_ring *ring);

/// Opens `count` files, at most `optml_file_ring_most_files`, each below an open directory of its own, with the flags of `openat`;
/// one by one if the ring is NULL. Each has its name, ended by a NUL, `starts[i]` bytes behind `names`. `files[i]` becomes its
/// descriptor, or negative if it cannot be opened.
void optml_open_files(
    optml_file_ring *ring, const int directories[], const char *names, const size_t starts[], size_t count, int flags,
    int files[]);

/// Closes `count` files, at most `optml_file_ring_most_files`, of which those that are negative are none.
void optml_close_files(optml_file_ring *ring, const int files[], size_t count);

#endif
