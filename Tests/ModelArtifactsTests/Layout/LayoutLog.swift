import ModelArtifacts

/// Writes down the events of a layout.
final class LayoutLog: LayoutVisitor {
    private(set) var files: [ByteString: Int] = [:]
    private(set) var directories: [ByteString: Int] = [:]
    private(set) var duplicates: [ByteString: Int] = [:]
    private(set) var markers: Set<ByteString> = []
    /// Files below each directory.
    private(set) var filesBelow: [ByteString: Int] = [:]
    private(set) var clashes: Set<ByteString> = []
    private(set) var explicit: Set<ByteString> = []
    /// What broke the promises of ``LayoutVisitor``.
    private(set) var faults: [String] = []
    private var open: [ByteString] = []
    private var last: ByteString?

    func enterDirectory(_ path: Span<UInt8>, name: Int, _ classes: ByteClasses) -> Bool {
        let path = ByteString(path)
        check(path + "/", name, isDirectory: true)
        directories[path, default: 0] += 1
        open.append(path)
        return true
    }

    func leaveDirectory(_ path: Span<UInt8>, name: Int, _ totals: DirectoryTotals) {
        let path = ByteString(path)
        if open.popLast() != path { faults.append("left \(path), which was not the innermost") }
        filesBelow[path] = totals.filesBelow
        if totals.clashesWithFile { clashes.insert(path) }
        if totals.isExplicit { explicit.insert(path) }
    }

    func visitFile(_ path: Span<UInt8>, name: Int, _ file: borrowing LayoutFile, _ classes: ByteClasses) {
        let path = ByteString(path)
        if file.kind == .folderMarker {
            markers.insert(path)
            return
        }
        check(path, name, isDirectory: false)
        files[path, default: 0] += 1
    }

    func replaceFile(_ path: Span<UInt8>, name: Int, _ file: LayoutFile, replaced: LayoutFile) {
        if file.kind != .folderMarker { files[ByteString(path), default: 0] += 1 }
    }

    func endOfDuplicates(_ path: Span<UInt8>, name: Int, times: Int) { duplicates[ByteString(path)] = times }

    private func check(_ path: ByteString, _ name: Int, isDirectory: Bool) {
        // An empty file name sorts where its directory does.
        let isEmptyName = !isDirectory && path.hasSuffix("/")
        if let last, !(last < path), !(isEmptyName && last == path) { faults.append("\(path) came after \(last)") }
        last = path
        let own = isDirectory ? ByteString(Array(path.bytes.dropLast())) : path
        if ByteString(Array(path.bytes[..<name])) != (open.last.map { $0 + "/" } ?? "") {
            faults.append("\(path) is not in the innermost directory")
        }
        if own.bytes[name...].contains(UInt8(ascii: "/")) { faults.append("the name of \(path) holds a slash") }
    }
}
