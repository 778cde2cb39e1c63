import ModelArtifacts

@testable import S3

/// Gives out credentials that end, another key each time.
final class CountingSource: CredentialSource {
    let identity = "the counter"
    private let seconds: Int64
    private let calls = Lock(0)
    private let fails: @Sendable (_ call: Int) -> Bool

    /// - Parameters:
    ///   - seconds: how long they hold.
    ///   - fails: whether a call fails, the first being 1.
    init(seconds: Int64, fails: @escaping @Sendable (_ call: Int) -> Bool = { _ in false }) {
        self.seconds = seconds
        self.fails = fails
    }

    var count: Int { calls.withLock { $0 } }

    func credentials() async throws -> Credentials {
        let call = calls.withLock { calls in
            calls += 1
            return calls
        }
        guard !fails(call) else { throw ArtifactError(.readFailed, "no") }
        return Credentials(
            accessKeyID: "AKID\(call)", secretAccessKey: "s",
            expiration: ServiceTime(seconds: ServiceTime.now.seconds + seconds))
    }
}
