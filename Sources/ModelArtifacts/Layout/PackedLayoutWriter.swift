/// Packs the rows of a layout as they come, those of a directory behind it.
struct PackedLayoutWriter {
    /// A chunk is full when it has so many bytes.
    static let chunkSize = 64 << 10

    private(set) var layout: PackedLayout
    /// The path of the last row; the array is longer where a path before it was.
    private var path: [UInt8] = []
    private var pathCount = 0
    /// Where its slashes are.
    private var slashes: [Int] = []
    /// How many bytes it has in common with the row before, as far as that counts in its chunk.
    private var shared = 0
    /// Where the last row of each directory on the way down is, whose flags tell whether another one follows.
    private var last: [(chunk: Int, offset: Int)] = []

    init(mount: ByteString, keyPrefix: ByteString?, hasOrigins: Bool = false) {
        layout = PackedLayout(mount: mount, keyPrefix: keyPrefix, hasOrigins: hasOrigins)
    }

    /// Adds a row.
    ///
    /// - Parameter path: relative to the mount.
    @inline(__always)
    mutating func append(
        _ path: Span<UInt8>, _ kind: LayoutRow.Kind, size: Int64? = nil, etag: ByteString? = nil,
        target: ByteString? = nil, isLeftover: Bool = false
    ) {
        let shared = ByteScan.commonPrefix(self.path.span.extracting(0..<pathCount), path)
        append(path, sharing: shared, kind, size: size, etag: etag, target: target, isLeftover: isLeftover)
    }

    /// Adds a row whose path has some bytes in common with that of the row before.
    @inline(__always)
    mutating func append(
        _ path: Span<UInt8>, sharing shared: Int, _ kind: LayoutRow.Kind, size: Int64?, etag: ByteString?,
        target: ByteString?, isLeftover: Bool
    ) {
        take(path, sharing: shared)
        if layout.chunks.last.map({ $0.count >= Self.chunkSize }) ?? true {
            layout.chunks.append([])
            layout.chunks[layout.chunks.count - 1].reserveCapacity(Self.chunkSize + 2 * S3Limits.keyLength)
            self.shared = 0
        } else {
            self.shared = shared
        }
        let chunk = layout.chunks.count - 1
        let offset = layout.chunks[chunk].count
        let depth = slashes.count
        if last.count > depth {
            layout.chunks[last[depth].chunk][last[depth].offset] |= PackedLayout.Flags.sibling.rawValue
            last.removeSubrange(depth...)
        }
        last.append((chunk, offset))
        layout.count += 1
        write(kind, size: size, etag: etag, target: target, isLeftover: isLeftover)
    }

    /// Puts another row of the same path in the place of the last one.
    mutating func replaceLast(
        _ kind: LayoutRow.Kind, size: Int64?, etag: ByteString?, target: ByteString?, isLeftover: Bool = false
    ) {
        guard let (chunk, offset) = last.last else { return }
        layout.chunks[chunk].removeSubrange(offset...)
        write(kind, size: size, etag: etag, target: target, isLeftover: isLeftover)
    }

    /// Makes a path that of the last row.
    @inline(__always)
    private mutating func take(_ path: Span<UInt8>, sharing shared: Int) {
        let count = path.count
        if self.path.count < count {
            self.path.append(contentsOf: repeatElement(0, count: 2 * count - self.path.count))
        }
        unsafe self.path.withUnsafeMutableBufferPointer { known in
            unsafe path.withUnsafeBufferPointer { new in
                guard shared < count, let target = known.baseAddress, let source = new.baseAddress else { return }
                unsafe (target + shared).update(from: source + shared, count: count - shared)
            }
        }
        pathCount = count
        while let slash = slashes.last, slash >= shared { slashes.removeLast() }
        var start = shared
        while let slash = ByteScan.firstSlash(in: path, from: start) {
            slashes.append(slash)
            start = slash + 1
        }
    }

    @inline(__always)
    private mutating func write(
        _ kind: LayoutRow.Kind, size: Int64?, etag: ByteString?, target: ByteString?, isLeftover: Bool
    ) {
        var flags: PackedLayout.Flags = []
        switch kind {
        case .file: break
        case .directory: flags.insert(.directory)
        case .symlink: flags.insert(.symlink)
        }
        if size != nil { flags.insert(.size) }
        if etag != nil { flags.insert(.etag) }
        if target != nil { flags.insert(.target) }
        if isLeftover { flags.insert(.leftover) }
        let chunk = layout.chunks.count - 1
        layout.chunks[chunk].append(flags.rawValue)
        Self.write(shared, to: &layout.chunks[chunk])
        Self.write(pathCount - shared, to: &layout.chunks[chunk])
        layout.chunks[chunk].append(contentsOf: path[shared..<pathCount])
        // A size that is negative comes from strangers.
        if let size { Self.write(Int(truncatingIfNeeded: size), to: &layout.chunks[chunk]) }
        for text in [etag, target] {
            guard let text else { continue }
            Self.write(text.count, to: &layout.chunks[chunk])
            layout.chunks[chunk].append(contentsOf: text.bytes)
        }
    }

    @inline(__always)
    private static func write(_ number: Int, to bytes: inout [UInt8]) {
        var rest = UInt(bitPattern: number)
        while rest >= 0x80 {
            bytes.append(UInt8(truncatingIfNeeded: rest) | 0x80)
            rest >>= 7
        }
        bytes.append(UInt8(truncatingIfNeeded: rest))
    }
}
