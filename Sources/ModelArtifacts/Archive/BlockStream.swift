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
