/// A piece of a file to be hashed: a part, or the whole file.
struct FilePiece: Sendable {
    /// The place of the file among all, from 0.
    let fileIndex: Int
    /// The file.
    let request: ETagRequest
    /// The number of the piece in its file, from 0.
    let index: Int
    /// What the pieces of the file share; nil if it is the only one.
    let shared: FileInProgress?

    /// The bytes of the piece.
    var range: Range<Int64> { request.plan.range(ofPiece: index) }

    /// Whether the file is open for longer than one read takes.
    var staysOpen: Bool { shared != nil || request.plan.size > Int64(MD5Lanes.chunkByteCount) }

    /// The file, opened now if it is not open yet. A file of one piece is open as long as it is referred to.
    ///
    /// - Throws: see ``ETagRequest/openChecked()``.
    func file() throws(ArtifactError) -> any RandomAccessFile {
        if let shared { try shared.file() } else { try request.openChecked() }
    }

    /// The ETag of the file, if the piece with that digest was the last one that was missing.
    ///
    /// - Throws: ``ArtifactError`` with code `changedWhileRead`.
    func complete(_ digest: MD5Digest) throws(ArtifactError) -> ETag? {
        if let shared { return try shared.complete(piece: index, digest: digest) }
        return ETag(wholeFile: digest, plan: request.plan)
    }
}

extension ETagRequest {
    /// Opens the file.
    ///
    /// - Throws: ``ArtifactError``: whatever opening throws, and `changedWhileRead` if the size is not that of the plan.
    func openChecked() throws(ArtifactError) -> any RandomAccessFile {
        let file = try open()
        guard file.size == plan.size else {
            throw .unexpectedSize(file.size, insteadOf: plan.size, path: file.path)
        }
        return file
    }
}
