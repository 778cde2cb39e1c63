import CKernels
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
        let kind: FileSystem.Kind
        /// The permission bits.
        let mode: UInt16
        let identity: FileIdentity

        init(_ status: stat) {
            kind = FileSystem.kind(of: status)
            mode = UInt16(truncatingIfNeeded: status.st_mode & 0o7777)
            identity = FileIdentity(status)
        }

        /// In bytes.
        var size: Int64 { identity.size }
        /// Whether everyone may read it.
        var isReadableByAll: Bool { mode & 0o444 == 0o444 }
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
        guard entries.count > 1 else { return }
        let unsorted = entries
        unsafe names.withUnsafeBytes { names in
            let shared = unsafe Self.sharedLength(unsorted, names)
            var order: [(window: UInt64, index: Int)] = []
            order.reserveCapacity(unsorted.count)
            for (index, entry) in unsorted.enumerated() {
                order.append((unsafe Self.window(entry, names, from: shared), index))
            }
            // Most names differ within a few bytes of where they begin to.
            order.sort { left, right in
                guard left.window == right.window else { return left.window < right.window }
                return unsafe Self.precedes(unsorted[left.index], unsorted[right.index], names, from: shared)
            }
            entries = order.map { unsorted[$0.index] }
        }
    }

    /// How many bytes all names begin with.
    private static func sharedLength(_ entries: [Entry], _ names: UnsafeRawBufferPointer) -> Int {
        guard let first = entries.first else { return 0 }
        return entries.reduce(first.length) { shared, entry in
            let most = min(shared, entry.length)
            var length = 0
            while length < most, unsafe names[first.offset + length] == names[entry.offset + length] { length += 1 }
            return length
        }
    }

    /// Eight bytes of a name, the first in the highest place, as if a slash stood behind that of a directory.
    private static func window(_ entry: Entry, _ names: UnsafeRawBufferPointer, from start: Int) -> UInt64 {
        var window: UInt64 = 0
        for place in start..<start + 8 { window = unsafe window << 8 | UInt64(byte(of: entry, at: place, names)) }
        return window
    }

    /// A byte of a name; a slash behind that of a directory, and otherwise 0, which no name holds.
    @inline(__always)
    private static func byte(of entry: Entry, at place: Int, _ names: UnsafeRawBufferPointer) -> UInt8 {
        if place < entry.length { return unsafe names[entry.offset + place] }
        return place == entry.length && entry.isDirectory ? UInt8(ascii: "/") : 0
    }

    private static func precedes(
        _ left: Entry, _ right: Entry, _ names: UnsafeRawBufferPointer, from start: Int
    ) -> Bool {
        for place in start...max(left.length, right.length) {
            let (a, b) = unsafe (byte(of: left, at: place, names), byte(of: right, at: place, names))
            if a != b { return a < b }
        }
        return false
    }

    #if os(Linux)
        /// How many bytes of entries are read at once.
        private static let bufferSize = 32 << 10

        private mutating func readNames(in descriptor: FileDescriptor, path: ByteString) throws(ArtifactError) {
            let failed = unsafe withUnsafeTemporaryAllocation(byteCount: Self.bufferSize, alignment: 8) { buffer in
                while true {
                    let count = unsafe optml_read_directory(descriptor.rawValue, buffer.baseAddress, buffer.count)
                    guard count > 0 else { return count < 0 }
                    unsafe takeNames(UnsafeRawBufferPointer(rebasing: buffer[..<count]))
                }
            }
            guard !failed else {
                throw ArtifactError.system(Errno(rawValue: errno), "cannot read the directory", path: path)
            }
        }

        /// Takes in entries as the system hands them out: an inode and an offset of eight bytes each, the length of all in two, the
        /// type in one, and the name with a NUL behind it (getdents(2)).
        private mutating func takeNames(_ all: UnsafeRawBufferPointer) {
            var start = 0
            while start + 19 < all.count {
                let length = Int(unsafe all.loadUnaligned(fromByteOffset: start + 16, as: UInt16.self))
                guard length > 19, start + length <= all.count else { return }
                let entry = unsafe UnsafeRawBufferPointer(rebasing: all[start + 19..<start + length])
                if let end = unsafe entry.firstIndex(of: 0) {
                    unsafe take(entry[...end].bindMemory(to: CChar.self), type: CInt(all[start + 18]))
                }
                start += length
            }
        }
    #else
        private mutating func readNames(in descriptor: FileDescriptor, path: ByteString) throws(ArtifactError) {
            let copy = dup(descriptor.rawValue)
            guard copy >= 0, let directory = unsafe fdopendir(copy) else {
                let error = Errno(rawValue: errno)
                if copy >= 0 { close(copy) }
                throw ArtifactError.system(error, "cannot read the directory", path: path)
            }
            defer { unsafe closedir(directory) }
            unsafe rewinddir(directory)
            while true {
                errno = 0
                guard let entry = unsafe readdir(directory) else { break }
                let type = CInt(unsafe entry.pointee.d_type)
                unsafe withUnsafePointer(to: &entry.pointee.d_name) { pointer in
                    unsafe pointer.withMemoryRebound(to: CChar.self, capacity: Int(NAME_MAX) + 1) { start in
                        unsafe take(UnsafeBufferPointer(start: start, count: strlen(start) + 1), type: type)
                    }
                }
            }
            guard errno == 0 else {
                throw ArtifactError.system(Errno(rawValue: errno), "cannot read the directory", path: path)
            }
        }
    #endif

    /// Takes in an entry.
    ///
    /// - Parameter name: with the NUL behind it.
    private mutating func take(_ name: UnsafeBufferPointer<CChar>, type: CInt) {
        let length = name.count - 1
        let dot = CChar(bitPattern: UInt8(ascii: "."))
        if unsafe (1...2).contains(length) && name[0] == dot && name[length - 1] == dot { return }
        let offset = names.count
        unsafe names.append(contentsOf: name)
        let kind: FileSystem.Kind =
            switch type {
            case CInt(DT_REG): .regular
            case CInt(DT_DIR): .directory
            default: .unknown
            }
        entries.append(Entry(offset: offset, length: length, type: kind))
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
