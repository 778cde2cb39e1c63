/// What stands in front of the bytes of a path in memory that many of them share: this, then the size of the file, the digest that
/// is its ETag, and a reference to further details, each only where there is one.
struct PathRecord {
    /// The number of bytes of the path.
    let count: UInt32
    private let kind: LayoutFile.Kind
    private let hasSize: Bool
    private let hasDigest: Bool
    private let hasDetails: Bool

    /// So much can be read behind each path: what follows, or nothing of account at the end of the memory.
    static let padding = 8

    private static let word = MemoryLayout<UInt64>.size

    /// The bytes in front of a path.
    @inline(__always)
    var headerSize: Int { Self.headerSize(hasSize, hasDigest, hasDetails) }

    @inline(__always)
    private static func headerSize(_ hasSize: Bool, _ hasDigest: Bool, _ hasDetails: Bool) -> Int {
        MemoryLayout<PathRecord>.stride + (hasSize ? word : 0) + (hasDigest ? 2 * word : 0) + (hasDetails ? word : 0)
    }

    /// The bytes that a path takes up with its record, so that the next record is aligned.
    @inline(__always)
    static func size(pathCount: Int, _ file: borrowing LayoutFile) -> Int {
        aligned(headerSize(file.size != nil, file.digest != nil, file.details != nil) + pathCount)
    }

    /// The bytes that this record takes up with its path.
    @inline(__always)
    var size: Int { Self.aligned(headerSize + Int(count)) }

    /// By how many bytes a record grows at most if its path gets so many bytes longer.
    static func extraSize(pathCount: Int) -> Int { pathCount + word }

    @inline(__always)
    private static func aligned(_ size: Int) -> Int { (size + word - 1) & ~(word - 1) }

    /// Puts a path with its record into memory.
    ///
    /// - Parameters:
    ///   - memory: aligned for a word, with room for the record and the padding behind it.
    ///   - beginning: what stands in front of `path`.
    @inline(__always)
    static func initialize(
        _ memory: UnsafeMutableRawPointer, _ beginning: Span<UInt8>, _ path: Span<UInt8>, _ file: consuming LayoutFile
    ) {
        let count = beginning.count + path.count
        let record = PathRecord(
            count: UInt32(truncatingIfNeeded: count), kind: file.kind, hasSize: file.size != nil,
            hasDigest: file.digest != nil, hasDetails: file.details != nil)
        unsafe memory.initializeMemory(as: PathRecord.self, to: record)
        var end = unsafe memory + MemoryLayout<PathRecord>.stride
        if let size = file.size {
            unsafe end.storeBytes(of: size, as: Int64.self)
            unsafe end += word
        }
        if let digest = file.digest {
            unsafe end.storeBytes(of: digest, as: MD5Digest.self)
            unsafe end += 2 * word
        }
        if let details = file.details {
            unsafe end.storeBytes(of: Unmanaged.passRetained(details).toOpaque(), as: UnsafeMutableRawPointer.self)
            unsafe end += word
        }
        unsafe copy(beginning, to: end)
        unsafe copy(path, to: end + beginning.count)
    }

    /// The bytes in front of the path of a file of which no more is known.
    @inline(__always)
    static var plainHeaderSize: Int { headerSize(false, false, false) }

    /// Puts what belongs there in front of the path of a file of which no more is known.
    ///
    /// - Returns: the bytes that the path takes up with its record.
    @inline(__always)
    static func initialize(_ memory: UnsafeMutableRawPointer, fileWithPathOf count: Int) -> Int {
        let record = PathRecord(
            count: UInt32(truncatingIfNeeded: count), kind: .file, hasSize: false, hasDigest: false, hasDetails: false)
        unsafe memory.initializeMemory(as: PathRecord.self, to: record)
        return record.size
    }

    @inline(__always)
    private static func copy(_ bytes: Span<UInt8>, to target: UnsafeMutableRawPointer) {
        unsafe bytes.withUnsafeBufferPointer { source in
            guard let source = source.baseAddress else { return }
            unsafe target.copyMemory(from: source, byteCount: bytes.count)
        }
    }

    /// The size of the file of the record at `memory`.
    @inline(__always)
    static func fileSize(at memory: UnsafeRawPointer) -> Int64? {
        guard unsafe memory.assumingMemoryBound(to: PathRecord.self).pointee.hasSize else { return nil }
        return unsafe memory.load(fromByteOffset: MemoryLayout<PathRecord>.stride, as: Int64.self)
    }

    /// What the record at `memory` knows of its path.
    @inline(__always)
    static func file(at memory: UnsafeRawPointer) -> LayoutFile {
        let record = unsafe memory.assumingMemoryBound(to: PathRecord.self).pointee
        return LayoutFile(
            record.kind, size: unsafe fileSize(at: memory), digest: unsafe digest(at: memory),
            details: unsafe details(at: memory)?.takeUnretainedValue())
    }

    @inline(__always)
    private static func digest(at memory: UnsafeRawPointer) -> MD5Digest? {
        let record = unsafe memory.assumingMemoryBound(to: PathRecord.self).pointee
        guard record.hasDigest else { return nil }
        return unsafe memory.load(
            fromByteOffset: MemoryLayout<PathRecord>.stride + (record.hasSize ? word : 0), as: MD5Digest.self)
    }

    /// Releases what the record at `memory` refers to.
    static func deinitialize(_ memory: UnsafeRawPointer) { unsafe details(at: memory)?.release() }

    @inline(__always)
    private static func details(at memory: UnsafeRawPointer) -> Unmanaged<LayoutFile.Details>? {
        let record = unsafe memory.assumingMemoryBound(to: PathRecord.self).pointee
        guard record.hasDetails else { return nil }
        return unsafe Unmanaged.fromOpaque(
            memory.load(fromByteOffset: record.headerSize - word, as: UnsafeRawPointer.self))
    }
}
