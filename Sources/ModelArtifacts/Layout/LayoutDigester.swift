/// Makes a digest of a layout as its events come, in memory that does not grow with the layout.
///
/// Whenever there are twice as many entries as are to be kept, the smaller half goes. A directory weighs at least as much as
/// anything in it, so what goes takes nothing with it that stays. Directories that are still open stay.
package final class LayoutDigester: LayoutVisitor {
    /// How many files and directories are kept.
    package static let capacity = 1_500

    private final class Node {
        let name: ByteString
        let kind: LayoutRow.Kind
        let target: ByteString?
        let depth: Int
        var bytes: Int64 = 0
        var files = 0
        var unknownSizes = 0
        var children: [Node] = []
        var hiddenFiles = 0
        var hiddenBytes: Int64 = 0
        var isOpen = false
        let isLeftover: Bool

        init(
            _ name: ByteString, _ kind: LayoutRow.Kind, target: ByteString? = nil, depth: Int, isLeftover: Bool = false
        ) {
            self.isLeftover = isLeftover
            self.name = name
            self.kind = kind
            self.target = target
            self.depth = depth
        }

        /// Takes in what is in another one.
        func add(_ other: Node) {
            bytes = bytes.addingClamped(other.bytes)
            files += other.files
            unknownSizes += other.unknownSizes
        }

        var frozen: LayoutDigest.Entry {
            LayoutDigest.Entry(
                name: name, kind: kind, bytes: bytes, files: files, unknownSizes: unknownSizes, target: target,
                isLeftover: isLeftover, children: children.map(\.frozen), hiddenFiles: hiddenFiles,
                hiddenBytes: hiddenBytes)
        }

        /// Whether it stays rather than `other`.
        func outweighs(_ other: Node) -> Bool {
            if bytes != other.bytes { return bytes > other.bytes }
            if files != other.files { return files > other.files }
            return depth < other.depth
        }
    }

    private let capacity: Int
    /// The directories that have begun and not ended, the model directory first.
    private var open: [Node]
    private var count = 0

    /// - Parameters:
    ///   - mount: the absolute path of the model directory.
    ///   - capacity: how many files and directories are kept, at least 1.
    package init(mount: ByteString, capacity: Int = LayoutDigester.capacity) {
        self.capacity = max(capacity, 1)
        let root = Node(mount, .directory, depth: 0)
        root.isOpen = true
        open = [root]
    }

    package func enterDirectory(_ path: Span<UInt8>, name: Int, _ classes: ByteClasses) -> Bool {
        let node = Node(Self.name(path, name), .directory, depth: open.count)
        node.isOpen = true
        append(node)
        open.append(node)
        return true
    }

    package func leaveDirectory(_ path: Span<UInt8>, name: Int, _ totals: DirectoryTotals) {
        guard open.count > 1, let node = open.popLast() else { return }
        node.isOpen = false
        open.last?.add(node)
    }

    package func visitFile(_ path: Span<UInt8>, name: Int, _ file: borrowing LayoutFile, _ classes: ByteClasses) {
        add(path, name, file)
    }

    package func replaceFile(_ path: Span<UInt8>, name: Int, _ file: LayoutFile, replaced: LayoutFile) {
        guard replaced.kind != .folderMarker, let directory = open.last else { return }
        let size = replaced.size ?? 0
        directory.files -= 1
        directory.bytes -= size
        if replaced.size == nil, replaced.kind == .file { directory.unknownSizes -= 1 }
        // It may be gone already.
        if let last = directory.children.last, last.kind != .directory, last.name == Self.name(path, name) {
            directory.children.removeLast()
            count -= 1
        } else {
            directory.hiddenFiles -= 1
            directory.hiddenBytes -= size
        }
        add(path, name, file)
    }

    /// Everything that was seen so far.
    package func finish() -> LayoutDigest {
        while open.count > 1, let node = open.popLast() { open.last?.add(node) }
        return LayoutDigest(root: open[0].frozen)
    }

    private func add(_ path: Span<UInt8>, _ name: Int, _ file: borrowing LayoutFile) {
        let (kind, size) = (file.kind, file.size)
        guard kind != .folderMarker, kind != .directory else { return }
        let node = Node(
            Self.name(path, name), kind == .symbolicLink ? .symlink : .file, target: file.target,
            depth: open.count, isLeftover: file.isLeftover)
        node.files = 1
        node.bytes = max(size ?? 0, 0)
        if size == nil, kind == .file { node.unknownSizes = 1 }
        open.last?.add(node)
        append(node)
    }

    private func append(_ node: Node) {
        open.last?.children.append(node)
        count += 1
        if count >= 2 * capacity { prune() }
    }

    /// Lets the smaller half go.
    private func prune() {
        var nodes: [Node] = []
        collect(open[0], into: &nodes)
        guard nodes.count > capacity else { return }
        nodes.sort { $0.outweighs($1) }
        let dropped = Set(nodes[capacity...].map(ObjectIdentifier.init))
        drop(dropped, below: open[0])
        count -= dropped.count
    }

    private func collect(_ node: Node, into nodes: inout [Node]) {
        for child in node.children {
            if !child.isOpen { nodes.append(child) }
            collect(child, into: &nodes)
        }
    }

    private func drop(_ dropped: Set<ObjectIdentifier>, below node: Node) {
        node.children.removeAll { child in
            guard dropped.contains(ObjectIdentifier(child)) else {
                drop(dropped, below: child)
                return false
            }
            node.hiddenFiles += child.files
            node.hiddenBytes = node.hiddenBytes.addingClamped(child.bytes)
            return true
        }
    }

    private static func name(_ path: Span<UInt8>, _ name: Int) -> ByteString {
        ByteString(path.extracting(name..<path.count))
    }
}
