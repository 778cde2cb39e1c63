/// The memory that sorting needs, kept from one time to the next: a system takes longer to hand out fresh memory than it takes to
/// sort in it.
@safe final class PathSortRoom {
    /// What is sorted.
    var keys: [PathSortKey] = []
    private var scratch = unsafe UnsafeMutableBufferPointer<PathSortKey>(start: nil, count: 0)

    deinit { unsafe scratch.deallocate() }

    /// Room for as many keys again, in which nothing stands.
    func scratch(_ count: Int) -> UnsafeMutableBufferPointer<PathSortKey> {
        if unsafe scratch.count < count {
            unsafe scratch.deallocate()
            unsafe scratch = .allocate(capacity: count)
        }
        return unsafe UnsafeMutableBufferPointer(rebasing: scratch[..<count])
    }
}
