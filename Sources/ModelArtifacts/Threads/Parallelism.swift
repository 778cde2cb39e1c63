#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#elseif canImport(Darwin)
    import Darwin
#endif

/// How much runs at once.
///
/// All work is bound by the processor or by copying from memory, so more threads than processors only take turns; each of them
/// also hashes fewer files side by side, which made 400 MB four times as slow with 32 threads on two processors.
package struct Parallelism: Sendable {
    /// The number of processors that this process may use at once: those it may run on, and no more than the quota of its
    /// container gives (sched_setaffinity(2); `cpu.max` of control groups, as Go's runtime counts them since 1.25).
    package static let processors = ProcessorQuota.ofProcess.map { min($0, allowed) } ?? allowed

    /// The number of threads, at least 1, the caller's among them.
    package let jobs: Int

    /// - Parameter jobs: what was asked for; as many as there are processors if it is nil or more.
    package init(jobs: Int? = nil) {
        self.jobs = min(max(1, jobs ?? Self.processors), Self.processors)
    }

    /// The number of processors that the system lets the process run on.
    private static var allowed: Int {
        #if os(Linux)
            var set = cpu_set_t()
            if unsafe sched_getaffinity(0, MemoryLayout<cpu_set_t>.size, &set) == 0 {
                let count = unsafe withUnsafeBytes(of: set) { bytes in
                    unsafe bytes.reduce(0) { $0 + $1.nonzeroBitCount }
                }
                if count > 0 { return count }
            }
        #endif
        return max(1, sysconf(CInt(_SC_NPROCESSORS_ONLN)))
    }
}
