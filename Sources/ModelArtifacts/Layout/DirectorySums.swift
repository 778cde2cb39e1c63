/// What the directories of a layout hold, in the order of their rows, added up by several threads a chunk of rows each.
package struct DirectorySums: Sendable {
    /// What is in a directory, at any depth.
    package struct Sum: Hashable, Sendable {
        /// The known sizes of files, in bytes.
        package fileprivate(set) var bytes: Int64 = 0
        /// Files and links.
        package fileprivate(set) var files = 0
        /// Files whose sizes are not known.
        package fileprivate(set) var unknownSizes = 0

        fileprivate mutating func add(_ other: Sum) {
            bytes = bytes.addingClamped(other.bytes)
            files += other.files
            unknownSizes += other.unknownSizes
        }
    }

    /// What belongs to the rows of a chunk.
    package struct Chunk: Sendable {
        /// What the directories among its rows hold, one each.
        package fileprivate(set) var sums: [Sum]
        /// For each directory on the way down to the row before it, and for that row, whether another row follows beside it.
        let open: [Bool]
    }

    /// One for each chunk of the layout.
    package private(set) var chunks: [Chunk] = []

    /// Goes through a layout once.
    ///
    /// - Parameter jobs: how many threads work, the caller among them.
    init(_ layout: PackedLayout, jobs: Int) {
        chunks.reserveCapacity(layout.chunks.count)
        var open: [(chunk: Int, directory: Int)] = []
        var siblings: [Bool] = []
        let parts = WorkAhead(count: layout.chunks.count, jobs: jobs) { Part(of: layout, chunk: $0) }
        defer { parts.stop() }
        while let part = parts.next() {
            close(&open, to: part.around.count)
            for (directory, sum) in zip(open, part.around) {
                chunks[directory.chunk].sums[directory.directory].add(sum)
            }
            close(&open, to: part.stillAround)
            open += part.open.map { (chunks.count, $0) }
            chunks.append(Chunk(sums: part.sums, open: siblings))
            siblings = siblings.prefix(part.stillBeside) + part.siblings
        }
        close(&open, to: 0)
    }

    /// Adds what directories hold to those around them, the innermost first, until so many are open.
    private mutating func close(_ open: inout [(chunk: Int, directory: Int)], to depth: Int) {
        while open.count > depth, let ended = open.popLast() {
            guard let around = open.last else { return }
            chunks[around.chunk].sums[around.directory].add(chunks[ended.chunk].sums[ended.directory])
        }
    }
}

/// What the rows of one chunk say of directories, without what the other chunks say.
private struct Part {
    /// What the directories among the rows hold, one each; of those in `open` without the directories in them that are open too.
    var sums: [DirectorySums.Sum] = []
    /// What the directories that the first row is in hold, from the mount down, as `sums`.
    var around: [DirectorySums.Sum] = []
    /// How many of them the last row is in.
    var stillAround = 0
    /// The directories among the rows that the last row is in, or is.
    var open: [Int] = []
    /// How many of the directories on the way down to the row before the chunk, and that row, are on the way down to each row of it.
    var stillBeside = Int.max
    /// For those behind on the way down to the last row, and for that row, whether another row follows beside it.
    var siblings: [Bool] = []

    init(of layout: PackedLayout, chunk: Int) {
        var cursor = LayoutCursor(layout, chunks: chunk..<(chunk + 1))
        // Of the whole way down, of which the beginning stays as it was.
        var beside: [Bool] = []
        while cursor.next() {
            let depth = cursor.depth
            if stillBeside == Int.max {
                around = Array(repeating: DirectorySums.Sum(), count: depth)
                stillAround = depth
                beside = Array(repeating: false, count: depth)
            }
            stillBeside = min(stillBeside, depth)
            close(to: depth)
            beside.removeLast(max(0, beside.count - depth))
            beside.append(cursor.hasSibling)
            switch cursor.kind {
            case .directory:
                open.append(sums.count)
                sums.append(DirectorySums.Sum())
            case .file: addToLast { $0.add(cursor.size) }
            case .symlink: addToLast { $0.add(nil, isLink: true) }
            }
        }
        siblings = Array(beside.dropFirst(stillBeside))
    }

    private mutating func close(to depth: Int) {
        while stillAround + open.count > depth {
            guard let ended = open.popLast() else { return stillAround = depth }
            let sum = sums[ended]
            addToLast { $0.add(sum) }
        }
    }

    /// Changes the sum of the innermost directory that is open.
    @inline(__always)
    private mutating func addToLast(_ change: (inout DirectorySums.Sum) -> Void) {
        if let directory = open.last {
            change(&sums[directory])
        } else if stillAround > 0 {
            change(&around[stillAround - 1])
        }
    }
}

extension DirectorySums.Sum {
    /// Adds a file of a size in bytes, nil if it is not known, or a link.
    fileprivate mutating func add(_ size: Int64?, isLink: Bool = false) {
        files += 1
        if isLink { return }
        if let size { bytes = bytes.addingClamped(size) } else { unknownSizes += 1 }
    }
}
