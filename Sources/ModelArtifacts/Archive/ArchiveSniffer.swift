/// Tells from a file's first bytes what it is, and what is inside if it is compressed with gzip.
package struct ArchiveSniffer: Hashable, Sendable {
    /// What gzip data holds.
    package enum Inner: Hashable, Sendable {
        /// What the first decompressed bytes are.
        case kind(ContentKind)
        /// The data is damaged before enough of it could be decompressed.
        case damaged(GzipFault)
    }

    /// What the file is.
    package let outer: ContentKind
    /// What is inside; nil if the file is not gzip data.
    package let inner: Inner?

    /// Whether this is a gzip-compressed tar archive, as far as its beginning tells.
    package var isGzipTar: Bool { inner == .kind(.tar) }

    /// Reads the beginning of `file`.
    ///
    /// - Throws: ``ArtifactError`` with code `readFailed` or `changedWhileRead`.
    package init(_ file: any RandomAccessFile) throws(ArtifactError) {
        outer = ContentKind.of(prefix: try Self.prefix(of: FileByteStream(file)))
        guard outer == .gzip else {
            inner = nil
            return
        }
        let stream = try GzipStream(FileByteStream(file))
        do throws(ArchiveReadError) {
            inner = .kind(ContentKind.of(prefix: try Self.prefix(of: stream)))
        } catch {
            switch error {
            case .gzip(let fault): inner = .damaged(fault)
            case .input(let error): throw error
            // Neither of them comes from a decompressor.
            case .tar, .sizeLimit: inner = .kind(.unknown)
            }
        }
    }

    private static func prefix<Stream: ByteStream>(of stream: Stream) throws(Stream.Failure) -> [UInt8] {
        let buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: ContentKind.prefixSize, alignment: 16)
        defer { unsafe buffer.deallocate() }
        var filled = 0
        while filled < buffer.count {
            let count = try unsafe stream.read(into: UnsafeMutableRawBufferPointer(rebasing: buffer[filled...]))
            if count == 0 { break }
            filled += count
        }
        return unsafe Array(buffer[..<filled])
    }
}
