#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#elseif canImport(Darwin)
    import Darwin
#endif

/// A thread of its own for work that waits and computes, one call after another, as long as an archive is read.
///
/// Tasks are no substitute: whoever reads an archive blocks a thread of their pool, which on one processor is the only one.
@safe package final class WorkerThread: Sendable {
    /// A way to hand a closure through a pointer.
    private final class Work {
        let body: () -> Void
        init(_ body: @escaping () -> Void) { self.body = body }
    }

    /// Nil once it has been waited for.
    private let thread: Lock<pthread_t?>

    /// Starts a thread; nil if the system has none left.
    ///
    /// - Parameter body: what it does. What it shares with other threads has to be guarded, which the compiler checks.
    package init?(_ body: @escaping @Sendable () -> Void) {
        let work = unsafe Unmanaged.passRetained(Work(body))
        #if canImport(Darwin)
            var thread: pthread_t?
        #else
            var thread = pthread_t()
        #endif
        let result = unsafe pthread_create(
            &thread, nil,
            { work in
                #if canImport(Darwin)
                    unsafe Unmanaged<Work>.fromOpaque(work).takeRetainedValue().body()
                #else
                    if let work = unsafe work { unsafe Unmanaged<Work>.fromOpaque(work).takeRetainedValue().body() }
                #endif
                return nil
            }, work.toOpaque())
        guard result == 0 else {
            unsafe work.release()
            return nil
        }
        self.thread = Lock(thread)
    }

    /// Lets a thread that nobody waits for end by itself: until it is waited for or let go, the system keeps its stack.
    deinit {
        thread.withLock { thread in
            if let running = thread { pthread_detach(running) }
        }
    }

    /// Waits until the work is done.
    package func join() {
        thread.withLock { thread in
            if let running = thread { pthread_join(running, nil) }
            thread = nil
        }
    }
}
