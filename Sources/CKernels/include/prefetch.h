#ifndef OPTML_PREFETCH_H
#define OPTML_PREFETCH_H

/// Has memory that is going to be read brought into the cache. It may be anywhere, and nothing waits for it.
static inline void optml_prefetch(const void *memory) { __builtin_prefetch(memory); }

#endif
