/// A thread for work that waits for tasks, away from the pool that runs them.
package enum OwnThread {
    /// Does the work on a thread of its own.
    ///
    /// - Throws: what the work throws, and ``ArtifactError`` with code `outOfResources` if the system has no thread left.
    package static func run<Value: Sendable>(
        _ work: @escaping @Sendable () throws(ArtifactError) -> Value
    ) async throws -> Value {
        try await withCheckedThrowingContinuation { continuation in
            let thread = WorkerThread {
                do throws(ArtifactError) {
                    continuation.resume(returning: try work())
                } catch {
                    continuation.resume(throwing: error)
                }
            }
            if thread == nil {
                continuation.resume(
                    throwing: ArtifactError(.outOfResources, "cannot start a thread to read with; run fewer programs"))
            }
        }
    }
}
