/// Gathers paths in any order, as one thread reads them.
///
/// Of ordinary files it keeps no more than their number and hashes of their names and of those of their directories, if these are
/// wanted: when all have been read, hashes tell which of them may be like another one, and only those have to be read again. All
/// other paths are kept, to be put into order.
@safe final class PathGatherer {
    /// A directory whose name may be taken for that of another one.
    struct FoldedDirectory {
        /// The hash of its name, the same for those that it may be taken for.
        let name: UInt64
        /// The hash of its path, which tells it from them.
        let path: UInt64
    }

    /// What directories are met for, besides the slices of a listing.
    private enum Purpose {
        static let keeping = UInt64.max
        static let notAlike = UInt64.max - 1
    }

    /// What changes with every path.
    private struct State {
        let ordinary: OrdinaryNames?
        let hashes = NameHashes()
        var cache = DirectoryCache()
        var foldedDirectories: [FoldedDirectory] = []
        var files = 0
        var released: Set<UInt64> = []
        var kept: [PathBatch] = []

        @inline(__always)
        mutating func append(_ path: Span<UInt8>, _ file: consuming LayoutFile, slice: Int, _ alike: AlikeNames?) {
            guard let ordinary, (1...S3Limits.keyLength).contains(path.count) else {
                // What is not laid out is like nothing.
                if alike == nil { keep(path, file) }
                return
            }
            let start = ByteScan.endOfLastSlash(in: path)
            let directory = path.extracting(0..<start)
            let seed = KeyedHash.hash(of: directory)
            // The directories of a file that was counted are ordinary, and their names are known.
            let isKnown = cache.hasMet(seed, for: UInt64(slice))
            let first = isKnown ? start : 0
            let classes = ByteScan.classes(of: path, from: first)
            let isCounted =
                file.size == nil && !file.hasMore
                && ordinary.names(of: path, from: first, classes, size: nil) != nil
            // After the first time the others are kept.
            guard isCounted || alike == nil else { return }
            let name = path.extracting(start..<path.count)
            let hasNonASCII = classes.hasNonASCII && ByteScan.classes(of: name, from: 0).hasNonASCII
            let hash = FoldedNameHash.hash(of: name, hasNonASCII: hasNonASCII, from: seed)
            guard let alike else {
                hashes.append(hash, .file(slice: isCounted ? slice : nil))
                if isCounted { files += 1 } else { keep(path, file) }
                if !isKnown || !isCounted { append(directory, seed, slice: isCounted ? slice : nil) }
                return
            }
            guard alike.contains(hash) || (alike.hasDirectories && isBelow(alike, directory, seed)) else { return }
            files -= 1
            keep(path, file)
            release(directory)
        }

        private mutating func keep(_ path: Span<UInt8>, _ file: consuming LayoutFile) {
            if kept.last?.append(path, copy file) ?? false { return }
            let batch = PathBatch()
            _ = batch.append(path, file)
            kept.append(batch)
        }

        /// Takes in a directory and those that it is in, as far as they have not been met.
        ///
        /// - Parameter slice: nil if the path of something in it is kept.
        private mutating func append(
            _ directory: Span<UInt8>, _ hash: UInt64, slice: Int?
        ) {
            let purpose = slice.map { UInt64($0) } ?? Purpose.keeping
            var (hash, end) = (hash, directory.count)
            while end > 0, !cache.meets(hash, for: purpose) {
                let parent = Parent(of: directory.extracting(0..<end))
                hashes.append(parent.nameHash, .directory(isFolded: parent.isFolded, slice: slice))
                if parent.isFolded { foldedDirectories.append(FoldedDirectory(name: parent.nameHash, path: hash)) }
                (hash, end) = (parent.hash, parent.end)
            }
        }

        /// Whether a directory, or one that it is in, may be taken for another one or for a file.
        private mutating func isBelow(_ alike: AlikeNames, _ directory: Span<UInt8>, _ hash: UInt64) -> Bool {
            var (hash, end) = (hash, directory.count)
            while end > 0, !cache.hasMet(hash, for: Purpose.notAlike) {
                let parent = Parent(of: directory.extracting(0..<end))
                if alike.contains(parent.nameHash) { return true }
                (hash, end) = (parent.hash, parent.end)
            }
            _ = cache.meets(KeyedHash.hash(of: directory), for: Purpose.notAlike)
            return false
        }

        /// Notes that something in a directory is kept after all.
        private mutating func release(_ directory: Span<UInt8>) {
            var end = directory.count
            while end > 0 {
                let parent = Parent(of: directory.extracting(0..<end))
                released.insert(NameHash.known(of: parent.nameHash))
                end = parent.end
            }
        }
    }

    /// What a directory is in, and what it is called there.
    private struct Parent {
        /// Where the path of the parent ends, its slash included.
        let end: Int
        /// That of the parent's path.
        let hash: UInt64
        let nameHash: UInt64
        /// Whether the name may be taken for another one.
        let isFolded: Bool

        /// - Parameter directory: ends with a slash.
        init(of directory: Span<UInt8>) {
            let path = directory.extracting(0..<directory.count - 1)
            end = ByteScan.endOfLastSlash(in: path)
            hash = KeyedHash.hash(of: path.extracting(0..<end))
            let name = path.extracting(end..<path.count)
            let classes = ByteScan.classes(of: name, from: 0)
            nameHash = FoldedNameHash.hash(of: name, hasNonASCII: classes.hasNonASCII, from: hash)
            isFolded = classes.hasCapital || classes.hasNonASCII
        }
    }

    /// Behind a pointer, since a variable of the object itself would be checked for exclusive access with every path.
    private let state = UnsafeMutablePointer<State>.allocate(capacity: 1)

    /// - Parameter ordinary: which files are counted only; nil for none.
    init(_ ordinary: OrdinaryNames?) { unsafe state.initialize(to: State(ordinary: ordinary)) }

    deinit {
        unsafe state.deinitialize(count: 1)
        unsafe state.deallocate()
    }

    /// The paths that are kept, in the order in which they were added.
    var kept: [PathBatch] { unsafe state.pointee.kept }
    /// The number of files that are counted only.
    var files: Int { unsafe state.pointee.files }
    /// The hashes of names.
    var hashes: NameHashes { unsafe state.pointee.hashes }
    /// The directories, some of them more than once, whose names may be taken for others.
    var foldedDirectories: [FoldedDirectory] { unsafe state.pointee.foldedDirectories }
    /// The hashes of the names of directories, as far as known, in which files were counted at first that are kept since.
    var released: Set<UInt64> { unsafe state.pointee.released }

    /// Takes in a path.
    ///
    /// - Parameters:
    ///   - slice: that of the listing which it is in.
    ///   - alike: nil when paths are read for the first time; afterwards, which names of files that were counted are to be kept
    ///     after all.
    @inline(__always)
    func append(_ path: Span<UInt8>, _ file: consuming LayoutFile, slice: Int, _ alike: AlikeNames?) {
        unsafe state.pointee.append(path, file, slice: slice, alike)
    }
}
