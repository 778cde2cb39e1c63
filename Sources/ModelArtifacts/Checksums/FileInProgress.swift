import Synchronization

/// A file while its parts are being hashed, possibly by several workers at once.
final class FileInProgress: Sendable {
    private struct State {
        var file: (any RandomAccessFile)?
        var digests: [MD5Digest]
        var missing: Int
    }

    /// The place of the file among all, from 0.
    let index: Int
    let request: ETagRequest
    private let state: Mutex<State>

    /// Prepares the file; it is opened when ``file()`` is first asked for.
    init(index: Int, request: ETagRequest) {
        self.index = index
        self.request = request
        let count = request.plan.pieceCount
        let digests = count > 1 ? [MD5Digest](repeating: MD5Digest(high: 0, low: 0), count: count) : []
        state = Mutex(State(file: nil, digests: digests, missing: count))
    }

    /// The open file. Whoever comes while another worker opens it waits for that.
    ///
    /// - Throws: ``ArtifactError``: whatever opening throws, and `changedWhileRead` if the size is not that of the plan.
    func file() throws(ArtifactError) -> any RandomAccessFile {
        try state.withLock { state throws(ArtifactError) in
            if let file = state.file { return file }
            let file = try request.open()
            guard file.size == request.plan.size else {
                throw .unexpectedSize(file.size, insteadOf: request.plan.size, path: file.path)
            }
            state.file = file
            return file
        }
    }

    /// Keeps the digest of a piece. The last one that was missing closes the file and gives the ETag.
    ///
    /// - Throws: ``ArtifactError`` with code `changedWhileRead`.
    func complete(piece: Int, digest: MD5Digest) throws(ArtifactError) -> ETag? {
        let ended: (file: (any RandomAccessFile)?, digests: [MD5Digest])? = state.withLock { state in
            if state.digests.isEmpty == false { state.digests[piece] = digest }
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
        guard request.plan.partSize != nil else { return ETag(md5: digest) }
        return ETag(partDigests: ended.digests.isEmpty ? [digest] : ended.digests)
    }
}
