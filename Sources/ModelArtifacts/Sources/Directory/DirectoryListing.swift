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
    /// One name with what stands behind it.
    struct Entry {
        /// The name, ended by a NUL, as system calls want it.
        var name: [CChar]
        /// What the name itself is.
        var kind: FileSystem.Kind
        /// What it leads to, links followed; nil with a broken link or where the system does not say.
        var target: stat?
        /// Why the system does not say what it leads to.
        var error: Errno?

        var bytes: [UInt8] { name.dropLast().map { UInt8(bitPattern: $0) } }
        var isDirectory: Bool { target.map { FileSystem.kind(of: $0) == .directory } ?? false }
    }

    let entries: [Entry]

    /// Reads the directory that is open as `descriptor`.
    ///
    /// - Throws: ``ArtifactError`` with code `readFailed`.
    init(of descriptor: FileDescriptor, path: ByteString) throws(ArtifactError) {
        var entries: [Entry] = []
        for name in try Self.names(in: descriptor, path: path) {
            var entry = Entry(name: name, kind: .unknown)
            switch FileSystem.status(of: name, in: descriptor, followingLinks: false) {
            case .success(let status):
                entry.kind = FileSystem.kind(of: status)
                entry.target = status
            case .failure(let error): entry.error = error
            }
            if entry.kind == .symbolicLink {
                entry.target = nil
                switch FileSystem.status(of: name, in: descriptor, followingLinks: true) {
                case .success(let status): entry.target = status
                case .failure(let error): entry.error = error
                }
            }
            entries.append(entry)
        }
        self.entries = entries.sorted(by: Self.precedes)
    }

    private static func precedes(_ left: Entry, _ right: Entry) -> Bool {
        let slash = CChar(bitPattern: UInt8(ascii: "/"))
        // Both names end with a NUL, which a directory's slash stands in for.
        for (a, b) in zip(left.name, right.name) {
            let x = UInt8(bitPattern: a == 0 && left.isDirectory ? slash : a)
            let y = UInt8(bitPattern: b == 0 && right.isDirectory ? slash : b)
            if x != y { return x < y }
            if a == 0 || b == 0 { return b != 0 }
        }
        return false
    }

    private static func names(in descriptor: FileDescriptor, path: ByteString) throws(ArtifactError) -> [[CChar]] {
        let copy = dup(descriptor.rawValue)
        guard copy >= 0, let directory = unsafe fdopendir(copy) else {
            if copy >= 0 { close(copy) }
            throw ArtifactError(.readFailed, "\(path): cannot read the directory: \(Errno(rawValue: errno))")
        }
        defer { unsafe closedir(directory) }
        unsafe rewinddir(directory)
        var names: [[CChar]] = []
        while true {
            errno = 0
            guard let entry = unsafe readdir(directory) else { break }
            let name = unsafe withUnsafePointer(to: &entry.pointee.d_name) { pointer in
                unsafe pointer.withMemoryRebound(to: CChar.self, capacity: Int(NAME_MAX) + 1) { start in
                    unsafe Array(UnsafeBufferPointer(start: start, count: strlen(start) + 1))
                }
            }
            if name != [46, 0], name != [46, 46, 0] { names.append(name) }
        }
        guard errno == 0 else {
            throw ArtifactError(.readFailed, "\(path): cannot read the directory: \(Errno(rawValue: errno))")
        }
        return names
    }
}
