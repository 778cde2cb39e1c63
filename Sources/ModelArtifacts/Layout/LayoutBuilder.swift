/// Turns paths in byte order into the events of a layout, in memory that depends only on the longest path.
///
/// In byte order all paths that begin with a path K form one run that starts with K itself, so a file K and a directory K
/// are never far apart: K stays a prefix of everything between. The lengths of those paths that are prefixes of the current
/// one are kept on a stack; a directory that begins where such a length ends has the same path as a file. A directory, too,
/// is one run, since its path ends with a slash, and is entered once.
package struct LayoutBuilder<Visitor: LayoutVisitor> {
    private struct Frame {
        /// Where the path of the directory ends, its slash included.
        var end: Int
        /// Where its last component begins.
        var name: Int
        var totals: DirectoryTotals
        /// The kinds of bytes in its whole path.
        var classes: ByteClasses
    }

    /// The path added last; the array is longer where a path before it was.
    private var current: [UInt8] = []
    private var currentCount = 0
    private var currentFile: LayoutFile?
    /// The kinds of bytes in the path added last.
    package private(set) var pathClasses = ByteClasses()
    private var occurrences = 0
    private var frames: [Frame] = []
    private var prefixFiles: [Int] = []
    /// What has taken in the events so far.
    package private(set) var visitor: Visitor

    package init(visitor: Visitor) {
        self.visitor = visitor
    }

    /// Adds a path. One that stands for a directory ends with a slash.
    ///
    /// - Throws: ``LayoutOrderError``; what was added before has been reported to the visitor.
    package mutating func add(_ path: Span<UInt8>, _ file: LayoutFile) throws(LayoutOrderError) {
        let shared = ByteScan.commonPrefix(current.span.extracting(0..<currentCount), path)
        if currentFile != nil {
            if shared == path.count {
                guard shared == currentCount else { throw LayoutOrderError() }
                return addAgain(path, file)
            }
            guard shared == currentCount || current[shared] < path[shared] else { throw LayoutOrderError() }
        }
        if occurrences > 1 { endDuplicates() }
        while let last = prefixFiles.last, last > shared { prefixFiles.removeLast() }
        leaveDirectories(beyond: shared)
        replaceCurrent(from: shared, with: path)
        let name = enterDirectories(of: path, from: shared)
        let classes = ByteScan.classes(of: path, from: name)
        pathClasses = frames.last?.classes ?? ByteClasses()
        pathClasses.formUnion(classes)
        currentFile = file
        occurrences = 1
        switch file.kind {
        case .file, .symbolicLink:
            if !frames.isEmpty { frames[frames.count - 1].totals.filesBelow += 1 }
            prefixFiles.append(path.count)
            visitor.visitFile(path, name: name, file, classes)
        case .folderMarker: visitor.visitFile(path, name: name, file, classes)
        case .directory:
            if let last = frames.indices.last, frames[last].end == path.count { frames[last].totals.isExplicit = true }
        }
    }

    /// Ends what is open.
    package mutating func finish() {
        endDuplicates()
        leaveDirectories(beyond: -1)
        currentCount = 0
        currentFile = nil
        prefixFiles = []
    }

    private mutating func replaceCurrent(from start: Int, with path: Span<UInt8>) {
        let count = path.count
        if current.count < count { current.append(contentsOf: repeatElement(0, count: 2 * count - current.count)) }
        unsafe current.withUnsafeMutableBufferPointer { known in
            unsafe path.withUnsafeBufferPointer { new in
                guard start < count, let target = known.baseAddress, let source = new.baseAddress else { return }
                unsafe (target + start).update(from: source + start, count: count - start)
            }
        }
        currentCount = count
    }

    private mutating func addAgain(_ path: Span<UInt8>, _ file: LayoutFile) {
        guard let replaced = currentFile, file.kind != .directory else { return }
        occurrences += 1
        currentFile = file
        visitor.replaceFile(path, name: frames.last?.end ?? 0, file, replaced: replaced)
    }

    private mutating func endDuplicates() {
        if occurrences > 1 {
            let path = current
            visitor.endOfDuplicates(
                path.span.extracting(0..<currentCount), name: frames.last?.end ?? 0, times: occurrences)
        }
        occurrences = 0
    }

    private mutating func leaveDirectories(beyond shared: Int) {
        while let frame = frames.last, frame.end > shared {
            frames.removeLast()
            if let parent = frames.indices.last { frames[parent].totals.filesBelow += frame.totals.filesBelow }
            let path = current
            visitor.leaveDirectory(path.span.extracting(0..<(frame.end - 1)), name: frame.name, frame.totals)
        }
    }

    /// Enters the directories of the path that are not open yet; returns where its last component begins.
    ///
    /// - Parameter start: how far it is the path before, whose last component holds no slash.
    private mutating func enterDirectories(of path: Span<UInt8>, from start: Int) -> Int {
        var name = frames.last?.end ?? 0
        var search = start
        while let slash = ByteScan.firstSlash(in: path, from: search) {
            let clashes = prefixFiles.last == slash
            frames.append(
                Frame(
                    end: slash + 1, name: name,
                    totals: DirectoryTotals(filesBelow: 0, clashesWithFile: clashes, isExplicit: false),
                    classes: ByteScan.classes(of: path, from: 0)))
            visitor.enterDirectory(path.extracting(0..<slash), name: name)
            name = slash + 1
            search = name
        }
        return name
    }
}
