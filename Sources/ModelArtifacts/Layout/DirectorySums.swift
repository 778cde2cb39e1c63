/// What the directories of a layout hold, in the order of their rows.
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

    /// What comes before the rows of a chunk.
    struct Start: Sendable {
        /// The number of directories.
        var directories: Int
        /// For each directory on the way down to the row before it, and for that row, whether another row follows beside it.
        var open: [Bool]
    }

    /// The sums, one a directory.
    package private(set) var sums: [Sum] = []
    /// Where the chunks of the layout begin.
    private(set) var starts: [Start] = []

    /// Goes through a layout once.
    package init(_ layout: PackedLayout) {
        // The numbers of the directories on the way down.
        var open: [Int] = []
        var siblings: [Bool] = []
        var cursor = layout.cursor()
        while cursor.next() {
            if cursor.isFirstOfChunk { starts.append(Start(directories: sums.count, open: siblings)) }
            let depth = cursor.depth
            while open.count > depth { close(&open) }
            siblings.removeLast(max(0, siblings.count - depth))
            siblings.append(cursor.hasSibling)
            if cursor.kind == .directory {
                open.append(sums.count)
                sums.append(Sum())
            } else if let directory = open.last {
                sums[directory].files += 1
                if cursor.kind == .symlink { continue }
                if let size = cursor.size {
                    sums[directory].bytes = sums[directory].bytes.addingClamped(size)
                } else {
                    sums[directory].unknownSizes += 1
                }
            }
        }
        while !open.isEmpty { close(&open) }
    }

    private mutating func close(_ open: inout [Int]) {
        guard let ended = open.popLast(), let around = open.last else { return }
        sums[around].add(sums[ended])
    }
}
