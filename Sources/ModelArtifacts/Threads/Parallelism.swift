import CKernels

/// How much runs at once: the one place where that is decided.
///
/// All work is bound by the processor or by copying from memory, so more threads than processors only take turns; each of them
/// also hashes fewer files side by side, which made 400 MB four times as slow with 32 threads on two processors.
package struct Parallelism: Sendable {
    /// The number of processors that this process may use at once: those it may run on, and no more than the quota of its
    /// container gives (sched_setaffinity(2); `cpu.max` of control groups, as Go's runtime counts them since 1.25).
    package static let processors = min(ProcessorQuota.ofProcess ?? .max, Int(optml_processor_count()))

    /// More threads than these beside that of a walk or a listing find nothing to do, which that one thread feeds.
    static let mostHelpers = 7

    /// More threads than these that pack an archive would only wait for each other and for the disk.
    static let mostPackers = 32

    /// The number of threads, at least 1, the caller's among them.
    package let jobs: Int

    /// - Parameter jobs: what was asked for; as many as there are processors if it is nil or more.
    package init(jobs: Int? = nil) {
        self.jobs = min(max(1, jobs ?? Self.processors), Self.processors)
    }
}
