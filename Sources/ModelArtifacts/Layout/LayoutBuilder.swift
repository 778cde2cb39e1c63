/// Turns paths in byte order into the events of a layout, in memory that depends only on the longest path.
///
/// In byte order all paths that begin with a path K form one run that starts with K itself, so a file K and a directory K
/// are never far apart: K stays a prefix of everything between. The lengths of those paths that are prefixes of the current
/// one are kept on a stack; a directory that begins where such a length ends has the same path as a file. A directory, too,
/// is one run, since its path ends with a slash, and is entered once.
///
/// What a path has in common with the one before it is not looked at again: mostly that is all but a few bytes.
package struct LayoutBuilder<Visitor: LayoutVisitor> {
    private struct Directory {
        /// Where its path ends, the slash included; 0 for the model directory itself.
        var end = 0
        /// Where its last component begins.
        var name = 0
        var totals = DirectoryTotals(filesBelow: 0, clashesWithFile: false, isExplicit: false)
        /// The kinds of bytes in its whole path.
        var classes = ByteClasses()
    }

    /// The path added last; the array is longer where a path before it was.
    private var current: [UInt8] = []
    private var currentCount = 0
    /// What stands there; nil if nothing was added.
    private var currentKind: LayoutFile.Kind?
    private var currentSize: Int64?
    /// How many times the path was added.
    private var occurrences = 0
    /// The kinds of bytes in its last component.
    private var nameClasses = ByteClasses()
    /// The directory that it is in, and those that this one is in.
    private var directory = Directory()
    private var parents: [Directory] = []
    /// The lengths of the files before it whose paths it begins with.
    private var prefixFiles: [Int] = []
    /// What has taken in the events so far.
    package private(set) var visitor: Visitor

    package init(visitor: Visitor) {
        self.visitor = visitor
    }

    /// The kinds of bytes in the path added last.
    @inline(__always)
    package var pathClasses: ByteClasses {
        var classes = directory.classes
        classes.formUnion(nameClasses)
        return classes
    }

    /// Adds a path. One that stands for a directory ends with a slash.
    ///
    /// - Throws: ``LayoutOrderError``; what was added before has been reported to the visitor.
    @inline(__always)
    package mutating func add(_ path: Span<UInt8>, _ file: borrowing LayoutFile) throws(LayoutOrderError) {
        let shared = ByteScan.commonPrefix(current.span.extracting(0..<currentCount), path)
        if let currentKind {
            if shared == path.count {
                guard shared == currentCount else { throw LayoutOrderError() }
                return addAgain(path, file)
            }
            if shared == currentCount {
                if currentKind == .file || currentKind == .symbolicLink { prefixFiles.append(shared) }
            } else {
                guard current[shared] < path[shared] else { throw LayoutOrderError() }
                while let last = prefixFiles.last, last > shared { prefixFiles.removeLast() }
            }
        }
        if occurrences > 1 { endDuplicates() }
        if directory.end > shared { leaveDirectories(beyond: shared) }
        replaceCurrent(from: shared, with: path)
        classify(path, from: shared)
        (currentKind, currentSize) = (file.kind, file.size)
        occurrences = 1
        switch file.kind {
        case .file, .symbolicLink:
            directory.totals.filesBelow += 1
            visitor.visitFile(path, name: directory.end, file, nameClasses)
        case .folderMarker: visitor.visitFile(path, name: directory.end, file, nameClasses)
        case .directory: if directory.end == path.count { directory.totals.isExplicit = true }
        }
    }

    /// Ends what is open.
    package mutating func finish() {
        endDuplicates()
        leaveDirectories(beyond: 0)
        directory = Directory()
        currentCount = 0
        currentKind = nil
        prefixFiles = []
    }

    /// Enters the directories of the path that are not open yet, and looks at the bytes of its last component.
    ///
    /// - Parameter shared: how much of it the path before had, too.
    @inline(__always)
    private mutating func classify(_ path: Span<UInt8>, from shared: Int) {
        let new = ByteScan.classes(of: path, from: shared)
        if new.hasSlash {
            enterDirectories(of: path, from: shared)
            nameClasses = ByteScan.classes(of: path, from: directory.end)
        } else if nameClasses.isPlain {
            nameClasses = new
        } else {
            nameClasses = ByteScan.classes(of: path, from: directory.end)
        }
    }

    @inline(__always)
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

    private mutating func addAgain(_ path: Span<UInt8>, _ file: borrowing LayoutFile) {
        guard let kind = currentKind, file.kind != .directory else { return }
        let replaced = LayoutFile(kind, size: currentSize)
        occurrences += 1
        (currentKind, currentSize) = (file.kind, file.size)
        visitor.replaceFile(path, name: directory.end, copy file, replaced: replaced)
    }

    private mutating func endDuplicates() {
        if occurrences > 1 {
            let path = current
            visitor.endOfDuplicates(path.span.extracting(0..<currentCount), name: directory.end, times: occurrences)
        }
        occurrences = 0
    }

    private mutating func leaveDirectories(beyond shared: Int) {
        while directory.end > shared, let parent = parents.popLast() {
            let left = directory
            directory = parent
            directory.totals.filesBelow += left.totals.filesBelow
            let path = current
            visitor.leaveDirectory(path.span.extracting(0..<(left.end - 1)), name: left.name, left.totals)
        }
        nameClasses = ByteScan.classes(of: current.span.extracting(0..<shared), from: directory.end)
    }

    /// - Parameter start: how far the path is the one before, whose last component holds no slash.
    private mutating func enterDirectories(of path: Span<UInt8>, from start: Int) {
        var search = start
        while let slash = ByteScan.firstSlash(in: path, from: search) {
            let clashes = prefixFiles.last == slash
            let name = directory.end
            parents.append(directory)
            directory = Directory(
                end: slash + 1, name: name,
                totals: DirectoryTotals(filesBelow: 0, clashesWithFile: clashes, isExplicit: false),
                classes: ByteScan.classes(of: path, from: 0))
            visitor.enterDirectory(path.extracting(0..<slash), name: name)
            search = slash + 1
        }
    }
}

extension LayoutBuilder where Visitor: SiblingVisitor {
    /// Adds ordinary files that follow each other in the directory of the path added last, without looking at each.
    mutating func add(_ siblings: SiblingRun) {
        if siblings.hasPaths { goOn(behind: siblings) }
        directory.totals.filesBelow += siblings.count
        visitor.visitSiblings(siblings)
    }

    private mutating func goOn(behind siblings: SiblingRun) {
        if occurrences > 1 { endDuplicates() }
        while let last = prefixFiles.last, last > siblings.shared { prefixFiles.removeLast() }
        let path = unsafe siblings.last.bytes.span
        replaceCurrent(from: directory.end, with: path)
        nameClasses = ByteScan.classes(of: path, from: directory.end)
        (currentKind, currentSize) = (.file, siblings.last.size)
        occurrences = 1
    }
}
