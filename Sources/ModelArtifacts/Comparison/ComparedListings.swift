/// Two listings, of whose layouts only what is not the same on both sides is held in memory.
///
/// Each is laid out on a thread of its own and put away; then both layouts stream by. What is left out is a file of which the ETags
/// tell that it is the same, and a directory on both sides, which nobody asks about. A directory that is on one side only is kept with
/// all that is in it, so that it can be seen whether it is empty.
struct ComparedListings {
    private(set) var old: LayoutSide
    private(set) var new: LayoutSide
    /// How many files and empty directories are the same and left out.
    private(set) var same = 0

    /// Lays out both listings.
    ///
    /// - Throws: see ``LayoutSide/init(_:_:_:)``.
    init(_ old: ComparedSource, _ new: ComparedSource, _ options: ArtifactComparer.Options) async throws {
        let (oldRows, newRows) = (LayoutSpill(), LayoutSpill())
        // What is wrong with one is told before the other has come to its end, which may be that of a pipe.
        let first = Task { try await Self.layOut(old, options, oldRows) }
        let second = Task { try await Self.layOut(new, options, newRows) }
        (self.old, self.new) = (try await first.value, try await second.value)
        try merge(ListedRows(oldRows), ListedRows(newRows))
    }

    private static func layOut(
        _ source: ComparedSource, _ options: ArtifactComparer.Options, _ rows: LayoutSpill
    ) async throws -> LayoutSide {
        let needs = ComparisonNeeds(plans: ContentPlans(rule: options.uploadRule), modes: false, rows: rows)
        return try await OwnThread.run { () throws(ArtifactError) in try LayoutSide(source, options, needs) }
    }

    private mutating func merge(_ left: ListedRows, _ right: ListedRows) throws(ArtifactError) {
        var (left, right) = (left, right)
        try left.next()
        try right.next()
        while left.isThere || right.isThere {
            let order = !left.isThere ? 1 : !right.isThere ? -1 : left.order(with: right)
            if order < 0 {
                Self.keep(left, in: &old)
                try left.next()
            } else if order > 0 {
                Self.keep(right, in: &new)
                try right.next()
            } else if left.facts.isDirectory {
                try left.next()
                try right.next()
                // What is in a directory speaks for itself, even if it is in there on one side only.
                if left.previousIsEmpty, right.previousIsEmpty { same += 1 }
            } else {
                if left.isSame(as: right) {
                    same += 1
                } else {
                    Self.keep(left, in: &old)
                    Self.keep(right, in: &new)
                }
                try left.next()
                try right.next()
            }
        }
    }

    private static func keep(_ row: ListedRows, in side: inout LayoutSide) {
        let file = row.file(under: side.mount)
        side.append(file.row, file.attributes)
    }
}
