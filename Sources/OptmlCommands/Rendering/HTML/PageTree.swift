import ModelArtifacts

/// The tree of a page: what lies under a directory in the container, with what is said of it.
struct PageTree {
    /// How many entries may be made for what the tree left out.
    private static let mostAdded = 500

    let title: String
    let root: PageEntry
    private var added = 0

    /// The tree of a layout.
    init(_ digest: LayoutDigest, title: String) {
        self.title = title
        root = PageEntry(digest.root)
    }

    /// A tree with nothing in it.
    init(mount: ByteString, title: String) {
        self.title = title
        root = PageEntry(name: mount, kind: .directory)
    }

    /// Puts findings where they belong.
    mutating func add(_ findings: FindingsReport) {
        for (index, result) in findings.results.enumerated() {
            guard let path = result.finding.location.path, let entry = closest(to: path) else { continue }
            entry.findings.append(index)
            entry.severity = min(entry.severity ?? .note, result.finding.severity)
        }
        Self.sumUp(root)
    }

    /// The entry of a path, or of the closest directory around it that there is. What was left out for its size gets an
    /// entry. Nil if the path is not in the tree.
    private mutating func closest(to path: ByteString) -> PageEntry? {
        guard let components = components(of: path) else { return nil }
        var entry = root
        for (index, name) in components.enumerated() {
            if let child = entry.child(name) {
                entry = child
            } else if index == components.count - 1, entry.hidden.files > 0, added < Self.mostAdded {
                let child = PageEntry(name: name, kind: .file)
                entry.append(child)
                entry.hidden.files -= 1
                added += 1
                return child
            } else {
                return entry
            }
        }
        return entry
    }

    /// Puts in a path, with the directories around it; nil if it is not in the tree, or there is no room any more.
    mutating func insert(_ path: ByteString, kind: LayoutRow.Kind) -> PageEntry? {
        guard let components = components(of: path), !components.isEmpty else { return nil }
        var entry = root
        guard added < 4 * Self.mostAdded else {
            root.hidden.files += 1
            return nil
        }
        for (index, name) in components.enumerated() {
            let isLast = index == components.count - 1
            if let child = entry.child(name), !isLast || child.mark == nil {
                entry = child
            } else {
                let child = PageEntry(name: name, kind: isLast ? kind : .directory)
                entry.append(child)
                entry = child
                added += 1
            }
            if !isLast { entry.files += 1 }
        }
        root.files += 1
        return entry
    }

    /// The names between the root and a path's end; nil if it is not below the root.
    private func components(of path: ByteString) -> [ByteString]? {
        if path == root.name { return [] }
        guard path.hasPrefix(root.name + "/") else { return nil }
        return path.bytes.dropFirst(root.name.count + 1)
            .split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false).map { ByteString(Array($0)) }
    }

    private static func sumUp(_ entry: PageEntry) {
        entry.worst = entry.severity
        for child in entry.children {
            sumUp(child)
            if let worst = child.worst { entry.worst = min(entry.worst ?? .note, worst) }
        }
    }

    /// Numbers the entries as far as there is room on the page: those with findings and what is around them first, then the
    /// others from the root down.
    ///
    /// - Parameters:
    ///   - room: how many bytes the tree may take.
    ///   - first: the first number.
    /// - Returns: the first number behind those given.
    func number(room: Int, from first: Int) -> Int {
        var room = room
        var next = first
        func take(_ entry: PageEntry) -> Bool {
            guard entry.number == 0 else { return true }
            room -= HTMLTree.size(of: entry)
            guard room > 0 else { return false }
            entry.number = next
            next += 1
            return true
        }
        func takeFlagged(_ entry: PageEntry) {
            guard entry.worst != nil || entry === root, take(entry) else { return }
            for child in entry.children { takeFlagged(child) }
        }
        takeFlagged(root)
        var level = [root]
        while !level.isEmpty {
            var below: [PageEntry] = []
            for entry in level where entry.number > 0 {
                for child in entry.children where take(child) { below.append(child) }
            }
            level = below
        }
        return next
    }
}
