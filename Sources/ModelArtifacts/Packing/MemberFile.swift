import SystemPackage

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#elseif canImport(Darwin)
    import Darwin
#endif

/// A file that is being packed: opened when its first bytes are wanted, by whichever thread, and closed after its last.
final class MemberFile {
    /// The longest path in bytes that is handed to the system at once; `PATH_MAX` is 4,096 with the NUL at its end.
    private static let longestPath = 4000

    private let path: ByteString
    private let directory: FileDescriptor
    private let shown: ByteString
    private let identity: FileIdentity
    /// The file while it is read piece by piece.
    private let opened = Lock<RegularFile?>(nil)

    /// - Parameters:
    ///   - path: relative to `directory`, which is open.
    ///   - shown: the name for errors.
    ///   - identity: what the file has to be still.
    init(_ path: ByteString, in directory: FileDescriptor, shown: ByteString, identity: FileIdentity) {
        self.path = path
        self.directory = directory
        self.shown = shown
        self.identity = identity
    }

    /// Fills `buffer` from `offset` on.
    ///
    /// - Throws: ``ArtifactError`` with code `notFound` or `readFailed`; `changedWhileRead` if the file is not what it was.
    func read(into buffer: UnsafeMutableRawBufferPointer, at offset: Int64) throws(ArtifactError) {
        // With the whole file, there is nothing to keep open for others.
        let file = buffer.count == identity.size ? try openUnchanged() : try file()
        let count = try unsafe file.read(into: buffer, at: offset)
        guard count == buffer.count else {
            throw .unexpectedSize(offset + Int64(count), insteadOf: identity.size, path: shown)
        }
        // Whoever reads last looks last.
        try file.verifyUnchanged()
    }

    private func file() throws(ArtifactError) -> RegularFile {
        try opened.withLock { opened throws(ArtifactError) in
            if let opened { return opened }
            let file = try openUnchanged()
            opened = file
            return file
        }
    }

    private func openUnchanged() throws(ArtifactError) -> RegularFile {
        let file = try open()
        guard file.identity == identity else {
            throw ArtifactError(
                .changedWhileRead, "\(shown): changed while it was packed; run again when nothing writes to it")
        }
        return file
    }

    private func open() throws(ArtifactError) -> RegularFile {
        var rest = path.bytes[...]
        var parent: FileDescriptor?
        defer { try? parent?.close() }
        while rest.count > Self.longestPath {
            let slash = rest.prefix(Self.longestPath).lastIndex(of: UInt8(ascii: "/"))
            guard let slash else { break }
            let next = try FileSystem.open(
                ByteString(Array(rest[..<slash])), in: parent ?? directory, path: shown, flags: O_DIRECTORY)
            try? parent?.close()
            parent = next
            rest = rest[(slash + 1)...]
        }
        return try RegularFile(opening: ByteString(Array(rest)), in: parent ?? directory, path: shown)
    }
}
