/// Goes through two layouts side by side.
struct LayoutComparison {
    private let old: LayoutSide
    private let new: LayoutSide
    /// Permissions matter where one side is an archive; S3 has none.
    private let comparesModes: Bool
    /// What S3 told of files, by path, where ETags do not tell.
    private let proofs: [ByteString: ContentMatch]
    private var summary = ArtifactDiff.Summary()
    private var changes: [ArtifactChange] = []
    private var unverified: [ArtifactDiff.Unverified] = []
    /// The rows that only one side has.
    private var onlyOld: [Int] = []
    private var onlyNew: [Int] = []

    /// Compares two sides whose files were hashed as far as needed.
    ///
    /// - Parameter proofs: what else is known of files, by path, that counts more than their ETags.
    init(_ old: LayoutSide, _ new: LayoutSide, proofs: [ByteString: ContentMatch] = [:]) {
        self.proofs = proofs
        self.old = old
        self.new = new
        comparesModes = [old, new].contains { $0.combination.compressionType == .gzip }
        pair()
        takeTypes()
        takeMoves()
        for index in onlyOld where Self.isLeaf(index, of: old) {
            summary.removed += 1
            changes.append(ArtifactChange(kind: .removed, from: ArtifactChange.State(old.file(index))))
        }
        for index in onlyNew where Self.isLeaf(index, of: new) {
            summary.added += 1
            changes.append(ArtifactChange(kind: .added, to: ArtifactChange.State(new.file(index))))
        }
        summary.unverified = unverified.count
        changes.sort { ($0.path, $0.kind.rawValue) < ($1.path, $1.kind.rawValue) }
    }

    /// What was found.
    var diff: ArtifactDiff {
        ArtifactDiff(
            from: ArtifactDiff.Side(old), to: ArtifactDiff.Side(new), summary: summary, changes: changes,
            unverified: unverified)
    }

    /// Merges the rows by path; both layouts have them in the same order.
    private mutating func pair() {
        var (left, right) = (0, 0)
        while left < old.rows.count || right < new.rows.count {
            guard left < old.rows.count else {
                onlyNew.append(right)
                right += 1
                continue
            }
            guard right < new.rows.count else {
                onlyOld.append(left)
                left += 1
                continue
            }
            if old.rows[left].comes(before: new.rows[right]) {
                onlyOld.append(left)
                left += 1
            } else if new.rows[right].comes(before: old.rows[left]) {
                onlyNew.append(right)
                right += 1
            } else {
                compare(left, right)
                left += 1
                right += 1
            }
        }
    }

    /// Compares what stands at the same path on both sides.
    private mutating func compare(_ left: Int, _ right: Int) {
        let (first, second) = (old.file(left), new.file(right))
        guard first.row.kind == second.row.kind else {
            summary.type += 1
            return note(.type, first, second)
        }
        var aspects: [ArtifactChange.Aspect] = []
        var remark: String?
        var isUnverified = false
        switch first.row.kind {
        case .directory:
            // What is in it speaks for itself.
            guard Self.isLeaf(left, of: old), Self.isLeaf(right, of: new) else { return }
        case .symlink: if first.row.target != second.row.target { aspects.append(.target) }
        case .file:
            // A hard link that stands for nothing in the archive.
            if first.row.target != second.row.target { aspects.append(.target) }
            switch proofs[second.row.path] ?? ContentMatch(first, second) {
            case .same: break
            case .different(let said):
                aspects.append(.content)
                remark = said
            case .unknown(let reason):
                isUnverified = true
                unverified.append(
                    ArtifactDiff.Unverified(
                        from: ArtifactChange.State(first, comparedWith: second),
                        to: ArtifactChange.State(second, comparedWith: first), reason: reason))
            }
            if differInMode(first, second) { aspects.append(.mode) }
        }
        if !aspects.isEmpty {
            summary.changed += 1
            note(.changed, first, second, aspects, remark)
        } else if !isUnverified {
            summary.same += 1
        }
    }

    private mutating func note(
        _ kind: ArtifactChange.Kind, _ first: ComparedFile, _ second: ComparedFile,
        _ aspects: [ArtifactChange.Aspect] = [], _ remark: String? = nil
    ) {
        changes.append(
            ArtifactChange(
                kind: kind, from: ArtifactChange.State(first, comparedWith: second),
                to: ArtifactChange.State(second, comparedWith: first), aspects: aspects, remark: remark))
    }

    private func differInMode(_ first: ComparedFile, _ second: ComparedFile) -> Bool {
        guard comparesModes, let mode = first.attributes.mode, let other = second.attributes.mode else { return false }
        return (mode ^ other) & 0o100 != 0
    }

    /// Takes out what is a directory on one side and not on the other, which do not come at the same place.
    private mutating func takeTypes() {
        var olds: [ByteString: Int] = [:]
        for (position, index) in onlyOld.enumerated() { olds[old.rows[index].path] = position }
        var paired: (old: Set<Int>, new: Set<Int>) = ([], [])
        for (position, index) in onlyNew.enumerated() {
            guard let before = olds[new.rows[index].path], !paired.old.contains(before) else { continue }
            paired.old.insert(before)
            paired.new.insert(position)
            summary.type += 1
            note(.type, old.file(onlyOld[before]), new.file(index))
        }
        onlyOld = onlyOld.indices.filter { !paired.old.contains($0) }.map { onlyOld[$0] }
        onlyNew = onlyNew.indices.filter { !paired.new.contains($0) }.map { onlyNew[$0] }
    }

    /// Takes out files whose contents were at another path.
    private mutating func takeMoves() {
        let moves = MovedFiles(old, onlyOld, new, onlyNew)
        guard !moves.pairs.isEmpty else { return }
        for (left, right) in moves.pairs {
            let (first, second) = (old.file(left), new.file(right))
            summary.moved += 1
            note(.moved, first, second, differInMode(first, second) ? [.mode] : [])
        }
        let (lefts, rights) = (Set(moves.pairs.map(\.old)), Set(moves.pairs.map(\.new)))
        onlyOld.removeAll(where: lefts.contains)
        onlyNew.removeAll(where: rights.contains)
    }

    /// Whether nothing is below a row: it is no directory, or an empty one.
    private static func isLeaf(_ index: Int, of side: LayoutSide) -> Bool {
        let row = side.rows[index]
        guard row.kind == .directory, index + 1 < side.rows.count else { return true }
        return !side.rows[index + 1].path.hasPrefix(row.path + "/")
    }
}

extension LayoutRow {
    /// Whether a row stands before another one in layouts: by the bytes of their paths, of which those of directories end with
    /// a slash.
    fileprivate func comes(before other: LayoutRow) -> Bool {
        let (bytes, others) = (path.bytes, other.path.bytes)
        let shared = ByteScan.commonPrefix(bytes.span, others.span)
        let end = kind == .directory ? 1 : 0
        let otherEnd = other.kind == .directory ? 1 : 0
        // A byte behind the path, or none.
        let next = shared < bytes.count ? Int(bytes[shared]) : shared < bytes.count + end ? Int(UInt8(ascii: "/")) : -1
        let otherNext =
            shared < others.count ? Int(others[shared]) : shared < others.count + otherEnd ? Int(UInt8(ascii: "/")) : -1
        if next != otherNext { return next < otherNext }
        // One path has ended with its slash, where the other goes on.
        return shared == bytes.count && shared < others.count - 1 + otherEnd && end == 1
    }
}
