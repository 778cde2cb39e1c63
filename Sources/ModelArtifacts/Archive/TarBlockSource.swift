/// Feeds libarchive with blocks of a stream and keeps those that hold the headers of the member that is being read.
@safe final class TarBlockSource {
    /// How much is handed out at once at most, in bytes.
    static let blockSize = 256 << 10
    /// The most that the headers of one member may take, in bytes.
    ///
    /// libarchive keeps extension headers of up to 1 MiB each, but a sparse map of any length, as a list that takes up to
    /// 25 times as much memory. Four mebibytes are a map of some two hundred thousand pieces.
    private static let maximumHeaderSize: Int64 = 4 << 20

    private let stream: any BlockStream
    private let sizeLimit: Int64
    /// The block that was handed out last.
    private(set) var current = unsafe UnsafeRawBufferPointer(start: nil, count: 0)
    /// The offset of the block in the stream.
    private var blockStart: Int64 = 0
    /// Where the headers begin that are being read; nil while contents are.
    private var headerStart: Int64?
    /// The part of the headers that is in earlier blocks.
    private var kept: [UInt8] = []
    private var keptStart: Int64 = 0

    /// Whether the current block still has to be handed over.
    private var isPeeked = false
    /// Why the stream failed; it is not read again afterwards.
    private(set) var failure: ArchiveReadError?
    /// Whether the end of the stream has been seen.
    private(set) var isAtEnd = false
    /// How many bytes have been handed out.
    var delivered: Int64 { blockStart + Int64(unsafe current.count) }

    init(sizeLimit: Int64, _ stream: any BlockStream) {
        self.sizeLimit = sizeLimit
        self.stream = stream
    }

    /// Reads the next block, which is empty at the end; nil if that fails.
    func next() -> UnsafeRawBufferPointer? {
        guard failure == nil else { return nil }
        do throws(ArchiveReadError) {
            try keepHeaders()
            blockStart = delivered
            unsafe current = UnsafeRawBufferPointer(start: nil, count: 0)
            unsafe current = try stream.nextBlock()
            isAtEnd = unsafe current.isEmpty
            if delivered > sizeLimit { throw .sizeLimit(sizeLimit) }
        } catch {
            failure = error
            return nil
        }
        return unsafe current
    }

    /// The next block for libarchive: the one that is there if it has not been handed over yet.
    func nextForArchive() -> UnsafeRawBufferPointer? {
        if isPeeked {
            isPeeked = false
            return unsafe current
        }
        return unsafe next()
    }

    /// Passes over what nobody wants to see, at most `count` bytes, if it is in blocks of its own; returns how many bytes it was.
    func skip(atMost count: Int64) -> Int64 {
        // What lies beyond the limit is left to be found out.
        let end = delivered + min(count, sizeLimit - delivered)
        guard failure == nil, !isPeeked, headerStart == nil, end > delivered else { return 0 }
        let skipped = stream.skip(delivered..<end)
        guard skipped > 0 else { return 0 }
        blockStart = delivered + skipped
        unsafe current = UnsafeRawBufferPointer(start: nil, count: 0)
        return skipped
    }

    /// Reads the first block, which ``nextForArchive()`` then hands over.
    func peek() -> UnsafeRawBufferPointer? {
        isPeeked = true
        return unsafe next()
    }

    /// Says that what follows from `offset` on is headers, to be kept for ``withBytes(_:_:)``.
    func beginHeaders(at offset: Int64) {
        headerStart = offset
        keptStart = offset
        if kept.count > Self.blockSize { kept = [] } else { kept.removeAll(keepingCapacity: true) }
    }

    /// Says that contents follow.
    func endHeaders() { headerStart = nil }

    /// Shows the bytes of a range that begins at or behind the beginning of the headers and ends at or before
    /// ``delivered``; nil if they are not there any more.
    func withBytes<Value>(_ range: Range<Int64>, _ body: (Span<UInt8>) -> Value) -> Value? {
        guard range.upperBound <= delivered else { return nil }
        if range.lowerBound >= blockStart {
            return body(unsafe slice(range).span)
        }
        guard range.lowerBound >= keptStart, keptStart + Int64(kept.count) == blockStart, range.upperBound >= blockStart
        else { return nil }
        let bytes =
            unsafe Array(kept[Int(range.lowerBound - keptStart)...]) + (unsafe slice(blockStart..<range.upperBound))
        return body(bytes.span)
    }

    /// The bytes of a range that lies in the current block.
    private func slice(_ range: Range<Int64>) -> UnsafeBufferPointer<UInt8> {
        let indices = Int(range.lowerBound - blockStart)..<Int(range.upperBound - blockStart)
        return unsafe UnsafeRawBufferPointer(rebasing: current[indices]).assumingMemoryBound(to: UInt8.self)
    }

    private func keepHeaders() throws(ArchiveReadError) {
        guard let start = headerStart, start < delivered else { return }
        guard delivered - start <= Self.maximumHeaderSize else {
            throw .tar(TarFault(message: "headers of one member are larger than 4 MiB", offset: start))
        }
        let first = Int(max(start - blockStart, 0))
        unsafe kept.append(contentsOf: unsafe current[first...])
    }
}
