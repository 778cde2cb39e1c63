import SystemPackage

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#elseif canImport(Darwin)
    import Darwin
#endif

/// The entries of one directory, sorted as their keys would be: those of directories as if they ended with a slash.
struct DirectoryListing {
    /// What is known of a name.
    struct Entry {
        /// Where the name begins among the names of the listing.
        let offset: Int
        /// The length of the name in bytes.
        let length: Int
        /// What the directory says that the name is; unknown where it does not say.
        let type: FileSystem.Kind
        /// What the name itself is.
        var kind: FileSystem.Kind = .unknown
        /// What it leads to, links followed; nil with a broken link or where the system does not say.
        var target: Target?
        /// Why the system does not say what it leads to.
        var error: Errno?
        /// The MD5 of the contents of a file that was hashed.
        var digest: MD5Digest?

        /// Whether it is a directory or leads to one, and is sorted as such.
        var isDirectory: Bool { type == .directory || target?.kind == .directory }
    }

    /// What a name leads to.
    struct Target {
        var kind: FileSystem.Kind
        /// In bytes.
        var size: Int64
        /// Whether everyone may read it.
        var isReadableByAll: Bool
        var device: UInt64
        var inode: UInt64

        init(_ status: stat) {
            kind = FileSystem.kind(of: status)
            size = Int64(status.st_size)
            isReadableByAll = status.st_mode & 0o444 == 0o444
            device = UInt64(truncatingIfNeeded: status.st_dev)
            inode = UInt64(status.st_ino)
        }
    }

    /// The entries in order. Those whose type the directory tells are not inspected any further.
    private(set) var entries: [Entry] = []
    /// The names one behind the other, each ended by a NUL, as system calls want them.
    private(set) var names: [CChar] = []

    /// Reads the directory that is open as `descriptor`.
    ///
    /// - Throws: ``ArtifactError`` with code `readFailed`.
    init(of descriptor: FileDescriptor, path: ByteString, followingLinks: Bool = true) throws(ArtifactError) {
        try readNames(in: descriptor, path: path)
        // Where a link leads decides on its place in the order.
        for index in entries.indices where entries[index].type != .regular && entries[index].type != .directory {
            entries[index].inspect(names, in: descriptor, followingLinks: followingLinks)
        }
        sort()
    }

    private mutating func sort() {
        let unsorted = entries
        unsafe names.withUnsafeBufferPointer { names in
            guard let base = names.baseAddress else { return }
            let order = unsorted.indices.sorted { left, right in
                unsafe Self.precedes(unsorted[left], unsorted[right], base)
            }
            entries = order.map { unsorted[$0] }
        }
    }

    private static func precedes(_ left: Entry, _ right: Entry, _ names: UnsafePointer<CChar>) -> Bool {
        let (a, b) = unsafe (names + left.offset, names + right.offset)
        let shared = min(left.length, right.length)
        let order = unsafe memcmp(a, b, shared)
        if order != 0 { return order < 0 }
        // One name begins with the other; a slash stands behind that of a directory.
        let slash = Int(UInt8(ascii: "/"))
        let next: (Entry, UnsafePointer<CChar>) -> Int = { entry, name in
            if entry.length > shared { return unsafe Int(UInt8(bitPattern: name[shared])) }
            return entry.isDirectory ? slash : -1
        }
        return unsafe next(left, a) < next(right, b)
    }

    private mutating func readNames(in descriptor: FileDescriptor, path: ByteString) throws(ArtifactError) {
        let copy = dup(descriptor.rawValue)
        guard copy >= 0, let directory = unsafe fdopendir(copy) else {
            if copy >= 0 { close(copy) }
            throw ArtifactError(.readFailed, "\(path): cannot read the directory: \(Errno(rawValue: errno))")
        }
        defer { unsafe closedir(directory) }
        unsafe rewinddir(directory)
        while true {
            errno = 0
            guard let entry = unsafe readdir(directory) else { break }
            let offset = names.count
            unsafe withUnsafePointer(to: &entry.pointee.d_name) { pointer in
                unsafe pointer.withMemoryRebound(to: CChar.self, capacity: Int(NAME_MAX) + 1) { start in
                    unsafe names.append(contentsOf: UnsafeBufferPointer(start: start, count: strlen(start) + 1))
                }
            }
            let length = names.count - offset - 1
            let dot = CChar(bitPattern: UInt8(ascii: "."))
            if (1...2).contains(length), names[offset] == dot, names[offset + length - 1] == dot {
                names.removeSubrange(offset...)
                continue
            }
            let type: FileSystem.Kind =
                switch Int(unsafe entry.pointee.d_type) {
                case Int(DT_REG): .regular
                case Int(DT_DIR): .directory
                default: .unknown
                }
            entries.append(Entry(offset: offset, length: length, type: type))
        }
        guard errno == 0 else {
            throw ArtifactError(.readFailed, "\(path): cannot read the directory: \(Errno(rawValue: errno))")
        }
    }
}

extension DirectoryListing.Entry {
    /// Asks the system what the name is and leads to.
    mutating func inspect(_ names: [CChar], in directory: FileDescriptor, followingLinks: Bool = true) {
        var status = FileSystem.status(of: names, at: offset, in: directory, followingLinks: false)
        if case .success(let found) = status {
            kind = FileSystem.kind(of: found)
            if kind == .symbolicLink, followingLinks {
                status = FileSystem.status(of: names, at: offset, in: directory, followingLinks: true)
            }
        }
        switch status {
        case .success(let found): target = DirectoryListing.Target(found)
        case .failure(let found): error = found
        }
    }

    /// The name, ended by a NUL.
    func name(in names: [CChar]) -> [CChar] { Array(names[offset...(offset + length)]) }

    /// Adds the name to a path.
    func appendName(in names: [CChar], to path: inout [UInt8]) {
        unsafe names.withUnsafeBytes { unsafe path.append(contentsOf: $0[offset..<(offset + length)]) }
    }
}
