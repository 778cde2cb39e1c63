#ifndef OPTML_PROCESSORS_H
#define OPTML_PROCESSORS_H

/// The number of processors that the system lets this process run on (sched_getaffinity(2)), or that are online where it does not say;
/// at least 1.
int optml_processor_count(void);

#endif
