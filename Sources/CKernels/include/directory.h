#ifndef OPTML_DIRECTORY_H
#define OPTML_DIRECTORY_H

#include <stddef.h>

/// Reads the next entries of an open directory, as many as the buffer holds, in the form of `getdents64` of Linux (getdents(2)).
/// Returns how many bytes they take; 0 at the end, and negative if there is an error, of which `errno` tells, or if the system is
/// another one.
///
/// `readdir` needs a descriptor of its own and five more calls for each directory, which is much where it holds a single file.
ptrdiff_t optml_read_directory(int directory, void *buffer, size_t size);

#endif
