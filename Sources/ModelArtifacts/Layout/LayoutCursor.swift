/// Goes through the rows of a layout. What it stands on is valid until it goes on.
package struct LayoutCursor {
    private let layout: PackedLayout
    /// The chunk that is read, its number and the place in it.
    private var chunk: [UInt8] = []
    private var nextChunk: Int
    private let endOfChunks: Int
    private var position = 0
    /// Where the path begins behind the mount and its slash, and in the key.
    private let start: Int
    private let keyStart: Int
    private var wholeKey: ByteString
    /// Whether it is known what the container makes of files. Asked of each row, where the layout would count a reference.
    private let isDecided: Bool
    /// Where the slashes of the path are, behind that of the mount.
    private var slashes: [Int] = []

    /// The absolute path.
    package private(set) var path: ByteString
    package private(set) var kind = LayoutRow.Kind.file
    /// In bytes; nil for directories and where a listing does not tell.
    package private(set) var size: Int64?
    package private(set) var etag: ByteString?
    package private(set) var target: ByteString?
    /// Whether another row in the same directory follows.
    package private(set) var hasSibling = false
    /// Whether the object was in S3 before, and is not of the source.
    private var isLeftover = false

    /// - Parameter chunks: those that are read; nil for all.
    init(_ layout: PackedLayout, chunks: Range<Int>? = nil) {
        self.layout = layout
        nextChunk = chunks?.lowerBound ?? 0
        endOfChunks = chunks?.upperBound ?? layout.chunks.count
        path = layout.mount + "/"
        start = path.count
        isDecided = layout.decision != nil
        wholeKey = layout.keyPrefix ?? ""
        keyStart = wholeKey.count
    }

    /// The path below the mount.
    package var relativePath: ArraySlice<UInt8> { path.bytes[start...] }

    /// The last component of the path.
    package var name: ArraySlice<UInt8> { path.bytes[(slashes.last.map { $0 + 1 } ?? start)...] }

    /// How many directories below the mount it lies in.
    package var depth: Int { slashes.count }

    /// The key of the object that the file comes from, where the S3 URI is known.
    package var key: ByteString? { layout.keyPrefix != nil && kind != .directory ? wholeKey : nil }

    /// Where the file comes from; nil for directories, and where there is only the source.
    package var origin: LayoutRow.Origin? {
        guard layout.hasOrigins, kind != .directory else { return nil }
        return isLeftover ? .existing : .source
    }

    /// What the container makes of the file; nil for directories, and where it is not known.
    package var use: LayoutUse? {
        guard isDecided, kind != .directory else { return nil }
        return layout.decision?.use(of: ByteString(Array(relativePath)))
    }

    /// The row that it stands on.
    package var row: LayoutRow {
        LayoutRow(
            path: path, kind: kind, size: size, key: key, etag: etag, target: target, channel: layout.channel, use: use,
            origin: origin)
    }

    /// Goes to the next row; false at the end.
    @inline(__always)
    package mutating func next() -> Bool {
        if position == chunk.count {
            guard nextChunk < endOfChunks else { return false }
            chunk = layout.chunks[nextChunk]
            nextChunk += 1
            position = 0
        }
        let flags = PackedLayout.Flags(rawValue: chunk[position])
        position += 1
        let shared = number()
        let rest = number()
        path.bytes.removeLast(path.count - start - shared)
        path.bytes.append(contentsOf: chunk[position..<position + rest])
        findSlashes(from: start + shared)
        if layout.keyPrefix != nil {
            wholeKey.bytes.removeLast(wholeKey.count - keyStart - shared)
            wholeKey.bytes.append(contentsOf: chunk[position..<position + rest])
        }
        position += rest
        kind = flags.contains(.directory) ? .directory : flags.contains(.symlink) ? .symlink : .file
        hasSibling = flags.contains(.sibling)
        isLeftover = flags.contains(.leftover)
        size = flags.contains(.size) ? Int64(number()) : nil
        etag = flags.contains(.etag) ? text() : nil
        target = flags.contains(.target) ? text() : nil
        return true
    }

    @inline(__always)
    private mutating func findSlashes(from start: Int) {
        while let slash = slashes.last, slash >= start { slashes.removeLast() }
        var start = start
        while let slash = ByteScan.firstSlash(in: path.bytes.span, from: start) {
            slashes.append(slash)
            start = slash + 1
        }
    }

    @inline(__always)
    private mutating func number() -> Int {
        var (number, shift): (UInt, UInt) = (0, 0)
        while true {
            let byte = chunk[position]
            position += 1
            number |= UInt(byte & 0x7F) << shift
            if byte < 0x80 { return Int(bitPattern: number) }
            shift += 7
        }
    }

    private mutating func text() -> ByteString {
        let count = number()
        defer { position += count }
        return ByteString(Array(chunk[position..<position + count]))
    }
}
