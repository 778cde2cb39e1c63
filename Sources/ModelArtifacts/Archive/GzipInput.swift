/// The compressed bytes ahead of a ``GzipStream``.
@safe final class GzipInput {
    /// How much is read at once, in bytes.
    private static let blockSize = 256 << 10
    /// The most that is read by ``readAhead(into:)``, in bytes.
    static let maximumAhead = 512 << 10
    /// The size of a page of memory, in bytes, or of several.
    static let pageSize = 4096
    /// How many bytes stay there after they have been consumed, in case that they are given back.
    private static let keptSize = 8

    private let source: any ByteStream<ArtifactError>
    /// The source, if it is a file.
    let file: FileByteStream?
    private let buffer: UnsafeMutableRawBufferPointer
    private var position = 0
    private var end = 0
    /// The offset of the next byte in the compressed file.
    private(set) var offset: Int64 = 0
    /// The CRC-32 of the bytes that ``nextByte()`` has returned since ``startChecksum()``.
    private(set) var checksum: UInt32 = 0

    init(_ source: any ByteStream<ArtifactError>) {
        self.source = source
        file = source as? FileByteStream
        unsafe buffer = UnsafeMutableRawBufferPointer.allocate(
            byteCount: Self.pageSize + Self.maximumAhead, alignment: Self.pageSize)
    }

    deinit { unsafe buffer.deallocate() }

    /// The bytes that are there to be consumed.
    var unread: UnsafeRawBufferPointer { unsafe UnsafeRawBufferPointer(rebasing: buffer[position..<end]) }

    /// Whether no bytes are there to be consumed.
    var isEmpty: Bool { position == end }

    /// Reads more when there is nothing left; false at the end of the file.
    func fill() throws(ArtifactError) -> Bool { try fill(atLeast: 1) }

    /// Reads until `count` bytes are there, at most a few; false if the file ends before.
    func fill(atLeast count: Int) throws(ArtifactError) -> Bool {
        guard end - position < count else { return true }
        let unread = end - position
        let kept = unread + min(position, Self.keptSize)
        // As in the file, so that the system copies whole pages.
        let next = Self.pageSize + Int((offset + Int64(unread)) % Int64(Self.pageSize))
        unsafe UnsafeMutableRawBufferPointer(rebasing: buffer[(next - kept)...]).copyMemory(
            from: UnsafeRawBufferPointer(rebasing: buffer[(end - kept)..<end]))
        end = next
        position = next - unread
        while end - position < count {
            let read = try unsafe source.read(
                into: UnsafeMutableRawBufferPointer(rebasing: buffer[end..<(Self.pageSize + Self.blockSize)]))
            if read == 0 { return false }
            end += read
        }
        return true
    }

    /// Moves the next `count` bytes to the front of `output`, or fewer; returns how many, which is 0 at the end of the file.
    ///
    /// - Parameters:
    ///   - output: has room for at least `count` bytes; what is behind them may be overwritten.
    ///   - isDirect: whether to read what is not there yet to where it is wanted, which pays for large blocks.
    func read(
        _ count: Int, into output: UnsafeMutableRawBufferPointer, isDirect: Bool
    ) throws(ArtifactError) -> Int {
        guard position == end, isDirect else {
            guard try fill() else { return 0 }
            let moved = min(count, end - position)
            unsafe output.copyMemory(from: UnsafeRawBufferPointer(rebasing: buffer[position..<position + moved]))
            consume(moved)
            return moved
        }
        // The header of the block that follows comes with the same call.
        let wanted = min(output.count, count + StoredBlock.headerSize)
        let read = try unsafe source.read(into: UnsafeMutableRawBufferPointer(rebasing: output[..<wanted]))
        let moved = min(read, count)
        unsafe buffer.copyMemory(from: UnsafeRawBufferPointer(rebasing: output[moved..<read]))
        position = 0
        end = read - moved
        offset += Int64(moved)
        return moved
    }

    /// Reads what comes next straight into `output`, at most ``maximumAhead`` bytes, and returns how many; 0 at the end of the
    /// file.
    ///
    /// Nothing must be unread. How much of it is used is said with ``keep(_:after:)``.
    func readAhead(into output: UnsafeMutableRawBufferPointer) throws(ArtifactError) -> Int {
        try unsafe source.read(into: output)
    }

    /// Says that `count` bytes of what ``readAhead(into:)`` has read were used, and takes back the rest.
    func keep(_ rest: UnsafeRawBufferPointer, after count: Int) {
        unsafe buffer.copyMemory(from: rest)
        position = 0
        end = rest.count
        offset += Int64(count)
    }

    /// Moves on, or back by a few bytes if `count` is negative.
    func consume(_ count: Int) {
        position += count
        offset += Int64(count)
    }

    /// Moves on to an offset of the file, up to which others have read. The source has to be a ``FileByteStream``.
    func skip(to target: Int64) {
        guard target - offset > Int64(end - position) else {
            consume(Int(target - offset))
            return
        }
        file?.skip(to: target)
        position = 0
        end = 0
        offset = target
    }

    /// The byte `index` bytes ahead, which ``fill(atLeast:)`` has brought.
    func peek(_ index: Int) -> UInt8 { unsafe buffer[position + index] }

    func startChecksum() { checksum = 0 }

    /// The next byte, taken into the checksum; nil at the end of the file.
    func nextByte() throws(ArtifactError) -> UInt8? {
        guard try fill() else { return nil }
        let byte = unsafe buffer[position]
        checksum = unsafe CRC32.checksum(
            of: UnsafeRawBufferPointer(rebasing: buffer[position..<position + 1]), after: checksum)
        consume(1)
        return byte
    }
}
