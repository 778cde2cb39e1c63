import SystemPackage

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#elseif canImport(Darwin)
    import Darwin
#endif

/// Finds out where symbolic links below a directory lead.
struct LinkInspector {
    private let root: ByteString
    private let realRoot: ByteString?

    init(root: ByteString) {
        self.root = root
        realRoot = Self.realPath(root)
    }

    /// The text of the link `name` in an open directory; empty if it cannot be read.
    func target(of name: [CChar], in directory: FileDescriptor) -> ByteString {
        // The longest a link can be on Linux is PATH_MAX.
        var buffer = [CChar](repeating: 0, count: Int(PATH_MAX))
        let length = unsafe readlinkat(directory.rawValue, name, &buffer, buffer.count)
        return ByteString(buffer.prefix(max(0, length)).map { UInt8(bitPattern: $0) })
    }

    /// Where the link at `path`, relative to the root, leads.
    func reach(ofLinkAt path: ByteString, target: ByteString) -> DirectoryEntry.LinkReach {
        // A name too long for the system to resolve was reached by following directories, so it is inside.
        guard let realRoot, let real = Self.realPath(root + "/" + path) else { return .inside }
        if real == realRoot || real.hasPrefix(realRoot.hasSuffix("/") ? realRoot : realRoot + "/") { return .inside }
        return isCacheSnapshot(path: path, target: target, real: real, realRoot: realRoot)
            ? .huggingFaceCache : .outside
    }

    /// A Hugging Face cache holds `models--…/snapshots/REVISION/FILE → ../../blobs/HASH`.
    ///
    /// Source: https://huggingface.co/docs/huggingface_hub/guides/manage-cache
    private func isCacheSnapshot(
        path: ByteString, target: ByteString, real: ByteString, realRoot: ByteString
    ) -> Bool {
        let hash = real.lastComponent
        guard [40, 64].contains(hash.count), hash.bytes.allSatisfy(Self.isHexadecimal),
            target.hasPrefix("../"), target.hasSuffix("/blobs/" + hash)
        else { return false }
        let repository = real.bytes.dropLast("/blobs/".utf8.count + hash.count)
        return realRoot.hasPrefix(ByteString(Array(repository)) + "/snapshots")
    }

    private static func isHexadecimal(_ byte: UInt8) -> Bool {
        (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) || (UInt8(ascii: "a")...UInt8(ascii: "f")).contains(byte)
    }

    private static func realPath(_ path: ByteString) -> ByteString? {
        var terminated = path.bytes.map { CChar(bitPattern: $0) }
        terminated.append(0)
        guard let resolved = unsafe realpath(terminated, nil) else { return nil }
        defer { unsafe free(resolved) }
        return unsafe ByteString(
            UnsafeBufferPointer(start: resolved, count: strlen(resolved)).map { UInt8(bitPattern: $0) })
    }
}
