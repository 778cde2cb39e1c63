/// A task for whose result a thread waits. That thread must not be one of the pool that runs tasks, since on one processor there is
/// no other.
final class AwaitedTask<Value: Sendable>: Sendable {
    private let result: Monitor<Result<Value, any Error>?>
    private let task: Task<Void, Never>

    /// Starts the task.
    init(_ body: @escaping @Sendable () async throws -> Value) {
        let result = Monitor<Result<Value, any Error>?>(nil)
        self.result = result
        task = Task.detached {
            let outcome: Result<Value, any Error>
            do { outcome = .success(try await body()) } catch { outcome = .failure(error) }
            result.change { $0 = outcome }
        }
    }

    deinit { task.cancel() }

    /// Waits for the result.
    ///
    /// - Throws: ``ArtifactError`` that the task throws, or with code `readFailed` if it was cancelled.
    func value() throws(ArtifactError) -> Value {
        switch result.whenever({ $0 != nil }, { $0 }) {
        case .success(let value): return value
        case .failure(let error as ArtifactError): throw error
        case .failure, nil: throw ArtifactError(.readFailed, "reading was given up")
        }
    }
}
