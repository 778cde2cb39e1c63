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
