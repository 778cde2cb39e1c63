/// Memory to read into, of which every worker owns one for all of its reads.
@safe struct ReadBuffer: ~Copyable {
    /// 256 KiB: few enough system calls, and it stays in the second-level cache between reading and hashing.
    static let byteCount = 256 << 10

    private let memory: UnsafeMutableRawBufferPointer

    init() {
        unsafe memory = .allocate(byteCount: Self.byteCount, alignment: 64)
    }

    deinit { unsafe memory.deallocate() }

    /// Fills the buffer from `offset` on with at most `limit` bytes of the file, and hands what was read to `body`.
    ///
    /// - Returns: the number of bytes; less than the limit and the size of the buffer only at the end of the file.
    /// - Throws: ``ArtifactError`` with code `readFailed`.
    func read(
        _ file: any RandomAccessFile, at offset: Int64, limit: Int64, body: (UnsafeRawBufferPointer) -> Void
    ) throws(ArtifactError) -> Int {
        let wanted = Int(min(Int64(Self.byteCount), limit))
        let space = unsafe UnsafeMutableRawBufferPointer(rebasing: memory[..<wanted])
        let count = try unsafe file.read(into: space, at: offset)
        unsafe body(UnsafeRawBufferPointer(rebasing: space[..<count]))
        return count
    }
}
