#include "file_ring.h"

#include <fcntl.h>
#include <stdlib.h>
#include <unistd.h>

#if defined(__linux__) && __has_include(<linux/io_uring.h>)

#include <errno.h>
#include <linux/io_uring.h>
#include <stdbool.h>
#include <stdint.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/syscall.h>

// Source of the protocol: io_uring(7), io_uring_setup(2), io_uring_enter(2).

// As <unistd.h> declares it for those who ask for more than POSIX.
extern long syscall(long number, ...);

struct optml_file_ring {
    int descriptor;
    struct io_uring_params parameters;
    uint8_t *queues;  ///< that of requests to hand over, and that of results
    size_t queues_size;
    struct io_uring_sqe *requests;
    size_t requests_size;
    bool is_broken;  ///< whether results may come that nobody waits for
};

static unsigned *field(const optml_file_ring *ring, unsigned offset) { return (unsigned *)(ring->queues + offset); }

/// Makes the request with that number among those that are to be handed over next.
static struct io_uring_sqe *make_request(optml_file_ring *ring, size_t index, uint8_t operation, int file) {
    unsigned place = (*field(ring, ring->parameters.sq_off.tail) + (unsigned)index) & (ring->parameters.sq_entries - 1);
    field(ring, ring->parameters.sq_off.array)[place] = place;
    struct io_uring_sqe *request = &ring->requests[place];
    memset(request, 0, sizeof *request);
    request->opcode = operation;
    request->fd = file;
    request->user_data = index;
    return request;
}

/// Takes the results that are there, and returns how many.
static size_t take_results(optml_file_ring *ring, int results[]) {
    unsigned *head = field(ring, ring->parameters.cq_off.head);
    unsigned tail = __atomic_load_n(field(ring, ring->parameters.cq_off.tail), __ATOMIC_ACQUIRE);
    const struct io_uring_cqe *all = (const void *)(ring->queues + ring->parameters.cq_off.cqes);
    size_t count = 0;
    for (unsigned at = *head; at != tail; at++, count++) {
        const struct io_uring_cqe *result = &all[at & (ring->parameters.cq_entries - 1)];
        results[result->user_data] = result->res;
    }
    __atomic_store_n(head, tail, __ATOMIC_RELEASE);
    return count;
}

/// Hands over the `count` requests that were made and waits for their results, which are negative for errors. Returns how many
/// were handed over: all, unless the ring is broken.
static size_t run(optml_file_ring *ring, size_t count, int results[]) {
    unsigned *tail = field(ring, ring->parameters.sq_off.tail);
    __atomic_store_n(tail, *tail + (unsigned)count, __ATOMIC_RELEASE);
    for (size_t index = 0; index < count; index++) results[index] = -1;
    size_t handed = 0, done = 0;
    while (done < count) {
        long result = syscall(
            SYS_io_uring_enter, ring->descriptor, (unsigned)(count - handed), (unsigned)(count - done),
            IORING_ENTER_GETEVENTS, NULL, 0);
        bool is_interrupted = result < 0 && errno == EINTR;
        if (result > 0) handed += (size_t)result;
        done += take_results(ring, results);
        if (!is_interrupted && (result < 0 || (result == 0 && handed < count))) {
            ring->is_broken = true;
            break;
        }
    }
    return handed;
}

static bool works(optml_file_ring *ring) {
    const size_t start = 0;
    int directory = AT_FDCWD, file = -1, result = -1;
    optml_open_files(ring, &directory, "/", &start, 1, O_RDONLY | O_DIRECTORY | O_CLOEXEC, &file);
    if (file < 0) return false;
    if (!ring->is_broken) {
        make_request(ring, 0, IORING_OP_CLOSE, file);
        run(ring, 1, &result);
    }
    if (result < 0) close(file);
    return result == 0 && !ring->is_broken;
}

static void *map(const optml_file_ring *ring, size_t size, off_t part) {
    void *memory = mmap(NULL, size, PROT_READ | PROT_WRITE, MAP_SHARED, ring->descriptor, part);
    return memory == MAP_FAILED ? NULL : memory;
}

optml_file_ring *optml_file_ring_make(void) {
    optml_file_ring *ring = calloc(1, sizeof *ring);
    if (!ring) return NULL;
    struct io_uring_params *parameters = &ring->parameters;
    ring->descriptor = (int)syscall(SYS_io_uring_setup, (unsigned)optml_file_ring_most_files, parameters);
    if (ring->descriptor < 0) {
        free(ring);
        return NULL;
    }
    // Systems that map each queue by itself do not open files either.
    if (parameters->features & IORING_FEAT_SINGLE_MMAP) {
        size_t requests = parameters->sq_off.array + parameters->sq_entries * sizeof(unsigned);
        size_t results = parameters->cq_off.cqes + parameters->cq_entries * sizeof(struct io_uring_cqe);
        ring->queues_size = requests > results ? requests : results;
        ring->queues = map(ring, ring->queues_size, IORING_OFF_SQ_RING);
        ring->requests_size = parameters->sq_entries * sizeof(struct io_uring_sqe);
        ring->requests = map(ring, ring->requests_size, IORING_OFF_SQES);
    }
    if (ring->queues && ring->requests && works(ring)) return ring;
    optml_file_ring_free(ring);
    return NULL;
}

void optml_file_ring_free(optml_file_ring *ring) {
    if (!ring) return;
    if (ring->queues) munmap(ring->queues, ring->queues_size);
    if (ring->requests) munmap(ring->requests, ring->requests_size);
    close(ring->descriptor);
    free(ring);
}

void optml_open_files(
    optml_file_ring *ring, const int directories[], const char *names, const size_t starts[], size_t count, int flags,
    int files[]
) {
    size_t handed = 0;
    if (ring && !ring->is_broken) {
        for (size_t index = 0; index < count; index++) {
            struct io_uring_sqe *request = make_request(ring, index, IORING_OP_OPENAT, directories[index]);
            request->addr = (uintptr_t)(names + starts[index]);
            request->open_flags = (unsigned)flags;
        }
        handed = run(ring, count, files);
    }
    for (size_t index = handed; index < count; index++) files[index] = openat(directories[index], names + starts[index], flags);
}

void optml_close_files(optml_file_ring *ring, const int files[], size_t count) {
    int open[optml_file_ring_most_files], results[optml_file_ring_most_files];
    size_t open_count = 0, handed = 0;
    for (size_t index = 0; index < count; index++) {
        if (files[index] >= 0) open[open_count++] = files[index];
    }
    if (ring && !ring->is_broken) {
        for (size_t index = 0; index < open_count; index++) make_request(ring, index, IORING_OP_CLOSE, open[index]);
        handed = run(ring, open_count, results);
    }
    for (size_t index = handed; index < open_count; index++) close(open[index]);
}

#else

optml_file_ring *optml_file_ring_make(void) { return NULL; }

void optml_file_ring_free(optml_file_ring *ring) { (void)ring; }

void optml_open_files(
    optml_file_ring *ring, const int directories[], const char *names, const size_t starts[], size_t count, int flags,
    int files[]
) {
    (void)ring;
    for (size_t index = 0; index < count; index++) files[index] = openat(directories[index], names + starts[index], flags);
}

void optml_close_files(optml_file_ring *ring, const int files[], size_t count) {
    (void)ring;
    for (size_t index = 0; index < count; index++) {
        if (files[index] >= 0) close(files[index]);
    }
}

#endif
