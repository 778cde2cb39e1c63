import ModelArtifacts

/// The page that follows, asked for while the one before is still to be read.
struct PageAhead: Sendable {
    /// The token that it was asked for with.
    let token: ByteString
    private let task: Task<[UInt8], any Error>

    init(_ service: S3Service, _ uri: S3URI, token: ByteString) {
        self.token = token
        task = Task { try await service.body(.list(uri, token: token)) }
    }

    /// The answer.
    ///
    /// - Throws: see ``S3Client/send(_:check:)``.
    func body() async throws -> [UInt8] {
        try await withTaskCancellationHandler {
            try await task.value
        } onCancel: {
            task.cancel()
        }
    }

    /// Says that it is not wanted.
    func cancel() { task.cancel() }
}
