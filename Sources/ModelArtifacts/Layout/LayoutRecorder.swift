/// Keeps a whole layout, in the order of its events.
package final class LayoutRecorder: LayoutVisitor {
    /// The rows so far. A directory stands in front of what it holds.
    package private(set) var rows: [LayoutRow] = []
    /// What else is known of each row, where it is wanted.
    package private(set) var attributes: [FileAttributes]?
    private let mount: ByteString
    private let keyPrefix: ByteString?

    /// - Parameters:
    ///   - mount: the absolute path of the model directory, without a slash at its end.
    ///   - keyPrefix: what stands in front of a path in its key; nil if objects have no keys of their own.
    ///   - recordsAttributes: whether to keep ``attributes`` too.
    package init(mount: ByteString, keyPrefix: ByteString?, recordsAttributes: Bool = false) {
        attributes = recordsAttributes ? [] : nil
        self.mount = mount
        self.keyPrefix = keyPrefix
    }

    package func enterDirectory(_ path: Span<UInt8>, name: Int, _ classes: ByteClasses) -> Bool {
        rows.append(LayoutRow(path: mount + "/" + ByteString(path), kind: .directory))
        attributes?.append(FileAttributes())
        return false
    }

    package func visitFile(
        _ path: Span<UInt8>, name: Int, _ file: borrowing LayoutFile, _ classes: ByteClasses
    ) {
        record(path, file)
    }

    private func record(_ path: Span<UInt8>, _ file: borrowing LayoutFile) {
        guard file.kind != .folderMarker else { return }
        let path = ByteString(path)
        rows.append(
            LayoutRow(
                path: mount + "/" + path, kind: file.kind == .symbolicLink ? .symlink : .file, size: file.size,
                key: keyPrefix.map { $0 + path }, etag: file.etag, target: file.target))
        attributes?.append(FileAttributes(file))
    }

    package func replaceFile(_ path: Span<UInt8>, name: Int, _ file: LayoutFile, replaced: LayoutFile) {
        guard !rows.isEmpty, file.kind != .folderMarker else { return }
        rows.removeLast()
        attributes?.removeLast()
        record(path, file)
    }
}
