/// Which names no check wants to see for their own sake, whatever else the layout holds: nearly all of a large listing.
///
/// This is the one place where that is decided, for files and for directories. The declarations of the checks feed it, and
/// whoever reads paths asks it, so that what is ordinary is counted in one go afterwards (see ``OrdinaryRun``).
package struct OrdinaryNames: Sendable {
    /// The interests of checks in files and in directories, where a check has the same bit in both.
    let files: InterestTable
    let directories: InterestTable
    /// The longest path whose key S3 can hold.
    let longestPath: Int
    /// A size that every uploader can take.
    let largestSize: Int64

    /// - Parameters:
    ///   - files: the interests of the checks that are made, in files.
    ///   - directories: those of the same checks in directories.
    ///   - keyPrefix: what stands in front of a path to make it a key; nil if paths have no keys.
    ///   - uploadRule: how objects are uploaded.
    init(files: [NameInterest], directories: [NameInterest], keyPrefix: ByteString?, uploadRule: UploadRule) {
        self.files = InterestTable(files)
        self.directories = InterestTable(directories)
        longestPath = max(0, S3Limits.keyLength - (keyPrefix?.count ?? 0))
        largestSize = uploadRule.ordinarySize
    }

    private init(_ other: OrdinaryNames, longestPath: Int) {
        files = other.files
        directories = other.directories
        self.longestPath = max(0, longestPath)
        largestSize = other.largestSize
    }

    /// The same for paths with so many more bytes in front of them.
    func behind(_ count: Int) -> OrdinaryNames { OrdinaryNames(self, longestPath: longestPath - count) }

    /// The same for keys that begin with another prefix.
    func behind(_ keyPrefix: ByteString?) -> OrdinaryNames {
        OrdinaryNames(self, longestPath: S3Limits.keyLength - (keyPrefix?.count ?? 0))
    }

    /// What is known of the last names of a path after a look at them.
    struct Names {
        /// The number of directories among them.
        var directories = 0
        /// Where the last one begins, that of the file.
        var name: Int
        /// The lengths of the names, modulo 64, as a set of bits.
        var lengths: UInt64 = 0
        /// Whether one may be taken for another name: it has capitals, or bytes beyond ASCII.
        var areFolded = false
        /// Whether the last one has nothing but plain characters of ASCII.
        var isPlain = true
    }

    /// Looks at the names of a file's path that begin at `start` or behind it: nil if one of them interests any check, or if the
    /// key or the size of the object does.
    ///
    /// - Parameters:
    ///   - start: where a name begins. The bytes before are UTF-8.
    ///   - classes: the kinds of bytes from there on.
    @inline(__always)
    func names(of path: Span<UInt8>, from start: Int, _ classes: ByteClasses, size: Int64?) -> Names? {
        guard start < path.count, path.count <= longestPath, size ?? 0 <= largestSize else { return nil }
        if classes.isPlain, !classes.hasSlash {
            guard files.checks(for: path, name: start, classes, isEmpty: size == 0) == 0 else { return nil }
            return Names(name: start, lengths: 1 &<< UInt64(path.count &- start))
        }
        return namesBelow(path, from: start, classes, isEmpty: size == 0)
    }

    private func namesBelow(
        _ path: Span<UInt8>, from start: Int, _ classes: ByteClasses, isEmpty: Bool
    ) -> Names? {
        if classes.hasNonASCII, !UTF8Check.isValid(path.extracting(start..<path.count)) { return nil }
        var names = Names(name: start)
        names.areFolded = classes.hasNonASCII || classes.hasCapital
        while let slash = ByteScan.firstSlash(in: path, from: names.name) {
            let directory = path.extracting(0..<slash)
            let kinds = classes.isPlain ? classes : ByteScan.classes(of: directory, from: names.name)
            guard directories.checks(for: directory, name: names.name, kinds) == 0 else { return nil }
            names.lengths |= 1 &<< UInt64(slash &- names.name)
            names.directories += 1
            names.name = slash + 1
        }
        guard names.name < path.count else { return nil }
        let kinds = classes.isPlain ? classes : ByteScan.classes(of: path, from: names.name)
        guard files.checks(for: path, name: names.name, kinds, isEmpty: isEmpty) == 0 else { return nil }
        names.lengths |= 1 &<< UInt64(path.count &- names.name)
        names.isPlain = kinds.isPlain
        return names
    }

    /// Whether no check wants to see the object of a path, whose bytes are of the kinds of `classes`.
    @inline(__always)
    func isOrdinary(object path: Span<UInt8>, size: Int64?, _ classes: ByteClasses) -> Bool {
        !path.isEmpty && path.count <= longestPath && path[path.count - 1] != UInt8(ascii: "/")
            && size ?? 0 <= largestSize && !classes.hasNonASCII
    }
}
