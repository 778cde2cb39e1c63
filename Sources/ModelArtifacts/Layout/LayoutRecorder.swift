/// Keeps a whole layout, in the order of its events.
package final class LayoutRecorder: LayoutVisitor {
    /// What changes with every row, in one place, so that the dynamic check of exclusive access is made once for it.
    private var writer: PackedLayoutWriter
    /// What else is known of each row, where it is wanted.
    package private(set) var attributes: [FileAttributes]?

    /// - Parameters:
    ///   - mount: the absolute path of the model directory, without a slash at its end.
    ///   - keyPrefix: what stands in front of a path in its key; nil if objects have no keys of their own.
    ///   - recordsAttributes: whether to keep ``attributes`` too.
    ///   - recordsOrigins: whether files may come from elsewhere than the source.
    package init(
        mount: ByteString, keyPrefix: ByteString?, recordsAttributes: Bool = false, recordsOrigins: Bool = false
    ) {
        attributes = recordsAttributes ? [] : nil
        writer = PackedLayoutWriter(mount: mount, keyPrefix: keyPrefix, hasOrigins: recordsOrigins)
    }

    /// The rows so far. A directory stands in front of what it holds.
    package var rows: LayoutRows {
        var layout = writer.layout
        layout.decision = decision
        return LayoutRows([layout])
    }
    /// What the container makes of the files, where one is told whose decisions are known.
    package var decision: ContainerDecision?

    /// Whether runs of ordinary files can be taken in as they are.
    var takesRuns: Bool { attributes == nil }

    package func enterDirectory(_ path: Span<UInt8>, name: Int, _ classes: ByteClasses) -> Bool {
        writer.append(path, .directory)
        attributes?.append(FileAttributes())
        return false
    }

    package func visitFile(
        _ path: Span<UInt8>, name: Int, _ file: borrowing LayoutFile, _ classes: ByteClasses
    ) {
        guard file.kind != .folderMarker else { return }
        writer.append(
            path, Self.kind(of: file), size: file.size, etag: file.etag, target: file.target,
            isLeftover: file.isLeftover)
        attributes?.append(FileAttributes(file))
    }

    package func replaceFile(_ path: Span<UInt8>, name: Int, _ file: LayoutFile, replaced: LayoutFile) {
        guard writer.layout.count > 0, file.kind != .folderMarker else { return }
        writer.replaceLast(Self.kind(of: file), size: file.size, etag: file.etag, target: file.target)
        attributes?.removeLast()
        attributes?.append(FileAttributes(file))
    }

    /// Takes in ordinary files, and the directories that begin with them.
    ///
    /// - Parameter previous: the path before.
    func visit(_ run: OrdinaryRun, behind previous: Span<UInt8>) {
        let first = unsafe run.start.bytes.span
        var shared = ByteScan.commonPrefix(previous, first)
        var before: PathReference?
        run.forEach { path in
            let bytes = unsafe path.bytes.span
            if let before { shared = ByteScan.commonPrefix(unsafe before.bytes.span, bytes) }
            before = path
            var start = shared
            while let slash = ByteScan.firstSlash(in: bytes, from: start) {
                writer.append(bytes.extracting(0..<slash), .directory)
                start = slash + 1
            }
            writer.append(bytes, .file, size: path.size)
        }
    }

    private static func kind(of file: borrowing LayoutFile) -> LayoutRow.Kind {
        file.kind == .symbolicLink ? .symlink : .file
    }
}
