/// Remembers that S3 refuses to answer, so that it is said once, and nobody goes on asking in vain.
final class RefusedQuestions: Sendable {
    /// So many refusals without any answer are enough to know that there will be none.
    private static let limit = 4

    private struct State {
        var answers = 0
        var refusals = 0
        var remark: String?
    }

    private let state = Lock(State())

    /// What was refused; nil if nothing was. Safe to show.
    var remark: String? { state.withLock { $0.remark } }

    /// Asks; nil if that is refused, or hopeless.
    ///
    /// - Throws: what `body` throws, but for ``ArtifactError`` with code `accessDenied`.
    func ask<Answer: Sendable>(_ body: @Sendable () async throws -> Answer) async throws -> Answer? {
        guard state.withLock({ $0.answers > 0 || $0.refusals < Self.limit }) else { return nil }
        do {
            let answer = try await body()
            state.withLock { $0.answers += 1 }
            return answer
        } catch let error as ArtifactError where error.code == .accessDenied {
            state.withLock { state in
                state.refusals += 1
                // The least of them, whichever comes first, so that many runs say the same more often than not.
                state.remark = min(state.remark ?? error.message, error.message)
            }
            return nil
        }
    }
}
