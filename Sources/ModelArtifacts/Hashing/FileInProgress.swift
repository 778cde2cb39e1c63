/// A file of several pieces while they are being hashed, possibly by several workers at once.
final class FileInProgress: Sendable {
    private struct State {
        var file: (any RandomAccessFile)?
        var digests: [MD5Digest]
        var missing: Int
    }

    private let request: ETagRequest
    private let state: Lock<State>

    /// Prepares the file; it is opened when ``file()`` is first asked for.
    init(request: ETagRequest) {
        self.request = request
        let count = request.plan.pieceCount
        let digests = [MD5Digest](repeating: MD5Digest(high: 0, low: 0), count: count)
        state = Lock(State(file: nil, digests: digests, missing: count))
    }

    /// The open file. Whoever comes while another worker opens it waits for that.
    ///
    /// - Throws: see ``ETagRequest/openChecked()``.
    func file() throws(ArtifactError) -> any RandomAccessFile {
        try state.withLock { state throws(ArtifactError) in
            if let file = state.file { return file }
            let file = try request.openChecked()
            state.file = file
            return file
        }
    }

    /// Keeps the digest of a piece. The last one that was missing closes the file and gives the ETag.
    ///
    /// - Throws: ``ArtifactError`` with code `changedWhileRead`.
    func complete(piece: Int, digest: MD5Digest) throws(ArtifactError) -> ETag? {
        let ended: (file: (any RandomAccessFile)?, digests: [MD5Digest])? = state.withLock { state in
            state.digests[piece] = digest
            state.missing -= 1
            guard state.missing == 0 else { return nil }
            defer {
                state.file = nil
                state.digests = []
            }
            return (state.file, state.digests)
        }
        guard let ended else { return nil }
        try ended.file?.verifyUnchanged()
        return ETag(partDigests: ended.digests)
    }
}
