#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#endif

/// Memory that is handed out piece by piece and given back all at once.
@safe final class PathArena {
    /// What is taken from the system at first and at most in one go, in bytes, unless a piece is larger.
    private static let smallestSlab = 64 << 10
    private static let largestSlab = 32 << 20
    /// The size of a large page of memory on most processors, in bytes.
    private static let largePage = 2 << 20

    private var slabs: [UnsafeMutableRawPointer]
    private var next: UnsafeMutableRawPointer
    private var rest = 0
    private var slabSize = PathArena.smallestSlab

    init() {
        unsafe next = .allocate(byteCount: 0, alignment: 16)
        unsafe slabs = [next]
    }

    deinit { unsafe slabs.forEach { unsafe $0.deallocate() } }

    /// A piece that is aligned for a record.
    ///
    /// - Parameter byteCount: a multiple of the alignment of a record.
    @inline(__always)
    func allocate(_ byteCount: Int) -> UnsafeMutableRawPointer {
        if rest < byteCount { refill(byteCount) }
        let piece = unsafe next
        unsafe next += byteCount
        rest -= byteCount
        return unsafe piece
    }

    private func refill(_ byteCount: Int) {
        rest = max(byteCount, slabSize)
        unsafe next = .allocate(byteCount: rest, alignment: rest < Self.largePage ? 16 : Self.largePage)
        unsafe slabs.append(next)
        #if os(Linux)
            // With pages of 4 KiB the system would take longer to hand out the memory than we to fill it.
            if rest >= Self.largePage { unsafe madvise(next, rest, MADV_HUGEPAGE) }
        #endif
        slabSize = min(2 * slabSize, Self.largestSlab)
    }
}
