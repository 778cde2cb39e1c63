#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#elseif canImport(Darwin)
    import Darwin
#endif

/// A lock with a way to wait for what another thread does under it.
@safe final class Monitor {
    private let mutex = UnsafeMutablePointer<pthread_mutex_t>.allocate(capacity: 1)
    private let condition = UnsafeMutablePointer<pthread_cond_t>.allocate(capacity: 1)

    init() {
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

    /// Runs `body` with the lock held, as soon as `isReady` holds.
    func whenever<Value>(_ isReady: () -> Bool, _ body: () -> Value) -> Value {
        unsafe pthread_mutex_lock(mutex)
        defer { unsafe pthread_mutex_unlock(mutex) }
        while !isReady() { unsafe pthread_cond_wait(condition, mutex) }
        return body()
    }

    /// Runs `body` with the lock held and wakes those who wait.
    func change(_ body: () -> Void) {
        wake(afterChange: {
            body()
            return true
        })
    }

    /// Runs `body` with the lock held, and wakes those who wait if it says that this is something for them.
    func wake(afterChange body: () -> Bool) {
        unsafe pthread_mutex_lock(mutex)
        if body() { unsafe pthread_cond_broadcast(condition) }
        unsafe pthread_mutex_unlock(mutex)
    }
}
