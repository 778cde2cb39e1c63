/// Turns paths in byte order into the events of a layout, in memory that depends only on the longest path.
///
/// In byte order all paths that begin with a path K form one run that starts with K itself, so a file K and a directory K
/// are never far apart: K stays a prefix of everything between. The lengths of those paths that are prefixes of the current
/// one are kept on a stack; a directory that begins where such a length ends has the same path as a file. A directory, too,
/// is one run, since its path ends with a slash, and is entered once.
package struct LayoutBuilder {
    /// Thrown when a path does not come after the one before it, in byte order.
    package struct OutOfOrder: Error {}

    private struct Frame {
        /// Where the path of the directory ends, its slash included.
        var end: Int
        /// Where its last component begins.
        var name: Int
        var totals: DirectoryTotals
    }

    private var current: [UInt8] = []
    private var currentFile: LayoutFile?
    private var occurrences = 0
    private var frames: [Frame] = []
    private var prefixFiles: [Int] = []
    private let visitor: any LayoutVisitor

    package init(visitor: any LayoutVisitor) {
        self.visitor = visitor
    }

    /// Adds a path. One that stands for a directory ends with a slash.
    ///
    /// - Throws: ``OutOfOrder``; what was added before has been reported to the visitor.
    package mutating func add(_ path: Span<UInt8>, _ file: LayoutFile) throws(OutOfOrder) {
        let shared = commonPrefix(with: path)
        if shared == path.count && shared == current.count && currentFile != nil {
            return addAgain(path, file)
        }
        guard currentFile == nil || shared == current.count || (shared < path.count && current[shared] < path[shared])
        else { throw OutOfOrder() }
        endDuplicates()
        while let last = prefixFiles.last, last > shared { prefixFiles.removeLast() }
        leaveDirectories(beyond: shared)
        current.removeSubrange(shared...)
        for index in shared..<path.count { current.append(path[index]) }
        let name = enterDirectories()
        currentFile = file
        occurrences = 1
        switch file.kind {
        case .directory:
            if let last = frames.indices.last, frames[last].end == path.count { frames[last].totals.isExplicit = true }
        case .folderMarker: visitor.visitFile(path, name: name, file)
        case .file, .symbolicLink:
            if let last = frames.indices.last { frames[last].totals.filesBelow += 1 }
            prefixFiles.append(path.count)
            visitor.visitFile(path, name: name, file)
        }
    }

    /// Ends what is open.
    package mutating func finish() {
        endDuplicates()
        leaveDirectories(beyond: -1)
        current = []
        currentFile = nil
        prefixFiles = []
    }

    private func commonPrefix(with path: Span<UInt8>) -> Int {
        let known = current.span
        let limit = min(known.count, path.count)
        var index = 0
        while index < limit, known[index] == path[index] { index += 1 }
        return index
    }

    private mutating func addAgain(_ path: Span<UInt8>, _ file: LayoutFile) {
        guard let replaced = currentFile, file.kind != .directory else { return }
        occurrences += 1
        currentFile = file
        visitor.replaceFile(path, name: frames.last?.end ?? 0, file, replaced: replaced)
    }

    private mutating func endDuplicates() {
        if occurrences > 1 {
            visitor.endOfDuplicates(current.span, name: frames.last?.end ?? 0, times: occurrences)
        }
        occurrences = 0
    }

    private mutating func leaveDirectories(beyond shared: Int) {
        while let frame = frames.last, frame.end > shared {
            frames.removeLast()
            if let parent = frames.indices.last { frames[parent].totals.filesBelow += frame.totals.filesBelow }
            visitor.leaveDirectory(
                current.span.extracting(0..<(frame.end - 1)), name: frame.name, frame.totals)
        }
    }

    /// Enters the directories of the current path that are not open yet; returns where its last component begins.
    private mutating func enterDirectories() -> Int {
        var name = frames.last?.end ?? 0
        while let slash = current[name...].firstIndex(of: UInt8(ascii: "/")) {
            let clashes = prefixFiles.last == slash
            frames.append(
                Frame(
                    end: slash + 1, name: name,
                    totals: DirectoryTotals(filesBelow: 0, clashesWithFile: clashes, isExplicit: false)))
            visitor.enterDirectory(current.span.extracting(0..<slash), name: name)
            name = slash + 1
        }
        return name
    }
}
