/// Bytes that come in blocks of the stream's own memory, one after another.
protocol BlockStream: AnyObject {
    /// The next block, valid until the next call; empty at the end.
    func nextBlock() throws(ArchiveReadError) -> UnsafeRawBufferPointer

    /// Passes over blocks that lie wholly in a range, which begins where the last block ended, and returns how many bytes these
    /// are; fewer than there could be, or none, if it would have to read them or fails.
    ///
    /// - Parameter range: in bytes from the beginning.
    func skip(_ range: Range<Int64>) -> Int64
}

extension BlockStream {
    func skip(_ range: Range<Int64>) -> Int64 { 0 }
}

/// Blocks of a plain stream, read when they are asked for.
@safe final class DirectBlockStream: BlockStream {
    private let stream: (UnsafeMutableRawBufferPointer) throws(ArchiveReadError) -> Int
    private let block = UnsafeMutableRawBufferPointer.allocate(byteCount: TarBlockSource.blockSize, alignment: 64)

    init(_ stream: @escaping (UnsafeMutableRawBufferPointer) throws(ArchiveReadError) -> Int) {
        unsafe self.stream = unsafe stream
    }

    deinit { unsafe block.deallocate() }

    func nextBlock() throws(ArchiveReadError) -> UnsafeRawBufferPointer {
        let count = try unsafe stream(block)
        return unsafe UnsafeRawBufferPointer(rebasing: block[..<count])
    }
}
