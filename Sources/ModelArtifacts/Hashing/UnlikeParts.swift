/// Computes the ETag of a file that was uploaded in parts of unlike sizes.
enum UnlikeParts {
    private static let bufferSize = 1 << 20

    /// The ETag that parts of these sizes give, which are read one after another.
    ///
    /// - Parameters:
    ///   - partSizes: in bytes, whose sum is the size of the file.
    ///   - progress: told how many more bytes were read.
    /// - Throws: ``ArtifactError`` with code `readFailed` or `changedWhileRead`; `CancellationError`.
    static func etag(
        of file: any RandomAccessFile, partSizes: [Int64], progress: ((Int64) -> Void)? = nil
    ) throws -> ETag {
        let size = partSizes.reduce(0, +)
        guard file.size == size else { throw ArtifactError.unexpectedSize(file.size, insteadOf: size, path: file.path) }
        let buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: bufferSize, alignment: 16)
        defer { unsafe buffer.deallocate() }
        var (digests, offset): ([MD5Digest], Int64) = ([], 0)
        for partSize in partSizes {
            var (part, rest) = (MD5(), partSize)
            while rest > 0 {
                try Task.checkCancellation()
                let wanted = Int(min(Int64(bufferSize), rest))
                let piece = unsafe UnsafeMutableRawBufferPointer(rebasing: buffer[..<wanted])
                guard try unsafe file.read(into: piece, at: offset) == wanted else {
                    throw ArtifactError.unexpectedSize(offset, insteadOf: size, path: file.path)
                }
                unsafe part.update(UnsafeRawBufferPointer(piece))
                offset += Int64(wanted)
                rest -= Int64(wanted)
                progress?(Int64(wanted))
            }
            digests.append(part.finish())
        }
        try file.verifyUnchanged()
        return ETag(partDigests: digests)
    }
}
