/// Gathers paths in any order by their directories, as one thread reads them.
///
/// Of ordinary files it keeps no more than their number and hashes of their names, if these are wanted: when all have been
/// read, hashes tell which of them may be like another one, and only those have to be read again.
@safe final class PathGatherer {
    /// What is in a directory.
    struct Directory {
        /// The names that are kept.
        var names = DirectoryNames()
        /// The number of ordinary files that are not.
        var ordinaryCount = 0
        /// The name of one of them, which may be among those that are kept since.
        var example: PathReference?
        /// Whether its path has nothing but ASCII.
        let isASCII: Bool
    }

    /// What changes with every path.
    private struct State {
        let ordinary: OrdinaryFiles
        let arena = PathArena()
        var table = DirectoryTable()
        /// By their numbers.
        var directories: [Directory] = []
        var hashes = NameHashes()

        @inline(__always)
        mutating func append(_ path: Span<UInt8>, _ file: consuming LayoutFile, slice: Int, _ alike: AlikeNames?) {
            let start = ByteScan.endOfLastSlash(in: path)
            let directory = path.extracting(0..<start)
            let name = path.extracting(start..<path.count)
            let seed = KeyedHash.hash(of: directory)
            let number = table.number(of: directory, seed)
            if number == directories.count { add(directory) }
            if directories[number].isASCII, file.size == nil, !file.hasDetails,
                ordinary.isOrdinary(path, name: start)
            {
                let hash = KeyedHash.hash(of: name, from: seed)
                guard let alike else { return count(name, in: number, hash, slice) }
                guard alike.contains(hash) else { return }
                directories[number].ordinaryCount -= 1
            } else if alike != nil {
                return
            } else if !ordinary.isNone, let hash = SiblingNames.hash(ofPlainNameLike: name, from: seed) {
                hashes.append(hash, slice: nil)
            }
            directories[number].names.append(name, file, in: arena)
        }

        private mutating func add(_ directory: Span<UInt8>) {
            directories.append(Directory(isASCII: !ByteScan.classes(of: directory, from: 0).hasNonASCII))
        }

        @inline(__always)
        private mutating func count(_ name: Span<UInt8>, in number: Int, _ hash: UInt64, _ slice: Int) {
            hashes.append(hash, slice: slice)
            if directories[number].ordinaryCount == 0 { directories[number].example = copy(name) }
            directories[number].ordinaryCount += 1
        }

        private func copy(_ name: Span<UInt8>) -> PathReference {
            let file = LayoutFile(.file)
            let record = unsafe arena.allocate(PathRecord.size(pathCount: name.count, file) + PathRecord.padding)
            unsafe PathRecord.initialize(record, Span(), name, file)
            return unsafe PathReference(record)
        }
    }

    /// Behind a pointer, since a variable of the object itself would be checked for exclusive access with every path.
    private let state = UnsafeMutablePointer<State>.allocate(capacity: 1)

    /// - Parameter ordinary: which files need not be kept.
    init(_ ordinary: OrdinaryFiles) { unsafe state.initialize(to: State(ordinary: ordinary)) }

    deinit {
        for directory in unsafe state.pointee.directories { directory.names.deinitialize() }
        unsafe state.deinitialize(count: 1)
        unsafe state.deallocate()
    }

    /// The directories, each ending with a slash unless it is empty, with what is in them. They stay as long as the gatherer.
    var directories: some Sequence<(PathReference, Directory)> {
        unsafe zip(state.pointee.table.paths, state.pointee.directories)
    }

    /// The hashes of the names, unless all of them are kept.
    var hashes: NameHashes { unsafe state.pointee.hashes }

    /// Takes in a path.
    ///
    /// - Parameters:
    ///   - slice: that of the listing which it is in.
    ///   - alike: nil when paths are read for the first time; afterwards, which names of ordinary files are to be kept after all.
    @inline(__always)
    func append(_ path: Span<UInt8>, _ file: consuming LayoutFile, slice: Int, _ alike: AlikeNames?) {
        unsafe state.pointee.append(path, file, slice: slice, alike)
    }

    /// Takes in paths, if all are kept.
    func append(_ batch: PathBatch) {
        batch.forEach { path in append(unsafe path.bytes.span, path.file, slice: 0, nil) }
    }
}
