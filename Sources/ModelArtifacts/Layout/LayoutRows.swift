/// The rows of a layout in byte order of their paths, a directory in front of what it holds.
///
/// They are kept packed, so that millions of them take little memory, and each is made as it is wanted.
public struct LayoutRows: Sequence, Hashable, Sendable {
    /// The layouts of the directories of which it consists, in byte order: those of channels, and that of the model.
    package private(set) var parts: [PackedLayout]

    package init(_ parts: [PackedLayout]) {
        self.parts = parts
    }

    /// The number of rows.
    public var count: Int { parts.reduce(0) { $0 + $1.count } }

    /// The rows one by one.
    public func makeIterator() -> some IteratorProtocol<LayoutRow> {
        parts.lazy.flatMap { part in
            var cursor = part.cursor()
            return AnyIterator { cursor.next() ? cursor.row : nil }
        }.makeIterator()
    }

    /// Takes in the layout of a channel.
    mutating func insert(_ rows: LayoutRows, ofChannel channel: String) {
        // The directories of channels come before `/opt/ml/model` in byte order, each in one piece.
        let name = ByteString(channel) + "/"
        let index = parts.firstIndex { part in part.channel.map { name < ByteString($0) + "/" } ?? true }
        let added = rows.parts.map { part in
            var part = part
            part.channel = channel
            return part
        }
        parts.insert(contentsOf: added, at: index ?? parts.endIndex)
    }

    /// The same rows with other ETags.
    ///
    /// - Parameter etag: that of the file at a path below its mount; nil where it stays what it is.
    func settingETags(_ etag: (ByteString) -> ByteString?) -> LayoutRows {
        LayoutRows(
            parts.map { part in
                var writer = PackedLayoutWriter(
                    mount: part.mount, keyPrefix: part.keyPrefix, hasOrigins: part.hasOrigins)
                var cursor = part.cursor()
                while cursor.next() {
                    let path = ByteString(Array(cursor.relativePath))
                    let new = cursor.kind == .file ? etag(path) : nil
                    writer.append(
                        path.bytes.span, cursor.kind, size: cursor.size, etag: new ?? cursor.etag,
                        target: cursor.target,
                        isLeftover: cursor.origin == .existing)
                }
                var layout = writer.layout
                layout.channel = part.channel
                layout.decision = part.decision
                return layout
            })
    }
}
