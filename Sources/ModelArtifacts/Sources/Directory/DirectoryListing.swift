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
        fileprivate var offset: Int
        /// The length of the name in bytes.
        fileprivate var length: Int
        /// What the name itself is.
        var kind: FileSystem.Kind
        /// What it leads to, links followed; nil with a broken link or where the system does not say.
        var target: Target?
        /// Why the system does not say what it leads to.
        var error: Errno?

        var isDirectory: Bool { target?.kind == .directory }
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

    private(set) var entries: [Entry] = []
    /// The names one behind the other, each ended by a NUL, as system calls want them.
    private var names: [CChar] = []

    /// Reads the directory that is open as `descriptor`.
    ///
    /// - Throws: ``ArtifactError`` with code `readFailed`.
    init(of descriptor: FileDescriptor, path: ByteString, followingLinks: Bool = true) throws(ArtifactError) {
        try readNames(in: descriptor, path: path)
        for index in entries.indices { inspect(&entries[index], in: descriptor, followingLinks) }
        sort()
    }

    /// The name of an entry, ended by a NUL.
    func name(of entry: Entry) -> [CChar] { Array(names[entry.offset...(entry.offset + entry.length)]) }

    /// Adds the name of an entry to a path.
    func append(nameOf entry: Entry, to path: inout [UInt8]) {
        let start = entry.offset
        for index in start..<(start + entry.length) { path.append(UInt8(bitPattern: names[index])) }
    }

    private func inspect(_ entry: inout Entry, in descriptor: FileDescriptor, _ followingLinks: Bool) {
        var status = FileSystem.status(of: names, at: entry.offset, in: descriptor, followingLinks: false)
        if case .success(let found) = status {
            entry.kind = FileSystem.kind(of: found)
            if entry.kind == .symbolicLink, followingLinks {
                status = FileSystem.status(of: names, at: entry.offset, in: descriptor, followingLinks: true)
            }
        }
        switch status {
        case .success(let found): entry.target = Target(found)
        case .failure(let error): entry.error = error
        }
    }

    private mutating func sort() {
        let unsorted = entries
        let names = self.names
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
            } else {
                entries.append(Entry(offset: offset, length: length, kind: .unknown))
            }
        }
        guard errno == 0 else {
            throw ArtifactError(.readFailed, "\(path): cannot read the directory: \(Errno(rawValue: errno))")
        }
    }
}
