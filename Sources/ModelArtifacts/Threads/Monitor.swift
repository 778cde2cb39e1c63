#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#elseif canImport(Darwin)
    import Darwin
#endif

/// A value that one thread uses at a time, as that of a ``Lock``, with a way to wait for what others make of it.
@safe final class Monitor<State>: @unchecked Sendable {
    private let mutex = UnsafeMutablePointer<pthread_mutex_t>.allocate(capacity: 1)
    private let condition = UnsafeMutablePointer<pthread_cond_t>.allocate(capacity: 1)
    private var state: State

    /// Takes the value to guard.
    init(_ state: sending State) {
        self.state = state
        unsafe mutex.initialize(to: pthread_mutex_t())
        unsafe condition.initialize(to: pthread_cond_t())
        unsafe pthread_mutex_init(mutex, nil)
        unsafe pthread_cond_init(condition, nil)
    }

    deinit {
        unsafe pthread_cond_destroy(condition)
        unsafe pthread_mutex_destroy(mutex)
        unsafe condition.deallocate()
        unsafe mutex.deallocate()
    }

    /// Runs `body` with the value, as soon as no other thread has it. Nobody is woken: for what nobody waits for.
    func withLock<Result>(_ body: (inout State) -> Result) -> Result {
        unsafe pthread_mutex_lock(mutex)
        defer { unsafe pthread_mutex_unlock(mutex) }
        return body(&state)
    }

    /// Runs `body` with the value, as soon as `isReady` holds. Nobody is woken.
    func whenever<Result>(_ isReady: (inout State) -> Bool, _ body: (inout State) -> Result) -> Result {
        unsafe pthread_mutex_lock(mutex)
        defer { unsafe pthread_mutex_unlock(mutex) }
        while !isReady(&state) { unsafe pthread_cond_wait(condition, mutex) }
        return body(&state)
    }

    /// Runs `body` with the value, as soon as `isReady` holds, and wakes those who wait.
    func change<Result>(
        when isReady: (inout State) -> Bool = { _ in true }, _ body: (inout State) -> Result
    ) -> Result {
        whenever(isReady) { state in
            defer { unsafe pthread_cond_broadcast(condition) }
            return body(&state)
        }
    }

    /// Runs `body` with the value, as soon as no other thread has it, and wakes those who wait if it says that this is something for
    /// them.
    func wake(_ body: (inout State) -> Bool) {
        unsafe pthread_mutex_lock(mutex)
        defer { unsafe pthread_mutex_unlock(mutex) }
        if body(&state) { unsafe pthread_cond_broadcast(condition) }
    }
}
