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
        /// Whether its end has to be told, so that what is below it has to be counted. Of others that is not known.
        var isAnnounced = false
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
    /// The ends of the paths of those whose ends have to be told.
    private var announced: [Int] = []
    /// The lengths of the files before it whose paths it begins with.
    private var prefixFiles: [Int] = []
    /// What has taken in the events so far.
    package private(set) var visitor: Visitor

    package init(visitor: Visitor) {
        self.visitor = visitor
    }

    /// Begins with another layout in the same memory, after ``finish()``.
    package mutating func begin(_ visitor: Visitor) { self.visitor = visitor }

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
        visitor.visitNames(of: path, sharing: shared)
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
            guard left.isAnnounced else { continue }
            announced.removeLast()
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
            let classes = enterDirectory(of: path, endingAt: slash)
            let isWanted = visitor.enterDirectory(path.extracting(0..<slash), name: directory.name, classes)
            if clashes || isWanted {
                directory.totals.clashesWithFile = clashes
                directory.isAnnounced = true
                announced.append(slash + 1)
            }
            search = slash + 1
        }
    }

    /// - Returns: the kinds of bytes in its name.
    @inline(__always)
    private mutating func enterDirectory(of path: Span<UInt8>, endingAt slash: Int) -> ByteClasses {
        let name = directory.end
        let classes = ByteScan.classes(of: path.extracting(0..<slash), from: name)
        parents.append(directory)
        directory.end = slash + 1
        directory.name = name
        directory.totals = DirectoryTotals(filesBelow: 0, clashesWithFile: false, isExplicit: false)
        directory.isAnnounced = false
        directory.classes.formUnion(classes)
        return classes
    }
}

extension LayoutBuilder where Visitor: OrdinaryRunVisitor {
    /// Adds a run of ordinary files in one go, and the directories that begin with them.
    ///
    /// - Returns: false if they have to be added one by one, because a directory ends among them whose end has to be told.
    mutating func add(_ run: OrdinaryRun) -> Bool {
        guard announced.last ?? 0 <= run.shared else { return false }
        let path = current
        visitor.visit(run, behind: path.span.extracting(0..<currentCount))
        goOn(behind: run)
        return true
    }

    private mutating func goOn(behind run: OrdinaryRun) {
        if occurrences > 1 { endDuplicates() }
        while let last = prefixFiles.last, last > run.shared { prefixFiles.removeLast() }
        while directory.end > run.shared, let parent = parents.popLast() {
            let below = directory.totals.filesBelow
            directory = parent
            directory.totals.filesBelow += below
        }
        directory.totals.filesBelow += run.count
        let path = unsafe run.last.bytes.span
        replaceCurrent(from: 0, with: path)
        while let slash = ByteScan.firstSlash(in: path, from: directory.end) {
            _ = enterDirectory(of: path, endingAt: slash)
        }
        nameClasses = ByteScan.classes(of: path, from: directory.end)
        (currentKind, currentSize) = (.file, run.last.size)
        occurrences = 1
    }
}
