/// The end of what a deflate stream has produced, to which blocks that follow may refer.
@safe struct DeflateHistory: ~Copyable {
    /// How far back a block may refer, in bytes (RFC 1951, section 2).
    static let capacity = 32 << 10

    private let memory = UnsafeMutableRawBufferPointer.allocate(byteCount: capacity, alignment: 64)
    private var count = 0

    deinit { unsafe memory.deallocate() }

    /// The bytes, the last produced at the end.
    var bytes: UnsafeRawBufferPointer { unsafe UnsafeRawBufferPointer(rebasing: memory[..<count]) }

    mutating func removeAll() { count = 0 }

    mutating func append(_ bytes: UnsafeRawBufferPointer) {
        let new = unsafe UnsafeRawBufferPointer(rebasing: bytes.suffix(Self.capacity))
        let kept = min(count, Self.capacity - new.count)
        unsafe memory.copyMemory(from: UnsafeRawBufferPointer(rebasing: memory[count - kept..<count]))
        unsafe UnsafeMutableRawBufferPointer(rebasing: memory[kept...]).copyMemory(from: new)
        count = kept + new.count
    }
}
