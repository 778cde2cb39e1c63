#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <unistd.h>

#if defined(__linux__)

// What Swift's run time exports for this (include/swift/Runtime/Concurrency.h of swiftlang/swift), and libdispatch, which runs its tasks
// (dispatch/queue.h of swiftlang/swift-corelibs-libdispatch). In a program without tasks there is none of it.
typedef __attribute__((swiftcall)) void enqueue_original(void *job);
__attribute__((weak)) extern __attribute__((swiftcall)) void (*swift_task_enqueueGlobal_hook)(void *job, enqueue_original *original);
__attribute__((weak)) __attribute__((swiftcall)) void swift_job_run(void *job, void *executor, uintptr_t implementation);
__attribute__((weak)) void *dispatch_get_global_queue(intptr_t identifier, uintptr_t flags);
__attribute__((weak)) void dispatch_async_f(void *queue, void *context, void (*work)(void *));

static const intptr_t default_priority = 0;
/// `DISPATCH_QUEUE_OVERCOMMIT` (private/queue_private.h): the threads of such a queue are not watched.
static const uintptr_t overcommit = 2;

static void run(void *job) { swift_job_run(job, NULL, 0); }

static __attribute__((swiftcall)) void enqueue(void *job, enqueue_original *original) {
    (void)original;
    dispatch_async_f(dispatch_get_global_queue(default_priority, overcommit), job, run);
}

/// Whether `/proc` is mounted, and tells of the name space of processes that this one is in.
static int has_proc(void) {
    char process[24] = {0};
    return readlink("/proc/self", process, sizeof process - 1) > 0 && strtol(process, NULL, 10) == getpid();
}

/// libdispatch watches the threads of its queues by `/proc/[thread]/stat`, at once and each second, and ends the process where there is
/// no such file (src/event/workqueue.c, "registered worker exited prematurely"). Without `/proc`, as in a bare root or a hardened
/// sandbox, tasks run on threads that it does not watch.
__attribute__((constructor)) static void choose_threads_of_tasks(void) {
    if (&swift_task_enqueueGlobal_hook != NULL && dispatch_async_f != NULL && !has_proc()) swift_task_enqueueGlobal_hook = enqueue;
}

#endif
